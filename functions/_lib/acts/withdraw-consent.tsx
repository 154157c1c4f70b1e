// withdraw-consent: behind the link of a letter about a consent, what it lets whom see, and the one button that takes it back.
import { formatDate } from '#domain/i18n/dates.ts';
import { createT } from '#domain/i18n/t.ts';
import { routes } from '#domain/routes.ts';
import { WithdrawConsent } from '#forms/withdraw-consent.tsx';
import { asSystem, type Enums } from '../db.ts';
import { tokenHash } from '../links.ts';
import { type ConsentRow, partsWords } from '../workspace/consent-words.ts';
import { type Act, type ActResult, done, gone } from './act.ts';

const WITHDRAWN = {
  withdrawn: done('consent_withdrawn'),
  already_withdrawn: done('consent_already_withdrawn'),
  expired: done('consent_expired'),
  no_link: gone,
} as const satisfies Record<Enums['withdraw_consent_outcome'], ActResult>;

export const withdrawConsent: Act = {
  deeds: ['consent_withdrawn', 'consent_already_withdrawn', 'consent_expired'],
  async show(link, { path, did }) {
    const hash = tokenHash(path.slice(routes.link('').length));
    const [row] = hash ? await asSystem().rpc('consent_behind_link', { p_token_hash: hash }) : [];
    // Whoever has left the company takes nothing back for it.
    if (!row) return undefined;
    const consent = row.consent as unknown as ConsentRow;
    const lang = link.language;
    const t = createT(lang);
    const main = (
      <WithdrawConsent
        t={t}
        path={path}
        did={did}
        id={consent.id}
        grantee={[consent.name, consent.email, consent.organisation].filter(Boolean).join(', ')}
        purpose={consent.purpose}
        parts={partsWords(consent, lang)}
        inForce={consent.standing === 'in_force'}
        standing={t(`consent.${consent.standing === 'in_force' ? 'in-force' : consent.standing}`, {
          date: formatDate(consent.withdrawn_at ? new Date(consent.withdrawn_at) : consent.ends_on, lang, 'short'),
        })}
      />
    );
    return { title: t('withdraw-consent.title'), main };
  },
  // One button and no tick: what a scanner that presses it takes away, an owner gives again with one form.
  run: async ({ hash }) => WITHDRAWN[await asSystem().rpc('withdraw_consent', { p_token_hash: hash })],
};

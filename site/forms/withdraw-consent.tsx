// withdraw-consent: one page, one button: what somebody sees of the company, and its end.
import type { T } from '#domain/i18n/t.ts';
import { routes } from '#domain/routes.ts';
import { Did } from './parts/act-frame.tsx';

export function WithdrawConsent(props: {
  t: T;
  path: string;
  did: string | undefined;
  id: string;
  grantee: string;
  purpose: string;
  parts: string;
  inForce: boolean;
  standing: string;
}) {
  const { t, path, did, id, grantee, purpose, parts, inForce, standing } = props;
  return (
    <div class="stack">
      <h1>{t('withdraw-consent.title')}</h1>
      <Did t={t} did={did} />
      <dl class="facts">
        <div>
          <dt>{t('consent.grantee')}</dt>
          <dd class="workspace-email">{grantee}</dd>
        </div>
        <div>
          <dt>{t('consent.purpose')}</dt>
          <dd>{purpose}</dd>
        </div>
        <div>
          <dt>{t('consent.parts')}</dt>
          <dd>{parts}</dd>
        </div>
      </dl>
      <p>{standing}</p>
      {inForce && (
        <form method="post" action={path} class="stack">
          <button class="button button--danger" type="submit" name="act" value="withdraw">
            {t('consent.withdraw')}
          </button>
          <p class="soft">{t('consent.withdraw-what')}</p>
        </form>
      )}
      <section class="next-step">
        <h2>{t('next.heading')}</h2>
        <p>{t(inForce ? 'withdraw-consent.next.in-force' : 'withdraw-consent.next.over')}</p>
        <p>
          <a href={routes.consent(id)}>{t('withdraw-consent.record')}</a>
        </p>
      </section>
    </div>
  );
}

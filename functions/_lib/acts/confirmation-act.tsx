// An act of a provider's contact on the texts of its pages: for as long as the content names it as the contact.
import type { ComponentType, VNode } from 'preact';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';
import type { ConfirmationViewProps } from '#forms/confirmation-page.ts';
import { PlainPage } from '#forms/plain-page.tsx';
import { catalogue, phone } from '../catalogue.ts';
import { confirmationPage } from '../confirmation-page.ts';
import { type Round, roundOf } from '../opened-link.ts';
import { type Act, type ActCall, type ActResult, done, gone } from './act.ts';

interface ConfirmationAct {
  view: ComponentType<ConfirmationViewProps>;
  title: StringKey;
  deeds: readonly string[];
  /** What the address fills in beforehand. */
  tapped?: (query: URLSearchParams) => Record<string, string>;
  run: (call: ActCall & { round: Round }) => Promise<ActResult>;
}

/** SQL ends the rounds of those who left at its next run; what the content says holds as soon as it is deployed. */
function standing({ provider, email }: Round): 'contact' | 'contact no more' | 'no provider' {
  const known = catalogue.providers.find(({ id }) => id === provider);
  if (!known) return 'no provider';
  return known.contactEmail.toLowerCase() === email ? 'contact' : 'contact no more';
}

/** The provider has left the map between the letter and the click. */
function goneProvider(lang: Language): { title: string; main: VNode } {
  const t = createT(lang);
  const title = t('confirm-services.gone-title');
  const texts = [t('confirm-services.gone-text'), t('confirm-services.next.call', { phone })];
  const next = { path: routes.path('providers', lang), label: t('confirm-services.gone-button') };
  return { title, main: <PlainPage title={title} texts={texts} next={next} /> };
}

export const confirmationAct = ({ view: View, title, tapped, deeds, run }: ConfirmationAct): Act => ({
  deeds,
  async run(call) {
    const round = roundOf(call.link);
    const now = standing(round);
    if (now === 'contact') return run({ ...call, round });
    // Where the provider is gone, the page itself says so.
    return now === 'no provider' ? done() : gone;
  },
  async show(link, { path, query, did, values, errors }) {
    const lang = link.language;
    const now = standing(roundOf(link));
    if (now === 'contact no more') return undefined;
    const page = now === 'contact' && (await confirmationPage(link, path));
    if (!page) return goneProvider(lang);
    const t = createT(lang);
    const filled = { ...tapped?.(query), ...values };
    return { title: t(title), main: <View t={t} lang={lang} page={page} did={did} values={filled} errors={errors} /> };
  },
});

// provider-figures: a provider's own figures of a year beside the network's, behind the link of its monthly letter.
import type { Figures } from '#domain/figures.ts';
import { formatMonth } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Period } from '#domain/reports/period.ts';
import type { Language } from '#domain/routes.ts';
import { FiguresSection } from './parts/figures-section.tsx';

export function ProviderFiguresPage(props: {
  t: T;
  lang: Language;
  provider: string;
  period: Period;
  sections: readonly Figures[];
}) {
  const { t, lang, provider, period, sections } = props;
  const months = { from: formatMonth(period.from, lang), to: formatMonth(period.to, lang) };
  return (
    <div class="stack">
      <h1>{t('provider-figures.title', { provider })}</h1>
      <p class="lead">{t('pack.period', months)}</p>
      <p>{t('provider-figures.what')}</p>
      {sections.map((figures, place) => (
        <FiguresSection t={t} lang={lang} id={`figures-${place + 1}`} level={2} figures={figures} key={figures.title} />
      ))}
      <p>{t('provider-figures.next')}</p>
    </div>
  );
}

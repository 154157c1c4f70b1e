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
  /** The page's own address, where its tables lie as files too. */
  path: string;
  provider: string;
  period: Period;
  sections: readonly (Figures & { id: string })[];
}) {
  const { t, lang, path, provider, period, sections } = props;
  const months = { from: formatMonth(period.from, lang), to: formatMonth(period.to, lang) };
  return (
    <div class="stack">
      <h1>{t('provider-figures.title', { provider })}</h1>
      <p class="lead">{t('pack.period', months)}</p>
      <p>{t('provider-figures.what')}</p>
      {sections.map((figures) => (
        <FiguresSection
          t={t}
          lang={lang}
          id={figures.id}
          level={2}
          figures={figures}
          files={{
            sheet: `${path}?lang=${lang}&file=${figures.id}`,
            data: `${path}?lang=${lang}&file=${figures.id}&as=data`,
          }}
          key={figures.id}
        />
      ))}
      <p>{t('provider-figures.next')}</p>
    </div>
  );
}

// The public page of figures: built with the site, with the figures of the last twelve whole months poured into it.
import type { Figures } from '#domain/figures.ts';
import { createT } from '#domain/i18n/t.ts';
import { monthAfter, type Period, thisMonth } from '#domain/reports/period.ts';
import { PublicFigures, type PublicFiguresProps } from '#forms/public-figures.tsx';
import { DatabaseDown } from '../db.ts';
import type { Call } from '../handle.ts';
import { renderPage } from '../page.ts';
import { FIGURES_CACHED } from '../promise-figures.ts';
import { html } from '../respond.ts';
import { questionFigures, ratesFigures } from './feedback-figures.ts';
import { type Published, publishedFigures } from './published.ts';
import { reportFile } from './report-file.ts';
import { digitalLevels, shownEnds, shownMonths, shownPromise, shownThemes } from './shown-figures.ts';

const MONTHS = 12;

/** Whole months alone: the one that runs would tell of each need as it comes in. */
const lastYear = (now: Date): Period => ({
  from: monthAfter(thisMonth(now), -MONTHS),
  to: monthAfter(thisMonth(now), -1),
});

/** By its number on the page a table is asked for as a file. */
const numbered = (name: string, list: Figures[]) => list.map((one, place) => ({ ...one, id: `${name}-${place + 1}` }));

function tell(published: Published, period: Period, lang: Call['lang']): NonNullable<PublicFiguresProps['told']> {
  const t = createT(lang);
  const questions = published.questions.filter(({ about }) => about.kind !== 'text');
  return {
    period,
    needs: numbered('needs', [
      shownMonths(published, t),
      shownPromise(published, t, lang),
      shownThemes(published, undefined, t),
      shownEnds(published, t),
      digitalLevels(t),
    ]),
    feedback: questions.length
      ? numbered('feedback', [
          ...questions.map((answered) => questionFigures(answered, period, t, lang)),
          ratesFigures(published.rates, t, lang),
        ])
      : [],
  };
}

export async function showPublicFigures({ lang, url }: Call): Promise<Response> {
  const period = lastYear(new Date());
  const published = await publishedFigures(period, 'public').catch((error) => {
    if (error instanceof DatabaseDown) return undefined;
    throw error;
  });
  const t = createT(lang);
  const told = published && tell(published, period, lang);
  const file = told && reportFile([...told.needs, ...told.feedback], url.searchParams, `${period.from}-${period.to}`);
  if (file) return file;
  const main = <PublicFigures t={t} lang={lang} told={told} />;
  const page = renderPage({ frame: 'figures', lang, title: t('public-figures.title'), main });
  // 503 makes the network's cache give the page that it had before.
  return published ? html(page, 200, FIGURES_CACHED) : html(page, 503, { 'retry-after': '60' });
}

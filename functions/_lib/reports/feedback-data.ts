// Feedback as open data: what was answered to each question of the public surveys, by month, never over fewer than five.
import { csv } from '#domain/open-data/csv.ts';
import { LICENCE } from '#domain/open-data/licence.ts';
import { monthAfter, thisMonth } from '#domain/reports/period.ts';
import { env } from '../env.ts';
import type { Call } from '../handle.ts';
import { FIGURES_CACHED } from '../promise-figures.ts';
import { json, text } from '../respond.ts';
import { publishedFigures } from './published.ts';

/** Two years: enough for a trend, and for one year beside the other. */
const MONTHS = 24;
const OPEN = { ...FIGURES_CACHED, 'access-control-allow-origin': '*' };

export async function feedbackDataResponse({ url }: Call): Promise<Response> {
  const to = monthAfter(thisMonth(new Date()), -1);
  const period = { from: monthAfter(to, 1 - MONTHS), to };
  const { questions } = await publishedFigures(period, 'public');
  const asked = questions.map(({ survey, question, about, months }) => ({
    survey,
    event: about.event,
    question,
    kind: about.kind,
    text: about.text,
    // Words of the answers, where an answer has any.
    answers: about.answers ?? {},
    months,
  }));
  if (url.pathname.endsWith('.csv')) {
    const rows = asked.flatMap(({ survey, event, question, kind, months }) =>
      months.flatMap(({ month, answers, counts }) =>
        Object.entries(counts).map(([answer, times]) => ({
          survey,
          event,
          question,
          kind,
          month,
          answers,
          answer,
          times,
        })),
      ),
    );
    return text(csv(rows), { ...OPEN, 'content-type': 'text/csv; charset=utf-8' });
  }
  const about = { licence: LICENCE.name, licence_url: LICENCE.url, source: env().SITE_URL };
  return json({ ...about, ...period, smallest_group: 5, questions: asked }, 200, OPEN);
}

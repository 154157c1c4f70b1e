// Answers to surveys as figures: each question over time, how many answered, and free texts.
import { type FigureCell, type Figures, shareCell } from '#domain/figures.ts';
import { formatMark, formatShare } from '#domain/i18n/amounts.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { T } from '#domain/i18n/t.ts';
import type { TrendPicture } from '#domain/pictures/picture.ts';
import { monthsOf, type Period } from '#domain/reports/period.ts';
import type { Language } from '#domain/routes.ts';

type ByLanguage = Record<Language, string>;

/** A question as SQL's app.question_now gives it. */
export interface Question {
  key: string;
  kind: 'fact' | 'scale' | 'one_of' | 'some_of' | 'text';
  text: ByLanguage;
  options?: string[];
  answers?: Record<string, ByLanguage>;
  event: string;
  anonymous: boolean;
}
export interface AnsweredQuestion {
  survey: string;
  question: string;
  about: Question;
  months: { month: string; answers: number; counts: Record<string, number> }[];
}
export interface ResponseRate {
  survey: string;
  event: string;
  anonymous: boolean;
  asked: number;
  answered: number;
}
export interface Feedback {
  questions: AnsweredQuestion[];
  rates: ResponseRate[];
}
export interface AnswerText {
  survey: string;
  about: Question;
  month: string;
  body: string;
}
/** Free texts of a question and a month, of all that there are: as SQL's api.desk_report_texts gives them. */
export interface TextsOfMonth {
  survey: string;
  about: Question;
  month: string;
  bodies: string[];
  of_all: number;
}

const SCALE = ['1', '2', '3', '4', '5'] as const;

export const eventName = (event: string, t: T): string => t(`reports.event.${event}` as StringKey);

/** The words of a closed question's answers, in its order. */
export function choicesOf(
  { kind, options = [], answers = {} }: Question,
  t: T,
  lang: Language,
): { id: string; name: string }[] {
  if (kind === 'fact') {
    return (['yes', 'no'] as const).map((id) => ({ id, name: answers[id]?.[lang] ?? t(`reports.answer.${id}`) }));
  }
  // Of a scale the ends have words.
  if (kind === 'scale') {
    return SCALE.map((id) => ({ id, name: answers[id] ? `${id} (${answers[id][lang]})` : id }));
  }
  return options.map((id) => ({ id, name: answers[id]?.[lang] ?? id }));
}

const times = (counts: Record<string, number>, id: string): number => counts[id] ?? 0;

/** The mean of marks from 1 to 5. */
export function meanOf(counts: Record<string, number>): number | null {
  const given = SCALE.reduce((total, mark) => total + times(counts, mark), 0);
  return given ? SCALE.reduce((total, mark) => total + Number(mark) * times(counts, mark), 0) / given : null;
}

/** The answers of several months together. */
export function sumsOf(months: AnsweredQuestion['months']): { answers: number; counts: Record<string, number> } {
  const counts: Record<string, number> = {};
  for (const month of months)
    for (const [id, count] of Object.entries(month.counts)) counts[id] = times(counts, id) + count;
  return { answers: months.reduce((total, { answers }) => total + answers, 0), counts };
}

/** The same is asked in several surveys: it says after what. */
export const questionTitle = ({ text, event }: Question, t: T, lang: Language): string =>
  `${text[lang]} (${eventName(event, t)})`;

export function questionFigures(answered: AnsweredQuestion, period: Period, t: T, lang: Language): Figures {
  const { about, months } = answered;
  const choices = choicesOf(about, t, lang);
  const all = sumsOf(months);
  const isScale = about.kind === 'scale';
  const share = (id: string, of: { answers: number; counts: Record<string, number> }) =>
    times(of.counts, id) / of.answers;
  const mean = isScale ? meanOf(all.counts) : null;
  const [first] = choices;
  const most = choices.toSorted((a, b) => times(all.counts, b.id) - times(all.counts, a.id))[0];
  const told = about.kind === 'fact' ? first : most;
  const every = monthsOf(period);
  const at = (month: string) => months.find((one) => one.month === month);
  const line = (head: FigureCell, of: { answers: number; counts: Record<string, number> }): FigureCell[] => {
    const marks: FigureCell[] = isScale ? [{ mark: meanOf(of.counts) ?? 0 }] : [];
    return [head, of.answers, ...marks, ...choices.map(({ id }) => shareCell(times(of.counts, id), of.answers))];
  };
  return {
    title: questionTitle(about, t, lang),
    finding:
      mean !== null
        ? t('reports.question.mean', { mean: formatMark(mean, lang), answers: all.answers })
        : told
          ? t('reports.question.share', {
              answer: told.name,
              share: formatShare(share(told.id, all), lang),
              answers: all.answers,
            })
          : undefined,
    notes: [],
    columns: [
      t('reports.month'),
      t('reports.answers'),
      ...(isScale ? [t('reports.mean')] : []),
      ...choices.map(({ name }) => name),
    ],
    keys: ['month', 'answers', ...(isScale ? ['mean'] : []), ...choices.map(({ id }) => `share_${id}`)],
    rows: [
      ...months.map((one) => line({ month: one.month }, one)),
      ...(months.length > 1 ? [line({ name: t('desk-figures.total'), code: 'total' }, all)] : []),
    ],
    empty: t('reports.feedback.none'),
    picture: {
      title: about.text[lang],
      description: isScale
        ? t('reports.picture.marks')
        : about.kind === 'fact'
          ? t('reports.picture.share')
          : t('reports.picture.bars'),
      picture:
        isScale || about.kind === 'fact'
          ? trend(
              isScale ? 'mark' : 'share',
              every,
              isScale ? t('reports.mean') : (first?.name ?? ''),
              every.map((month) => {
                const one = at(month);
                return one ? (isScale ? meanOf(one.counts) : share('yes', one)) : null;
              }),
            )
          : {
              kind: 'bars',
              amount: 'share',
              parts: [],
              rows: choices.map(({ id, name }) => ({
                name,
                values: [share(id, all)],
                label: formatShare(share(id, all), lang),
              })),
              whole: 1,
            },
    },
  };
}

const trend = (amount: 'mark' | 'share', months: string[], name: string, values: (number | null)[]): TrendPicture => ({
  kind: 'trend',
  amount,
  months,
  series: [{ name, values }],
  top: amount === 'mark' ? 5 : 1,
});

export function ratesFigures(rates: readonly ResponseRate[], t: T, lang: Language): Figures {
  const lines = rates.map(({ survey, event, asked, answered }) => {
    // Answers wait until there are five: some of them are to letters of months before.
    const share = Math.min(1, answered / asked);
    return { code: survey, name: eventName(event, t), asked, answered, share };
  });
  return {
    title: t('reports.rates.title'),
    notes: [t('reports.rates.how')],
    columns: [t('reports.survey'), t('reports.asked'), t('reports.answered-survey'), t('reports.rate')],
    keys: ['survey', 'asked', 'answered', 'rate'],
    rows: lines.map(({ code, name, asked, answered, share }) => [{ name, code }, asked, answered, { share }]),
    empty: t('reports.feedback.none'),
    picture: {
      title: t('reports.rates.picture'),
      description: t('reports.picture.bars'),
      picture: {
        kind: 'bars',
        amount: 'share',
        parts: [],
        rows: lines.map(({ name, share }) => ({ name, values: [share], label: formatShare(share, lang) })),
        whole: 1,
      },
    },
  };
}

/** As many lines as a picture can tell apart. */
const LINES = 4;

/** How many wrote something in their own words, question by question: what they wrote stands in the table below it. */
export function writtenFigures(questions: readonly AnsweredQuestion[], period: Period, t: T, lang: Language): Figures {
  const asked = questions
    .filter(({ about }) => about.kind === 'text')
    .map(({ survey, question, about, months }) => ({
      key: `${survey}_${question}`,
      name: questionTitle(about, t, lang),
      all: sumsOf(months).answers,
      in: (month: string) => months.find((one) => one.month === month)?.answers ?? null,
    }));
  const every = monthsOf(period);
  const told = every.filter((month) => asked.some((one) => one.in(month) !== null));
  return {
    title: t('reports.written.title'),
    finding: t('reports.written.finding', { all: asked.reduce((sum, { all }) => sum + all, 0) }),
    notes: [],
    columns: [t('reports.month'), ...asked.map(({ name }) => name)],
    keys: ['month', ...asked.map(({ key }) => key)],
    rows: told.map((month) => [{ month }, ...asked.map((one) => one.in(month) ?? '')]),
    empty: t('reports.written.none'),
    picture: {
      title: t('reports.written.picture'),
      description: t('reports.picture.months'),
      picture: {
        kind: 'trend',
        amount: 'count',
        months: every,
        series: asked
          .toSorted((a, b) => b.all - a.all)
          .slice(0, LINES)
          .map((one) => ({ name: one.name, values: every.map(one.in) })),
      },
    },
  };
}

/** A page shows the newest; a file holds all. */
export function textsFigures(texts: readonly TextsOfMonth[], t: T, lang: Language): Figures {
  const rows = texts.flatMap(({ survey, about, month, bodies }) =>
    bodies.map((body): FigureCell[] => [
      { month },
      { name: eventName(about.event, t), code: survey },
      { name: about.text[lang], code: about.key },
      body,
    ]),
  );
  const shown = rows.length;
  const all = texts[0]?.of_all ?? 0;
  return {
    title: t('reports.texts.title'),
    notes: [t('reports.texts.how'), ...(all > shown ? [t('reports.texts.shown', { shown, all })] : [])],
    columns: [t('reports.month'), t('reports.survey'), t('reports.question'), t('reports.text')],
    keys: ['month', 'survey', 'question', 'text'],
    rows,
    empty: t('reports.texts.none'),
  };
}

// A provider's own figures against the network's, as they were sent; the texts are those that may still be read.
import { type FigureCell, type Figures, shareCell } from '#domain/figures.ts';
import { formatMark, formatShare } from '#domain/i18n/amounts.ts';
import type { T } from '#domain/i18n/t.ts';
import type { BarsPicture } from '#domain/pictures/picture.ts';
import type { Language } from '#domain/routes.ts';
import {
  type AnsweredQuestion,
  type AnswerText,
  choicesOf,
  meanOf,
  questionTitle,
  sumsOf,
} from './feedback-figures.ts';

interface HandOvers {
  asked: number;
  taken: number;
  helped: number;
}
/** As SQL's app.provider_figures made them; null where there are fewer than five, of its own or of the others. */
export interface ProviderFigures {
  needs: { own: number; network: number | null } | null;
  hand_overs: { own: HandOvers; network: HandOvers | null } | null;
  questions: AnsweredQuestion[];
  network: AnsweredQuestion[];
}

const SIDES = ['own', 'network'] as const;

/** Two bars beneath each other: one's own, and everybody's together. */
function pairs(
  rows: { name: string; own: number | null; network: number | null }[],
  whole: number,
  write: (value: number) => string,
  t: T,
): BarsPicture {
  return {
    kind: 'bars',
    amount: 'share',
    parts: [],
    whole,
    rows: rows.flatMap(({ name, ...of }) =>
      SIDES.flatMap((side) => {
        const value = of[side];
        return value === null
          ? []
          : [
              {
                name: [name, t(`provider-figures.${side}`)].filter(Boolean).join(': '),
                values: [value],
                label: write(value),
              },
            ];
      }),
    ),
  };
}

function askedFigures({ hand_overs }: ProviderFigures, t: T, lang: Language): Figures | undefined {
  if (!hand_overs) return undefined;
  const { own, network } = hand_overs;
  const share = (of: HandOvers | null, field: 'taken' | 'helped'): FigureCell =>
    of ? shareCell(of[field], of.asked) : '';
  const value = (of: HandOvers | null, field: 'taken' | 'helped') => (of ? of[field] / of.asked : null);
  const names = { taken: t('provider-figures.taken'), helped: t('provider-figures.helped') };
  return {
    title: t('provider-figures.asked.title'),
    finding: t('provider-figures.asked.finding', { asked: own.asked, taken: own.taken, helped: own.helped }),
    notes: [],
    columns: [t('provider-figures.figure'), t('provider-figures.own'), t('provider-figures.network')],
    keys: ['figure', 'own', 'network'],
    rows: [
      [{ name: t('provider-figures.asked'), code: 'asked' }, own.asked, network?.asked ?? { few: t('figures.few') }],
      [{ name: names.taken, code: 'taken' }, share(own, 'taken'), share(network, 'taken')],
      [{ name: names.helped, code: 'helped' }, share(own, 'helped'), share(network, 'helped')],
    ],
    empty: '',
    picture: {
      title: t('provider-figures.asked.title'),
      description: t('reports.picture.bars'),
      picture: pairs(
        (['taken', 'helped'] as const).map((field) => ({
          name: names[field],
          own: value(own, field),
          network: value(network, field),
        })),
        1,
        (part) => formatShare(part, lang),
        t,
      ),
    },
  };
}

function comparedQuestion(own: AnsweredQuestion, network: AnsweredQuestion, t: T, lang: Language): Figures {
  const { about } = own;
  const sides = { own: sumsOf(own.months), network: sumsOf(network.months) };
  const isScale = about.kind === 'scale';
  const choices = choicesOf(about, t, lang);
  const share = (side: 'own' | 'network', id: string) => (sides[side].counts[id] ?? 0) / sides[side].answers;
  const means = { own: meanOf(sides.own.counts), network: meanOf(sides.network.counts) };
  const mark = (value: number | null): FigureCell => (value === null ? '' : { mark: value });
  return {
    title: questionTitle(about, t, lang),
    notes: [],
    columns: [t('provider-figures.answer'), t('provider-figures.own'), t('provider-figures.network')],
    keys: ['answer', 'own', 'network'],
    rows: [
      [{ name: t('reports.answers'), code: 'answers' }, sides.own.answers, sides.network.answers],
      ...(isScale ? [[{ name: t('reports.mean'), code: 'mean' }, mark(means.own), mark(means.network)]] : []),
      ...choices.map(({ id, name }): FigureCell[] => [
        { name, code: id },
        { share: share('own', id) },
        { share: share('network', id) },
      ]),
    ],
    empty: '',
    picture: {
      title: about.text[lang],
      description: t('reports.picture.bars'),
      picture: isScale
        ? pairs([{ name: t('reports.mean'), ...means }], 5, (value) => formatMark(value, lang), t)
        : pairs(
            (about.kind === 'fact' ? choices.slice(0, 1) : choices).map(({ id, name }) => ({
              name,
              own: share('own', id),
              network: share('network', id),
            })),
            1,
            (value) => formatShare(value, lang),
            t,
          ),
    },
  };
}

/** In the order of the page; each has an id of its own there, by which its file is asked for. */
export function providerSections(
  told: ProviderFigures,
  texts: readonly AnswerText[],
  t: T,
  lang: Language,
): (Figures & { id: string })[] {
  const needs: Figures[] = told.needs
    ? [
        {
          title: t('provider-figures.needs.title'),
          finding: t('provider-figures.needs.finding', { own: told.needs.own }),
          notes: [t('provider-figures.needs.how')],
          columns: [t('provider-figures.figure'), t('reports.needs')],
          keys: ['whose', 'needs'],
          rows: [
            [{ name: t('provider-figures.own'), code: 'own' }, told.needs.own],
            [{ name: t('provider-figures.network'), code: 'network' }, told.needs.network ?? { few: t('figures.few') }],
          ],
          empty: '',
          picture: {
            title: t('provider-figures.needs.picture'),
            description: t('reports.picture.bars'),
            picture: {
              kind: 'bars',
              amount: 'count',
              parts: [],
              rows: SIDES.flatMap((side) => {
                const value = told.needs?.[side] ?? null;
                return value === null
                  ? []
                  : [{ name: t(`provider-figures.${side}`), values: [value], label: String(value) }];
              }),
            },
          },
        },
      ]
    : [];
  const asked = askedFigures(told, t, lang);
  const questions = told.questions.flatMap((own) => {
    const network = told.network.find(({ survey, question }) => survey === own.survey && question === own.question);
    return own.about.kind === 'text' || !network ? [] : [comparedQuestion(own, network, t, lang)];
  });
  const sections: Figures[] = [
    ...needs,
    ...(asked ? [asked] : []),
    ...questions,
    {
      title: t('reports.texts.title'),
      notes: [t('provider-figures.texts.how')],
      columns: [t('reports.month'), t('reports.question'), t('reports.text')],
      keys: ['month', 'question', 'text'],
      rows: texts.map(({ month, about, body }): FigureCell[] => [
        { month },
        { name: about.text[lang], code: about.key },
        body,
      ]),
      empty: t('provider-figures.texts.none'),
    },
  ];
  return sections.map((figures, place) => ({ ...figures, id: `figures-${place + 1}` }));
}

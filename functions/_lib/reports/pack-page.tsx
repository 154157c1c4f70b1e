// A pack as it reads in one language: made of its figures and of the content, and of nothing that changes from day to day.
import { renderToString } from 'preact-render-to-string';
import type { Figures } from '#domain/figures.ts';
import { formatMark, formatShare } from '#domain/i18n/amounts.ts';
import { createT, type T } from '#domain/i18n/t.ts';
import type { Period } from '#domain/reports/period.ts';
import type { Language } from '#domain/routes.ts';
import { type PackChapter, SteeringPack } from '#forms/steering-pack.tsx';
import { catalogue } from '../catalogue.ts';
import { meanOf, questionFigures, questionTitle, ratesFigures, sumsOf } from './feedback-figures.ts';
import { themeName } from './need-figures.ts';
import { packChanges } from './pack-changes.ts';
import type { Published } from './published.ts';
import { digitalLevels, shownEnds, shownGaps, shownMonths, shownPromise, shownThemes } from './shown-figures.ts';

export interface PackParts {
  meeting: string;
  period: Period;
  version: number;
  corrected: string | null;
  published: Published;
}

/** Where a chapter holds one set of figures, the picture's name is said instead of the chapter's again. */
const named = (figures: Figures): Figures => ({ ...figures, title: figures.picture?.title ?? figures.title });

function chapters({ published, period }: PackParts, t: T, lang: Language): PackChapter[] {
  const questions = published.questions.filter(({ about }) => about.kind !== 'text');
  const changes = packChanges(catalogue.changes, period, t, lang);
  return [
    { id: 'promise', title: t('reports.promise.title'), texts: [], figures: [named(shownPromise(published, t, lang))] },
    {
      id: 'needs',
      title: t('pack.needs'),
      texts: [],
      figures: [shownMonths(published, t), shownThemes(published, period, t), shownEnds(published, t)],
    },
    {
      id: 'levels',
      title: t('shown.levels.title'),
      texts: [t('shown.levels.what')],
      figures: [named(digitalLevels(t))],
    },
    {
      id: 'feedback',
      title: t('reports.feedback'),
      texts: questions.length ? [] : [t('reports.feedback.none')],
      figures: [
        ...questions.map((answered) => questionFigures(answered, period, t, lang)),
        ...(questions.length ? [ratesFigures(published.rates, t, lang)] : []),
      ],
    },
    {
      id: 'changes',
      title: t('changed.title'),
      texts: changes.length ? [] : [t('pack.changes.none')],
      figures: [],
      changes,
    },
    { id: 'gaps', title: t('pack.gaps'), texts: [], figures: [shownGaps(published, t)] },
  ];
}

/** A pack's tables as it was sent with them, so that their files say the same, whatever the views and the map become. */
export type PackTable = Pick<Figures, 'title' | 'columns' | 'keys' | 'rows'> & { id: string };

export const packTables = (parts: PackParts, lang: Language): PackTable[] =>
  chapters(parts, createT(lang), lang).flatMap(({ id, figures }) =>
    figures.flatMap(({ title, columns, keys = columns, rows }, place) =>
      rows.length ? [{ id: `${id}-${place + 1}`, title, columns, keys, rows }] : [],
    ),
  );

/** The findings of the chapters, those that there are. */
function inShort({ published }: PackParts, t: T, lang: Language): string[] {
  const sum = (field: 'received' | 'answered' | 'due' | 'kept') =>
    published.months.reduce((total, month) => total + (month[field] ?? 0), 0);
  const most = published.themes.filter(({ theme }) => theme).toSorted((a, b) => b.needs - a.needs)[0];
  const [received, due, kept] = [sum('received'), sum('due'), sum('kept')];
  const facts = published.questions.flatMap(({ about, months }) => {
    const { answers, counts } = sumsOf(months);
    const mean = about.kind === 'scale' ? meanOf(counts) : null;
    if (mean !== null) {
      return t('pack.question.mean', {
        question: questionTitle(about, t, lang),
        mean: formatMark(mean, lang),
        answers,
      });
    }
    const share = formatShare((counts.yes ?? 0) / answers, lang);
    return about.kind === 'fact'
      ? t('pack.question.yes', { question: questionTitle(about, t, lang), share, answers })
      : [];
  });
  const told = [
    ...(received ? [t('reports.months.finding', { received, answered: sum('answered') })] : []),
    ...(due ? [t('reports.promise.finding', { share: formatShare(kept / due, lang), kept, due })] : []),
    ...(most?.theme ? [t('reports.themes.finding', { theme: themeName(most.theme, t), needs: most.needs })] : []),
    ...facts,
  ];
  return told.length ? told : [t('shown.few-needs')];
}

export function packPage(parts: PackParts, lang: Language): string {
  const t = createT(lang);
  const { meeting, period, version, corrected } = parts;
  return renderToString(
    <SteeringPack
      t={t}
      lang={lang}
      portal={t('site.name')}
      meeting={meeting}
      period={period}
      version={version}
      corrected={corrected}
      inShort={inShort(parts, t, lang)}
      chapters={chapters(parts, t, lang)}
    />,
  );
}

// Needs of a period as figures: by month, the promise, how they ended, by theme, by service, and what found no service.
import { THEMES } from '#domain/content/service.ts';
import { type FigureCell, type Figures, shareCell } from '#domain/figures.ts';
import { formatShare } from '#domain/i18n/amounts.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { serviceName } from '../catalogue.ts';
import type { Returned } from '../db.ts';

export type MonthRow = Returned<'desk_report_months'>[number];
export type ThemeRow = Omit<Returned<'desk_report_themes'>[number], 'theme'> & { theme: string | null };
export type ServiceRow = Returned<'desk_report_services'>[number];

/** How needs end, in the order of the table. */
export const ENDS = [
  'helped',
  'informed',
  'referred',
  'went_elsewhere',
  'not_needed',
  'not_reached',
  'declined',
  'withdrawn',
] as const satisfies (keyof MonthRow)[];

const monthOf = ({ month }: { month: string }): string => month.slice(0, 7);
const sum = (rows: readonly MonthRow[], field: Exclude<keyof MonthRow, 'month'>): number =>
  rows.reduce((total, row) => total + row[field], 0);

export function monthsFigures(rows: readonly MonthRow[], t: T): Figures {
  const received = sum(rows, 'received');
  const answered = sum(rows, 'answered');
  return {
    title: t('reports.months.title'),
    finding: t('reports.months.finding', { received, answered }),
    notes: [],
    columns: [t('reports.month'), t('reports.received'), t('reports.answered')],
    keys: ['month', 'received', 'answered'],
    rows: received
      ? [
          ...rows.map((row): FigureCell[] => [{ month: monthOf(row) }, row.received, row.answered]),
          [{ name: t('desk-figures.total'), code: 'total' }, received, answered],
        ]
      : [],
    empty: t('reports.months.none'),
    picture: {
      title: t('reports.months.picture'),
      description: t('reports.picture.months'),
      picture: {
        kind: 'trend',
        amount: 'count',
        months: rows.map(monthOf),
        series: [
          { name: t('reports.received'), values: rows.map((row) => row.received) },
          { name: t('reports.answered'), values: rows.map((row) => row.answered) },
        ],
      },
    },
  };
}

export function promiseFigures(rows: readonly MonthRow[], t: T, lang: Language): Figures {
  const [due, kept] = [sum(rows, 'due'), sum(rows, 'kept')];
  return {
    title: t('reports.promise.title'),
    finding: due ? t('reports.promise.finding', { share: formatShare(kept / due, lang), kept, due }) : undefined,
    notes: [t('reports.promise.how')],
    columns: [t('reports.month'), t('reports.due'), t('reports.kept'), t('reports.share')],
    keys: ['month', 'due', 'kept', 'share_kept'],
    rows: due
      ? [
          ...rows.map((row): FigureCell[] => [
            { month: monthOf(row) },
            row.due,
            row.kept,
            shareCell(row.kept, row.due),
          ]),
          [{ name: t('desk-figures.total'), code: 'total' }, due, kept, shareCell(kept, due)],
        ]
      : [],
    empty: t('reports.promise.none'),
    picture: {
      title: t('reports.promise.picture'),
      description: t('reports.picture.share'),
      picture: {
        kind: 'trend',
        amount: 'share',
        months: rows.map(monthOf),
        series: [{ name: t('reports.share'), values: rows.map((row) => (row.due ? row.kept / row.due : null)) }],
        top: 1,
      },
    },
  };
}

export function endsFigures(rows: readonly MonthRow[], t: T, lang: Language): Figures {
  const ends = ENDS.map((end) => ({ code: end, name: t(`reports.end.${end}`), count: sum(rows, end) }));
  const all = ends.reduce((total, { count }) => total + count, 0);
  const helped = sum(rows, 'helped');
  return {
    title: t('reports.ends.title'),
    finding: all ? t('reports.ends.finding', { all, helped, share: formatShare(helped / all, lang) }) : undefined,
    notes: [],
    columns: [t('reports.ends.end'), t('reports.needs'), t('reports.share-of-all')],
    keys: ['end', 'needs', 'share'],
    rows: all ? ends.map(({ name, code, count }): FigureCell[] => [{ name, code }, count, shareCell(count, all)]) : [],
    empty: t('reports.ends.none'),
    picture: {
      title: t('reports.ends.picture'),
      description: t('reports.picture.bars'),
      picture: {
        kind: 'bars',
        amount: 'count',
        parts: [],
        rows: ends.map(({ name, count }) => ({ name, values: [count], label: String(count) })),
      },
    },
  };
}

export const themeName = (theme: string, t: T): string => t(`theme.${theme}.name` as StringKey);

export function themesFigures(rows: readonly ThemeRow[], t: T): Figures {
  const themes = THEMES.map((theme) => ({
    code: theme,
    name: themeName(theme, t),
    needs: rows.find((row) => row.theme === theme)?.needs ?? 0,
  })).sort((a, b) => b.needs - a.needs);
  const [most] = themes;
  return {
    title: t('desk-figures.themes.title'),
    finding: most?.needs ? t('reports.themes.finding', { theme: most.name, needs: most.needs }) : undefined,
    notes: [t('desk-figures.themes.counted')],
    columns: [t('desk-figures.themes.theme'), t('reports.needs')],
    keys: ['theme', 'needs'],
    rows: rows.length ? themes.map(({ name, code, needs }) => [{ name, code }, needs]) : [],
    empty: t('reports.months.none'),
    picture: {
      title: t('reports.themes.picture'),
      description: t('reports.picture.bars'),
      picture: {
        kind: 'bars',
        amount: 'count',
        parts: [],
        rows: themes.map(({ name, needs }) => ({ name, values: [needs], label: String(needs) })),
      },
    },
  };
}

/** What no service answers: needs for which none was chosen, or that ended without one; by theme where there is one. */
export function gapsFigures(rows: readonly ThemeRow[], t: T): Figures {
  const without = (kind: ThemeRow['kind']) => rows.find((row) => row.kind === kind)?.needs ?? 0;
  const lines = rows
    .map((row) => ({
      code: row.theme ?? row.kind,
      name: row.theme ? themeName(row.theme, t) : t(`desk-figures.themes.${row.kind as 'no_service' | 'left_map'}`),
      values: [row.declined, row.elsewhere, row.nobody_helped],
      needs: row.needs,
      isTheme: row.theme !== null,
    }))
    .filter(({ values, isTheme }) => !isTheme || values.some((value) => value > 0))
    .sort((a, b) => Number(b.isTheme) - Number(a.isTheme) || b.needs - a.needs);
  const parts = [
    t('desk-figures.themes.declined'),
    t('desk-figures.themes.elsewhere'),
    t('desk-figures.themes.nobody'),
  ];
  return {
    title: t('reports.gaps.title'),
    finding: t('reports.gaps.finding', { none: without('no_service'), left: without('left_map') }),
    notes: [t('reports.gaps.how')],
    columns: [t('desk-figures.themes.theme'), t('reports.needs'), ...parts],
    keys: ['theme', 'needs', 'declined', 'elsewhere', 'nobody_helped'],
    rows: lines.map(({ name, code, needs, values }) => [{ name, code }, needs, ...values]),
    empty: t('reports.gaps.none'),
    picture: {
      title: t('reports.gaps.picture'),
      description: t('reports.picture.parts'),
      picture: {
        kind: 'bars',
        amount: 'count',
        parts,
        rows: lines.map(({ name, values }) => ({
          name,
          values,
          label: String(values.reduce((total, value) => total + value, 0)),
        })),
      },
    },
  };
}

/** So many services are drawn; the table has them all. */
const DRAWN = 15;

export function servicesFigures(rows: readonly ServiceRow[], t: T, lang: Language): Figures {
  const lines = rows
    .map((row) => ({ ...row, name: serviceName(row.service, lang) }))
    .sort((a, b) => b.needs - a.needs || a.name.localeCompare(b.name, lang));
  return {
    title: t('reports.services.title'),
    notes: [t('reports.services.counted')],
    columns: [t('reports.service'), t('reports.needs'), t('reports.answered'), t('reports.end.helped')],
    keys: ['service', 'needs', 'answered', 'helped'],
    rows: lines.map(({ service, name, needs, answered, helped }) => [{ name, code: service }, needs, answered, helped]),
    empty: t('reports.services.none'),
    picture: {
      title: t('reports.services.picture'),
      description: t('reports.picture.bars'),
      picture: {
        kind: 'bars',
        amount: 'count',
        parts: [],
        rows: lines.slice(0, DRAWN).map(({ name, needs }) => ({ name, values: [needs], label: String(needs) })),
      },
    },
  };
}

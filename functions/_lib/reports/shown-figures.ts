// Published figures as tables and pictures: those of the steering group's pack and of the public page alike.
import { type FigureCell, type Figures, shareCell } from '#domain/figures.ts';
import { formatShare } from '#domain/i18n/amounts.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { T } from '#domain/i18n/t.ts';
import { monthsOf, type Period } from '#domain/reports/period.ts';
import type { Language } from '#domain/routes.ts';
import { catalogue } from '../catalogue.ts';
import { themeName } from './need-figures.ts';
import type { Published } from './published.ts';

type Month = Published['months'][number];

const few = (t: T): FigureCell => ({ few: t('figures.few') });
const shown = (count: number | null, t: T): FigureCell => count ?? few(t);
/** Of the months that are shown: what is left out of them is left out of their sum. */
const sum = (months: readonly Month[], field: Exclude<keyof Month, 'month'>): number =>
  months.reduce((total, month) => total + (month[field] ?? 0), 0);
const bars = (rows: { name: string; value: number | null }[], t: T) =>
  ({
    kind: 'bars',
    amount: 'count',
    parts: [],
    rows: rows.map(({ name, value }) => ({
      name,
      values: [value ?? 0],
      label: value === null ? t('figures.few') : String(value),
    })),
  }) as const;

export function shownMonths({ months }: Published, t: T): Figures {
  const [received, answered] = [sum(months, 'received'), sum(months, 'answered')];
  return {
    title: t('reports.months.title'),
    finding: received ? t('reports.months.finding', { received, answered }) : undefined,
    notes: [],
    columns: [t('reports.month'), t('reports.received'), t('reports.answered')],
    keys: ['month', 'received', 'answered'],
    rows: received ? months.map(({ month, ...of }) => [{ month }, shown(of.received, t), shown(of.answered, t)]) : [],
    empty: t('shown.few-needs'),
    picture: {
      title: t('reports.months.picture'),
      description: t('reports.picture.months'),
      picture: {
        kind: 'trend',
        amount: 'count',
        months: months.map(({ month }) => month),
        series: [
          { name: t('reports.received'), values: months.map((of) => of.received) },
          { name: t('reports.answered'), values: months.map((of) => of.answered) },
        ],
      },
    },
  };
}

export function shownPromise({ months }: Published, t: T, lang: Language): Figures {
  const [due, kept] = [sum(months, 'due'), sum(months, 'kept')];
  return {
    title: t('reports.promise.title'),
    finding: due ? t('reports.promise.finding', { share: formatShare(kept / due, lang), kept, due }) : undefined,
    notes: [t('reports.promise.how')],
    columns: [t('reports.month'), t('reports.due'), t('reports.kept'), t('reports.share')],
    keys: ['month', 'due', 'kept', 'share_kept'],
    rows: due
      ? months.map(({ month, ...of }) => [
          { month },
          shown(of.due, t),
          shown(of.kept, t),
          of.due && of.kept !== null ? shareCell(of.kept, of.due) : few(t),
        ])
      : [],
    empty: t('shown.few-needs'),
    picture: {
      title: t('reports.promise.picture'),
      description: t('reports.picture.share'),
      picture: {
        kind: 'trend',
        amount: 'share',
        months: months.map(({ month }) => month),
        series: [
          {
            name: t('reports.share'),
            values: months.map((of) => (of.due && of.kept !== null ? of.kept / of.due : null)),
          },
        ],
        top: 1,
      },
    },
  };
}

export function shownEnds({ ends }: Published, t: T): Figures {
  const rows = ends.map(({ end, needs }) => ({
    code: end,
    name: t(`reports.end.${end}` as StringKey),
    value: needs,
  }));
  return {
    title: t('reports.ends.title'),
    notes: [],
    columns: [t('reports.ends.end'), t('reports.needs')],
    keys: ['end', 'needs'],
    rows: rows.some(({ value }) => value !== null)
      ? rows.map(({ name, code, value }) => [{ name, code }, shown(value, t)])
      : [],
    empty: t('shown.few-needs'),
    picture: { title: t('reports.ends.picture'), description: t('reports.picture.bars'), picture: bars(rows, t) },
  };
}

/** In so many columns of months there is room to say that a figure is not shown; in more, a dash says it. */
const WORDS_FIT = 4;

/** Needs by theme as a picture, and by theme and month as its table: a month that may not be shown says so. Without a period the sums alone. */
export function shownThemes(published: Published, period: Period | undefined, t: T): Figures {
  const months = period ? monthsOf(period) : [];
  const themes = published.themes
    .filter((row) => row.kind === 'theme')
    .map(({ theme, needs }) => ({ code: theme ?? '', name: themeName(theme ?? '', t), value: needs }))
    .sort((a, b) => b.value - a.value || a.code.localeCompare(b.code));
  const of = (theme: string, month: string) =>
    published.theme_months.find((cell) => cell.theme === theme && cell.month === month)?.needs ?? null;
  const [most] = themes;
  return {
    title: t('desk-figures.themes.title'),
    finding: most ? t('reports.themes.finding', { theme: most.name, needs: most.value }) : undefined,
    notes: [t('desk-figures.themes.counted'), ...(months.length > WORDS_FIT ? [t('shown.dash')] : [])],
    columns: [t('desk-figures.themes.theme'), t('shown.whole-period'), ...months.map(shortMonth)],
    keys: ['theme', 'needs', ...months],
    rows: themes.map(({ code, name, value }) => [
      { name, code },
      value,
      ...months.map((month) => of(code, month) ?? (months.length > WORDS_FIT ? { few: '–' } : few(t))),
    ]),
    empty: t('shown.few-needs'),
    picture: { title: t('reports.themes.picture'), description: t('reports.picture.bars'), picture: bars(themes, t) },
  };
}

/** "11/2026": a column for each month has room for no more. */
const shortMonth = (month: string): string => `${Number(month.slice(5))}/${month.slice(0, 4)}`;

export function shownGaps({ themes }: Published, t: T): Figures {
  const nameOf = ({ kind, theme }: Published['themes'][number]) =>
    theme ? themeName(theme, t) : t(`desk-figures.themes.${kind as 'no_service' | 'left_map'}`);
  const rows = themes
    .map((row) => ({ ...row, code: row.theme ?? row.kind, name: nameOf(row) }))
    .filter(({ kind, ...row }) => kind !== 'theme' || row.declined || row.elsewhere || row.nobody_helped)
    .sort((a, b) => b.needs - a.needs || a.code.localeCompare(b.code));
  const parts = [
    t('desk-figures.themes.declined'),
    t('desk-figures.themes.elsewhere'),
    t('desk-figures.themes.nobody'),
  ];
  const values = (row: (typeof rows)[number]) => [row.declined, row.elsewhere, row.nobody_helped];
  return {
    title: t('reports.gaps.title'),
    notes: [t('reports.gaps.how')],
    columns: [t('desk-figures.themes.theme'), t('reports.needs'), ...parts],
    keys: ['theme', 'needs', 'declined', 'elsewhere', 'nobody_helped'],
    rows: rows.map((row) => [
      { name: row.name, code: row.code },
      row.needs,
      ...values(row).map((one) => shown(one, t)),
    ]),
    empty: t('shown.no-gaps'),
    picture: {
      title: t('reports.gaps.picture'),
      description: t('reports.picture.parts'),
      picture: {
        kind: 'bars',
        amount: 'count',
        parts,
        rows: rows.map((row) => ({ name: row.name, values: values(row).map((one) => one ?? 0), label: '' })),
      },
    },
  };
}

const LEVELS = [0, 1, 2, 3, 4] as const;

/** How far the services' paths are digital: of the map itself, and so of no company. */
export function digitalLevels(t: T): Figures {
  const rows = LEVELS.map((level) => ({
    code: String(level),
    name: `${level}: ${t(`service.digital.${level}`)}`,
    value: catalogue.services.filter(({ digitalLevel }) => digitalLevel === level).length,
  }));
  const all = catalogue.services.length;
  const through = catalogue.services.filter(({ digitalLevel }) => digitalLevel >= 3).length;
  return {
    title: t('shown.levels.title'),
    finding: t('shown.levels.finding', { through, all }),
    notes: [],
    columns: [t('shown.levels.level'), t('shown.levels.services')],
    keys: ['level', 'services'],
    rows: rows.map(({ name, code, value }) => [{ name, code }, value]),
    empty: '',
    picture: {
      title: t('shown.levels.picture'),
      description: t('reports.picture.bars'),
      picture: {
        kind: 'bars',
        amount: 'count',
        parts: [],
        rows: rows.map(({ name, value }) => ({ name, values: [value], label: String(value) })),
      },
    },
  };
}

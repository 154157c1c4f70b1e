// The desk's figures of a period: needs by theme, those without a service, and what was declined and why.
import { THEMES } from '#domain/content/service.ts';
import type { FigureCell, Figures } from '#domain/figures.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';
import { catalogue, nameIn } from '../../catalogue.ts';
import type { Returned } from '../../db.ts';
import { startOf } from '../start-of.ts';

type Row<Name extends 'desk_themes' | 'desk_unmatched'> = Returned<Name>[number];
export type DeclineRow = Omit<Returned<'desk_declines'>[number], 'author_name'> & { author_name: string | null };

/** Every theme, with needs or without: a theme in which the map holds nothing is what is looked for here. */
export function themesTable(rows: Row<'desk_themes'>[], t: T, lang: Language): Figures {
  const name = (theme: string) => t(`theme.${theme}.name` as StringKey);
  const services = (theme: string) => catalogue.services.filter((service) => service.theme === theme).length;
  const line = (first: string, held: number | string, row?: Row<'desk_themes'>): FigureCell[] => [
    first,
    held,
    row?.needs ?? 0,
    row?.declined ?? 0,
    row?.elsewhere ?? 0,
    row?.nobody_helped ?? 0,
  ];
  const without = THEMES.filter((theme) => services(theme) === 0);
  const other = (['no_service', 'left_map'] as const).map((kind) => {
    const row = rows.find((row) => row.kind === kind);
    return line(t(`desk-figures.themes.${kind}`), '', row);
  });
  return {
    title: t('desk-figures.themes.title'),
    notes: [
      t('desk-figures.themes.counted'),
      ...(without.length ? [t('desk-figures.themes.empty', { themes: without.map(name).join(', ') })] : []),
    ],
    columns: [
      t('desk-figures.themes.theme'),
      t('desk-figures.themes.services'),
      t('desk-figures.themes.needs'),
      t('desk-figures.themes.declined'),
      t('desk-figures.themes.elsewhere'),
      t('desk-figures.themes.nobody'),
    ],
    rows: [
      ...THEMES.toSorted((a, b) => name(a).localeCompare(name(b), lang)).map((theme) =>
        line(
          name(theme),
          services(theme),
          rows.find((row) => row.theme === theme),
        ),
      ),
      ...other,
    ],
    empty: '',
  };
}

export function unmatchedTable(rows: Row<'desk_unmatched'>[], t: T): Figures {
  return {
    title: t('desk-figures.unmatched.title'),
    notes: [],
    columns: [
      t('desk-figures.reference'),
      t('desk-figures.received'),
      t('desk-figures.state'),
      t('desk-figures.unmatched.need'),
    ],
    rows: rows.map(({ reference, received_at, state, description }) => [
      { text: reference, href: routes.deskNeed(reference) },
      new Date(received_at),
      t(`desk.state.${state}` as StringKey),
      startOf(description),
    ]),
    empty: t('desk-figures.unmatched.none'),
  };
}

export function declinesTable(rows: DeclineRow[], t: T, lang: Language): Figures {
  const [first] = rows;
  return {
    title: t('desk-figures.declines.title'),
    notes: first
      ? [t('desk-figures.declines.count', { count: first.of_all, whole: first.whole_needs, shown: rows.length })]
      : [],
    columns: [
      t('desk-figures.reference'),
      t('desk-figures.declines.when'),
      t('desk-figures.declines.who'),
      t('desk-figures.declines.what'),
      t('desk-figures.declines.reason'),
    ],
    rows: rows.map(({ reference, at, author_name, author_email, whole_need, reason }) => [
      { text: reference, href: routes.deskNeed(reference) },
      new Date(at),
      author_name ? nameIn(author_name, lang) : author_email,
      t(whole_need ? 'desk-figures.declines.need' : 'desk-figures.declines.hand_over'),
      reason,
    ]),
    empty: t('desk-figures.declines.none'),
  };
}

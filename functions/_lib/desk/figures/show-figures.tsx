// desk-figures: the page with all tables, and each table as a file for a spreadsheet.
import type { Figures } from '#domain/figures.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { createT } from '#domain/i18n/t.ts';
import { DESK } from '#domain/routes.ts';
import {
  DeskFigures,
  FIGURE_PERIODS,
  FIGURE_TABLES,
  type FigurePeriod,
  type FigureTableName,
} from '#forms/desk-figures.tsx';
import { PlainPage } from '#forms/plain-page.tsx';
import { serviceThemes } from '../../catalogue.ts';
import type { Caller } from '../../db.ts';
import { figuresFile } from '../../figures-file.ts';
import { deskPage } from '../desk-page.tsx';
import type { DeskCall } from '../door.ts';
import { allDeclines, pageOfDeclines } from './all-declines.ts';
import { ageBoundaries } from './need-ages.ts';
import { agesTable, type LoadRow, loadTable, type OldestRow, oldestTable } from './now-tables.ts';
import { type DeclineRow, declinesTable, themesTable, unmatchedTable } from './period-tables.ts';

const USUAL: FigurePeriod = 90;
const DAY_MS = 86_400_000;
/** Reasons on the page; a file holds all. */
const SHOWN = 20;

const daysOf = ({ url }: DeskCall): FigurePeriod =>
  FIGURE_PERIODS.find((days) => String(days) === url.searchParams.get('days')) ?? USUAL;

/** How each table is made: one question to the database. */
function makers(
  call: DeskCall,
  declines: (db: Caller, since: string) => Promise<DeclineRow[]>,
): Record<FigureTableName, () => Promise<Figures>> {
  const { db, lang, now } = call;
  const t = createT(lang);
  const p_since = new Date(now.getTime() - daysOf(call) * DAY_MS).toISOString();
  return {
    load: async () => loadTable((await db.rpc('desk_load', {})) as LoadRow[], t, lang),
    ages: async () =>
      agesTable(await db.rpc('desk_ages', { p_since: ageBoundaries(now).map((at) => at.toISOString()) }), t),
    oldest: async () => oldestTable((await db.rpc('desk_oldest', {})) as OldestRow[], t, lang, now),
    themes: async () => themesTable(await db.rpc('desk_themes', { p_themes: serviceThemes, p_since }), t, lang),
    unmatched: async () => unmatchedTable(await db.rpc('desk_unmatched', { p_since }), t),
    declines: async () => declinesTable(await declines(db, p_since), t, lang),
  };
}

export async function showFigures(call: DeskCall): Promise<Response> {
  const t = createT(call.lang);
  const { now } = call;
  const make = makers(call, (db, since) => pageOfDeclines(db, since, SHOWN));
  const made = await Promise.all(FIGURE_TABLES.map(async (name) => [name, await make[name]()] as const));
  const tables = Object.fromEntries(made) as Record<FigureTableName, Figures>;
  const main = <DeskFigures t={t} lang={call.lang} days={daysOf(call)} tables={tables} now={now} />;
  return deskPage(call, { title: t('desk-figures.title'), main });
}

export async function showFiguresFile(call: DeskCall): Promise<Response> {
  const name = FIGURE_TABLES.find((table) => `${table}.csv` === call.params.file);
  const t = createT(call.lang);
  if (!name) {
    const title = t('desk-figures.unknown.title');
    const next = { path: DESK.figures, label: t('desk-figures.title') };
    const main = <PlainPage title={title} texts={[t('desk-figures.unknown.text')]} next={next} />;
    return deskPage(call, { title, main, status: 404 });
  }
  return figuresFile(await makers(call, allDeclines)[name](), `${name}-${helsinkiDate(call.now)}`, 'sheet');
}

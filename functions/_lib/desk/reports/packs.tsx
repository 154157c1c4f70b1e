// desk-packs: the list of packs, one of them as it was sent, and correct-pack: a further version beside the first.
import { correctPackSchema } from '#domain/forms/correct-pack.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { createT } from '#domain/i18n/t.ts';
import { packDay } from '#domain/reports/meetings.ts';
import { DESK, isLanguage, type Language } from '#domain/routes.ts';
import { DeskPacks, type PackLine } from '#forms/desk-packs.tsx';
import { PlainPage } from '#forms/plain-page.tsx';
import { ReportLink } from '#forms/report-link.tsx';
import { asWritten } from '../../acts/act.ts';
import { catalogue } from '../../catalogue.ts';
import { drainQuietly } from '../../drain-outbox.ts';
import { makePack } from '../../reports/make-packs.ts';
import type { PackTable } from '../../reports/pack-page.tsx';
import { reportFile } from '../../reports/report-file.ts';
import { seeOther } from '../../respond.ts';
import { deskPage } from '../desk-page.tsx';
import type { DeskCall, DeskPost } from '../door.ts';

interface PackRow {
  id: string;
  meeting: string;
  first_month: string;
  last_month: string;
  version: number;
  corrected: string | null;
  made_at: string;
}

async function packs({ db }: DeskCall): Promise<PackLine[]> {
  const rows = (await db.rpc('desk_packs', {})) as unknown as PackRow[];
  return rows.map(({ first_month, last_month, made_at, ...row }) => ({
    ...row,
    from: first_month,
    to: last_month,
    madeAt: new Date(made_at),
  }));
}

async function packsPage(call: DeskCall, wrong?: { error: 'missing' | 'too_long'; values: Record<string, string> }) {
  const { lang, now, url } = call;
  const t = createT(lang);
  const lines = await packs(call);
  const made = new Set(lines.map(({ meeting }) => meeting));
  const meeting = catalogue.meetings.find((day) => day >= helsinkiDate(now) && !made.has(day));
  const did = url.searchParams.get('did') === 'pack_corrected' ? 'pack_corrected' : undefined;
  const main = (
    <DeskPacks
      t={t}
      lang={lang}
      packs={lines}
      next={meeting ? { meeting, sent: packDay(meeting) } : undefined}
      did={wrong ? undefined : did}
      values={wrong?.values ?? {}}
      errors={wrong ? { corrected: t(`correct-pack.error.corrected.${wrong.error}`) } : {}}
    />
  );
  const status = wrong ? 422 : 200;
  return deskPage(call, { title: t('desk-packs.title'), main, hasError: Boolean(wrong), status });
}

export const showPacks = (call: DeskCall): Promise<Response> => packsPage(call);

export async function correctPack(call: DeskPost): Promise<Response> {
  const { fields, person, now, waitUntil } = call;
  const parsed = correctPackSchema.safeParse(fields);
  if (!parsed.success) {
    const error = parsed.error.issues.some(({ message }) => message === 'too_long') ? 'too_long' : 'missing';
    return packsPage(call, { error, values: asWritten(fields) });
  }
  const { meeting, corrected } = parsed.data;
  const latest = (await packs(call)).find((pack) => pack.meeting === meeting);
  // A meeting that has no pack was typed by hand: the page says what there is.
  if (!latest) return seeOther(DESK.packs);
  const correction = { version: latest.version + 1, corrected, madeBy: person.email };
  const outcome = await makePack(meeting, { from: latest.from, to: latest.to }, now, correction);
  if (outcome === 'made') waitUntil(drainQuietly());
  return seeOther(outcome === 'made' ? `${DESK.packs}?did=pack_corrected` : DESK.packs);
}

interface KeptPack {
  meeting: string;
  version: number;
  pages: Record<Language, string>;
  /** Null in a pack that was made before tables were kept. */
  tables: Record<Language, PackTable[]> | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function showPack(call: DeskCall): Promise<Response> {
  const { db, lang, url, params } = call;
  const t = createT(lang);
  const id = params.id ?? '';
  const pack = UUID.test(id) ? ((await db.rpc('desk_pack', { p_id: id })) as unknown as KeptPack | null) : null;
  if (!pack) {
    const title = t('desk-packs.unknown');
    const next = { path: DESK.packs, label: t('desk-packs.title') };
    return deskPage(call, { title, main: <PlainPage title={title} texts={[]} next={next} />, status: 404 });
  }
  const asked = url.searchParams.get('lang');
  const of = isLanguage(asked) ? asked : lang;
  const tables = pack.tables?.[of] ?? [];
  const file = reportFile(tables, url.searchParams, `pack-${pack.meeting}-v${pack.version}`);
  if (file) return file;
  const main = (
    <ReportLink t={t} lang={of} path={url.pathname} page={pack.pages[of]} newer={undefined} tables={tables} />
  );
  return deskPage(call, { title: t('pack.page-title'), main });
}

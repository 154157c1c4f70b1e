// desk-need: the page of one need at the desk, and the posts of its buttons.
import { createT } from '#domain/i18n/t.ts';
import { normaliseReference } from '#domain/reference.ts';
import { DESK } from '#domain/routes.ts';
import type { DeskActName } from '#forms/desk-need/act-views.ts';
import type { DeskNeedPage } from '#forms/desk-need/desk-need-page.ts';
import { DeskNeed } from '#forms/desk-need.tsx';
import { PlainPage } from '#forms/plain-page.tsx';
import { drainQuietly } from '../drain-outbox.ts';
import { seeOther } from '../respond.ts';
import type { DeskAct, DeskActResult } from './acts/act.ts';
import { deskActs } from './acts/acts.ts';
import { deskPage } from './desk-page.tsx';
import type { DeskCall, DeskPost } from './door.ts';
import type { SurveyRow } from './feedback.ts';
import type { JoiningRow } from './joining.ts';
import type { NeedMail } from './need-mail.ts';
import { type BesideNeed, type DeskNeedRow, deskNeedPage, eventsOf } from './need-page.ts';

/** What can be said at the top of the page after a button, and no other: the address is anybody's to write. */
const DEEDS: readonly string[] = Object.values<DeskAct>(deskActs).flatMap(({ deeds }) => deeds);

interface Read {
  row: DeskNeedRow;
  beside: BesideNeed;
}

async function readNeed({ db, params }: DeskCall): Promise<Read | undefined> {
  const p_reference = normaliseReference(params.reference ?? '');
  if (!p_reference) return undefined;
  const [[row], notes, [end], [joining], [mail], surveys] = await Promise.all([
    db.rpc('desk_need', { p_reference }),
    db.rpc('desk_notes', { p_reference }),
    db.rpc('desk_need_end', { p_reference }),
    db.rpc('desk_joining', { p_reference }),
    db.rpc('desk_need_mail', { p_reference }),
    db.rpc('desk_need_surveys', { p_reference }),
  ]);
  if (!row || !joining) return undefined;
  return {
    row: row as unknown as DeskNeedRow,
    beside: {
      notes,
      end,
      joining: joining as unknown as JoiningRow,
      mail: mail as unknown as NeedMail | undefined,
      surveys: surveys as unknown as SurveyRow[],
    },
  };
}

function unknown(call: DeskCall): Response {
  const t = createT(call.lang);
  const title = t('desk-need.unknown.title');
  const next = { path: DESK.list, label: t('desk-need.unknown.list') };
  const main = <PlainPage title={title} texts={[t('desk-need.unknown.text')]} next={next} />;
  return deskPage(call, { title, main, status: 404 });
}

type Wrong = Extract<DeskActResult, { status: 'wrong' | 'changed' }>;

/** The answer filled by the template that the address names. */
function filled({ url }: DeskCall, { templates }: DeskNeedPage): Record<string, string> {
  const template = templates.find(({ id }) => id === url.searchParams.get('template'));
  return template ? { act: 'answer', template: template.id, answer: template.text } : {};
}

function needPage(call: DeskCall, { row, beside }: Read, wrong?: Wrong): Response {
  const { lang, url, person } = call;
  const t = createT(lang);
  const asked = url.searchParams.get('did');
  const errors = wrong?.status === 'wrong' ? wrong.errors : {};
  const seen = wrong?.status === 'changed' ? wrong.seen : Number.POSITIVE_INFINITY;
  const page = deskNeedPage(row, beside, call);
  const main = (
    <DeskNeed
      t={t}
      lang={lang}
      page={page}
      did={wrong ? undefined : DEEDS.find((deed) => deed === asked)}
      changes={eventsOf(row, beside, person, t, lang).filter(({ id }) => id > seen)}
      values={wrong?.values ?? filled(call, page)}
      errors={Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, t(key)]))}
    />
  );
  const title = `${row.reference} ${row.company_name ?? row.contact_name}`;
  const status = wrong ? { wrong: 422, changed: 409 }[wrong.status] : 200;
  return deskPage(call, { title, main, hasError: Boolean(wrong), status });
}

export async function showNeed(call: DeskCall): Promise<Response> {
  const read = await readNeed(call);
  return read ? needPage(call, read) : unknown(call);
}

export async function actOnNeed(call: DeskPost): Promise<Response> {
  const reference = normaliseReference(call.params.reference ?? '');
  const name = String(call.fields.act);
  const act = Object.hasOwn(deskActs, name) && deskActs[name as DeskActName];
  if (!reference || !act) return unknown(call);
  const result = await act.run(call, reference);
  if (result.status === 'gone') return unknown(call);
  if (result.status === 'done') {
    call.waitUntil(drainQuietly());
    return seeOther(`${call.url.pathname}?did=${result.did}`);
  }
  const read = await readNeed(call);
  return read ? needPage(call, read, result) : unknown(call);
}

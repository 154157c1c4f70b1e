// desk-list: the query of the address becomes a page of needs.
import { cleanLine } from '#domain/forms/text.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT, type T } from '#domain/i18n/t.ts';
import { normaliseReference } from '#domain/reference.ts';
import type { Language } from '#domain/routes.ts';
import { DESK_VIEWS, DeskList, type DeskListRow, type DeskView } from '#forms/desk-list.tsx';
import { nameIn, serviceName } from '../catalogue.ts';
import type { Enums } from '../db.ts';
import { dueStanding } from '../due-standing.ts';
import { deskPage } from './desk-page.tsx';
import type { DeskCall } from './door.ts';
import { startOf } from './start-of.ts';

/** Longer is no search that a person types. */
const TYPED_MAX = 200;

interface Row {
  reference: string;
  state: Enums['need_state'];
  company_name: string | null;
  business_id: string | null;
  founder: boolean;
  contact_name: string;
  description: string;
  services: string[];
  received_at: string;
  due_at: string;
  first_response_at: string | null;
  promise_kept: boolean | null;
  closed_at: string | null;
  owner_email: string | null;
  owner_name: string | null;
  /** Who has it while its owner is away; else the owner. */
  acting_email: string | null;
  waits_for_company: boolean;
  /** An open need of the same company that this one was like when it came in. */
  alike: string | null;
}

function listRow(row: Row, me: string, now: Date, t: T, lang: Language): DeskListRow {
  const company = row.company_name ?? row.business_id;
  return {
    reference: row.reference,
    company: [company ?? row.contact_name, !company && row.founder ? t('need.founder') : null]
      .filter(Boolean)
      .join(', '),
    start: startOf(row.description),
    serviceNames: row.services.map((id) => serviceName(id, lang)),
    state: t(`desk.state.${row.state}` as StringKey),
    owner: row.owner_name ? nameIn(row.owner_name, lang) : row.owner_email,
    isMine: row.owner_email === me,
    standsIn: row.owner_email !== me && row.acting_email === me,
    turn: row.closed_at || !row.first_response_at ? null : row.waits_for_company ? 'company' : 'ours',
    alike: row.alike,
    dueAt: new Date(row.due_at),
    standing: dueStanding(row, now),
  };
}

export async function showList(call: DeskCall): Promise<Response> {
  const { url, lang, person, db } = call;
  const typed = cleanLine(url.searchParams.get('q')).slice(0, TYPED_MAX);
  const wanted = url.searchParams.get('view');
  const view: DeskView = DESK_VIEWS.find((known) => known === wanted) ?? (typed ? 'any' : 'open');
  const after = normaliseReference(url.searchParams.get('after') ?? '') ?? null;
  const [page] = await db.rpc('desk_list', { p_view: view, p_typed: typed, p_after: after });
  if (!page) throw new Error('desk_list returned no row');
  const t = createT(lang);
  const now = new Date(page.now);
  const main = (
    <DeskList
      t={t}
      lang={lang}
      view={view}
      typed={typed}
      isFirst={after === null}
      rows={(page.needs as unknown as Row[]).map((row) => listRow(row, person.email, now, t, lang))}
      counts={page.counts as Partial<Record<DeskView, number>> | null}
      tooMany={page.too_many}
      hasMore={page.has_more}
      now={now}
    />
  );
  return deskPage(call, { title: t('desk-list.title'), main });
}

// A need's row as the desk's page wants it: moments as dates, people as names, services by name.
import type { T } from '#domain/i18n/t.ts';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import type { DeskNeedPage } from '#forms/desk-need/desk-need-page.ts';
import type { DeskEvent, NeedEventKind } from '#forms/parts/desk-log.tsx';
import { nameIn, serviceName } from '../catalogue.ts';
import type { Enums, Returned } from '../db.ts';
import { dateStanding } from '../due-standing.ts';
import { handOverStanding } from '../hand-over-line.ts';
import { peopleToAsk } from '../hand-over-people.ts';
import { joinedNeed, type MayBeNull, type OpenedLink } from '../opened-link.ts';
import type { DeskCall, DeskPerson } from './door.ts';
import { type SurveyRow, surveysOfNeed } from './feedback.ts';
import { deskJoining, type JoiningRow } from './joining.ts';
import { cameBackOf, type NeedMail, setAsideOf } from './need-mail.ts';
import { replyTemplates } from './reply-templates.ts';

interface EventRow {
  id: number;
  kind: NeedEventKind;
  at: string;
  actor_role: Enums['person_role'];
  actor_email: string | null;
  actor_name: string | null;
  /** Whom a line about a hand-over is about. */
  about: string | null;
  way: 'desk' | 'link' | 'workspace' | null;
}
type Row = Returned<'desk_need'>[number];
/** A need's columns are the same as behind a link; the person is known by the session. */
type NeedMayBeNull = Exclude<MayBeNull, 'person_name'> | 'acting_email' | 'acting_name';
export type DeskNeedRow = Omit<Row, NeedMayBeNull | 'messages' | 'hand_overs' | 'events'> & {
  [Key in NeedMayBeNull]: Row[Key] | null;
} & Pick<OpenedLink, 'messages' | 'hand_overs'> & { events: EventRow[] };

export const eventsOf = (
  row: DeskNeedRow,
  { mail }: BesideNeed,
  person: DeskPerson,
  t: T,
  lang: Language,
): DeskEvent[] =>
  row.events.map(({ id, kind, at, actor_role, actor_email, actor_name, about, way }) => ({
    id,
    kind,
    at: new Date(at),
    who:
      actor_email === person.email && actor_role === 'coordinator'
        ? t('event.you')
        : actor_name
          ? nameIn(actor_name, lang)
          : (actor_email ?? t('event.system')),
    about: about && nameIn(about, lang),
    way: mail?.events_by_mail.includes(id) ? 'mail' : way,
  }));

/** What stands beside a need's own row: for the desk alone, read by functions of their own. */
export interface BesideNeed {
  notes: Returned<'desk_notes'>;
  joining: JoiningRow;
  /** Undefined of an open need. */
  end: Returned<'desk_need_end'>[number] | undefined;
  mail: NeedMail | undefined;
  surveys: SurveyRow[];
}

export function deskNeedPage(row: DeskNeedRow, beside: BesideNeed, { lang, person, url }: DeskCall): DeskNeedPage {
  const { notes, end, joining, mail, surveys } = beside;
  const t = createT(lang);
  const isReader = (email: string | null) => email === person.email;
  const named = (name: string | null, email: string) => (name ? nameIn(name, lang) : email);
  return {
    path: url.pathname,
    need: {
      reference: row.reference,
      description: row.description,
      serviceNames: row.services.map((id) => serviceName(id, lang)),
      businessId: row.business_id,
      founder: row.founder,
      companyName: row.company_name,
      contactName: row.contact_name,
      contactEmail: row.contact_email,
      contactPhone: row.contact_phone,
      contactBy: row.contact_by,
    },
    language: row.language,
    noticeVersion: row.notice_version,
    state: row.state,
    open: row.closed_at === null,
    receivedAt: new Date(row.received_at),
    dueAt: new Date(row.due_at),
    standing: dateStanding(row, new Date(row.now)),
    answered: row.first_response_at !== null,
    waitsForCompany: row.waits_for_company,
    owner: row.owner_email
      ? {
          name: named(row.owner_name, row.owner_email),
          isReader: isReader(row.owner_email) || isReader(row.acting_email),
          standIn:
            row.acting_email && row.acting_email !== row.owner_email
              ? { name: named(row.acting_name, row.acting_email), isReader: isReader(row.acting_email) }
              : null,
        }
      : null,
    mayTake:
      row.closed_at === null &&
      !isReader(row.owner_email) &&
      (row.owner_email === null ||
        // A stand-in who means to keep it.
        isReader(row.acting_email) ||
        row.hand_overs.some(({ to_email, may_take }) => isReader(to_email) && may_take)),
    mayRelease: row.state === 'claimed' && isReader(row.owner_email) && !row.first_response_at,
    messages: row.messages.map((message) => ({
      id: message.id,
      kind: message.kind,
      author: named(message.author_name, message.author_email),
      body: message.body,
      channel: message.channel,
      happenedAt: new Date(message.happened_at),
      own: isReader(message.author_email),
      joined: joinedNeed(message, lang),
      byMail: mail?.by_mail.includes(message.id),
    })),
    cameBack: cameBackOf(mail),
    setAside: setAsideOf(mail),
    joining: deskJoining(row.reference, joining, lang),
    handOvers: row.hand_overs.map((asked) => ({
      id: asked.id,
      name: nameIn(asked.to_name, lang),
      standing: handOverStanding(asked),
      note: asked.note,
    })),
    // Who declined sees nothing more.
    seenBy: row.hand_overs
      .filter(({ state }) => state !== 'declined')
      .map(({ to_name, asked_at }) => ({ name: nameIn(to_name, lang), since: new Date(asked_at) })),
    people: peopleToAsk(person.email, lang, row.hand_overs),
    notes: notes.map(({ id, author_name, author_email, body, created_at }) => ({
      id,
      author: named(author_name, author_email),
      body,
      at: new Date(created_at),
    })),
    events: eventsOf(row, beside, person, t, lang),
    seen: row.last_event,
    surveys: surveysOfNeed(surveys, lang),
    templates: replyTemplates(row, person.name, lang),
    outcome: end?.outcome ?? null,
    now: new Date(row.now),
  };
}

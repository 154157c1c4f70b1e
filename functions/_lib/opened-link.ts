// The row behind a link as the pages want it: moments as dates, people as names, other links as paths.
import { createT } from '#domain/i18n/t.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';
import type { LinkPage, LinkPurpose } from '#forms/link-page.ts';
import type { ThreadMessage } from '#forms/parts/thread.tsx';
import { nameIn, phone, serviceName } from './catalogue.ts';
import { asSystem, type Enums, type Returned } from './db.ts';
import { dateStanding } from './due-standing.ts';
import { type HandOverRow, handOverStanding } from './hand-over-line.ts';
import { peopleToAsk } from './hand-over-people.ts';
import { linkPath, tokenHash } from './links.ts';
import { publicName } from './public-name.ts';

type Row = Returned<'open_link'>[number];
/** Columns that may be null, which the generated types do not know. */
export type MayBeNull =
  | 'person_name'
  | 'business_id'
  | 'company_name'
  | 'contact_phone'
  | 'owner_email'
  | 'owner_name'
  | 'first_response_at'
  | 'promise_kept'
  | 'closed_at'
  | 'survey_answer';
/** What a contact reported, as SQL's app.task_of gives it. */
export interface ReportedTask {
  services: string[];
  own_page: boolean;
  mistake: string;
  created_at: string;
  done_at: string | null;
  /** For editors alone. */
  done_by: string | null;
  note: string | null;
}
/** A round of confirmation, as SQL's app.confirmation_of gives it. */
export interface Round {
  provider: string;
  /** Whom it asks. */
  email: string;
  /** Hash of the texts as they were when the letter was written. */
  texts: string;
  asked_at: string;
  confirmed_at: string | null;
  /** What its contact reported; for the contact alone. */
  tasks: ReportedTask[] | null;
}

/** For each purpose its own record: a need in the columns of old, a round of confirmation, or a task in a round. */
export type OpenedLink = Omit<
  Row,
  MayBeNull | 'links' | 'messages' | 'hand_overs' | 'confirmation' | 'task' | 'stand_in'
> & {
  [Key in MayBeNull]: Row[Key] | null;
} & {
  confirmation: Round | null;
  task: ReportedTask | null;
  links: Partial<Record<Enums['link_purpose'], string>>;
  messages: {
    id: string;
    kind: Enums['message_kind'] | 'joined_need';
    author_role: Enums['person_role'];
    author_email: string;
    author_name: string | null;
    body: string;
    channel: Enums['contact_channel'] | null;
    happened_at: string;
    /** Of a need that was joined: its reference, and what it chose. */
    reference?: string;
    services?: string[];
  }[];
  hand_overs: HandOverRow[];
  /** Of a need that was joined to another. */
  goes_on?: GoesOnRow;
  /** Who acts while the owner is away, as SQL's app.stand_in_for gives it. */
  stand_in: { name: string | null } | null;
};

/** The need in which a joined one goes on, and the person's own links there. */
interface GoesOnRow {
  reference: string;
  links: Partial<Record<Enums['link_purpose'], string>>;
}

/** The round behind a link that is for one. */
export function roundOf({ confirmation, purpose }: OpenedLink): Round {
  if (!confirmation) throw new Error(`a link ${purpose} has no round`);
  return confirmation;
}
/** The task behind an editor's link. */
export function taskOf({ task, purpose }: OpenedLink): ReportedTask {
  if (!task) throw new Error(`a link ${purpose} has no task`);
  return task;
}

const CLOSED: readonly Enums['need_state'][] = ['closed', 'referred', 'withdrawn', 'declined', 'joined'];
const HOUR_MS = 3_600_000;

/** The living link behind a token, or undefined for one that is unknown, expired, revoked or altered. */
export async function openLink(token: string): Promise<{ hash: string; link: OpenedLink } | undefined> {
  const hash = tokenHash(token);
  if (!hash) return undefined;
  const [link] = (await asSystem().rpc('open_link', { p_token_hash: hash })) as unknown as OpenedLink[];
  if (!link) return undefined;
  if (link.state === 'joined') {
    const [on] = await asSystem().rpc('where_it_goes_on', { p_token_hash: hash });
    link.goes_on = on as unknown as GoesOnRow;
  }
  return { hash, link };
}

/** What a need that was joined told, where a line of the thread is that. */
export const joinedNeed = (
  { reference, services }: OpenedLink['messages'][number],
  lang: Language,
): ThreadMessage['joined'] =>
  reference ? { reference, serviceNames: (services ?? []).map((id) => serviceName(id, lang)) } : undefined;

const pathOf = (id: string | undefined): string | null => (id ? linkPath(id) : null);

const at = (moment: string | null): Date | null => (moment ? new Date(moment) : null);

export function linkPage(link: OpenedLink, path: string): LinkPage {
  const lang: Language = link.language;
  const t = createT(lang);
  const forCompany = link.person_role === 'company';
  const isReader = (email: string | null) => email === link.person_email;
  // The company sees names and never the addresses of those who handle its matter.
  const person = (name: string | null, email: string): string =>
    forCompany && !isReader(email) ? publicName(name && nameIn(name, lang), t) : (name ?? email);
  const messages = link.messages.map(
    (message): ThreadMessage => ({
      id: message.id,
      kind: message.kind,
      author:
        // A colleague in the company, and whom it has invited, are called as the company knows them.
        message.author_role === 'company' || message.author_role === 'adviser'
          ? (message.author_name ?? message.author_email)
          : person(message.author_name, message.author_email),
      body: message.body,
      channel: message.channel,
      happenedAt: new Date(message.happened_at),
      own: isReader(message.author_email),
      joined: joinedNeed(message, lang),
    }),
  );
  const open = !CLOSED.includes(link.state);
  const closedAt = at(link.closed_at);
  const now = new Date(link.now);
  return {
    path,
    purpose: link.purpose as LinkPurpose,
    role: link.person_role as LinkPage['role'],
    need: {
      reference: link.reference,
      description: link.description,
      serviceNames: link.services.map((id) => serviceName(id, lang)),
      businessId: link.business_id,
      founder: link.founder,
      companyName: link.company_name,
      contactName: link.contact_name,
      contactEmail: link.contact_email,
      contactPhone: link.contact_phone,
      contactBy: link.contact_by,
    },
    state: link.state,
    open,
    receivedAt: new Date(link.received_at),
    dueAt: new Date(link.due_at),
    standing: dateStanding(link, now),
    firstResponseAt: at(link.first_response_at),
    closedAt,
    goesOn: link.goes_on
      ? {
          reference: link.goes_on.reference,
          path: pathOf(link.goes_on.links[link.purpose] ?? link.goes_on.links.see_need),
        }
      : null,
    owner: link.owner_email
      ? {
          name: person(link.owner_name, link.owner_email),
          isReader: isReader(link.owner_email),
          standIn:
            forCompany && link.stand_in ? publicName(link.stand_in.name && nameIn(link.stand_in.name, lang), t) : null,
        }
      : null,
    mayRelease: open && isReader(link.owner_email) && !link.first_response_at,
    mayRestore: link.state === 'withdrawn' && closedAt !== null && now.getTime() - closedAt.getTime() < 24 * HOUR_MS,
    messages,
    handOvers: link.hand_overs.map((row) => ({
      id: row.id,
      name: person(nameIn(row.to_name, lang), row.to_email),
      standing: handOverStanding(row),
      note: row.note,
      toReader: isReader(row.to_email),
      mayTake: row.may_take,
    })),
    paths: Object.fromEntries(Object.entries(link.links).map(([purpose, id]) => [purpose, linkPath(id)])),
    people: peopleToAsk(link.person_email, lang, link.hand_overs),
    workspacePath: forCompany ? WORKSPACE.home : null,
    now,
    phone,
  };
}

// The mail of a need as the desk's page wants it: addresses to which nothing gets through, and mails that are nobody's word.
import type { CameBackLine } from '#forms/desk-need/came-back.tsx';
import type { SetAsideMail } from '#forms/desk-need/set-aside.tsx';

/** A row of api.desk_need_mail; its JSON has no shape in the generated types. */
export interface NeedMail {
  set_aside: {
    id: string;
    from_email: string;
    received_at: string;
    outcome: SetAsideMail['why'];
    body: string | null;
  }[];
  came_back: { person_email: string; kind: CameBackLine['kind']; reason: string | null; happened_at: string }[];
  /** Messages of the thread, and lines of the log. */
  by_mail: string[];
  events_by_mail: number[];
}

export const cameBackOf = (mail: NeedMail | undefined): CameBackLine[] =>
  (mail?.came_back ?? []).map(({ person_email, kind, reason, happened_at }) => ({
    address: person_email,
    kind,
    reason,
    at: new Date(happened_at),
  }));

export const setAsideOf = (mail: NeedMail | undefined): SetAsideMail[] =>
  (mail?.set_aside ?? []).map(({ id, from_email, received_at, outcome, body }) => ({
    id,
    from: from_email,
    why: outcome,
    body,
    at: new Date(received_at),
  }));

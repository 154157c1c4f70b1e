// What the desk shows of one need, and what each part of its page is given.
import type { OUTCOMES } from '#domain/forms/close-need.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import type { DeskEvent } from '../parts/desk-log.tsx';
import type { HandOverLine } from '../parts/hand-overs.tsx';
import type { NeedFactsData } from '../parts/need-facts.tsx';
import type { PromiseStanding } from '../parts/promise-date.tsx';
import type { ThreadMessage } from '../parts/thread.tsx';
import type { CameBackLine } from './came-back.tsx';
import type { DeskNote } from './notes.tsx';
import type { SetAsideMail } from './set-aside.tsx';
import type { SurveyOfNeed } from './surveys.tsx';

export type Outcome = (typeof OUTCOMES)[number];

export interface ReplyTemplate {
  id: string;
  /** In the reader's language. */
  title: string;
  /** In the company's. */
  text: string;
}

/** Another open need of the same company. */
export interface JoinOffer {
  reference: string;
  start: string;
  receivedAt: Date;
  /** What both chose, and the beginnings of words that both use. */
  serviceNames: string[];
  words: string[];
  isAlike: boolean;
  /** Who wrote it, when that is another mailbox. */
  otherContact: string | null;
}

export interface DeskNeedPage {
  path: string;
  need: NeedFactsData;
  /** The language in which the company reads. */
  language: Language;
  noticeVersion: string;
  state: string;
  open: boolean;
  receivedAt: Date;
  dueAt: Date;
  standing: PromiseStanding;
  answered: boolean;
  waitsForCompany: boolean;
  /** isReader: the owner, or who stands in for them. */
  owner: { name: string; isReader: boolean; standIn: { name: string; isReader: boolean } | null } | null;
  mayTake: boolean;
  mayRelease: boolean;
  messages: ThreadMessage[];
  handOvers: HandOverLine[];
  /** Who sees the need besides the coordinators. */
  seenBy: { name: string; since: Date }[];
  /** Whom the need can be handed to: not those who are asked already and have not answered. */
  people: { value: string; label: string }[];
  notes: DeskNote[];
  cameBack: CameBackLine[];
  setAside: SetAsideMail[];
  joining: {
    /** The reference of the need in which this one goes on. */
    goesOn: string | null;
    /** Those of the needs that go on in this one. */
    joined: string[];
    /** Those whose joining may still be undone, this one among them. */
    undoable: string[];
    offers: JoinOffer[];
  };
  events: DeskEvent[];
  /** The last line of the log that this page shows: an act says what its person has seen. */
  seen: number;
  surveys: SurveyOfNeed[];
  templates: ReplyTemplate[];
  /** What became of a need that was closed. */
  outcome: Outcome | null;
  now: Date;
}

export interface DeskNeedProps {
  t: T;
  lang: Language;
  page: DeskNeedPage;
  did?: string | undefined;
  /** What happened since the page was opened on which the person acted: nothing was done, and this is why. */
  changes: readonly DeskEvent[];
  /** What was written in a form that was not taken, its button's value among it. */
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

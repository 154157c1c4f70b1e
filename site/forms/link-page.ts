// What a page behind a letter's link shows: one shape for every purpose, filled by the function.
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import type { HandOverLine } from './parts/hand-overs.tsx';
import type { NeedFactsData } from './parts/need-facts.tsx';
import type { PromiseStanding } from './parts/promise-date.tsx';
import type { ThreadMessage } from './parts/thread.tsx';

export type LinkPurpose =
  | 'see_need'
  | 'reply_to_need'
  | 'answer_survey'
  | 'take_need'
  | 'answer_need'
  | 'log_contact'
  | 'ask_more'
  | 'hand_over_need'
  | 'report_hand_over'
  | 'decline_need';

export interface LinkPage {
  /** Where the page's form posts to: the link itself. */
  path: string;
  purpose: LinkPurpose;
  role: 'company' | 'coordinator' | 'expert';
  need: NeedFactsData;
  state: string;
  open: boolean;
  receivedAt: Date;
  dueAt: Date;
  standing: PromiseStanding;
  firstResponseAt: Date | null;
  closedAt: Date | null;
  /** Of a need that was joined to another: which one, and the reader's own link there. */
  goesOn: { reference: string; path: string | null } | null;
  /** standIn: for the company, who has its matter in hand while the owner is away. */
  owner: { name: string; isReader: boolean; standIn: string | null } | null;
  /** Whether the reader may still let go of what it took. */
  mayRelease: boolean;
  /** Whether the company may still take back its withdrawal. */
  mayRestore: boolean;
  messages: ThreadMessage[];
  handOvers: (HandOverLine & { toReader: boolean; mayTake: boolean })[];
  /** The same person's other living links of this need. */
  paths: Partial<Record<LinkPurpose, string>>;
  /** Whom the need can be handed to: not those who are asked already and have not answered. */
  people: { value: string; label: string }[];
  /** The company's workspace, for whoever is not in it already. */
  workspacePath: string | null;
  now: Date;
  phone: string;
}

export interface LinkViewProps {
  t: T;
  lang: Language;
  page: LinkPage;
  /** What the person just did, said once after it. */
  did?: string | undefined;
  values: Readonly<Record<string, string>>;
  /** Words of each wrong field. */
  errors: Readonly<Record<string, string>>;
}

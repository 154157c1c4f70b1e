// What was decided for each table of app: whether its rows leave with a company's data, and what becomes of them when the
// company is erased. A new table without a decision fails the tests that read this.

import type { KeepingKind } from '#domain/content/keeping.ts';

export interface TableDecision {
  /** 'in', or why not. */
  takeOut: 'in' | { not: string };
  /** 'gone': no row of the company is left; 'nameless': rows stay and say nothing of whose they were; or why it is none of this. */
  erasure: 'gone' | 'nameless' | { not: string };
  /** The keeping time that its rows have; with what they go where they have none of their own; or why they stay. */
  keeping: KeepingKind | { with: KeepingKind } | { stays: string };
}

type Keeping = TableDecision['keeping'];
const of = (keeping: Keeping, reason: string): TableDecision => ({
  takeOut: { not: reason },
  erasure: { not: reason },
  keeping,
});
const OUR_PEOPLE = 'It is about those who handle needs, and holds nothing of a company.';
const PROVIDERS = 'It is about providers and their texts, and holds nothing of a company.';
const whole = (keeping: Keeping): TableDecision => ({ takeOut: 'in', erasure: 'gone', keeping });
const counted = (keeping: Keeping): TableDecision => ({ takeOut: 'in', erasure: 'nameless', keeping });
const WITH_NEED: Keeping = { with: 'needs' };
const WITH_WORKSPACE: Keeping = { with: 'workspaces' };

export const TABLE_DECISIONS: Record<string, TableDecision> = {
  absences: of('coordinators', OUR_PEOPLE),
  answer_cells: of(
    { stays: 'Sums of five answers and more.' },
    'Sums of five answers and more, in which nobody’s can be told from the others.',
  ),
  answer_months: of(
    { stays: 'Sums of the sums.' },
    'Sums of five answers and more, in which nobody’s can be told from the others.',
  ),
  bounces: whole({ with: 'letters' }),
  claims: whole('claims'),
  code_requests: of('codes', 'Hashes of addresses, kept for a day.'),
  companies: whole('workspaces'),
  company_events: whole('workspace-log'),
  confirmations: of('confirmations', PROVIDERS),
  consent_events: whole({ with: 'consents' }),
  consent_needs: whole({ with: 'consents' }),
  consent_reminders: {
    takeOut: { not: 'That owners were asked whether to go on; the letters that asked are in.' },
    erasure: 'gone',
    keeping: { with: 'consents' },
  },
  consents: whole('consents'),
  coordinators: of('coordinators', OUR_PEOPLE),
  digests: of(
    'digests',
    'It holds ids of needs, each for the coordinator who was told; an id leads nowhere once the need is erased.',
  ),
  document_erasures: of(
    { stays: 'Until the storage has erased the file, which is tried by the clock.' },
    'Random names of files to erase, of which nobody knows whose they were.',
  ),
  documents: whole(WITH_WORKSPACE),
  editor_tasks: of({ with: 'confirmations' }, PROVIDERS),
  erased_links: of('erased-links', 'Hashes of random bits, of which nobody knows what they led to.'),
  erasures: counted('receipts'),
  events: whole(WITH_NEED),
  follow_ups: whole(WITH_NEED),
  hand_overs: counted(WITH_NEED),
  keeping_runs: of('keeping-runs', 'Numbers of what went, of nobody.'),
  ladder_steps: whole(WITH_NEED),
  links: {
    takeOut: { not: 'Keys: whoever got hold of the file would hold them. The letters that carried them are in.' },
    erasure: 'gone',
    keeping: 'links',
  },
  looks: whole('looks'),
  mail_events: {
    takeOut: { not: 'What the mail service told of a letter, kept for 30 days; what came of it is in bounces.' },
    erasure: 'gone',
    keeping: 'delivery-reports',
  },
  member_invitations: whole('invitations'),
  members: whole(WITH_WORKSPACE),
  messages: whole(WITH_NEED),
  named_answers: counted(WITH_NEED),
  need_moves: of({ stays: 'Nobody’s data.' }, 'The states there are; nobody’s data.'),
  needs: counted('needs'),
  notes: {
    takeOut: {
      not: 'Between coordinators, and shown to nobody else; given on request by the coordinator, as the notice says.',
    },
    erasure: 'gone',
    keeping: WITH_NEED,
  },
  opened_texts: of('survey-texts', 'Texts of anonymous answers, of which nobody knows whose they are.'),
  outbox: whole('letters'),
  profile_facts: whole(WITH_WORKSPACE),
  received_mails: whole('mails'),
  reports: of(
    { stays: 'Packs as they were sent: figures over five and more.' },
    'Figures over five and more, as they were sent; no person and no company stands in them.',
  ),
  scheduled_runs: of(
    { stays: 'A line for each scheduled function.' },
    'When the portal last did its work by the clock; of nobody.',
  ),
  sealed_answers: of(
    { stays: 'Opened or not by the rules of surveys; nothing in it names anybody.' },
    'Anonymous answers: nothing leads from a need or a person to one of them.',
  ),
  service_events: counted(WITH_NEED),
  sessions: whole('sign-ins'),
  survey_invitations: counted(WITH_NEED),
  survey_letters: of({ with: 'letters' }, 'A hash of a mailbox and a week; the row goes with its letter.'),
  survey_versions: of({ stays: 'What was published.' }, 'What surveys ask, as published.'),
  take_outs: whole('receipts'),
};

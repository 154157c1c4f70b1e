// What was decided for each table of app: whether its rows leave with a company's data, and what becomes of them when the
// company is erased. A new table without a decision fails the tests that read this.

export interface TableDecision {
  /** 'in', or why not. */
  takeOut: 'in' | { not: string };
  /** 'gone': no row of the company is left; 'nameless': rows stay and say nothing of whose they were; or why it is none of this. */
  erasure: 'gone' | 'nameless' | { not: string };
}

const of = (reason: string): TableDecision => ({ takeOut: { not: reason }, erasure: { not: reason } });
const OUR_PEOPLE = 'It is about those who handle needs, and holds nothing of a company.';
const PROVIDERS = 'It is about providers and their texts, and holds nothing of a company.';
const whole: TableDecision = { takeOut: 'in', erasure: 'gone' };

export const TABLE_DECISIONS: Record<string, TableDecision> = {
  absences: of(OUR_PEOPLE),
  answer_cells: of('Sums of five answers and more, in which nobody’s can be told from the others.'),
  bounces: whole,
  claims: whole,
  code_requests: of('Hashes of addresses, kept for a day.'),
  companies: whole,
  company_events: whole,
  confirmations: of(PROVIDERS),
  consent_events: whole,
  consent_needs: whole,
  consents: whole,
  coordinators: of(OUR_PEOPLE),
  digests: of(
    'It holds ids of needs, each for the coordinator who was told; an id leads nowhere once the need is erased.',
  ),
  document_erasures: of('Random names of files to erase, of which nobody knows whose they were.'),
  documents: whole,
  editor_tasks: of(PROVIDERS),
  erased_links: of('Hashes of random bits, of which nobody knows what they led to.'),
  erasures: { takeOut: 'in', erasure: 'nameless' },
  events: whole,
  follow_ups: whole,
  hand_overs: { takeOut: 'in', erasure: 'nameless' },
  ladder_steps: whole,
  links: {
    takeOut: { not: 'Keys: whoever got hold of the file would hold them. The letters that carried them are in.' },
    erasure: 'gone',
  },
  looks: whole,
  mail_events: {
    takeOut: { not: 'What the mail service told of a letter, kept for 30 days; what came of it is in bounces.' },
    erasure: 'gone',
  },
  member_invitations: whole,
  members: whole,
  messages: whole,
  named_answers: { takeOut: 'in', erasure: 'nameless' },
  need_moves: of('The states there are; nobody’s data.'),
  needs: { takeOut: 'in', erasure: 'nameless' },
  notes: {
    takeOut: {
      not: 'Between coordinators, and shown to nobody else; given on request by the coordinator, as the notice says.',
    },
    erasure: 'gone',
  },
  opened_texts: of('Texts of anonymous answers, of which nobody knows whose they are.'),
  outbox: whole,
  profile_facts: whole,
  received_mails: whole,
  sealed_answers: of('Anonymous answers: nothing leads from a need or a person to one of them.'),
  service_events: { takeOut: 'in', erasure: 'nameless' },
  sessions: whole,
  survey_invitations: { takeOut: 'in', erasure: 'nameless' },
  survey_letters: of('A hash of a mailbox and a week; the row goes with its letter.'),
  survey_versions: of('What surveys ask, as published.'),
  take_outs: whole,
};

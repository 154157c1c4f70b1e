// The letters an editor may change: their kinds, who gets each, and the placeholders that each must and may hold.
import * as z from 'zod';

/** Placeholders by kind: `must` fails the build when absent from the body, `may` is optional, any other one is an error. */
// A receipt and a fresh link go to an address that nobody has proved yet: they hold nothing that a stranger may write, not even a name.
export const LETTERS = {
  receipt: { to: 'company', must: ['reference', 'due_date', 'status_link'], may: ['due_reason', 'phone'] },
  answer: {
    to: 'company',
    must: ['answer', 'author', 'reply_link'],
    may: ['name', 'reference', 'status_link', 'phone'],
  },
  question: {
    to: 'company',
    must: ['question', 'author', 'reply_link'],
    may: ['name', 'reference', 'status_link', 'phone'],
  },
  declined: { to: 'company', must: ['reason', 'author', 'reference'], may: ['name', 'status_link', 'phone'] },
  closed: { to: 'company', must: ['message', 'author', 'reference'], may: ['name', 'status_link', 'phone'] },
  referred: { to: 'company', must: ['message', 'author', 'reference'], may: ['name', 'status_link', 'phone'] },
  handed_over: { to: 'company', must: ['expert', 'status_link'], may: ['name', 'reference', 'author', 'phone'] },
  // The words of a survey come from the version that was asked; its answers are links.
  survey: {
    to: 'company',
    must: ['question', 'answers', 'privacy'],
    may: ['name', 'reference', 'survey', 'intro', 'phone'],
  },
  survey_reminder: {
    to: 'company',
    must: ['question', 'answers', 'privacy'],
    may: ['name', 'reference', 'survey', 'intro', 'phone'],
  },
  low_answer: {
    to: 'coordinator',
    must: ['company', 'answers', 'due_date', 'answer_link'],
    may: ['reference', 'standing', 'contact'],
  },
  low_answer_expert: {
    to: 'expert',
    must: ['company', 'answers', 'due_date', 'answer_link'],
    may: ['reference', 'standing', 'contact'],
  },
  follow_up_reminder: {
    to: 'expert',
    must: ['company', 'answers', 'due_date', 'answer_link'],
    may: ['reference', 'standing', 'contact'],
  },
  follow_up_answer: { to: 'company', must: ['answer', 'author', 'status_link'], may: ['name', 'reference', 'phone'] },
  new_link: { to: 'company', must: ['reference', 'status_link'], may: ['phone'] },
  new_need: {
    to: 'coordinator',
    must: [
      'description',
      'company',
      'due_date',
      'take_link',
      'answer_link',
      'log_link',
      'ask_link',
      'hand_over_link',
      'decline_link',
    ],
    may: ['reference', 'contact', 'services', 'due_reason', 'alike'],
  },
  reply_received: {
    to: 'coordinator',
    must: ['message', 'company', 'answer_link'],
    may: ['reference', 'log_link', 'ask_link'],
  },
  withdrawn: { to: 'coordinator', must: ['reference', 'company'], may: [] },
  handover_asked: {
    to: 'expert',
    must: ['description', 'company', 'author', 'take_link', 'answer_link', 'log_link', 'ended_link', 'decline_link'],
    may: ['reference', 'contact', 'services', 'note', 'due_date'],
  },
  handover_declined: {
    to: 'coordinator',
    must: ['expert', 'reason', 'answer_link'],
    may: ['reference', 'company', 'hand_over_link'],
  },
  // About mail that came in: to whoever sent it, company or colleague, at the address that we had from the start.
  mail_taken_in_part: {
    to: 'sender',
    must: ['reference', 'page_link', 'attachments_note', 'cut_note'],
    may: ['phone'],
  },
  mail_not_taken: { to: 'sender', must: ['reference', 'page_link', 'mail_reason'], may: ['phone'] },
  mail_set_aside: {
    to: 'coordinator',
    must: ['reference', 'company', 'sender', 'mail_reason', 'message', 'page_link'],
    may: [],
  },
  // More such mails came in a day than are told of one by one.
  mails_set_aside: { to: 'coordinator', must: ['reference', 'company', 'page_link'], may: [] },
  mail_came_back: {
    to: 'coordinator',
    must: ['reference', 'company', 'address', 'bounce_reason', 'page_link'],
    may: ['contact', 'bounce_detail'],
  },
  digest: { to: 'coordinator', must: ['needs', 'desk_link'], may: ['day', 'summary', 'as_of', 'standing_in'] },
  owner_left: { to: 'coordinator', must: ['who', 'needs', 'desk_link'], may: [] },
  stand_in: { to: 'coordinator', must: ['who', 'first_day', 'last_day', 'needs', 'desk_link'], may: ['absences_link'] },
  expert_reminder: {
    to: 'expert',
    must: ['due_date', 'company', 'answer_link', 'log_link', 'decline_link'],
    may: ['reference', 'description', 'contact'],
  },
  promise_late: {
    to: 'company',
    must: ['due_date', 'handler', 'phone', 'status_link'],
    may: ['name', 'reference', 'reply_link', 'phone_from', 'phone_to'],
  },
  handover_returned: {
    to: 'coordinator',
    must: ['expert', 'answer_link', 'hand_over_link'],
    may: ['reference', 'company', 'due_date', 'log_link'],
  },
  handover_taken_late: { to: 'coordinator', must: ['expert', 'reference', 'take_link'], may: ['company'] },
  handover_settled: { to: 'expert', must: ['expert', 'reference', 'take_link'], may: ['company'] },
  handover_ended: {
    to: 'coordinator',
    must: ['outcome', 'answer_link', 'hand_over_link'],
    may: ['expert', 'note', 'reference', 'company', 'log_link'],
  },
  joined: { to: 'company', must: ['reference', 'status_link'], may: ['name', 'phone'] },
  join_undone: { to: 'company', must: ['reference', 'status_link'], may: ['name', 'due_date', 'phone'] },
  joined_to_yours: { to: 'coordinator', must: ['company', 'answer_link'], may: ['reference', 'log_link'] },
  confirm_services: { to: 'provider', must: ['provider', 'texts', 'confirm_link', 'report_link'], may: ['phone'] },
  mistake_reported: {
    to: 'editor',
    must: ['provider', 'mistake', 'pages', 'files', 'close_link'],
    may: ['reporter'],
  },
  mistake_handled: {
    to: 'provider',
    must: ['mistake', 'confirm_link', 'report_link'],
    may: ['provider', 'pages', 'note', 'phone'],
  },
  // To an address that somebody typed: nothing that anybody wrote freely, and no key.
  colleague_invited: {
    to: 'colleague',
    must: ['inviter', 'until', 'workspace_link'],
    may: ['business_id', 'role', 'phone'],
  },
  claim_asked: { to: 'member', must: ['claimant', 'business_id', 'workspace_link'], may: ['phone'] },
  steering_pack: {
    to: 'steering',
    must: ['meeting', 'correction', 'report_link'],
    may: ['first_month', 'last_month'],
  },
  provider_figures: { to: 'provider', must: ['provider', 'report_link'], may: ['last_month'] },
  // Receipts about a company's data: no key, and nothing that anybody wrote freely.
  data_taken_out: { to: 'member', must: ['who', 'what', 'at', 'my_data_link'], may: ['business_id', 'phone'] },
  erasure_asked: { to: 'member', must: ['who', 'last_day', 'my_data_link'], may: ['business_id', 'phone'] },
  erasure_undone: { to: 'member', must: ['who', 'my_data_link'], may: ['business_id', 'phone'] },
  // Whose data it was nobody knows any more: it names nothing but the day.
  erasure_done: { to: 'erased', must: ['at', 'need_link'], may: [] },
  // One person's own, to her alone.
  own_erasure_asked: { to: 'person', must: ['last_day', 'my_data_link'], may: ['phone'] },
  own_erasure_undone: { to: 'person', must: ['my_data_link'], may: ['phone'] },
  own_erasure_done: { to: 'erased', must: ['at', 'need_link'], may: [] },
  workspace_unused: { to: 'member', must: ['last_day', 'workspace_link'], may: ['business_id', 'phone'] },
  claim_settled: { to: 'colleague', must: ['outcome', 'workspace_link'], may: ['business_id', 'phone'] },
  // To an address that somebody typed as well. What it is for was written freely, in one line in which no address can stand.
  adviser_invited: {
    to: 'adviser',
    must: ['inviter', 'purpose', 'parts', 'until', 'shared_link'],
    may: ['company', 'comment', 'phone'],
  },
  adviser_extended: { to: 'adviser', must: ['inviter', 'until', 'shared_link'], may: ['company', 'purpose', 'phone'] },
  adviser_ended: { to: 'adviser', must: ['ended', 'inviter', 'shared_link'], may: ['company', 'purpose', 'phone'] },
  consent_given: {
    to: 'giver',
    must: ['grantee', 'organisation', 'purpose', 'parts', 'until', 'record_link', 'withdraw_link'],
    may: ['comment', 'phone'],
  },
  consent_ending: {
    to: 'giver',
    must: ['grantee', 'until', 'left', 'record_link', 'withdraw_link'],
    may: ['organisation', 'purpose', 'phone'],
  },
  consent_over: {
    to: 'giver',
    must: ['grantee', 'ended', 'record_link'],
    may: ['organisation', 'purpose', 'phone'],
  },
  comment: {
    to: 'company',
    must: ['message', 'author', 'reference', 'status_link'],
    may: ['name', 'reply_link', 'phone'],
  },
  comment_received: { to: 'coordinator', must: ['message', 'author', 'company', 'answer_link'], may: ['reference'] },
  // To people of a company, whose address was proved.
  membership_ended: { to: 'colleague', must: ['company', 'needs_note', 'phone'], may: [] },
  contact_passed: { to: 'member', must: ['leaver', 'references', 'workspace_link'], may: ['company', 'phone'] },
  number_moved: { to: 'member', must: ['business_id', 'phone', 'workspace_link'], may: ['company'] },
} as const satisfies Record<
  string,
  {
    to:
      | 'company'
      | 'coordinator'
      | 'expert'
      | 'sender'
      | 'provider'
      | 'editor'
      | 'colleague'
      | 'member'
      | 'adviser'
      | 'giver'
      | 'person'
      | 'erased'
      | 'steering';
    must: readonly string[];
    may: readonly string[];
  }
>;

export type LetterKind = keyof typeof LETTERS;

/** Placeholders that stand for whole headings, paragraphs and lists, and so make a paragraph of their own. */
export const BLOCK_PLACEHOLDERS: readonly string[] = ['texts', 'needs', 'answers'];

const PLACEHOLDER = /\{(\w+)\}/g;

/** The placeholders of a text, without braces, each once. */
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] as string)),
];

/** Front matter of content/letters/<kind>.<lang>.md; the body is Markdown, a paragraph with nothing but a link is a button. */
export const letterSchema = z.strictObject({
  /** The subject line. May hold {reference} and {company}. */
  subject: z.string().min(3).max(120),
  /** The line that a mail app shows beside the subject. */
  preview: z.string().min(3).max(140),
});

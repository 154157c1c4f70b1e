// Functions × people: what each function of `api` shows, and for whom it does anything, when it is asked about the company's things.
import type { FunctionName } from '#lib/db.ts';
import { ALL_PARTS } from '../sql-consents.ts';
import { linkPool } from '../sql-links.ts';
import { expert, MATTI, newAddress } from '../sql-needs.ts';
import type { Who } from './kinds.ts';
import type { Mark } from './marks.ts';
import { linksToOthers, onNeed, type World } from './world.ts';

type Asked = (world: World) => Record<string, unknown>;
export type FunctionLine =
  /** It writes for these; for everybody else who may call it nothing changes, and nothing of the company's is said. */
  | { args: Asked; writes: readonly Who[] }
  /**
   * It shows these things of the company (marks.ts) to these people and nothing of it to anybody else; at the desk, whoever is
   * not named is told just what somebody is told who has nothing here at all.
   */
  | { args: Asked; shows: Partial<Record<Who, readonly Mark[]>> }
  /** The same of a function that also writes: what it gives is looked at, and taken back. */
  | { args: Asked; gives: Partial<Record<Who, readonly Mark[]>> }
  | { args: Asked; tells: 'the caller' }
  /** The system alone may call it, with its secret key, for this reason: no person's token does. */
  | { system: string };

const acts = (args: Asked, ...writes: Who[]): FunctionLine => ({ args, writes });
const shows = (args: Asked, to: Partial<Record<Who, readonly Mark[]>> = {}): FunctionLine => ({ args, shows: to });
const gives = (args: Asked, to: Partial<Record<Who, readonly Mark[]>>): FunctionLine => ({ args, gives: to });
/** It tells callers about themselves, and asks for nothing of anybody else's. */
const own = (args: Asked): FunctionLine => ({ args, tells: 'the caller' });
const NONE: Asked = () => ({});

// Why a function is under the system's key: whoever asks has no token, and what stands in its place is proved in SQL.
const SEALED = {
  system:
    'sealed answers by keys that only the token of a link gives; the database has neither the keys nor whose they are',
};
const LINK = { system: 'behind a letter: the link itself is the right, for one person, one purpose and one record' };
const INTAKE = { system: 'from the public site: it writes what a visitor sent, and shows nothing of anybody' };
const PUBLIC = { system: 'figures that are published: counts, of no person and no company' };
const SIGN_IN = { system: 'before there is a token: it counts, and says who may have one' };
const LETTERS = { system: 'sends letters: their rendering needs what they say' };
const MAIL = { system: 'what the mail service tells: signed by it, and asked before anybody is known' };
const SCHEDULE = { system: 'run by the clock: nobody asks for it' };
const OPERATOR = { system: 'for the operator: health and what is stuck' };
const UPLOADS = { system: 'says what is in a file: by whoever looked into its bytes, not by whoever sent them' };
const EDITORS = { system: 'for the command line of editors and operators' };

const ALL_OF_A_NEED: readonly Mark[] = ['name', 'need', 'contact', 'messages'];
const SINCE = '2020-01-01T00:00:00Z';

/** Two years, the last of them to come. */
const ofReport =
  (narrowed: object): Asked =>
  () => ({
    p_from: `${new Date().getFullYear() - 1}-01-01`,
    p_to: `${new Date().getFullYear() + 1}-01-01`,
    ...narrowed,
  });

/** In the order of the alphabet. */
export const FUNCTIONS: Partial<Record<FunctionName, FunctionLine>> = {
  answer_need: LINK,
  answer_survey: LINK,
  ask_code: SIGN_IN,
  ask_confirmations: SCHEDULE,
  ask_more: LINK,
  begin_session: SIGN_IN,
  bounced_letters: OPERATOR,
  claim_letters: LETTERS,
  claim_mails: MAIL,
  clock: SCHEDULE,
  close_task: LINK,
  code_used: SIGN_IN,
  confirm_services: LINK,
  confirmation_days: PUBLIC,
  consent_behind_link: LINK,
  decline_need: LINK,
  desk_absences: shows(NONE, { desk: [] }),
  desk_add_absence: acts(() => ({ p_first_day: '2101-01-04', p_last_day: '2101-01-08', p_deputy: null }), 'desk'),
  desk_ages: shows(() => ({ p_since: [SINCE] }), { desk: [] }),
  desk_answer_follow_up: acts((w) => ({ ...onNeed(w.need), p_way: 'letter', p_body: 'Anteeksi.' }), 'desk'),
  desk_answer_need: acts((w) => ({ ...onNeed(w.need), p_body: 'Soitan.' }), 'desk'),
  desk_ask_more: acts((w) => ({ ...onNeed(w.need), p_body: 'Montako?' }), 'desk'),
  desk_claims: shows(NONE, { desk: ['name', 'people', 'claim'] }),
  desk_close_need: acts((w) => ({ ...onNeed(w.need), p_outcome: 'helped', p_body: 'Valmis.' }), 'handling'),
  desk_decline_need: acts((w) => ({ ...onNeed(w.need), p_reason: 'Ei kuulu meille.' }), 'handling'),
  desk_declines: shows(() => ({ p_since: SINCE, p_limit: 100, p_before: null, p_before_id: null }), {
    desk: ['colleagues'],
  }),
  desk_end_absence: acts((w) => ({ p_id: w.absence }), 'handling'),
  desk_follow_ups: shows(NONE, { desk: ['name', 'contact', 'messages'] }),
  desk_hand_over_need: acts(
    (w) => ({
      ...onNeed(w.need),
      p_links: linksToOthers(),
      p_people: [expert('uusi@opisto.example')],
      p_note: 'Osaatko?',
    }),
    'desk',
  ),
  desk_join_need: acts((w) => ({ ...onNeed(w.free), p_with: w.taken.reference }), 'desk'),
  desk_joining: shows((w) => ({ p_reference: w.need.reference }), { desk: ['other_need', 'claim'] }),
  desk_list: shows(() => ({ p_view: 'any', p_typed: '', p_after: null }), { desk: ['name', 'need', 'other_need'] }),
  desk_load: shows(NONE, { desk: [] }),
  desk_log_contact: acts(
    (w) => ({ ...onNeed(w.need), p_channel: 'phone', p_happened_at: new Date().toISOString(), p_note: 'Puhuttiin.' }),
    'desk',
  ),
  desk_name_deputy: acts(() => ({ p_deputy: MATTI }), 'handling'),
  desk_need: shows((w) => ({ p_reference: w.need.reference }), {
    desk: [...ALL_OF_A_NEED, 'other_need', 'colleagues'],
  }),
  desk_need_end: shows((w) => ({ p_reference: w.withdrawn.reference }), { desk: [] }),
  desk_need_mail: shows((w) => ({ p_reference: w.need.reference }), { desk: [] }),
  desk_need_surveys: shows((w) => ({ p_reference: w.need.reference }), { desk: ['messages'] }),
  desk_notes: shows((w) => ({ p_reference: w.need.reference }), { desk: ['colleagues'] }),
  desk_oldest: shows(NONE, { desk: ['name'] }),
  desk_pack: shows(() => ({ p_id: '00000000-0000-4000-8000-000000000000' }), { desk: [] }),
  desk_packs: shows(NONE, { desk: [] }),
  desk_refer_need: acts((w) => ({ ...onNeed(w.need), p_to: 'Ville', p_contact: '09 123', p_body: 'Hei' }), 'handling'),
  desk_release_need: acts((w) => onNeed(w.taken), 'handling'),
  desk_report_feedback: shows(ofReport({ p_theme: null, p_providers: null, p_service: null }), { desk: [] }),
  desk_report_months: shows(ofReport({ p_services: null }), { desk: [] }),
  desk_report_services: shows(ofReport({ p_services: null }), { desk: [] }),
  desk_report_texts: shows(ofReport({ p_theme: null, p_providers: null, p_service: null, p_most: 20 }), {
    desk: ['messages'],
  }),
  desk_report_themes: shows(ofReport({ p_themes: {}, p_services: null }), { desk: [] }),
  desk_session: own(NONE),
  desk_settle_claim: acts((w) => ({ p_claim: w.claim, p_state: 'let_in' }), 'desk'),
  desk_sign_out: acts(() => ({ p_everywhere: true }), 'desk'),
  desk_take_need: acts((w) => onNeed(w.free), 'desk'),
  desk_themes: shows(() => ({ p_since: SINCE, p_themes: {} }), { desk: [] }),
  desk_undo_join: acts((w) => ({ ...onNeed(w.need), p_joined: w.joined.reference }), 'desk'),
  desk_unmatched: shows(() => ({ p_since: SINCE }), { desk: [] }),
  desk_write_note: acts((w) => ({ ...onNeed(w.need), p_body: 'Muista.' }), 'desk'),
  documents_erased: SCHEDULE,
  drop_document: UPLOADS,
  editor_tasks: EDITORS,
  end_consents: SCHEDULE,
  erase_documents: SCHEDULE,
  erase_due: SCHEDULE,
  finish_editor_task: EDITORS,
  hand_over_need: LINK,
  health: OPERATOR,
  keep_coordinators: OPERATOR,
  keep_surveys: SCHEDULE,
  keep_times: SCHEDULE,
  keep_document: UPLOADS,
  late_schedules: OPERATOR,
  letter_failed: LETTERS,
  letter_sent: LETTERS,
  link_was_erased: { system: 'of a link that is gone: yes or no, and nothing of whose it was' },
  log_contact: LINK,
  mail_behind_letter: LETTERS,
  mail_failed: MAIL,
  make_pack: SCHEDULE,
  nobody_left: OPERATOR,
  note_mail_event: MAIL,
  note_run: SCHEDULE,
  open_link: LINK,
  open_survey: LINK,
  pack_meetings: SCHEDULE,
  promise_figures: PUBLIC,
  published_figures: PUBLIC,
  receive_mail: MAIL,
  release_answers: SCHEDULE,
  release_need: LINK,
  remind_follow_ups: SCHEDULE,
  remind_surveys: SCHEDULE,
  reopen_task: LINK,
  reply_to_need: LINK,
  report_behind_link: LINK,
  report_hand_over: LINK,
  report_mistake: LINK,
  request_link: INTAKE,
  restore_need: LINK,
  retry_letter: OPERATOR,
  return_hand_overs: SCHEDULE,
  seal_answers: LINK,
  sealed_answers: SCHEDULE,
  sealed_by_keys: SEALED,
  send_need: INTAKE,
  send_surveys: SCHEDULE,
  send_provider_figures: SCHEDULE,
  stuck_letters: OPERATOR,
  surveys_to_remind: SCHEDULE,
  take_mail: MAIL,
  take_need: LINK,
  texts_behind_link: LINK,
  try_code: SIGN_IN,
  undo_confirmation: LINK,
  walk_ladder: SCHEDULE,
  where_it_goes_on: LINK,
  withdraw_consent: LINK,
  withdraw_need: LINK,
  workspace: shows((w) => ({ p_company: w.company, p_page: 1 }), {
    company: ['name', 'profile', 'need', 'other_need', 'messages', 'people'],
    invited: ['name'],
  }),
  // The company's own waits already.
  workspace_ask_erasure: acts((w) => ({ p_company: w.companies.other_company }), 'other_company'),
  // Owners who are their company's only one are refused.
  workspace_ask_own_erasure: acts(
    () => ({ p_language: 'fi' }),
    'member',
    'former_member',
    'invited',
    'claimant',
    'asked',
    'adviser',
    'adviser_over',
  ),
  workspace_attach_need: acts((w) => ({ p_token_hash: w.fresh.company.see_need, p_company: w.company }), 'company'),
  workspace_comment: acts(
    (w) => ({ p_consent: w.consent, p_reference: w.need.reference, p_body: 'Hyvä.' }),
    'adviser_messages_comment',
  ),
  workspace_consent: shows((w) => ({ p_consent: w.consent }), { company: ['name', 'need'] }),
  workspace_correct_grantee: acts(
    (w) => ({ p_consent: w.unused, p_email: newAddress(), p_links: linkPool(1) }),
    'owner',
  ),
  workspace_begin_document: acts((w) => ({ p_company: w.company, p_name: 'Uusi', p_size: 1 }), 'company'),
  workspace_correct_profile: acts((w) => ({ p_company: w.company, p_values: { company_name: 'Uusi' } }), 'company'),
  workspace_contacts: shows((w) => ({ p_company: w.company }), { company: ['people'] }),
  workspace_disown_needs: acts((w) => ({ p_business_id: w.asked.businessId }), 'asked'),
  workspace_document: shows((w) => ({ p_document: w.document, p_taken: true }), {
    company: ['document'],
    adviser_documents: ['document'],
  }),
  workspace_documents: shows((w) => ({ p_company: w.company }), { company: ['name', 'document'] }),
  workspace_end_invitation: acts((w) => ({ p_invitation: w.invitation }), 'owner', 'invited'),
  workspace_end_membership: acts((w) => ({ p_company: w.company, p_email: w.marks.people, p_links: [] }), 'company'),
  workspace_extend_consent: acts((w) => ({ p_consent: w.consent, p_days: 180, p_links: linkPool(1) }), 'owner'),
  workspace_erasures: shows(NONE, { company: ['name'] }),
  workspace_invite_colleague: acts(
    (w) => ({ p_company: w.company, p_email: newAddress(), p_role: 'member', p_language: 'fi' }),
    'owner',
  ),
  workspace_join_company: acts((w) => ({ p_invitation: w.invitation }), 'invited'),
  workspace_in_force: shows((w) => ({ p_company: w.company }), { company: [] }),
  workspace_looks: shows((w) => ({ p_company: w.company, p_page: 1 }), { company: ['name', 'document'] }),
  workspace_my_data: shows((w) => ({ p_company: w.company }), { company: ['name'] }),
  workspace_need: shows((w) => ({ p_reference: w.need.reference }), {
    company: [...ALL_OF_A_NEED, 'other_need'],
  }),
  workspace_pending_document: shows((w) => ({ p_document: w.pending }), { owner: ['document'] }),
  workspace_own_company: acts((w) => ({ p_business_id: w.asked.businessId }), 'asked'),
  workspace_own_erasure: shows(NONE, { company: ['name'] }),
  workspace_people: shows((w) => ({ p_company: w.company }), {
    owner: ['name', 'profile', 'people', 'invitation', 'claim'],
    member: ['name', 'profile', 'people', 'invitation'],
  }),
  workspace_preview_share: shows(
    (w) => ({ p_company: w.company, p_email: newAddress(), p_parts: ALL_PARTS, p_references: [w.need.reference] }),
    { owner: ['name', 'profile', 'need', 'contact', 'messages', 'document'] },
  ),
  workspace_profile: shows((w) => ({ p_company: w.company }), {
    owner: ['name', 'profile', 'contact'],
    member: ['name'],
  }),
  workspace_remove_document: acts((w) => ({ p_document: w.document }), 'owner'),
  workspace_reply: acts((w) => ({ p_reference: w.need.reference, p_body: 'Kiitos.' }), 'company'),
  workspace_restore: acts((w) => ({ p_reference: w.withdrawn.reference }), 'company'),
  workspace_session: own(NONE),
  workspace_set_role: acts((w) => ({ p_company: w.company, p_email: w.marks.people, p_role: 'owner' }), 'owner'),
  workspace_settle_claim: acts((w) => ({ p_claim: w.claim, p_let_in: true, p_role: 'member' }), 'owner'),
  workspace_share: acts(
    (w) => ({
      p_company: w.company,
      p_email: newAddress(),
      p_name: null,
      p_organisation: 'Talo',
      p_language: 'fi',
      p_purpose: 'Neuvonta',
      p_parts: ALL_PARTS,
      p_references: [w.need.reference],
      p_may_comment: true,
      p_days: 30,
      p_text_version: '1',
      p_text_language: 'fi',
      p_links: linkPool(1),
    }),
    'owner',
  ),
  workspace_shareable: shows((w) => ({ p_company: w.company }), { company: ['name', 'need', 'other_need'] }),
  workspace_shared: shows(NONE, { adviser: ['name'] }),
  workspace_shared_with_me: shows((w) => ({ p_consent: w.consent }), {
    adviser_messages_comment: ['name', 'need', 'messages'],
  }),
  workspace_sharing: shows((w) => ({ p_company: w.company }), { company: ['name', 'profile', 'people'] }),
  workspace_sign_out: acts(
    () => ({ p_everywhere: true }),
    'company',
    'former_member',
    'other_company',
    'invited',
    'claimant',
    'coordinator_as_company',
    'asked',
    'adviser',
    'adviser_over',
  ),
  // The company's to its owners; to anybody what is of her own, and a receipt.
  workspace_take_out: gives((w) => ({ p_company: w.company }), {
    owner: [
      'name',
      'profile',
      'need',
      'other_need',
      'contact',
      'messages',
      'people',
      'invitation',
      'claim',
      'document',
    ],
    member: ['name', 'people'],
    invited: ['invitation'],
    claimant: ['claim'],
  }),
  workspace_undo_own_erasure: own(NONE),
  workspace_undo_erasure: acts((w) => ({ p_company: w.company }), 'owner'),
  // To whoever has the address; neither the company's nor its members' needs are anybody's to own.
  workspace_to_own: own(NONE),
  workspace_withdraw: acts((w) => ({ p_reference: w.need.reference }), 'company'),
  workspace_withdraw_consent: acts((w) => ({ p_consent: w.consent }), 'owner'),
};

// For every named check and every uniqueness of the tables, rows that break it.
const A_UUID = '00000000-0000-4000-8000-000000000000';
const DONE = { done_at: '2100-01-01', done_by: 'Elli' };
const SETTLED = {
  state: 'refused',
  settled_at: '2100-01-01',
  settled_role: 'company',
  settled_by: 'yritys@firma.example',
};
const OF_PERSON = { person_email: 'yritys@firma.example' };
const REFERRED = { state: 'referred', closed_at: '2100-01-01', referred_to: 'Ville', referred_contact: '09 123' };
/** Everything that names somebody is gone. */
const ERASED = {
  erased_at: '2100-01-01',
  state: 'withdrawn',
  closed_at: '2100-01-01',
  founder: false,
  description: null,
  business_id: null,
  company_name: null,
  contact_name: null,
  contact_email: null,
  contact_phone: null,
  contact_by: null,
  notice_version: null,
  fingerprint: null,
  owner_email: null,
  owner_name: null,
  company_id: null,
};
const NOT_LOOKED_INTO = { state: 'pending', format: null, sha256: null };
const long = (length: number): string => 'x'.repeat(length);

/**
 * By constraint: its table, and for each case what in a copy of a good row breaks it. A copy has keys of its own where the
 * table asks for them; 'keep' leaves the key of the row copied.
 */
export const BREACHES: Record<string, [table: string, ...changes: Record<string, unknown>[]]> = {
  needs_reference_key: ['needs', { reference: 'keep' }],
  an_address_uses_a_key_once: ['needs', { idempotency_key: 'keep' }],
  reference_has_eight_characters: [
    'needs',
    { reference: 'ABCDEFG' },
    { reference: 'ABCD-EFGI' },
    { reference: 'abcd-efgh' },
  ],
  description_has_20_to_5000_characters: ['needs', { description: long(19) }, { description: long(5001) }],
  services_are_at_most_10: ['needs', { services: Array(11).fill('a') }],
  business_id_is_well_formed: [
    'needs',
    { business_id: '02012566' },
    { business_id: 'FI02012566' },
    { business_id: '' },
  ],
  a_founder_alone_may_lack_a_business_id: ['needs', { business_id: null, founder: false }],
  company_name_has_1_to_200_characters: ['needs', { company_name: '' }, { company_name: long(201) }],
  contact_name_has_1_to_100_characters: ['needs', { contact_name: '' }, { contact_name: long(101) }],
  contact_email_is_lower_case: [
    'needs',
    { contact_email: 'Yritys@firma.example' },
    { contact_email: 'yritys' },
    { contact_email: '@firma.example' },
  ],
  contact_email_has_at_most_254_characters: ['needs', { contact_email: `a@${long(253)}` }],
  contact_phone_has_5_to_30_characters: ['needs', { contact_phone: '1234' }, { contact_phone: '1'.repeat(31) }],
  who_wants_a_call_gives_a_number: ['needs', { contact_by: 'phone', contact_phone: null }],
  notice_version_has_1_to_40_characters: ['needs', { notice_version: '' }, { notice_version: long(41) }],
  idempotency_key_has_8_to_128_characters: ['needs', { idempotency_key: long(7) }, { idempotency_key: long(129) }],
  promise_is_1_to_30_days: ['needs', { promise_days: 0 }, { promise_days: 31 }],
  due_comes_after_receipt: [
    'needs',
    { received_at: '2026-01-02', due_at: '2026-01-02', first_response_at: null, promise_kept: null },
  ],
  survey_comes_after_the_response: ['needs', { survey_after: '-1 second' }],
  response_comes_after_receipt: ['needs', { first_response_at: '2000-01-01' }],
  an_owner_has_an_address: ['needs', { owner_name: 'Maija', owner_email: null }],
  kept_is_known_once_the_clock_stops: ['needs', { promise_kept: null }],
  kept_means_answered_in_time: [
    'needs',
    { promise_kept: true, first_response_at: null },
    { first_response_at: '2100-01-01' },
  ],
  a_need_has_an_end_when_it_is_not_open: ['needs', { closed_at: '2100-01-01' }, { state: 'declined', closed_at: null }],
  a_closed_need_has_an_outcome: ['needs', { outcome: 'helped' }, { state: 'closed', closed_at: '2100-01-01' }],
  a_referred_need_says_to_whom: [
    'needs',
    { referred_to: 'Ville' },
    { referred_contact: '09 123' },
    { state: 'referred', closed_at: '2100-01-01', referred_to: 'Ville' },
    { state: 'referred', closed_at: '2100-01-01', referred_contact: '09 123' },
  ],
  referred_to_has_1_to_200_characters: [
    'needs',
    { ...REFERRED, referred_to: '' },
    { ...REFERRED, referred_to: long(201) },
  ],
  referred_contact_has_1_to_200_characters: [
    'needs',
    { ...REFERRED, referred_contact: '' },
    { ...REFERRED, referred_contact: long(201) },
  ],

  a_joined_need_says_where_it_goes_on: [
    'needs',
    { joined_at: '2100-01-01' },
    { state_before_joining: 'received' },
    { state: 'joined', closed_at: '2100-01-01' },
  ],

  links_token_hash_key: ['links', { token_hash: 'keep' }],
  a_set_has_one_link_for_a_purpose: ['links', { set_id: 'keep' }],
  token_hash_is_a_sha_256: ['links', { token_hash: '\\x00' }, { token_hash: `\\x${'00'.repeat(33)}` }],
  a_link_has_an_end: ['links', { created_at: '2026-01-01', expires_at: '2026-01-01' }, { expires_at: 'infinity' }],

  body_has_1_to_5000_characters: ['messages', { body: '' }, { body: long(5001) }],
  a_contact_has_a_channel: ['messages', { kind: 'contact', channel: null }, { kind: 'answer', channel: 'phone' }],
  nothing_is_logged_before_it_happened: ['messages', { happened_at: '2100-01-01' }],

  one_open_hand_over_for_a_person: ['hand_overs', { to_email: 'keep' }],
  only_what_nobody_took_comes_back: ['hand_overs', { state: 'taken', returned_at: '2100-01-01' }],
  what_was_reported_has_an_end: ['hand_overs', { state: 'helped' }, { ended_at: '2100-01-01' }],
  note_has_1_to_2000_characters: ['hand_overs', { note: '' }, { note: long(2001) }],
  a_need_is_handed_to_a_coordinator_or_an_expert: ['hand_overs', { to_role: 'company' }, { to_role: 'system' }],

  a_note_has_1_to_5000_characters: ['notes', { body: '' }, { body: long(5001) }],

  last_error_has_at_most_500_characters: ['outbox', { last_error: long(501) }],
  a_letter_ends_once: [
    'outbox',
    { sent_at: '2026-01-01', dropped_at: '2026-01-01' },
    { sent_at: '2026-01-01', stuck_at: '2026-01-01' },
    { dropped_at: '2026-01-01', stuck_at: '2026-01-01' },
  ],
  outbox_has_one_survey_for_a_need: ['outbox', { letter: 'survey' }],

  an_act_comes_through_a_link_or_a_session: ['events', { link_id: '00000000-0000-0000-0000-000000000000' }],

  coordinator_email_is_lower_case: [
    'coordinators',
    { email: 'Maija@city.example' },
    { email: 'maija' },
    { email: '@city.example' },
  ],
  coordinator_email_has_at_most_254_characters: ['coordinators', { email: `a@${long(253)}` }],
  coordinator_name_has_1_to_100_characters: ['coordinators', { name: '' }, { name: long(101) }],
  who_leads_is_listed: ['coordinators', { is_lead: true, left_at: '2026-01-01' }],
  coordinators_have_one_lead: ['coordinators', { is_lead: true }],
  a_session_lasts_at_most_30_days: [
    'sessions',
    { created_at: '2026-01-01', expires_at: '2026-01-01' },
    { created_at: '2026-01-01', expires_at: '2026-01-31T00:00:01Z' },
    { expires_at: 'infinity' },
  ],
  address_hash_is_a_sha_256: ['code_requests', { address_hash: '\\x00' }],
  network_hash_is_a_sha_256: ['code_requests', { network_hash: '\\x00' }],
  a_code_is_tried_at_most_five_times: ['code_requests', { tries: -1 }, { tries: 6 }],

  nobody_is_their_own_deputy: ['coordinators', { email: 'nelli@city.example', deputy: 'nelli@city.example' }],
  an_absence_ends_after_it_begins: ['absences', { first_day: '2030-01-02', last_day: '2030-01-01' }],
  an_absence_lasts_at_most_a_year: ['absences', { first_day: '2030-01-01', last_day: '2031-01-03' }],
  nobody_deputises_for_themselves: ['absences', { email: 'matti@city.example', deputy: 'matti@city.example' }],

  one_digest_for_a_day: ['digests', { day: 'keep', email: 'keep' }],
  a_digest_is_of_a_day_or_about_somebody: [
    'digests',
    { letter: 'receipt' },
    { remind_due_by: null },
    { about: 'matti@city.example' },
    { letter: 'owner_left' },
    { letter: 'stand_in', about: 'matti@city.example', told: {}, told_at: '2026-01-01' },
  ],
  what_was_told_was_told_at_a_time: ['digests', { told: {} }, { told_at: '2026-01-01' }],

  answer_has_1_to_40_characters: ['survey_answers', { answer: '' }, { answer: long(41) }],
  survey_has_1_to_60_characters: ['survey_answers', { survey: '' }, { survey: long(61) }],

  a_link_is_for_one_record: ['links', { need_id: null }, { confirmation_id: A_UUID }, { task_id: A_UUID }],
  a_letter_is_about_one_record: [
    'outbox',
    { need_id: null },
    { confirmation_id: A_UUID },
    { task_id: A_UUID },
    { claim_id: A_UUID },
    { digest_id: A_UUID, link_set: null },
  ],
  an_event_is_of_one_record: ['events', { need_id: null }, { confirmation_id: A_UUID }, { task_id: A_UUID }],

  // Far enough from the round copied that the half year between two is no hindrance.
  one_open_round_for_a_contact: ['confirmations', { provider: 'keep', asked_at: '2100-01-01' }],
  provider_is_the_id_of_a_file: ['confirmations', { provider: '' }, { provider: '../a' }, { provider: long(101) }],
  person_email_is_lower_case: [
    'confirmations',
    { person_email: 'Erkki@opisto.example' },
    { person_email: 'erkki' },
    { person_email: '@opisto.example' },
  ],
  person_email_has_at_most_254_characters: ['confirmations', { person_email: `a@${long(253)}` }],
  texts_are_known_by_a_sha_256: ['confirmations', { texts: '' }, { texts: 'A'.repeat(64) }, { texts: 'a'.repeat(65) }],
  nothing_is_confirmed_before_it_is_asked: ['confirmations', { confirmed_at: '2000-01-01' }],
  a_round_ends_after_it_began: ['confirmations', { ended_at: '2000-01-01' }],

  a_task_is_about_a_page: ['editor_tasks', { services: [], own_page: false }],
  a_task_is_about_at_most_100_services: ['editor_tasks', { services: Array(101).fill('a') }],
  mistake_has_1_to_2000_characters: ['editor_tasks', { mistake: '' }, { mistake: long(2001) }],
  editors_note_has_1_to_2000_characters: ['editor_tasks', { ...DONE, note: '' }, { ...DONE, note: long(2001) }],
  a_task_is_done_after_it_was_made: ['editor_tasks', { done_at: '2000-01-01', done_by: 'Elli' }],
  a_done_task_says_who_did_it: ['editor_tasks', { ...DONE, done_by: null }, { done_by: 'Elli' }],
  a_note_belongs_to_a_done_task: ['editor_tasks', { note: 'Korjattu.' }],

  received_mails_provider_id_key: ['received_mails', { provider_id: 'keep' }],
  mail_provider_id_has_1_to_200_characters: ['received_mails', { provider_id: '' }, { provider_id: long(201) }],
  mail_sender_is_lower_case: ['received_mails', { from_email: 'Sanna@paja.example' }],
  mail_sender_has_1_to_254_characters: ['received_mails', { from_email: '' }, { from_email: long(255) }],
  mail_body_has_1_to_5000_characters: ['received_mails', { body: '' }, { body: long(5001) }],
  mail_error_has_at_most_500_characters: ['received_mails', { last_error: long(501) }],
  attachments_are_counted_from_0: ['received_mails', { attachments: -1 }],
  a_mail_that_was_taken_in_has_an_outcome: ['received_mails', { taken_at: null }, { outcome: null }],
  a_text_stands_in_the_thread_or_here: ['received_mails', { body: 'Kolme.', message_id: A_UUID }],

  event_id_has_1_to_200_characters: ['mail_events', { id: '' }, { id: long(201) }],
  event_provider_id_has_1_to_200_characters: ['mail_events', { provider_id: '' }, { provider_id: long(201) }],
  event_reason_has_1_to_500_characters: ['mail_events', { reason: '' }, { reason: long(501) }],
  grantee_email_is_lower_case: ['consents', { grantee_email: 'Neuvoja@talo.example' }, { grantee_email: 'neuvoja' }],
  grantee_email_has_at_most_254_characters: ['consents', { grantee_email: `a@${long(253)}` }],
  grantee_name_has_1_to_100_characters: ['consents', { grantee_name: '' }, { grantee_name: long(101) }],
  grantee_organisation_has_1_to_200_characters: [
    'consents',
    { grantee_organisation: '' },
    { grantee_organisation: long(201) },
  ],
  purpose_has_3_to_200_characters: ['consents', { purpose: 'ab' }, { purpose: long(201) }],
  what_a_stranger_reads_is_one_line_without_an_address: [
    'consents',
    { purpose: 'Katso https://muu.example' },
    { grantee_organisation: 'www.muu.example' },
    { grantee_name: 'Neea\nNeuvoja' },
  ],
  a_consent_names_its_parts: ['consents', { parts: [], may_comment: false }],
  messages_are_shared_with_their_needs: ['consents', { parts: ['messages'], may_comment: false }],
  a_comment_is_about_a_shared_need: ['consents', { parts: ['profile'], may_comment: true }],
  text_version_has_1_to_40_characters: ['consents', { text_version: '' }, { text_version: long(41) }],
  a_consent_is_agreed_to_from_when_it_is_given: ['consents', { given_at: '2100-01-01' }],
  who_withdraws_is_known: ['consents', { withdrawn_at: '2100-01-01' }, { withdrawn_by: 'yritys@firma.example' }],
  a_consent_ends_once: [
    'consents',
    { withdrawn_at: '2100-01-01', withdrawn_by: 'yritys@firma.example', expiry_noted_at: '2100-01-01' },
  ],
  owners_are_asked_a_week_and_a_day_before: ['consent_reminders', { days_before: 3 }],
  the_clock_alone_ends_without_a_person: ['consent_events', { kind: 'expired' }, { way: 'clock' }],

  a_pack_is_for_a_meeting: ['reports', { meeting: null }],
  figures_of_a_provider_say_whose_they_are: ['reports', { provider: 'tuottaja' }],
  a_report_is_of_whole_months: ['reports', { first_month: '2026-01-02' }],
  its_months_are_in_order: ['reports', { first_month: '2026-04-01' }],
  a_later_version_says_what_it_corrects: ['reports', { corrected: 'Luku oli väärä.' }, { version: 2 }],
  corrected_has_3_to_500_characters: ['reports', { version: 2, corrected: 'ei' }, { version: 2, corrected: long(501) }],
  made_by_is_lower_case: ['reports', { made_by: 'Maija@city.example' }],
  a_report_is_made_once: ['reports', { meeting: 'keep' }],

  no_mail_service_disowns_a_need: ['mail_events', { kind: 'disowned' }],
  what_was_delivered_did_not_come_back: ['bounces', { kind: 'delivered' }],
  bounce_reason_has_1_to_500_characters: ['bounces', { reason: '' }, { reason: long(501) }],
  a_bounce_is_cleared_after_it_happened: ['bounces', { cleared_at: '2000-01-01' }],
  session_email_is_lower_case: ['sessions', { email: 'Maija@city.example' }, { email: 'maija' }],
  session_email_has_at_most_254_characters: ['sessions', { email: `a@${long(253)}` }],

  companies_business_id_key: ['companies', { business_id: 'keep' }],
  company_business_id_is_well_formed: ['companies', { business_id: '02012566' }, { business_id: '' }],
  members_are_members_once: ['members', { email: 'keep' }],
  member_email_is_lower_case: ['members', { email: 'Yritys@firma.example' }, { email: 'yritys' }],
  member_email_has_at_most_254_characters: ['members', { email: `a@${long(253)}` }],
  nobody_leaves_before_joining: ['members', { left_at: '2000-01-01' }],

  invited_email_is_lower_case: ['member_invitations', { email: 'Kollega@firma.example' }, { email: 'kollega' }],
  invited_email_has_at_most_254_characters: ['member_invitations', { email: `a@${long(253)}` }],
  an_invitation_lasts_at_most_30_days: [
    'member_invitations',
    { invited_at: '2026-01-01', expires_at: '2026-01-01' },
    { invited_at: '2026-01-01', expires_at: '2026-01-31T00:00:01Z' },
  ],
  an_invitation_ends_once: ['member_invitations', { accepted_at: '2026-01-01', ended_at: '2026-01-01' }],

  claims_are_asked_once: ['claims', { email: 'keep' }],
  claimant_email_is_lower_case: ['claims', { email: 'Toinen@firma.example' }, { email: 'toinen' }],
  claimant_email_has_at_most_254_characters: ['claims', { email: `a@${long(253)}` }],
  claimed_business_id_is_well_formed: ['claims', { business_id: '02012566' }],
  claimant_name_has_1_to_100_characters: ['claims', { name: '' }, { name: long(101) }],
  a_settled_claim_says_who_settled_it: ['claims', { state: 'refused' }, { settled_by: 'maija@city.example' }],
  owners_and_coordinators_settle_claims: ['claims', { ...SETTLED, settled_role: 'expert' }],
  a_coordinator_alone_moves_a_number: ['claims', { ...SETTLED, state: 'moved' }],

  a_letter_has_one_reader: [
    'outbox',
    { link_set: null },
    { to_email: 'yritys@firma.example', language: 'fi' },
    { link_set: null, to_email: 'yritys@firma.example' },
  ],
  to_email_is_lower_case: ['outbox', { link_set: null, to_email: 'Yritys@firma.example', language: 'fi' }],
  to_email_has_at_most_254_characters: ['outbox', { link_set: null, to_email: `a@${long(253)}`, language: 'fi' }],

  a_person_has_a_contact_and_the_company_a_name: [
    'profile_facts',
    { person_email: 'yritys@firma.example' },
    { field: 'contact_name' },
  ],
  a_fact_has_1_to_254_characters: ['profile_facts', { value: '' }],
  what_a_need_told_has_its_reference: ['profile_facts', { reference: null }, { source: 'workspace' }],
  what_a_person_told_has_the_person: ['profile_facts', { told_by: null }],
  a_told_company_name_has_at_most_200_characters: ['profile_facts', { value: long(201) }],
  a_told_business_id_is_well_formed: ['profile_facts', { field: 'business_id', value: '02012566' }],
  a_told_contact_name_is_there_and_has_at_most_100_characters: [
    'profile_facts',
    { ...OF_PERSON, field: 'contact_name', value: null },
    { ...OF_PERSON, field: 'contact_name', value: long(101) },
  ],
  a_told_contact_email_is_lower_case: [
    'profile_facts',
    { ...OF_PERSON, field: 'contact_email', value: null },
    { ...OF_PERSON, field: 'contact_email', value: 'Yritys@firma.example' },
  ],
  a_told_phone_has_5_to_30_characters: [
    'profile_facts',
    { ...OF_PERSON, field: 'contact_phone', value: '1234' },
    { ...OF_PERSON, field: 'contact_phone', value: '1'.repeat(31) },
  ],
  a_told_contact_way_is_known: [
    'profile_facts',
    { ...OF_PERSON, field: 'contact_by', value: null },
    { ...OF_PERSON, field: 'contact_by', value: 'fax' },
  ],
  a_told_language_is_known: [
    'profile_facts',
    { ...OF_PERSON, field: 'language', value: null },
    { ...OF_PERSON, field: 'language', value: 'de' },
  ],

  a_look_is_at_a_need_or_a_company: ['looks', { need_id: null, company_id: null }],
  looker_organisation_has_1_to_200_characters: ['looks', { organisation: '' }, { organisation: long(201) }],
  documents_object_id_key: ['documents', { object_id: 'keep' }],
  document_has_1_to_10485760_bytes: ['documents', { size: 0 }, { size: 10_485_761 }],
  document_name_has_1_to_200_characters: [
    'documents',
    { ...NOT_LOOKED_INTO, name: '' },
    { ...NOT_LOOKED_INTO, name: long(201) },
  ],
  a_document_name_is_one_line_and_no_path: [
    'documents',
    ...['../a', 'a\\b', 'a\u0007', 'a\r\nb', 'tili\u202efdp.exe', 'a\u200bb', '.a', ' a'].map((name) => ({
      name: `${name}.pdf`,
    })),
    ...['a.', 'a '].map((name) => ({ name })),
  ],
  a_kept_name_ends_as_what_it_is: ['documents', { name: 'a.docx' }],
  sha256_has_32_bytes: ['documents', { sha256: '\\x00' }],
  who_added_a_document_is_lower_case: ['documents', { added_by: 'Yritys@firma.example' }, { added_by: 'yritys' }],
  what_is_kept_was_looked_into: ['documents', { sha256: null }, { format: null }, { state: 'pending' }],
  the_company_itself_leaves_no_look: ['looks', { person_role: 'company' }],

  the_same_content_is_one_version: ['survey_versions', { survey: 'keep' }],
  survey_is_the_id_of_a_file: ['survey_versions', { survey: '' }, { survey: 'A b' }, { survey: long(61) }],
  versions_are_counted_from_1: ['survey_versions', { version: 0 }],
  a_survey_has_1_to_5_questions: ['survey_versions', { questions: [] }, { questions: [{ key: 'a', kind: 'slider' }] }],

  asked_once_about_an_event: ['survey_invitations', { event: 'keep' }],
  an_invitation_has_a_link_of_its_own: ['survey_invitations', { link_id: 'keep' }],
  nobody_knows_who_answered_anonymously: ['survey_invitations', { anonymous: true, answered_at: '2100-01-01' }],
  a_reminder_comes_after_the_invitation: ['survey_invitations', { reminded_at: '2000-01-01' }],

  an_anonymous_answer_is_not_named: ['named_answers', { anonymous: true }],
  an_answer_is_chosen_or_written: ['named_answers', { choices: null }, { body: 'Hyvin.' }],
  an_answer_has_1_to_10_choices: ['named_answers', { choices: [] }, { choices: Array(11).fill('a') }],
  a_written_answer_has_1_to_2000_characters: [
    'named_answers',
    { question: 'words', choices: null, body: '' },
    { question: 'words', choices: null, body: long(2001) },
  ],

  a_named_answer_is_not_sealed: ['sealed_answers', { anonymous: false }],
  key_hash_is_a_sha_256: ['sealed_answers', { key_hash: '\\x00' }],
  an_answer_has_an_envelope_and_a_mark_has_none: ['sealed_answers', { envelope: null }, { question: null }],
  an_envelope_is_of_a_padded_length: [
    'sealed_answers',
    { envelope: '\\x00' },
    { envelope: `\\x${'00'.repeat(285)}` },
    { envelope: `\\x${'00'.repeat(12572)}` },
  ],

  a_cell_stands_once: ['answer_cells', { month: 'keep' }],
  a_cell_has_five_answers_or_more: ['answer_cells', { answers: 4 }],
  a_cell_is_of_a_whole_month: ['answer_cells', { month: '2026-01-02' }],
  an_opened_text_is_of_a_whole_month: ['opened_texts', { month: '2026-01-02' }],

  an_erased_need_says_nothing: [
    'needs',
    { description: null },
    { contact_email: null },
    { erased_at: '2100-01-01' },
    { ...ERASED, description: 'Tarvitsemme hitsareita, jotka osaavat lukea.' },
    { ...ERASED, contact_email: 'yritys@firma.example' },
    { ...ERASED, owner_email: 'maija@city.example' },
    { ...ERASED, state: 'received', closed_at: null },
  ],
  a_hand_over_names_both_or_nobody: [
    'hand_overs',
    { to_email: null },
    { from_email: null, to_email: null, to_name: null, note: 'Osaatko?' },
  ],
  a_round_is_erased_after_its_end: ['confirmations', { erased_at: '2100-01-01', ended_at: '2100-01-02' }],
  erased_token_hash_is_a_sha_256: ['erased_links', { token_hash: '\\x00' }],
  erasing_waits_at_least_six_days: ['erasures', { asked_at: '2026-01-01', erase_after: '2026-01-06' }],
  an_erasure_ends_once: ['erasures', { company_id: null, asked_by: null, done_at: '2100-01-01' }],
  an_erasure_is_of_a_company_or_a_person: [
    'erasures',
    { company_id: null, undone_at: null },
    { person_email: 'yritys@firma.example', undone_at: null },
  ],
  what_is_erased_names_nobody: ['erasures', { undone_at: null, done_at: '2100-01-01' }],
  erased_email_is_lower_case: ['erasures', { person_email: 'Yritys@firma.example' }],
  a_company_is_erased_once: ['erasures', { undone_at: null }],
  a_person_is_erased_once: ['erasures', { company_id: null, person_email: 'joku@firma.example', undone_at: null }],
  what_a_company_has_is_taken_out_of_one: ['take_outs', { company_id: null }],
  taker_email_is_lower_case: ['take_outs', { person_email: 'Yritys@firma.example' }],
};

-- The closed sets that are stored: born here, carried on by the generated types.
create type api.language as enum ('fi', 'sv', 'en');
create type api.contact_way as enum ('email', 'phone', 'meeting');
create type api.person_role as enum ('company', 'coordinator', 'expert', 'system');

create type api.need_state as enum (
  'received', 'claimed', 'shaping', 'calling', 'offered', 'agreed', 'preparing', 'delivering', 'closing', 'closed',
  'referred', 'withdrawn', 'declined'
);

create type api.link_purpose as enum (
  'see_need', 'reply_to_need', 'answer_survey',
  'take_need', 'answer_need', 'log_contact', 'ask_more', 'hand_over_need', 'decline_need'
);

create type api.event_kind as enum (
  'received', 'taken', 'released', 'answered', 'asked', 'contact_logged', 'replied', 'handed_over', 'hand_over_taken',
  'hand_over_declined', 'declined', 'withdrawn', 'restored', 'survey_answered', 'link_requested'
);

create type api.message_kind as enum ('answer', 'question', 'contact', 'reply', 'decline', 'hand_over_decline');
create type api.contact_channel as enum ('phone', 'meeting', 'video');
create type api.hand_over_state as enum ('asked', 'taken', 'helped', 'no_help', 'not_reachable', 'declined');

create type api.letter_kind as enum (
  'receipt', 'answer', 'question', 'declined', 'handed_over', 'survey', 'new_link',
  'new_need', 'reply_received', 'withdrawn', 'handover_asked', 'handover_declined'
);

-- Kinds of letters and events that surveys bring; a value of an enum can be used in the migrations after its own alone.
alter type api.letter_kind add value 'survey_reminder';
alter type api.letter_kind add value 'low_answer';
alter type api.letter_kind add value 'low_answer_expert';
alter type api.letter_kind add value 'follow_up_answer';
alter type api.event_kind add value 'follow_up_opened';
alter type api.event_kind add value 'follow_up_answered';
alter type api.event_kind add value 'follow_up_withdrawn';

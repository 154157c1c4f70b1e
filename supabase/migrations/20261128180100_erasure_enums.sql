-- Kinds that the migrations after this one use: a value of an enum may not be used in the transaction that adds it.
alter type api.letter_kind add value 'data_taken_out';
alter type api.letter_kind add value 'erasure_asked';
alter type api.letter_kind add value 'erasure_undone';
alter type api.letter_kind add value 'erasure_done';
alter type api.letter_kind add value 'workspace_unused';

alter type api.company_event_kind add value 'data_taken_out';
alter type api.company_event_kind add value 'erasure_asked';
alter type api.company_event_kind add value 'erasure_undone';

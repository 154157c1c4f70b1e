-- Kinds that the migrations after this one use: a value of an enum may not be used in the transaction that adds it.
alter type api.letter_kind add value 'own_erasure_asked';
alter type api.letter_kind add value 'own_erasure_undone';
alter type api.letter_kind add value 'own_erasure_done';

alter type api.ask_erasure_outcome add value 'too_many';

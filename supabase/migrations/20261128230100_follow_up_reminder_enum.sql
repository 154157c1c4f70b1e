-- The letter that reminds an expert of a low answer: a value of an enum can be used in the migrations after its own alone.
alter type api.letter_kind add value 'follow_up_reminder';

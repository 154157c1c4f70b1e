-- New words of joining two needs of one company.
alter type api.need_state add value 'joined';
alter type api.event_kind add value 'joined';
alter type api.event_kind add value 'join_undone';
alter type api.letter_kind add value 'joined';
alter type api.letter_kind add value 'joined_to_yours';
alter type api.letter_kind add value 'join_undone';

-- New members of closed sets, in a migration of their own: Postgres lets nobody use them in the transaction that adds them.
alter type api.letter_kind add value 'digest';
alter type api.letter_kind add value 'expert_reminder';
alter type api.letter_kind add value 'promise_late';
alter type api.letter_kind add value 'owner_left';
alter type api.letter_kind add value 'stand_in';
alter type api.event_kind add value 'reminded';
alter type api.event_kind add value 'escalated';
alter type api.event_kind add value 'told_late';
alter type api.event_kind add value 'owner_left';

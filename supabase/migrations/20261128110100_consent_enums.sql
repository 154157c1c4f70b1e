-- New members of closed sets, in a migration of their own: Postgres lets nobody use them in the transaction that adds them.
alter type api.person_role add value 'adviser';
alter type api.message_kind add value 'comment';
alter type api.event_kind add value 'commented';

-- New members of closed sets, in a migration of their own: Postgres lets nobody use them in the transaction that adds them.
alter type api.company_event_kind add value 'document_added';
alter type api.company_event_kind add value 'document_removed';

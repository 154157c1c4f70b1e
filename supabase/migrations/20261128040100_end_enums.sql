-- New members of closed sets for the ends of a need, in a migration of their own: Postgres lets nobody use them in the transaction that adds them.
alter type api.event_kind add value 'closed';
alter type api.event_kind add value 'referred';
alter type api.message_kind add value 'closing';
alter type api.message_kind add value 'referral';
alter type api.letter_kind add value 'closed';
alter type api.letter_kind add value 'referred';

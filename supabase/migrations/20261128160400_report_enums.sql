-- New members of closed sets for reports that are mailed, in a migration of their own: Postgres lets nobody use them in the transaction that adds them.
alter type api.person_role add value 'steering';
alter type api.link_purpose add value 'see_report';
alter type api.letter_kind add value 'steering_pack';
alter type api.letter_kind add value 'provider_figures';

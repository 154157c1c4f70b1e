-- New members of closed sets, in a migration of their own: Postgres lets nobody use them in the transaction that adds them.
alter type api.link_purpose add value 'withdraw_consent';
alter type api.letter_kind add value 'adviser_invited';
alter type api.letter_kind add value 'adviser_extended';
alter type api.letter_kind add value 'adviser_ended';
alter type api.letter_kind add value 'consent_given';
alter type api.letter_kind add value 'consent_ending';
alter type api.letter_kind add value 'consent_over';
alter type api.letter_kind add value 'comment';
alter type api.letter_kind add value 'comment_received';

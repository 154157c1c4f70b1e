-- New letters, in a migration of their own: Postgres lets nobody use them in the transaction that adds them.
alter type api.letter_kind add value 'colleague_invited';
alter type api.letter_kind add value 'claim_asked';
alter type api.letter_kind add value 'claim_settled';

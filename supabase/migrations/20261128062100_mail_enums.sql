-- New members of closed sets, for mail that comes in and mail that comes back; Postgres lets nobody use them in the transaction that adds them.
alter type api.letter_kind add value 'mail_taken_in_part';
alter type api.letter_kind add value 'mail_not_taken';
alter type api.letter_kind add value 'mail_set_aside';
alter type api.letter_kind add value 'mail_came_back';
alter type api.event_kind add value 'automatic_reply';
alter type api.event_kind add value 'mail_set_aside';
alter type api.event_kind add value 'mail_came_back';

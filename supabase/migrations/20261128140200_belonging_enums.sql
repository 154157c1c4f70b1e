-- New members of closed sets, for who belongs to a company and for joining; Postgres lets nobody use them in the transaction that adds them.
alter type api.delivery_kind add value 'disowned';
alter type api.letter_kind add value 'membership_ended';
alter type api.letter_kind add value 'contact_passed';
alter type api.letter_kind add value 'number_moved';
alter type api.letter_kind add value 'mails_set_aside';
alter type api.event_kind add value 'contact_changed';
alter type api.end_membership_outcome add value 'needs_changed';
alter type api.join_need_outcome add value 'answer_first';

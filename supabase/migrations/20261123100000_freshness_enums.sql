-- New members of closed sets, in a migration of their own: Postgres lets nobody use them in the transaction that adds them.
alter type api.person_role add value 'provider';
alter type api.person_role add value 'editor';
alter type api.link_purpose add value 'confirm_services';
alter type api.link_purpose add value 'report_mistake';
alter type api.link_purpose add value 'close_task';
alter type api.event_kind add value 'services_confirmed';
alter type api.event_kind add value 'confirmation_undone';
alter type api.event_kind add value 'mistake_reported';
alter type api.event_kind add value 'task_done';
alter type api.event_kind add value 'task_reopened';
alter type api.letter_kind add value 'confirm_services';
alter type api.letter_kind add value 'mistake_reported';
alter type api.letter_kind add value 'mistake_handled';

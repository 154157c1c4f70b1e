-- A line of the log for an internal note: that there is one, never what it says.
alter type api.event_kind add value 'noted';

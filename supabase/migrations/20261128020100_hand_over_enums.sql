-- New words of hand-overs: several at once, silent ones that come back, and how a taken one ended.
alter type api.link_purpose add value 'report_hand_over';
alter type api.event_kind add value 'hand_over_returned';
alter type api.event_kind add value 'hand_over_ended';
alter type api.message_kind add value 'hand_over_report';
alter type api.letter_kind add value 'handover_returned';
alter type api.letter_kind add value 'handover_taken_late';
alter type api.letter_kind add value 'handover_settled';
alter type api.letter_kind add value 'handover_ended';
-- Somebody who declined before is asked again with a reason; who left, or whose links were revoked, is not asked.
alter type api.hand_over_need_outcome add value 'say_why';
alter type api.hand_over_need_outcome add value 'person_gone';
-- Each of them sees the company's contact data.
alter type api.hand_over_need_outcome add value 'too_many';

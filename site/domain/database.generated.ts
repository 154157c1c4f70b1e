// Generated from the migrations by `npm run types` (the Supabase CLI). Never edited by hand.
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "api": {
          Tables: {
            [_ in never]: never
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            "answer_need":
{ Args: { "p_body": string,"p_token_hash": string }; Returns: Database["api"]['Enums']["say_outcome"]
                           },
"answer_survey":
{ Args: { "p_answers": Json,"p_follow_up_due": string,"p_token_hash": string }; Returns: Database["api"]['Enums']["answer_survey_outcome"]
                           },
"ask_code":
{ Args: { "p_address_hash": string,"p_door": Database["api"]['Enums']["door"],"p_email": string,"p_network_hash": string }; Returns: {
              "outcome": Database["api"]['Enums']["ask_code_outcome"],"retry_after_seconds": number
            }[]
                           },
"ask_confirmations":
{ Args: { "p_contacts": Json,"p_links": Json,"p_most": number }; Returns: {
              "asked": number,"ended": number
            }[]
                           },
"ask_more":
{ Args: { "p_body": string,"p_token_hash": string }; Returns: Database["api"]['Enums']["say_outcome"]
                           },
"begin_session":
{ Args: { "p_door": Database["api"]['Enums']["door"],"p_email": string,"p_own_device": boolean,"p_session_id": string }; Returns: Database["api"]['Enums']["begin_session_outcome"]
                           },
"bounced_letters":
{ Args: Record<PropertyKey, never>; Returns: {
              "happened_at": string,"kind": Database["api"]['Enums']["delivery_kind"],"letter": Database["api"]['Enums']["letter_kind"],"reason": string,"reference": string,"to_email": string
            }[]
                           },
"claim_letters":
{ Args: { "p_lease_seconds": number,"p_most": number }; Returns: {
              "about": Json,"alike": string,"attempts": number,"author_email": string,"author_name": string,"business_id": string,"claim": Json,"company_name": string,"confirmation": Json,"contact_by": Database["api"]['Enums']["contact_way"],"contact_email": string,"contact_name": string,"contact_phone": string,"description": string,"digest": Json,"due_at": string,"expert_name": string,"founder": boolean,"hand_over_state": Database["api"]['Enums']["hand_over_state"],"id": string,"invitation": Json,"language": Database["api"]['Enums']["language"],"letter": Database["api"]['Enums']["letter_kind"],"links": Json,"message_body": string,"note": string,"owner_email": string,"owner_name": string,"received_at": string,"reference": string,"services": (string)[],"task": Json,"to_email": string,"to_name": string
            }[]
                           },
"claim_mails":
{ Args: { "p_lease_seconds": number,"p_most": number }; Returns: {
              "attempts": number,"id": string,"provider_id": string
            }[]
                           },
"clock":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"close_task":
{ Args: { "p_note": string,"p_token_hash": string }; Returns: Database["api"]['Enums']["close_task_outcome"]
                           },
"code_used":
{ Args: { "p_address_hash": string }; Returns: undefined
                           },
"confirm_services":
{ Args: { "p_token_hash": string }; Returns: Database["api"]['Enums']["confirm_services_outcome"]
                           },
"confirmation_days":
{ Args: Record<PropertyKey, never>; Returns: {
              "confirmed_on": string,"provider": string
            }[]
                           },
"consent_behind_link":
{ Args: { "p_token_hash": string }; Returns: {
              "consent": Json
            }[]
                           },
"decline_need":
{ Args: { "p_reason": string,"p_token_hash": string }; Returns: Database["api"]['Enums']["say_outcome"]
                           },
"desk_absences":
{ Args: Record<PropertyKey, never>; Returns: {
              "absences": Json,"deputy": string,"people": Json,"today": string
            }[]
                           },
"desk_add_absence":
{ Args: { "p_deputy": string,"p_first_day": string,"p_last_day": string }; Returns: Database["api"]['Enums']["add_absence_outcome"]
                           },
"desk_ages":
{ Args: { "p_since": (string)[] }; Returns: {
              "age": number,"open": number,"unanswered": number
            }[]
                           },
"desk_answer_follow_up":
{ Args: { "p_body": string,"p_links": Json,"p_reference": string,"p_seen": number,"p_way": Database["api"]['Enums']["follow_up_way"] }; Returns: {
              "outcome": Database["api"]['Enums']["answer_follow_up_outcome"],"standing": Database["api"]['Enums']["desk_standing"]
            }[]
                           },
"desk_answer_need":
{ Args: { "p_body": string,"p_links": Json,"p_reference": string,"p_seen": number }; Returns: {
              "outcome": Database["api"]['Enums']["say_outcome"],"standing": Database["api"]['Enums']["desk_standing"]
            }[]
                           },
"desk_ask_more":
{ Args: { "p_body": string,"p_links": Json,"p_reference": string,"p_seen": number }; Returns: {
              "outcome": Database["api"]['Enums']["say_outcome"],"standing": Database["api"]['Enums']["desk_standing"]
            }[]
                           },
"desk_claims":
{ Args: Record<PropertyKey, never>; Returns: {
              "claims": Json,"now": string
            }[]
                           },
"desk_close_need":
{ Args: { "p_body": string,"p_links": Json,"p_outcome": Database["api"]['Enums']["need_outcome"],"p_reference": string,"p_seen": number }; Returns: {
              "outcome": Database["api"]['Enums']["close_need_outcome"],"standing": Database["api"]['Enums']["desk_standing"]
            }[]
                           },
"desk_decline_need":
{ Args: { "p_links": Json,"p_reason": string,"p_reference": string,"p_seen": number }; Returns: {
              "outcome": Database["api"]['Enums']["say_outcome"],"standing": Database["api"]['Enums']["desk_standing"]
            }[]
                           },
"desk_declines":
{ Args: { "p_before": string,"p_before_id": string,"p_limit": number,"p_since": string }; Returns: {
              "at": string,"author_email": string,"author_name": string,"author_role": Database["api"]['Enums']["person_role"],"id": string,"of_all": number,"reason": string,"reference": string,"whole_need": boolean,"whole_needs": number
            }[]
                           },
"desk_end_absence":
{ Args: { "p_id": string }; Returns: Database["api"]['Enums']["end_absence_outcome"]
                           },
"desk_follow_ups":
{ Args: Record<PropertyKey, never>; Returns: {
              "acting_email": string,"acting_name": string,"answered_at": string,"answered_by": string,"answers": Json,"business_id": string,"company_name": string,"contact_name": string,"contact_phone": string,"due_at": string,"not_contacted": boolean,"now": string,"opened_at": string,"owner_email": string,"owner_name": string,"record": Json,"reference": string,"state": Database["api"]['Enums']["need_state"]
            }[]
                           },
"desk_hand_over_need":
{ Args: { "p_links": Json,"p_note": string,"p_people": Json,"p_reference": string,"p_seen": number }; Returns: {
              "outcome": Database["api"]['Enums']["hand_over_need_outcome"],"standing": Database["api"]['Enums']["desk_standing"]
            }[]
                           },
"desk_join_need":
{ Args: { "p_links": Json,"p_reference": string,"p_seen": number,"p_with": string }; Returns: {
              "outcome": Database["api"]['Enums']["join_need_outcome"],"standing": Database["api"]['Enums']["desk_standing"]
            }[]
                           },
"desk_joining":
{ Args: { "p_reference": string }; Returns: {
              "goes_on": Json,"joined": Json,"offers": Json
            }[]
                           },
"desk_list":
{ Args: { "p_after": string,"p_typed": string,"p_view": Database["api"]['Enums']["desk_view"] }; Returns: {
              "counts": Json,"has_more": boolean,"needs": Json,"now": string,"too_many": boolean
            }[]
                           },
"desk_load":
{ Args: Record<PropertyKey, never>; Returns: {
              "due_today": number,"email": string,"for_others": number,"is_coordinator": boolean,"late": number,"name": string,"open": number,"waiting": number
            }[]
                           },
"desk_log_contact":
{ Args: { "p_channel": Database["api"]['Enums']["contact_channel"],"p_happened_at": string,"p_links": Json,"p_note": string,"p_reference": string,"p_seen": number }; Returns: {
              "outcome": Database["api"]['Enums']["log_contact_outcome"],"standing": Database["api"]['Enums']["desk_standing"]
            }[]
                           },
"desk_name_deputy":
{ Args: { "p_deputy": string }; Returns: Database["api"]['Enums']["name_deputy_outcome"]
                           },
"desk_need":
{ Args: { "p_reference": string }; Returns: {
              "acting_email": string,"acting_name": string,"business_id": string,"closed_at": string,"company_name": string,"contact_by": Database["api"]['Enums']["contact_way"],"contact_email": string,"contact_name": string,"contact_phone": string,"description": string,"due_at": string,"events": Json,"first_response_at": string,"founder": boolean,"hand_overs": Json,"language": Database["api"]['Enums']["language"],"last_event": number,"messages": Json,"notice_version": string,"now": string,"owner_email": string,"owner_name": string,"promise_days": number,"promise_kept": boolean,"received_at": string,"reference": string,"services": (string)[],"state": Database["api"]['Enums']["need_state"],"survey_answer": string,"waits_for_company": boolean
            }[]
                           },
"desk_need_end":
{ Args: { "p_reference": string }; Returns: {
              "outcome": Database["api"]['Enums']["need_outcome"],"referred_contact": string,"referred_to": string
            }[]
                           },
"desk_need_mail":
{ Args: { "p_reference": string }; Returns: {
              "by_mail": (string)[],"came_back": Json,"events_by_mail": (number)[],"set_aside": Json
            }[]
                           },
"desk_need_surveys":
{ Args: { "p_reference": string }; Returns: {
              "anonymous": boolean,"answered_at": string,"answers": Json,"follow_up": Json,"invited_at": string,"survey": string,"texts": Json
            }[]
                           },
"desk_notes":
{ Args: { "p_reference": string }; Returns: {
              "author_email": string,"author_name": string,"body": string,"created_at": string,"id": string
            }[]
                           },
"desk_oldest":
{ Args: Record<PropertyKey, never>; Returns: {
              "business_id": string,"closed_at": string,"company_name": string,"contact_name": string,"due_at": string,"first_response_at": string,"owner_email": string,"owner_name": string,"promise_kept": boolean,"received_at": string,"reference": string
            }[]
                           },
"desk_pack":
{ Args: { "p_id": string }; Returns: Json
                           },
"desk_packs":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"desk_refer_need":
{ Args: { "p_body": string,"p_contact": string,"p_links": Json,"p_reference": string,"p_seen": number,"p_to": string }; Returns: {
              "outcome": Database["api"]['Enums']["refer_need_outcome"],"standing": Database["api"]['Enums']["desk_standing"]
            }[]
                           },
"desk_release_need":
{ Args: { "p_links": Json,"p_reference": string,"p_seen": number }; Returns: {
              "outcome": Database["api"]['Enums']["release_need_outcome"],"standing": Database["api"]['Enums']["desk_standing"]
            }[]
                           },
"desk_report_feedback":
{ Args: { "p_from": string,"p_providers": (string)[],"p_service": string,"p_theme": string,"p_to": string }; Returns: Json
                           },
"desk_report_months":
{ Args: { "p_from": string,"p_services": (string)[],"p_to": string }; Returns: {
              "answered": number,"declined": number,"due": number,"helped": number,"informed": number,"kept": number,"month": string,"not_needed": number,"not_reached": number,"received": number,"referred": number,"went_elsewhere": number,"withdrawn": number
            }[]
                           },
"desk_report_services":
{ Args: { "p_from": string,"p_services": (string)[],"p_to": string }; Returns: {
              "answered": number,"helped": number,"needs": number,"service": string
            }[]
                           },
"desk_report_texts":
{ Args: { "p_from": string,"p_most": number,"p_providers": (string)[],"p_service": string,"p_theme": string,"p_to": string }; Returns: {
              "about": Json,"bodies": (string)[],"month": string,"of_all": number,"survey": string
            }[]
                           },
"desk_report_themes":
{ Args: { "p_from": string,"p_services": (string)[],"p_themes": Json,"p_to": string }; Returns: {
              "declined": number,"elsewhere": number,"kind": Database["api"]['Enums']["theme_of_needs"],"needs": number,"nobody_helped": number,"theme": string
            }[]
                           },
"desk_session":
{ Args: Record<PropertyKey, never>; Returns: {
              "email": string,"expires_at": string,"is_lead": boolean,"name": string,"now": string,"own_device": boolean,"standing": Database["api"]['Enums']["session_standing"]
            }[]
                           },
"desk_settle_claim":
{ Args: { "p_claim": string,"p_state": Database["api"]['Enums']["claim_state"] }; Returns: Database["api"]['Enums']["settle_claim_outcome"]
                           },
"desk_sign_out":
{ Args: { "p_everywhere": boolean }; Returns: number
                           },
"desk_take_need":
{ Args: { "p_links": Json,"p_reference": string,"p_seen": number }; Returns: {
              "outcome": Database["api"]['Enums']["take_need_outcome"],"standing": Database["api"]['Enums']["desk_standing"]
            }[]
                           },
"desk_themes":
{ Args: { "p_since": string,"p_themes": Json }; Returns: {
              "declined": number,"elsewhere": number,"kind": Database["api"]['Enums']["theme_of_needs"],"needs": number,"nobody_helped": number,"theme": string
            }[]
                           },
"desk_undo_join":
{ Args: { "p_joined": string,"p_links": Json,"p_reference": string,"p_seen": number }; Returns: {
              "outcome": Database["api"]['Enums']["undo_join_outcome"],"standing": Database["api"]['Enums']["desk_standing"]
            }[]
                           },
"desk_unmatched":
{ Args: { "p_since": string }; Returns: {
              "description": string,"received_at": string,"reference": string,"state": Database["api"]['Enums']["need_state"]
            }[]
                           },
"desk_write_note":
{ Args: { "p_body": string,"p_links": Json,"p_reference": string,"p_seen": number }; Returns: {
              "outcome": Database["api"]['Enums']["write_note_outcome"],"standing": Database["api"]['Enums']["desk_standing"]
            }[]
                           },
"documents_erased":
{ Args: { "p_objects": (string)[] }; Returns: undefined
                           },
"drop_document":
{ Args: { "p_object": string }; Returns: undefined
                           },
"editor_tasks":
{ Args: Record<PropertyKey, never>; Returns: {
              "created_at": string,"id": string,"mistake": string,"own_page": boolean,"provider": string,"reporter": string,"services": (string)[]
            }[]
                           },
"end_consents":
{ Args: { "p_links": Json,"p_most": number }; Returns: {
              "asked": number,"expired": number,"is_more": boolean
            }[]
                           },
"erase_documents":
{ Args: { "p_most": number }; Returns: string[]
                           },
"erase_due":
{ Args: { "p_links": Json,"p_most": number }; Returns: {
              "erased": number,"forgotten": number,"more_links": number,"put_off": number,"withdrawing": number
            }[]
                           },
"finish_editor_task":
{ Args: { "p_by": string,"p_id": string }; Returns: boolean
                           },
"hand_over_need":
{ Args: { "p_links": Json,"p_note": string,"p_people": Json,"p_token_hash": string }; Returns: Database["api"]['Enums']["hand_over_need_outcome"]
                           },
"health":
{ Args: Record<PropertyKey, never>; Returns: {
              "oldest_seconds": number,"pending": number,"stuck": number
            }[]
                           },
"keep_coordinators":
{ Args: { "p_coordinators": Json }; Returns: undefined
                           },
"keep_document":
{ Args: { "p_format": Database["api"]['Enums']["document_format"],"p_name": string,"p_object": string,"p_sha256": string,"p_size": number }; Returns: Database["api"]['Enums']["keep_document_outcome"]
                           },
"keep_surveys":
{ Args: { "p_surveys": Json }; Returns: {
              "outcome": Database["api"]['Enums']["keep_survey_outcome"],"survey": string,"version": number
            }[]
                           },
"keep_times":
{ Args: { "p_most": number,"p_times": Json }; Returns: {
              "done": number,"kind": Database["api"]['Enums']["keeping_kind"]
            }[]
                           },
"late_schedules":
{ Args: Record<PropertyKey, never>; Returns: {
              "came_at": string,"schedule": Database["api"]['Enums']["schedule"]
            }[]
                           },
"letter_failed":
{ Args: { "p_error": string,"p_for_good": boolean,"p_id": string,"p_retry_after_seconds"?: number }; Returns: undefined
                           },
"letter_sent":
{ Args: { "p_id": string,"p_provider_id": string }; Returns: undefined
                           },
"link_was_erased":
{ Args: { "p_token_hash": string }; Returns: boolean
                           },
"log_contact":
{ Args: { "p_channel": Database["api"]['Enums']["contact_channel"],"p_happened_at": string,"p_note": string,"p_token_hash": string }; Returns: Database["api"]['Enums']["log_contact_outcome"]
                           },
"mail_behind_letter":
{ Args: { "p_id": string }; Returns: {
              "attachments": number,"body": string,"bounced_at": string,"bounced_email": string,"bounced_kind": Database["api"]['Enums']["delivery_kind"],"bounced_reason": string,"from_email": string,"outcome": Database["api"]['Enums']["mail_outcome"],"was_cut": boolean
            }[]
                           },
"mail_failed":
{ Args: { "p_error": string,"p_for_good": boolean,"p_id": string }; Returns: undefined
                           },
"make_pack":
{ Args: { "p_corrected": string,"p_figures": Json,"p_first_month": string,"p_last_month": string,"p_links": Json,"p_made_by": string,"p_mail_hours": unknown,"p_meeting": string,"p_pages": Json,"p_readers": Json }; Returns: Database["api"]['Enums']["make_pack_outcome"]
                           },
"nobody_left":
{ Args: Record<PropertyKey, never>; Returns: {
              "email": string,"first_day": string,"goes_to": string,"last_day": string,"name": string
            }[]
                           },
"note_mail_event":
{ Args: { "p_event_id": string,"p_happened_at": string,"p_kind": Database["api"]['Enums']["delivery_kind"],"p_provider_id": string,"p_reason": string }; Returns: Database["api"]['Enums']["note_mail_event_outcome"]
                           },
"note_run":
{ Args: { "p_schedule": Database["api"]['Enums']["schedule"] }; Returns: undefined
                           },
"open_link":
{ Args: { "p_token_hash": string }; Returns: {
              "business_id": string,"closed_at": string,"company_name": string,"confirmation": Json,"contact_by": Database["api"]['Enums']["contact_way"],"contact_email": string,"contact_name": string,"contact_phone": string,"description": string,"due_at": string,"first_response_at": string,"founder": boolean,"hand_overs": Json,"language": Database["api"]['Enums']["language"],"links": Json,"messages": Json,"now": string,"owner_email": string,"owner_name": string,"person_email": string,"person_name": string,"person_role": Database["api"]['Enums']["person_role"],"promise_days": number,"promise_kept": boolean,"purpose": Database["api"]['Enums']["link_purpose"],"received_at": string,"reference": string,"services": (string)[],"stand_in": Json,"state": Database["api"]['Enums']["need_state"],"survey_answer": string,"task": Json
            }[]
                           },
"open_survey":
{ Args: { "p_token_hash": string }; Returns: {
              "anonymous": boolean,"answered_at": string,"answers": Json,"follow_up_due": string,"may_change": boolean,"provider": string,"questions": Json,"service": string,"survey": string,"texts": Json,"theme": string,"version": number
            }[]
                           },
"pack_meetings":
{ Args: Record<PropertyKey, never>; Returns: {
              "meeting": string
            }[]
                           },
"promise_figures":
{ Args: { "p_themes": Json }; Returns: {
              "grouped_by": Database["api"]['Enums']["figure_group"],"kept": number,"key": string,"median_minutes": number,"needs": number,"p90_minutes": number,"reckoned_at": string
            }[]
                           },
"published_figures":
{ Args: { "p_from": string,"p_readers": string,"p_themes": Json,"p_to": string }; Returns: Json
                           },
"receive_mail":
{ Args: { "p_from": string,"p_links": (string)[],"p_provider_id": string }; Returns: Database["api"]['Enums']["receive_mail_outcome"]
                           },
"release_answers":
{ Args: { "p_month": string,"p_opened": Json }; Returns: Database["api"]['Enums']["release_answers_outcome"]
                           },
"release_need":
{ Args: { "p_token_hash": string }; Returns: Database["api"]['Enums']["release_need_outcome"]
                           },
"remind_follow_ups":
{ Args: { "p_mail_hours": unknown,"p_remind_due_by": string }; Returns: number
                           },
"remind_surveys":
{ Args: { "p_mail_hours": unknown,"p_marks": Json }; Returns: number
                           },
"reopen_task":
{ Args: { "p_token_hash": string }; Returns: Database["api"]['Enums']["reopen_task_outcome"]
                           },
"reply_to_need":
{ Args: { "p_body": string,"p_token_hash": string }; Returns: Database["api"]['Enums']["say_outcome"]
                           },
"report_behind_link":
{ Args: { "p_token_hash": string }; Returns: Json
                           },
"report_hand_over":
{ Args: { "p_ended": Database["api"]['Enums']["hand_over_state"],"p_note": string,"p_token_hash": string }; Returns: Database["api"]['Enums']["report_hand_over_outcome"]
                           },
"report_mistake":
{ Args: { "p_editors": Json,"p_links": Json,"p_mistake": string,"p_own_page": boolean,"p_services": (string)[],"p_token_hash": string }; Returns: Database["api"]['Enums']["report_mistake_outcome"]
                           },
"request_link":
{ Args: { "p_coordinators": (string)[],"p_email": string,"p_links": Json,"p_reference": string }; Returns: Database["api"]['Enums']["request_link_outcome"]
                           },
"restore_need":
{ Args: { "p_token_hash": string }; Returns: Database["api"]['Enums']["restore_need_outcome"]
                           },
"retry_letter":
{ Args: { "p_id": string }; Returns: boolean
                           },
"return_hand_overs":
{ Args: { "p_asked_on": string,"p_today": string }; Returns: {
              "now": string,"outcome": Database["api"]['Enums']["return_hand_overs_outcome"],"returned": number
            }[]
                           },
"seal_answers":
{ Args: { "p_answers": Json,"p_mark": string,"p_token_hash": string }; Returns: Database["api"]['Enums']["answer_survey_outcome"]
                           },
"sealed_answers":
{ Args: { "p_month": string }; Returns: Json
                           },
"sealed_by_keys":
{ Args: { "p_keys": (string)[] }; Returns: {
              "answered_on": string,"envelope": string,"may_change": boolean,"question": string
            }[]
                           },
"send_need":
{ Args: { "p_business_id": string,"p_company_name": string,"p_contact_by": Database["api"]['Enums']["contact_way"],"p_contact_email": string,"p_contact_name": string,"p_contact_phone": string,"p_coordinators": Json,"p_description": string,"p_due_at": string,"p_fingerprint": string,"p_founder": boolean,"p_idempotency_key": string,"p_language": Database["api"]['Enums']["language"],"p_links": Json,"p_notice_version": string,"p_promise_days": number,"p_reckoned_on": string,"p_reference": string,"p_services": (string)[] }; Returns: {
              "due_at": string,"outcome": Database["api"]['Enums']["send_need_outcome"],"promise_days": number,"received_at": string,"reference": string,"retry_after_seconds": number,"status_link": string
            }[]
                           },
"send_provider_figures":
{ Args: { "p_from": string,"p_links": Json,"p_mail_hours": unknown,"p_most": number,"p_providers": Json,"p_to": string }; Returns: number
                           },
"send_surveys":
{ Args: { "p_due": Json,"p_links": Json,"p_mail_hours": unknown,"p_providers": Json,"p_themes": Json }; Returns: number
                           },
"stuck_letters":
{ Args: Record<PropertyKey, never>; Returns: {
              "attempts": number,"id": string,"last_error": string,"letter": Database["api"]['Enums']["letter_kind"],"reference": string,"stuck_at": string,"to_email": string
            }[]
                           },
"surveys_to_remind":
{ Args: { "p_invited_by": string }; Returns: {
              "anonymous": boolean,"invitation": string,"link": string
            }[]
                           },
"take_mail":
{ Args: { "p_attachments": number,"p_body": string,"p_id": string,"p_is_automatic": boolean,"p_is_proven": boolean,"p_was_cut": boolean }; Returns: Database["api"]['Enums']["mail_outcome"]
                           },
"take_need":
{ Args: { "p_token_hash": string }; Returns: Database["api"]['Enums']["take_need_outcome"]
                           },
"texts_behind_link":
{ Args: { "p_token_hash": string }; Returns: Json
                           },
"try_code":
{ Args: { "p_address_hash": string }; Returns: Database["api"]['Enums']["try_code_outcome"]
                           },
"undo_confirmation":
{ Args: { "p_token_hash": string }; Returns: Database["api"]['Enums']["undo_confirmation_outcome"]
                           },
"walk_ladder":
{ Args: { "p_mail_hours": unknown,"p_remind_due_by": string,"p_tell_due_before": string,"p_today": string }; Returns: {
              "digests": number,"escalated": number,"reminded": number,"told": number
            }[]
                           },
"where_it_goes_on":
{ Args: { "p_token_hash": string }; Returns: {
              "joined_at": string,"links": Json,"reference": string
            }[]
                           },
"withdraw_consent":
{ Args: { "p_token_hash": string }; Returns: Database["api"]['Enums']["withdraw_consent_outcome"]
                           },
"withdraw_need":
{ Args: { "p_token_hash": string }; Returns: Database["api"]['Enums']["withdraw_need_outcome"]
                           },
"workspace":
{ Args: { "p_company": string,"p_page": number }; Returns: {
              "claims": Json,"claims_to_settle": number,"companies": Json,"company": Json,"invitations": Json,"looks": Json,"needs": Json,"now": string,"people": Json,"role": Database["api"]['Enums']["member_role"]
            }[]
                           },
"workspace_ask_erasure":
{ Args: { "p_company": string }; Returns: Database["api"]['Enums']["ask_erasure_outcome"]
                           },
"workspace_ask_own_erasure":
{ Args: { "p_language": Database["api"]['Enums']["language"] }; Returns: Database["api"]['Enums']["ask_own_erasure_outcome"]
                           },
"workspace_attach_need":
{ Args: { "p_company": string,"p_token_hash": string }; Returns: Database["api"]['Enums']["attach_need_outcome"]
                           },
"workspace_begin_document":
{ Args: { "p_company": string,"p_name": string,"p_size": number }; Returns: {
              "document": string,"object_id": string,"outcome": Database["api"]['Enums']["begin_document_outcome"]
            }[]
                           },
"workspace_comment":
{ Args: { "p_body": string,"p_consent": string,"p_reference": string }; Returns: Database["api"]['Enums']["comment_outcome"]
                           },
"workspace_consent":
{ Args: { "p_consent": string }; Returns: {
              "company": Json,"consent": Json,"events": Json,"looks": Json,"may_withdraw": boolean,"needs": Json,"now": string,"replaced_by": string,"replaces": string,"role": Database["api"]['Enums']["member_role"]
            }[]
                           },
"workspace_contacts":
{ Args: { "p_company": string }; Returns: {
              "email": string,"needs": number
            }[]
                           },
"workspace_correct_grantee":
{ Args: { "p_consent": string,"p_email": string,"p_links": Json }; Returns: {
              "consent": string,"outcome": Database["api"]['Enums']["correct_grantee_outcome"]
            }[]
                           },
"workspace_correct_profile":
{ Args: { "p_company": string,"p_values": Json }; Returns: Database["api"]['Enums']["correct_profile_outcome"]
                           },
"workspace_disown_needs":
{ Args: { "p_business_id": string }; Returns: Database["api"]['Enums']["disown_needs_outcome"]
                           },
"workspace_document":
{ Args: { "p_document": string,"p_taken": boolean }; Returns: {
              "format": Database["api"]['Enums']["document_format"],"name": string,"object_id": string,"sha256": string,"size": number
            }[]
                           },
"workspace_documents":
{ Args: { "p_company": string }; Returns: {
              "company": Json,"documents": Json,"now": string,"role": Database["api"]['Enums']["member_role"],"used": number
            }[]
                           },
"workspace_end_invitation":
{ Args: { "p_invitation": string }; Returns: Database["api"]['Enums']["end_invitation_outcome"]
                           },
"workspace_end_membership":
{ Args: { "p_company": string,"p_email": string,"p_links": Json }; Returns: Database["api"]['Enums']["end_membership_outcome"]
                           },
"workspace_erasures":
{ Args: Record<PropertyKey, never>; Returns: {
              "asked_by": string,"company": Json,"erase_after": string,"may_undo": boolean,"owned_alone": Json,"put_off_by": (string)[]
            }[]
                           },
"workspace_extend_consent":
{ Args: { "p_consent": string,"p_days": number,"p_links": Json }; Returns: Database["api"]['Enums']["extend_consent_outcome"]
                           },
"workspace_in_force":
{ Args: { "p_company": string }; Returns: {
              "consents": Json,"total": number
            }[]
                           },
"workspace_invite_colleague":
{ Args: { "p_company": string,"p_email": string,"p_language": Database["api"]['Enums']["language"],"p_role": Database["api"]['Enums']["member_role"] }; Returns: Database["api"]['Enums']["invite_colleague_outcome"]
                           },
"workspace_join_company":
{ Args: { "p_invitation": string }; Returns: Database["api"]['Enums']["join_company_outcome"]
                           },
"workspace_looks":
{ Args: { "p_company": string,"p_page": number }; Returns: {
              "company": Json,"looks": Json,"now": string
            }[]
                           },
"workspace_my_data":
{ Args: { "p_company": string }; Returns: {
              "company": Json,"needs": number,"now": string,"open_needs": number,"owners": number,"put_off_by": (string)[],"role": Database["api"]['Enums']["member_role"]
            }[]
                           },
"workspace_need":
{ Args: { "p_reference": string }; Returns: {
              "business_id": string,"closed_at": string,"company_name": string,"contact_by": Database["api"]['Enums']["contact_way"],"contact_email": string,"contact_name": string,"contact_phone": string,"description": string,"due_at": string,"first_response_at": string,"founder": boolean,"goes_on": Json,"hand_overs": Json,"language": Database["api"]['Enums']["language"],"messages": Json,"now": string,"owner_email": string,"owner_name": string,"promise_days": number,"promise_kept": boolean,"received_at": string,"reference": string,"services": (string)[],"stand_in": Json,"state": Database["api"]['Enums']["need_state"]
            }[]
                           },
"workspace_own_company":
{ Args: { "p_business_id": string }; Returns: Database["api"]['Enums']["own_company_outcome"]
                           },
"workspace_own_erasure":
{ Args: Record<PropertyKey, never>; Returns: {
              "companies": Json,"is_adviser": boolean,"is_waiting": boolean,"now": string,"own_needs": number,"own_open": number,"owned_alone": Json,"passed_on": number,"put_off_by": (string)[]
            }[]
                           },
"workspace_pending_document":
{ Args: { "p_document": string }; Returns: {
              "company_id": string,"name": string,"object_id": string,"size": number
            }[]
                           },
"workspace_people":
{ Args: { "p_company": string }; Returns: {
              "claims": Json,"company": Json,"invitations": Json,"now": string,"people": Json,"role": Database["api"]['Enums']["member_role"]
            }[]
                           },
"workspace_preview_share":
{ Args: { "p_company": string,"p_email": string,"p_parts": (Database["api"]['Enums']["consent_part"])[],"p_references": (string)[] }; Returns: {
              "now": string,"seen": Json
            }[]
                           },
"workspace_profile":
{ Args: { "p_company": string }; Returns: {
              "company": Json,"facts": Json,"history": Json,"now": string,"role": Database["api"]['Enums']["member_role"]
            }[]
                           },
"workspace_remove_document":
{ Args: { "p_document": string }; Returns: Database["api"]['Enums']["remove_document_outcome"]
                           },
"workspace_reply":
{ Args: { "p_body": string,"p_reference": string }; Returns: Database["api"]['Enums']["say_outcome"]
                           },
"workspace_restore":
{ Args: { "p_reference": string }; Returns: Database["api"]['Enums']["restore_need_outcome"]
                           },
"workspace_session":
{ Args: Record<PropertyKey, never>; Returns: {
              "email": string,"expires_at": string,"has_company": boolean,"is_adviser": boolean,"language": Database["api"]['Enums']["language"],"name": string,"now": string,"own_device": boolean,"standing": Database["api"]['Enums']["session_standing"]
            }[]
                           },
"workspace_set_role":
{ Args: { "p_company": string,"p_email": string,"p_role": Database["api"]['Enums']["member_role"] }; Returns: Database["api"]['Enums']["set_role_outcome"]
                           },
"workspace_settle_claim":
{ Args: { "p_claim": string,"p_let_in": boolean,"p_role": Database["api"]['Enums']["member_role"] }; Returns: Database["api"]['Enums']["settle_claim_outcome"]
                           },
"workspace_share":
{ Args: { "p_company": string,"p_days": number,"p_email": string,"p_language": Database["api"]['Enums']["language"],"p_links": Json,"p_may_comment": boolean,"p_name": string,"p_organisation": string,"p_parts": (Database["api"]['Enums']["consent_part"])[],"p_purpose": string,"p_references": (string)[],"p_text_language": Database["api"]['Enums']["language"],"p_text_version": string }; Returns: {
              "consent": string,"outcome": Database["api"]['Enums']["share_outcome"]
            }[]
                           },
"workspace_shareable":
{ Args: { "p_company": string }; Returns: {
              "company": Json,"needs": Json,"role": Database["api"]['Enums']["member_role"]
            }[]
                           },
"workspace_shared":
{ Args: Record<PropertyKey, never>; Returns: {
              "consents": Json,"now": string
            }[]
                           },
"workspace_shared_with_me":
{ Args: { "p_consent": string }; Returns: {
              "consent": Json,"now": string,"seen": Json
            }[]
                           },
"workspace_sharing":
{ Args: { "p_company": string }; Returns: {
              "company": Json,"consents": Json,"handlers": Json,"now": string,"people": Json,"role": Database["api"]['Enums']["member_role"],"unhandled": number
            }[]
                           },
"workspace_sign_out":
{ Args: { "p_everywhere": boolean }; Returns: number
                           },
"workspace_take_out":
{ Args: { "p_company": string }; Returns: {
              "company": Json,"company_data": Json,"person_data": Json,"scope": Database["api"]['Enums']["data_scope"],"taken_at": string
            }[]
                           },
"workspace_to_own":
{ Args: Record<PropertyKey, never>; Returns: {
              "business_id": string,"company_name": string,"needs": Json
            }[]
                           },
"workspace_undo_erasure":
{ Args: { "p_company": string }; Returns: Database["api"]['Enums']["undo_erasure_outcome"]
                           },
"workspace_undo_own_erasure":
{ Args: Record<PropertyKey, never>; Returns: Database["api"]['Enums']["undo_own_erasure_outcome"]
                           },
"workspace_withdraw":
{ Args: { "p_reference": string }; Returns: Database["api"]['Enums']["withdraw_need_outcome"]
                           },
"workspace_withdraw_consent":
{ Args: { "p_consent": string }; Returns: Database["api"]['Enums']["withdraw_consent_outcome"]
                           }
          }
          Enums: {
            "add_absence_outcome": "added"|"ends_before_start"|"in_the_past"|"too_long"|"overlaps"|"deputy_is_you"|"deputy_unknown"|"deputy_away"|"not_at_desk","answer_follow_up_outcome": "answered"|"nothing_to_answer","answer_survey_outcome": "answered"|"nothing"|"too_late"|"no_link","ask_code_outcome": "send"|"say_nothing"|"too_many","ask_erasure_outcome": "asked"|"already_asked"|"owners_only"|"gone"|"too_many","ask_own_erasure_outcome": "asked"|"already_asked"|"last_owner"|"too_many"|"gone","attach_need_outcome": "attached"|"not_attached","begin_document_outcome": "begun"|"empty"|"too_large"|"no_room"|"too_many"|"gone","begin_session_outcome": "begun"|"not_listed","claim_state": "asked"|"let_in"|"refused"|"moved","close_need_outcome": "ended"|"already_ended"|"taken_by_other"|"under_way"|"closed","close_task_outcome": "done"|"already_done"|"no_link","comment_outcome": "said"|"already_said"|"withdrawn"|"expired"|"read_only"|"closed"|"too_many"|"not_shared","company_event_kind": "made"|"need_attached"|"corrected"|"member_joined"|"member_left"|"member_removed"|"role_changed"|"colleague_invited"|"invitation_ended"|"claim_asked"|"claim_let_in"|"claim_refused"|"claim_moved"|"document_added"|"document_removed"|"data_taken_out"|"erasure_asked"|"erasure_undone","confirm_services_outcome": "confirmed"|"already_confirmed"|"no_link","consent_event_kind": "given"|"renewed"|"withdrawn"|"expired","consent_part": "profile"|"needs"|"messages"|"documents","consent_standing": "in_force"|"expired"|"withdrawn","consent_way": "form"|"button"|"letter"|"correction"|"clock","contact_channel": "phone"|"meeting"|"video","contact_way": "email"|"phone"|"meeting","correct_grantee_outcome": "corrected"|"unchanged"|"already_used"|"already_shared"|"own_member"|"over"|"owners_only"|"too_many","correct_profile_outcome": "corrected"|"unchanged"|"id_taken"|"owners_only"|"no_company","data_scope": "company"|"person","delivery_kind": "delivered"|"bounced"|"complained"|"failed"|"suppressed"|"disowned","desk_standing": "current"|"changed"|"no_need","desk_view": "mine"|"unassigned"|"open"|"waiting"|"closed"|"any","disown_needs_outcome": "disowned"|"gone","document_format": "pdf"|"docx"|"xlsx"|"pptx"|"odt"|"ods"|"odp"|"jpg"|"png"|"webp"|"heic"|"gif"|"tiff","document_state": "pending"|"kept","door": "desk"|"workspace","end_absence_outcome": "ended"|"not_yours","end_invitation_outcome": "ended"|"gone","end_membership_outcome": "left"|"removed"|"last_owner"|"owners_only"|"gone"|"needs_changed","erase_step": "put_off"|"withdrawing"|"erased","event_kind": "received"|"taken"|"released"|"answered"|"asked"|"contact_logged"|"replied"|"handed_over"|"hand_over_taken"|"hand_over_declined"|"declined"|"withdrawn"|"restored"|"survey_answered"|"link_requested"|"services_confirmed"|"confirmation_undone"|"mistake_reported"|"task_done"|"task_reopened"|"hand_over_returned"|"hand_over_ended"|"noted"|"reminded"|"escalated"|"told_late"|"owner_left"|"joined"|"join_undone"|"closed"|"referred"|"automatic_reply"|"mail_set_aside"|"mail_came_back"|"commented"|"contact_changed"|"follow_up_opened"|"follow_up_answered"|"follow_up_withdrawn","extend_consent_outcome": "extended"|"unchanged"|"over"|"owners_only"|"bad_end","fact_source": "need"|"workspace"|"coordinator"|"register","figure_group": "period"|"month"|"theme"|"service","follow_up_way": "letter"|"phone"|"meeting","hand_over_need_outcome": "handed_over"|"already_handed_over"|"to_yourself"|"closed"|"no_link"|"say_why"|"person_gone"|"too_many","hand_over_state": "asked"|"taken"|"helped"|"no_help"|"not_reachable"|"declined","invite_colleague_outcome": "invited"|"already_invited"|"already_member"|"too_many"|"owners_only","join_company_outcome": "joined"|"already_member"|"gone","join_need_outcome": "joined"|"already_joined"|"closed"|"chain"|"other_company"|"taken_by_other"|"no_need"|"no_link"|"answer_first","keep_document_outcome": "kept"|"already_there"|"gone","keep_survey_outcome": "kept"|"anonymity_is_fixed","keeping_kind": "needs"|"letters"|"delivery-reports"|"links"|"mails"|"sign-ins"|"codes"|"looks"|"workspace-log"|"workspaces"|"invitations"|"claims"|"consents"|"receipts"|"survey-texts"|"digests"|"confirmations"|"coordinators"|"erased-links"|"keeping-runs","ladder_step": "remind"|"escalate"|"tell_company","language": "fi"|"sv"|"en","letter_kind": "receipt"|"answer"|"question"|"declined"|"handed_over"|"survey"|"new_link"|"new_need"|"reply_received"|"withdrawn"|"handover_asked"|"handover_declined"|"confirm_services"|"mistake_reported"|"mistake_handled"|"handover_returned"|"handover_taken_late"|"handover_settled"|"handover_ended"|"digest"|"expert_reminder"|"promise_late"|"owner_left"|"stand_in"|"joined"|"joined_to_yours"|"join_undone"|"closed"|"referred"|"colleague_invited"|"claim_asked"|"claim_settled"|"mail_taken_in_part"|"mail_not_taken"|"mail_set_aside"|"mail_came_back"|"adviser_invited"|"adviser_extended"|"adviser_ended"|"consent_given"|"consent_ending"|"consent_over"|"comment"|"comment_received"|"membership_ended"|"contact_passed"|"number_moved"|"mails_set_aside"|"survey_reminder"|"low_answer"|"low_answer_expert"|"follow_up_answer"|"steering_pack"|"provider_figures"|"data_taken_out"|"erasure_asked"|"erasure_undone"|"erasure_done"|"workspace_unused"|"own_erasure_asked"|"own_erasure_undone"|"own_erasure_done"|"follow_up_reminder","link_purpose": "see_need"|"reply_to_need"|"answer_survey"|"take_need"|"answer_need"|"log_contact"|"ask_more"|"hand_over_need"|"decline_need"|"confirm_services"|"report_mistake"|"close_task"|"report_hand_over"|"withdraw_consent"|"see_report","log_contact_outcome": "logged"|"already_logged"|"impossible_time"|"closed"|"no_link","look_part": "need"|"messages"|"profile"|"document","look_way": "desk"|"link"|"workspace","mail_outcome": "said"|"already_said"|"automatic"|"empty"|"other_address"|"unproven"|"taken_by_other"|"closed"|"no_link"|"too_many"|"unreadable","make_pack_outcome": "made"|"already_made"|"no_such_pack","member_role": "owner"|"member","message_kind": "answer"|"question"|"contact"|"reply"|"decline"|"hand_over_decline"|"hand_over_report"|"closing"|"referral"|"comment","name_deputy_outcome": "named"|"deputy_is_you"|"deputy_unknown"|"not_at_desk","need_outcome": "helped"|"informed"|"went_elsewhere"|"not_needed"|"not_reached","need_state": "received"|"claimed"|"shaping"|"calling"|"offered"|"agreed"|"preparing"|"delivering"|"closing"|"closed"|"referred"|"withdrawn"|"declined"|"joined","note_mail_event_outcome": "noted"|"already_noted"|"unknown_letter"|"came_back_to_us","own_company_outcome": "made"|"attached"|"asked"|"gone","person_role": "company"|"coordinator"|"expert"|"system"|"provider"|"editor"|"adviser"|"steering","profile_field": "company_name"|"business_id"|"contact_name"|"contact_email"|"contact_phone"|"contact_by"|"language","receive_mail_outcome": "received"|"already_received"|"no_address","refer_need_outcome": "referred"|"already_referred"|"taken_by_other"|"closed","release_answers_outcome": "released"|"too_early","release_need_outcome": "released"|"not_yours"|"too_late"|"closed"|"no_link","remove_document_outcome": "removed"|"not_yours"|"gone","reopen_task_outcome": "reopened"|"not_done"|"too_late"|"no_link","report_hand_over_outcome": "reported"|"already_reported"|"not_taken"|"too_late"|"closed"|"no_link","report_kind": "steering_pack"|"provider_figures","report_mistake_outcome": "reported"|"already_reported"|"too_many"|"no_link","request_link_outcome": "requested","restore_need_outcome": "restored"|"not_withdrawn"|"too_late"|"no_link","return_hand_overs_outcome": "done"|"not_now"|"reckon_again","say_outcome": "said"|"already_said"|"taken_by_other"|"closed"|"no_link","schedule": "ask-confirmations"|"drain-outbox"|"end-consents"|"erase-data"|"erase-documents"|"keep-times"|"make-reports"|"rebuild-site"|"release-answers"|"return-hand-overs"|"send-surveys"|"take-mail"|"walk-ladder","send_need_outcome": "accepted"|"repeated"|"key_reused"|"too_many"|"reckon_again","session_standing": "living"|"revoked"|"expired"|"not_listed"|"unknown","set_role_outcome": "changed"|"unchanged"|"last_owner"|"owners_only"|"gone","settle_claim_outcome": "settled"|"already_settled"|"gone","share_outcome": "shared"|"already_shared"|"own_member"|"owners_only"|"not_your_need"|"bad_end"|"too_many","survey_event": "first_response"|"midway"|"closing","take_need_outcome": "taken"|"already_yours"|"taken_by_other"|"closed"|"no_link","theme_of_needs": "theme"|"no_service"|"left_map","try_code_outcome": "try"|"dead"|"used_up","undo_confirmation_outcome": "undone"|"not_confirmed"|"no_link","undo_erasure_outcome": "undone"|"not_asked"|"owners_only","undo_join_outcome": "undone"|"not_joined"|"too_late"|"no_link","undo_own_erasure_outcome": "undone"|"not_asked","withdraw_consent_outcome": "withdrawn"|"already_withdrawn"|"expired"|"no_link","withdraw_need_outcome": "withdrawn"|"already_withdrawn"|"closed"|"no_link","write_note_outcome": "noted"|"already_noted"|"no_link"
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "api">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "api": {
          Enums: {
            "add_absence_outcome": ["added", "ends_before_start", "in_the_past", "too_long", "overlaps", "deputy_is_you", "deputy_unknown", "deputy_away", "not_at_desk"],"answer_follow_up_outcome": ["answered", "nothing_to_answer"],"answer_survey_outcome": ["answered", "nothing", "too_late", "no_link"],"ask_code_outcome": ["send", "say_nothing", "too_many"],"ask_erasure_outcome": ["asked", "already_asked", "owners_only", "gone", "too_many"],"ask_own_erasure_outcome": ["asked", "already_asked", "last_owner", "too_many", "gone"],"attach_need_outcome": ["attached", "not_attached"],"begin_document_outcome": ["begun", "empty", "too_large", "no_room", "too_many", "gone"],"begin_session_outcome": ["begun", "not_listed"],"claim_state": ["asked", "let_in", "refused", "moved"],"close_need_outcome": ["ended", "already_ended", "taken_by_other", "under_way", "closed"],"close_task_outcome": ["done", "already_done", "no_link"],"comment_outcome": ["said", "already_said", "withdrawn", "expired", "read_only", "closed", "too_many", "not_shared"],"company_event_kind": ["made", "need_attached", "corrected", "member_joined", "member_left", "member_removed", "role_changed", "colleague_invited", "invitation_ended", "claim_asked", "claim_let_in", "claim_refused", "claim_moved", "document_added", "document_removed", "data_taken_out", "erasure_asked", "erasure_undone"],"confirm_services_outcome": ["confirmed", "already_confirmed", "no_link"],"consent_event_kind": ["given", "renewed", "withdrawn", "expired"],"consent_part": ["profile", "needs", "messages", "documents"],"consent_standing": ["in_force", "expired", "withdrawn"],"consent_way": ["form", "button", "letter", "correction", "clock"],"contact_channel": ["phone", "meeting", "video"],"contact_way": ["email", "phone", "meeting"],"correct_grantee_outcome": ["corrected", "unchanged", "already_used", "already_shared", "own_member", "over", "owners_only", "too_many"],"correct_profile_outcome": ["corrected", "unchanged", "id_taken", "owners_only", "no_company"],"data_scope": ["company", "person"],"delivery_kind": ["delivered", "bounced", "complained", "failed", "suppressed", "disowned"],"desk_standing": ["current", "changed", "no_need"],"desk_view": ["mine", "unassigned", "open", "waiting", "closed", "any"],"disown_needs_outcome": ["disowned", "gone"],"document_format": ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "jpg", "png", "webp", "heic", "gif", "tiff"],"document_state": ["pending", "kept"],"door": ["desk", "workspace"],"end_absence_outcome": ["ended", "not_yours"],"end_invitation_outcome": ["ended", "gone"],"end_membership_outcome": ["left", "removed", "last_owner", "owners_only", "gone", "needs_changed"],"erase_step": ["put_off", "withdrawing", "erased"],"event_kind": ["received", "taken", "released", "answered", "asked", "contact_logged", "replied", "handed_over", "hand_over_taken", "hand_over_declined", "declined", "withdrawn", "restored", "survey_answered", "link_requested", "services_confirmed", "confirmation_undone", "mistake_reported", "task_done", "task_reopened", "hand_over_returned", "hand_over_ended", "noted", "reminded", "escalated", "told_late", "owner_left", "joined", "join_undone", "closed", "referred", "automatic_reply", "mail_set_aside", "mail_came_back", "commented", "contact_changed", "follow_up_opened", "follow_up_answered", "follow_up_withdrawn"],"extend_consent_outcome": ["extended", "unchanged", "over", "owners_only", "bad_end"],"fact_source": ["need", "workspace", "coordinator", "register"],"figure_group": ["period", "month", "theme", "service"],"follow_up_way": ["letter", "phone", "meeting"],"hand_over_need_outcome": ["handed_over", "already_handed_over", "to_yourself", "closed", "no_link", "say_why", "person_gone", "too_many"],"hand_over_state": ["asked", "taken", "helped", "no_help", "not_reachable", "declined"],"invite_colleague_outcome": ["invited", "already_invited", "already_member", "too_many", "owners_only"],"join_company_outcome": ["joined", "already_member", "gone"],"join_need_outcome": ["joined", "already_joined", "closed", "chain", "other_company", "taken_by_other", "no_need", "no_link", "answer_first"],"keep_document_outcome": ["kept", "already_there", "gone"],"keep_survey_outcome": ["kept", "anonymity_is_fixed"],"keeping_kind": ["needs", "letters", "delivery-reports", "links", "mails", "sign-ins", "codes", "looks", "workspace-log", "workspaces", "invitations", "claims", "consents", "receipts", "survey-texts", "digests", "confirmations", "coordinators", "erased-links", "keeping-runs"],"ladder_step": ["remind", "escalate", "tell_company"],"language": ["fi", "sv", "en"],"letter_kind": ["receipt", "answer", "question", "declined", "handed_over", "survey", "new_link", "new_need", "reply_received", "withdrawn", "handover_asked", "handover_declined", "confirm_services", "mistake_reported", "mistake_handled", "handover_returned", "handover_taken_late", "handover_settled", "handover_ended", "digest", "expert_reminder", "promise_late", "owner_left", "stand_in", "joined", "joined_to_yours", "join_undone", "closed", "referred", "colleague_invited", "claim_asked", "claim_settled", "mail_taken_in_part", "mail_not_taken", "mail_set_aside", "mail_came_back", "adviser_invited", "adviser_extended", "adviser_ended", "consent_given", "consent_ending", "consent_over", "comment", "comment_received", "membership_ended", "contact_passed", "number_moved", "mails_set_aside", "survey_reminder", "low_answer", "low_answer_expert", "follow_up_answer", "steering_pack", "provider_figures", "data_taken_out", "erasure_asked", "erasure_undone", "erasure_done", "workspace_unused", "own_erasure_asked", "own_erasure_undone", "own_erasure_done", "follow_up_reminder"],"link_purpose": ["see_need", "reply_to_need", "answer_survey", "take_need", "answer_need", "log_contact", "ask_more", "hand_over_need", "decline_need", "confirm_services", "report_mistake", "close_task", "report_hand_over", "withdraw_consent", "see_report"],"log_contact_outcome": ["logged", "already_logged", "impossible_time", "closed", "no_link"],"look_part": ["need", "messages", "profile", "document"],"look_way": ["desk", "link", "workspace"],"mail_outcome": ["said", "already_said", "automatic", "empty", "other_address", "unproven", "taken_by_other", "closed", "no_link", "too_many", "unreadable"],"make_pack_outcome": ["made", "already_made", "no_such_pack"],"member_role": ["owner", "member"],"message_kind": ["answer", "question", "contact", "reply", "decline", "hand_over_decline", "hand_over_report", "closing", "referral", "comment"],"name_deputy_outcome": ["named", "deputy_is_you", "deputy_unknown", "not_at_desk"],"need_outcome": ["helped", "informed", "went_elsewhere", "not_needed", "not_reached"],"need_state": ["received", "claimed", "shaping", "calling", "offered", "agreed", "preparing", "delivering", "closing", "closed", "referred", "withdrawn", "declined", "joined"],"note_mail_event_outcome": ["noted", "already_noted", "unknown_letter", "came_back_to_us"],"own_company_outcome": ["made", "attached", "asked", "gone"],"person_role": ["company", "coordinator", "expert", "system", "provider", "editor", "adviser", "steering"],"profile_field": ["company_name", "business_id", "contact_name", "contact_email", "contact_phone", "contact_by", "language"],"receive_mail_outcome": ["received", "already_received", "no_address"],"refer_need_outcome": ["referred", "already_referred", "taken_by_other", "closed"],"release_answers_outcome": ["released", "too_early"],"release_need_outcome": ["released", "not_yours", "too_late", "closed", "no_link"],"remove_document_outcome": ["removed", "not_yours", "gone"],"reopen_task_outcome": ["reopened", "not_done", "too_late", "no_link"],"report_hand_over_outcome": ["reported", "already_reported", "not_taken", "too_late", "closed", "no_link"],"report_kind": ["steering_pack", "provider_figures"],"report_mistake_outcome": ["reported", "already_reported", "too_many", "no_link"],"request_link_outcome": ["requested"],"restore_need_outcome": ["restored", "not_withdrawn", "too_late", "no_link"],"return_hand_overs_outcome": ["done", "not_now", "reckon_again"],"say_outcome": ["said", "already_said", "taken_by_other", "closed", "no_link"],"schedule": ["ask-confirmations", "drain-outbox", "end-consents", "erase-data", "erase-documents", "keep-times", "make-reports", "rebuild-site", "release-answers", "return-hand-overs", "send-surveys", "take-mail", "walk-ladder"],"send_need_outcome": ["accepted", "repeated", "key_reused", "too_many", "reckon_again"],"session_standing": ["living", "revoked", "expired", "not_listed", "unknown"],"set_role_outcome": ["changed", "unchanged", "last_owner", "owners_only", "gone"],"settle_claim_outcome": ["settled", "already_settled", "gone"],"share_outcome": ["shared", "already_shared", "own_member", "owners_only", "not_your_need", "bad_end", "too_many"],"survey_event": ["first_response", "midway", "closing"],"take_need_outcome": ["taken", "already_yours", "taken_by_other", "closed", "no_link"],"theme_of_needs": ["theme", "no_service", "left_map"],"try_code_outcome": ["try", "dead", "used_up"],"undo_confirmation_outcome": ["undone", "not_confirmed", "no_link"],"undo_erasure_outcome": ["undone", "not_asked", "owners_only"],"undo_join_outcome": ["undone", "not_joined", "too_late", "no_link"],"undo_own_erasure_outcome": ["undone", "not_asked"],"withdraw_consent_outcome": ["withdrawn", "already_withdrawn", "expired", "no_link"],"withdraw_need_outcome": ["withdrawn", "already_withdrawn", "closed", "no_link"],"write_note_outcome": ["noted", "already_noted", "no_link"]
          }
        }
} as const

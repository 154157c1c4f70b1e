// Tables × people: which rows of each table of `app` a person's own token shows. Nobody ever writes to a table.
import type { Who } from './kinds.ts';

/**
 * Who may read, and a condition that says which rows; whoever is not named sees none. An empty line is a table that is granted
 * to nobody. `:company` is the reader's own company, `:me` the reader's address.
 */
export type TableLine = Partial<Record<Who, string>>;

const ALL = 'true';
const NOBODY: TableLine = {};
const OF_COMPANY = 'company_id = :company';
const OF_CONSENTS = 'consent_id in (select c.id from app.consents c where c.company_id = :company)';
const SHARED =
  'need_id in (select s.need_id from app.consent_needs s join app.consents c on c.id = s.consent_id where c.grantee_email = :me)';
const BETWEEN_COMPANY_AND_HANDLERS = "kind not in ('hand_over_decline', 'hand_over_report')";
const OF_NEED = 'need_id in (select n.id from app.needs n where n.company_id = :company)';
/** Companies that somebody claims: a coordinator settles that. */
const CLAIMED = 'in (select c.company_id from app.claims c where app.is_for_desk(c))';

/** In the order of the alphabet. `others` stands beside `company` where they read the rows of their own. */
export const TABLES: Record<string, TableLine> = {
  'app.absences': { desk: ALL },
  'app.answer_cells': NOBODY,
  'app.answer_months': NOBODY,
  'app.bounces': { desk: ALL },
  'app.claims': { owner: OF_COMPANY, claimant: 'email = :me', desk: ALL },
  'app.code_requests': NOBODY,
  'app.companies': {
    company: 'id = :company',
    others: 'id = :company',
    invited: 'id = :company',
    adviser: 'id = :company',
    desk: `id ${CLAIMED}`,
  },
  'app.company_events': { company: OF_COMPANY, others: OF_COMPANY },
  'app.confirmations': NOBODY,
  'app.consent_events': { company: OF_CONSENTS },
  'app.consent_needs': {
    company: OF_CONSENTS,
    adviser_of_need: 'consent_id in (select c.id from app.consents c where c.grantee_email = :me)',
  },
  'app.consent_reminders': NOBODY,
  // Who advised is told that it has ended, and so sees the consent itself.
  'app.consents': { company: OF_COMPANY, adviser: 'grantee_email = :me', adviser_over: 'grantee_email = :me' },
  'app.coordinators': { desk: ALL },
  'app.digests': NOBODY,
  'app.document_erasures': NOBODY,
  'app.documents': { company: OF_COMPANY, adviser_documents: `${OF_COMPANY} and state = 'kept'` },
  'app.editor_tasks': NOBODY,
  'app.erased_links': NOBODY,
  'app.erasures': { company: OF_COMPANY },
  'app.events': { desk: ALL },
  'app.follow_ups': { desk: ALL },
  'app.hand_overs': { company: OF_NEED, desk: ALL },
  'app.keeping_runs': NOBODY,
  'app.ladder_steps': NOBODY,
  'app.links': NOBODY,
  'app.looks': { company: OF_COMPANY },
  'app.mail_events': NOBODY,
  'app.member_invitations': { company: OF_COMPANY, invited: 'email = :me' },
  'app.members': { company: OF_COMPANY, others: OF_COMPANY, desk: `company_id ${CLAIMED}` },
  'app.messages': {
    company: `${OF_NEED} and ${BETWEEN_COMPANY_AND_HANDLERS}`,
    adviser_of_messages: `${SHARED} and ${BETWEEN_COMPANY_AND_HANDLERS}`,
    desk: ALL,
  },
  'app.named_answers': { desk: ALL },
  'app.need_moves': NOBODY,
  'app.needs': { company: OF_COMPANY, others: OF_COMPANY, desk: ALL, adviser_of_need: SHARED.replace('need_id', 'id') },
  'app.notes': { desk: ALL },
  'app.opened_texts': NOBODY,
  'app.outbox': NOBODY,
  'app.profile_facts': {
    company: OF_COMPANY,
    others: OF_COMPANY,
    invited: `${OF_COMPANY} and field = 'company_name'`,
    adviser: `${OF_COMPANY} and field = 'company_name'`,
    // The company's own, and how to reach whoever shared it.
    adviser_profile: `${OF_COMPANY} and (person_email is null or person_email = (select c.given_by from app.consents c where c.grantee_email = :me))`,
    desk: `field = 'company_name' and company_id ${CLAIMED}`,
  },
  'app.received_mails': { desk: ALL },
  'app.reports': NOBODY,
  'app.scheduled_runs': NOBODY,
  'app.sealed_answers': NOBODY,
  'app.service_events': NOBODY,
  'app.sessions': NOBODY,
  'app.survey_invitations': { desk: ALL },
  'app.survey_letters': NOBODY,
  'app.survey_versions': { desk: ALL },
  'app.take_outs': NOBODY,
};

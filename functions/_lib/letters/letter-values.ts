// What the placeholders of a letter about a need stand for, taken from the outbox row alone, so that a second try renders the same bytes.
import { LETTERS } from '#domain/content/letter.ts';
import { formatDate } from '#domain/i18n/dates.ts';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { daysOffReason } from '#forms/parts/days-off.ts';
import { ENDS } from '#forms/report-hand-over.tsx';
import { capitalised } from '../capitalised.ts';
import { catalogue, nameIn, phone, serviceName } from '../catalogue.ts';
import type { Enums } from '../db.ts';
import { linkUrl } from '../links.ts';
import type { ReportedTask, Round } from '../opened-link.ts';
import { publicName } from '../public-name.ts';
import type { Claim, Invitation } from './company-values.ts';
import type { Digest } from './digest-values.ts';
import type { LetterValues } from './fill.ts';
import type { MailBehind } from './with-mail.ts';

/** A row of api.claim_letters, with the nulls that the generated types do not know. */
export interface ClaimedLetter {
  id: string;
  letter: Enums['letter_kind'];
  attempts: number;
  to_email: string;
  to_name: string | null;
  language: Language;
  links: Partial<Record<Enums['link_purpose'], string>>;
  reference: string;
  description: string;
  services: string[];
  business_id: string | null;
  founder: boolean;
  company_name: string | null;
  contact_name: string;
  contact_email: string;
  contact_phone: string | null;
  contact_by: Enums['contact_way'];
  received_at: string;
  due_at: string;
  /** Who acts for the owner now. */
  owner_name: string | null;
  owner_email: string | null;
  message_body: string | null;
  author_name: string | null;
  author_email: string | null;
  /** One name a line, where several were asked at once. */
  expert_name: string | null;
  note: string | null;
  /** How the hand-over that the letter is about stands. */
  hand_over_state: Enums['hand_over_state'] | null;
  /** For a coordinator: the reference of an open need of the same company that this one was like when it came in. */
  alike: string | null;
  /** The round behind a letter about a provider's texts, and the task behind one about a mistake; the columns of a need are then null. */
  confirmation: Round | null;
  task: ReportedTask | null;
  /** Behind a letter about mail; not in the row itself. */
  mail?: MailBehind;
  /** The invitation or the claim behind a letter about a company's workspace; the columns of a need are then null. */
  invitation: Invitation | null;
  claim: Claim | null;
  /** The needs of a letter to a coordinator about several; the columns of one are then null. */
  digest: Digest | null;
  /** What SQL's app.about_<letter> tells, for the letters of about-records.ts; the columns of a need are then null. */
  about: unknown;
}

const listed = (names: readonly string[], lang: Language): string =>
  new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);

export function letterValues(row: ClaimedLetter): LetterValues {
  const lang = row.language;
  const t = createT(lang);
  const due = new Date(row.due_at);
  const url = (purpose: Enums['link_purpose']) => (row.links[purpose] ? linkUrl(row.links[purpose]) : '');
  const said = row.message_body ?? '';
  const number = row.business_id ?? (row.founder ? t('need.founder') : '');
  const ended = ENDS.find((end) => end === row.hand_over_state);
  const toCompany = LETTERS[row.letter].to === 'company';
  const named = (name: string | null) => name && nameIn(name, lang);
  const experts = (row.expert_name ?? row.author_name)?.split('\n').map((name) => nameIn(name, lang));
  const expert = experts && listed(toCompany ? experts.map((name) => publicName(name, t)) : experts, lang);
  return {
    name: row.to_name ?? '',
    reference: row.reference,
    due_date: formatDate(due, lang, 'long'),
    due_reason: daysOffReason(t, lang, new Date(row.received_at), due) ?? '',
    phone,
    description: row.description,
    services: row.services.map((id) => serviceName(id, lang)).join(', '),
    company: [row.company_name, number].filter(Boolean).join(', ') || row.contact_name,
    contact: [row.contact_name, row.contact_email, row.contact_phone, t(`contact-by.${row.contact_by}`).toLowerCase()]
      .filter(Boolean)
      .join(', '),
    // It begins sentences.
    author: capitalised(publicName(named(row.author_name), t)),
    expert: expert ?? (toCompany ? publicName(null, t) : (row.author_email ?? '')),
    answer: said,
    question: said,
    reason: said,
    message: said,
    handler: row.owner_email
      ? t('letter.late.owner', { name: publicName(named(row.owner_name), t) })
      : t('letter.late.nobody'),
    phone_from: catalogue.promise.phoneHours.from,
    phone_to: catalogue.promise.phoneHours.to,
    // What the one who ended it wrote to the coordinator, or the coordinator to the one who is asked.
    note: (row.letter === 'handover_ended' ? row.message_body : row.note) ?? '',
    outcome: ended ? t(`letter.ended.${ended}`, { expert: expert ?? '' }) : '',
    alike: row.alike ? t('letter.alike', { reference: row.alike }) : '',
    status_link: url('see_need'),
    reply_link: url('reply_to_need'),
    take_link: url('take_need'),
    answer_link: url('answer_need'),
    log_link: url('log_contact'),
    ended_link: url('report_hand_over'),
    ask_link: url('ask_more'),
    hand_over_link: url('hand_over_need'),
    decline_link: url('decline_need'),
  };
}

// An outbox row as claim_letters gives it, made up, so that every letter can be rendered in every language and case.
import { LETTERS, type LetterKind } from '#domain/content/letter.ts';
import type { Language } from '#domain/routes.ts';
import type { ToldConsent } from '#lib/letters/consent-values.ts';
import type { Digest } from '#lib/letters/digest-values.ts';
import type { ClaimedLetter } from '#lib/letters/letter-values.ts';
import { ABOUT_MAIL, type MailBehind } from '#lib/letters/with-mail.ts';
import type { Purpose } from './portal.ts';

const PURPOSES: Record<(typeof LETTERS)[LetterKind]['to'], Purpose[]> = {
  company: ['see_need', 'reply_to_need', 'answer_survey'],
  coordinator: ['take_need', 'answer_need', 'log_contact', 'ask_more', 'hand_over_need', 'decline_need'],
  // A company's mail, or a colleague's with the purposes of the coordinator.
  sender: ['see_need', 'reply_to_need', 'answer_survey'],
  expert: ['take_need', 'answer_need', 'log_contact', 'report_hand_over', 'decline_need'],
  provider: ['confirm_services', 'report_mistake'],
  editor: ['close_task'],
  // Whoever signs in needs no link.
  colleague: [],
  member: [],
  adviser: [],
  giver: [],
  // The link stands in what SQL tells of the report.
  steering: [],
  person: [],
  erased: [],
};
/** A provider of the sample content, asked on the day of the other moments here. */
export const ROUND = {
  provider: 'kehitysyhtio-pitkaharju',
  email: 'yhteys@saaja.example',
  texts: 'a'.repeat(64),
  asked_at: '2026-12-22T07:00:05.123456+00:00',
  confirmed_at: null,
  tasks: [],
};
const TASK = {
  services: ['mentorointi', 'vienti'],
  own_page: true,
  mistake: 'Virhe: hinta on vanha.\n\nOikea on <b>450 euroa</b> & alv.',
  created_at: '2026-12-22T08:00:00.123456+00:00',
  done_at: '2026-12-22T09:00:00.123456+00:00',
  done_by: 'Elli Editori',
  note: 'Viesti: korjattu "heti".',
};
/** The address of a mail that came from elsewhere, and the one whose letter came back. */
export const MAIL_ADDRESSES = ['toinen@saaja.example', 'poissa@saaja.example'];
const MAIL: MailBehind = {
  from_email: MAIL_ADDRESSES[0] as string,
  outcome: 'other_address',
  body: 'Viesti: "kolme" <b>hitsaajaa</b> & maalari.\n\nTerveisin M',
  was_cut: true,
  attachments: 2,
  bounced_email: MAIL_ADDRESSES[1] as string,
  bounced_kind: 'bounced',
  bounced_reason: 'Permanent: no such mailbox <x>',
};
export const INVITER = 'yritys@kutsuja.example';
const INVITATION = {
  business_id: '0201256-6',
  invited_by: INVITER,
  role: 'member' as const,
  expires_at: '2027-01-21T09:00:00.123456+00:00',
};
export const CLAIMANT = 'toinen@pyytaja.example';
const CLAIM = {
  business_id: '0201256-6',
  email: CLAIMANT,
  name: 'Kuvaus: osta halvalla',
  state: 'let_in' as const,
  asked_at: '2026-12-22T09:00:00.123456+00:00',
};
const DIGESTS: readonly LetterKind[] = ['digest', 'owner_left', 'stand_in'];
const NEED = {
  section: 'late',
  is_new: true,
  is_unsent: true,
  answered: false,
  is_mine: false,
  link: '00000000-0000-4000-8000-00000000000a',
  reference: 'ABCD-2345',
  description: 'Kuvaus: etsimme kesäksi hitsaajia.\n\nToinen kappale <b>ei lihavoitu</b>.',
  company_name: 'Paja & Pojat Oy',
  business_id: '0201256-6',
  founder: false,
  contact_name: 'Saara Saaja',
  due_at: '2026-12-28T21:59:59.999+00:00',
  owner: 'Maija Malli',
  alike: null,
} as const;
/** Needs of a digest in every section, or of somebody in the one there is then. */
const digestOf = (letter: LetterKind): Digest => ({
  as_of: '2026-12-29T06:00:05.123456+00:00',
  about: letter === 'digest' ? null : 'Nelli Malli',
  first_day: letter === 'stand_in' ? '2027-07-05' : null,
  last_day: letter === 'stand_in' ? '2027-07-30' : null,
  stands_in: letter === 'digest' ? [{ name: 'Nelli Malli', last_day: '2027-01-05' }] : [],
  needs: (letter === 'digest'
    ? (['late', 'today', 'next', 'feedback', 'waits', 'new'] as const)
    : (['held'] as const)
  ).map((section, place) => ({
    ...NEED,
    section,
    reference: `ABCD-234${place + 2}`,
    link: section === 'new' || section === 'feedback' ? null : `00000000-0000-4000-8000-0000000000a${place}`,
    answered: section === 'waits' || section === 'feedback',
    alike: section === 'new' ? 'EFGH-6789' : null,
    owner: section === 'today' ? null : NEED.owner,
  })),
  more: letter === 'digest' ? { late: 3 } : {},
});
export const ADVISER = 'neea@neuvonta.example';
const CONSENT: ToldConsent = {
  id: '00000000-0000-4000-8000-00000000000c',
  standing: 'in_force',
  email: ADVISER,
  name: 'Neea <b>Neuvoja</b> & co',
  organisation: 'Neuvontatalo "Kasvu" & pojat',
  language: 'fi',
  purpose: 'Rahoitushakemus: <i>valmistelu</i> & sparraus',
  parts: ['profile', 'needs', 'messages', 'documents'],
  may_comment: true,
  given_by: INVITER,
  given_by_name: 'Ilona Inviter',
  given_at: '2026-12-22T09:00:00.123456+00:00',
  ends_on: '2027-03-22',
  withdrawn_at: null,
  first_used_at: null,
  company: 'Paja & Pojat Oy',
  business_id: '0201256-6',
  needs: 2,
  withdrawn_by: null,
  today: '2027-03-15',
  link: '00000000-0000-4000-8000-00000000000d',
};
const OVER: ToldConsent = {
  ...CONSENT,
  standing: 'withdrawn',
  withdrawn_at: '2027-01-22T09:00:00.123456+00:00',
  withdrawn_by: INVITER,
};
const OF_COMPANY = { business_id: '0201256-6', company_name: 'Malli Oy' };
const linkId = (place: number): string => `00000000-0000-4000-8000-00000000000${place}`;
const inAll = (text: string) => ({ fi: text, sv: text, en: text });
const QUESTION = {
  key: 'contacted',
  kind: 'fact',
  text: inAll('Kysymys: otettiinko yhteyttä?'),
  answers: { yes: inAll('Kyllä <b>kyllä</b>'), no: inAll('Ei') },
};
const ASKED = {
  link: linkId(8),
  reference: 'ABCD-2345',
  name: 'Saara Saaja',
  anonymous: false,
  texts: { name: inAll('Miten meni?'), intro: inAll('Kerro, miten meni.'), thanks: inAll('Kiitos!'), seen_by: [] },
  question: QUESTION,
  questions: 3,
};
const LOW = {
  reference: 'ABCD-2345',
  company_name: 'Paja & Pojat Oy',
  business_id: '0201256-6',
  contact_name: 'Saara Saaja',
  contact_phone: '040 765 4321',
  not_contacted: true,
  first_response_at: '2026-12-22T10:00:00.123456+00:00',
  due_at: '2026-12-29T21:59:59.999+00:00',
  answers: [
    { question: QUESTION, choices: ['no'], body: null },
    { question: { ...QUESTION, kind: 'text', key: 'words' }, choices: null, body: 'Viesti: ei <b>mitään</b>' },
  ],
};
const ERASING = {
  erase_after: '2026-12-29T22:00:00+00:00',
  asked_by: 'yritys@kutsuja.example',
  business_id: '0201256-6',
};
/** What app.about_<letter> tells, for each letter of about-records.ts. */
const ABOUT: Partial<Record<LetterKind, unknown>> = {
  steering_pack: {
    link: '00000000-0000-4000-8000-000000000001',
    meeting: '2026-12-10',
    first_month: '2026-08',
    last_month: '2026-10',
    version: 2,
    corrected: 'Lokakuun luvut olivat <b>kesken</b>.',
  },
  provider_figures: {
    link: '00000000-0000-4000-8000-000000000001',
    provider: ROUND.provider,
    last_month: '2026-10',
  },
  data_taken_out: {
    scope: 'company',
    at: '2026-12-22T09:00:00.123456+00:00',
    by: 'yritys@kutsuja.example',
    business_id: '0201256-6',
  },
  erasure_asked: ERASING,
  erasure_undone: { undone_by: 'yritys@kutsuja.example', business_id: '0201256-6' },
  erasure_done: { done_at: '2026-12-30T09:00:00.123456+00:00' },
  own_erasure_asked: { erase_after: ERASING.erase_after },
  own_erasure_undone: { undone_at: '2026-12-24T09:00:00.123456+00:00' },
  own_erasure_done: { done_at: '2026-12-30T09:00:00.123456+00:00' },
  workspace_unused: { ...ERASING, asked_by: null },
  membership_ended: { ...OF_COMPANY, references: ['ABCD-2345', 'EFGH-6789'] },
  contact_passed: { ...OF_COMPANY, references: ['ABCD-2345'], email: INVITER },
  number_moved: OF_COMPANY,
  survey: ASKED,
  survey_reminder: ASKED,
  low_answer: LOW,
  low_answer_expert: { ...LOW, link: linkId(1) },
  follow_up_reminder: { ...LOW, link: linkId(1) },
  adviser_invited: CONSENT,
  adviser_extended: CONSENT,
  adviser_ended: OVER,
  consent_given: CONSENT,
  consent_ending: CONSENT,
  consent_over: OVER,
};
/** The same with everything left out that may be. */
const leastConsent = (letter: LetterKind): ToldConsent => ({
  ...(ABOUT[letter] as ToldConsent),
  name: null,
  company: null,
  business_id: null,
  parts: ['documents'],
  may_comment: false,
  needs: 0,
  link: undefined,
});

export function madeLetter(
  letter: LetterKind,
  language: Language,
  changes: Partial<ClaimedLetter> = {},
): ClaimedLetter {
  const { to } = LETTERS[letter];
  // A provider's figures are a record of their own, and no round of confirmations.
  const ofProvider = (to === 'provider' || to === 'editor') && letter !== 'provider_figures';
  return {
    id: linkId(9),
    letter,
    attempts: 1,
    to_email: `${to}@saaja.example`,
    to_name: to === 'coordinator' ? null : 'Saara Saaja',
    language,
    links: Object.fromEntries(PURPOSES[to].map((purpose, place) => [purpose, linkId(place)])),
    reference: 'ABCD-2345',
    description: 'Kuvaus: etsimme kesäksi hitsaajia.\n\nToinen kappale <b>ei lihavoitu</b>.',
    services: ['hitsauskoulutus', 'vienti'],
    business_id: '0201256-6',
    founder: false,
    company_name: 'Paja & Pojat Oy',
    contact_name: 'Saara Saaja',
    contact_email: 'company@saaja.example',
    contact_phone: '040 765 4321',
    contact_by: 'meeting',
    received_at: '2026-12-22T09:00:00.123456+00:00',
    due_at: '2026-12-28T21:59:59.999+00:00',
    message_body: 'Viesti: nähdään "huomenna".\nTerveisin M & M',
    author_name: to === 'company' ? 'Maija Malli' : 'Saara Saaja',
    author_email: to === 'company' ? 'maija.malli@kaupunki.example' : 'company@saaja.example',
    expert_name: null,
    owner_name: 'Maija Malli',
    owner_email: 'maija.malli@kaupunki.example',
    note: null,
    digest: DIGESTS.includes(letter) ? digestOf(letter) : null,
    hand_over_state: null,
    alike: letter === 'new_need' ? 'EFGH-6789' : null,
    confirmation: ofProvider ? ROUND : null,
    task: ofProvider && letter !== 'confirm_services' ? TASK : null,
    ...(ABOUT_MAIL.includes(letter) && { mail: MAIL }),
    invitation: letter === 'colleague_invited' ? INVITATION : null,
    claim: letter === 'claim_asked' || letter === 'claim_settled' ? CLAIM : null,
    about: ABOUT[letter] ?? null,
    ...(letter === 'handed_over' && { expert_name: 'Tuulisalmen ammattiopisto', note: 'Huomautus: kiireinen.' }),
    ...(letter === 'handover_asked' && { author_name: 'Maija Malli', note: 'Huomautus: kiireinen.' }),
    ...(['handover_returned', 'handover_taken_late', 'handover_settled', 'handover_ended'].includes(letter) && {
      expert_name: 'Tuulisalmen ammattiopisto',
      hand_over_state: 'helped' as const,
    }),
    ...changes,
  };
}

/** Of one need without an owner or links, or of none where a letter is sent all the same. */
const leastDigest = (letter: LetterKind): Digest => ({
  ...digestOf(letter),
  stands_in: [],
  more: {},
  needs:
    letter === 'stand_in'
      ? []
      : [
          {
            ...NEED,
            section: letter === 'digest' ? 'next' : 'held',
            is_new: false,
            is_unsent: false,
            link: null,
            company_name: null,
            business_id: null,
            founder: true,
            owner: null,
          },
        ],
});

/** The same with everything left out that may be. */
export const leastLetter = (letter: LetterKind, language: Language): ClaimedLetter =>
  madeLetter(letter, language, {
    services: [],
    business_id: null,
    founder: true,
    company_name: null,
    contact_phone: null,
    contact_by: 'email',
    author_name: null,
    note: null,
    ...(ABOUT_MAIL.includes(letter) && {
      mail: { ...MAIL, outcome: 'unreadable', body: null, was_cut: false, bounced_reason: null },
    }),
    ...(letter === 'colleague_invited' && { invitation: { ...INVITATION, business_id: null } }),
    alike: null,
    owner_name: null,
    owner_email: null,
    ...(DIGESTS.includes(letter) && { digest: leastDigest(letter) }),
    ...(['adviser', 'giver'].includes(LETTERS[letter].to) && { about: leastConsent(letter) }),
    ...(LETTERS[letter].to === 'provider' && { task: { ...TASK, own_page: false, note: null } }),
  });

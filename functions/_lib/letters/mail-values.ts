// What the placeholders of letters about mail stand for: a mail that came in, or a letter that came back.
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { LIMITS } from '#domain/limits.ts';
import { routes, WORKSPACE } from '#domain/routes.ts';
import type { Enums } from '../db.ts';
import { env } from '../env.ts';
import { linkUrl } from '../links.ts';
import type { LetterValues } from './fill.ts';
import type { ClaimedLetter } from './letter-values.ts';

/** Where the reader goes on: the company to its need, a coordinator to the desk, an expert to the need behind the own link. */
function pageOf({ links, reference, language }: ClaimedLetter, isDead: boolean): string {
  if (isDead) return env().SITE_URL + routes.path('requestLink', language);
  if (links.see_need) return linkUrl(links.see_need);
  if (links.hand_over_need) return env().SITE_URL + routes.deskNeed(reference);
  return links.answer_need ? linkUrl(links.answer_need) : '';
}

function reasonKey({ letter, links }: ClaimedLetter, ended: Enums['mail_outcome']): StringKey {
  const outcome = ended === 'taken_by_other' ? 'closed' : ended;
  if (letter === 'mail_set_aside') return `letter.mail.${outcome}` as StringKey;
  const role = links.see_need ? 'company' : 'handler';
  if (outcome === 'closed') return `letter.own-mail.closed.${role}`;
  return `letter.own-mail.${outcome}` as StringKey;
}

/** The company has a place for its files; those who handle its need have none here. */
function attachmentsNote({ links, language }: ClaimedLetter): string {
  const t = createT(language);
  if (!links.see_need) return t('letter.attachments');
  return t('letter.attachments.company', { url: env().SITE_URL + WORKSPACE.documents });
}

/** Nothing for letters about other things. */
export function mailValues(row: ClaimedLetter): LetterValues {
  const { mail } = row;
  if (row.letter === 'mails_set_aside') return { page_link: pageOf(row, false) };
  if (!mail) return {};
  const t = createT(row.language);
  const { outcome } = mail;
  const sender = mail.from_email ?? '';
  const wasSaid = outcome === 'said' || outcome === 'already_said';
  return {
    sender,
    message: mail.body ?? '',
    mail_reason: outcome && !wasSaid ? t(reasonKey(row, outcome), { sender }) : '',
    attachments_note: mail.attachments ? attachmentsNote(row) : '',
    cut_note: mail.was_cut ? t('letter.cut', { most: LIMITS.message.max.toLocaleString(row.language) }) : '',
    address: mail.bounced_email ?? '',
    bounce_reason: mail.bounced_kind ? t(`letter.bounce.${mail.bounced_kind}` as StringKey) : '',
    bounce_detail: mail.bounced_reason ?? '',
    page_link: pageOf(row, row.letter === 'mail_not_taken' && outcome === 'no_link'),
  };
}

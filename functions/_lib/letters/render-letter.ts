// An outbox row as a letter ready to be sent: subject, HTML and its plain-text twin, in the person's language.

import { LETTERS } from '#domain/content/letter.ts';
import { createT } from '#domain/i18n/t.ts';
import { isNobodys, withoutNobodys } from '#domain/nobody.ts';
import { catalogue, phone } from '../catalogue.ts';
import type { Letter } from '../mail.ts';
import { replyAddress } from '../mail-in/reply-address.ts';
import { coordinators, editors } from '../people.ts';
import { ABOUT_RECORDS } from './about-records.ts';
import { claimValues, invitationValues, workspaceUrl } from './company-values.ts';
import { confirmationParts, confirmationValues } from './confirmation-values.ts';
import type { ToldConsent } from './consent-values.ts';
import { digestParts, digestValues } from './digest-values.ts';
import { blocksAsText, fillBlocks, fillSubject, type LetterParts, type LetterValues } from './fill.ts';
import { letterHtml } from './letter-html.tsx';
import { type ClaimedLetter, letterValues } from './letter-values.ts';
import { mailValues } from './mail-values.ts';
import type { AskedSurvey } from './survey-values.ts';

/** Whose reply by email is taken in: the company's to any letter, a colleague's to one that offers to answer the company. */
function replier({ letter, links }: ClaimedLetter): { who: 'company' | 'handler'; address: string } | undefined {
  const offered: readonly string[] = LETTERS[letter].must;
  const who = links?.reply_to_need ? 'company' : 'handler';
  const link = links?.reply_to_need ?? (offered.includes('answer_link') ? links?.answer_need : undefined);
  const address = link && replyAddress(link);
  return address ? { who, address } : undefined;
}

const isSurvey = ({ letter }: ClaimedLetter): boolean => letter === 'survey' || letter === 'survey_reminder';
/** A reply by mail would have its writer's name, and a survey's page says that the answer has none. */
const asksAnonymously = (row: ClaimedLetter): boolean => isSurvey(row) && (row.about as AskedSurvey).anonymous;

/** Letters after which the thread takes nothing in; a reply to one is still kept and shown, but nobody is invited to it. */
const ENDS: readonly string[] = ['declined', 'closed', 'referred', 'follow_up_answer'];
const endsTheThread = ({ letter, mail }: ClaimedLetter): boolean =>
  ENDS.includes(letter) || mail?.outcome === 'closed' || mail?.outcome === 'no_link';

/** Where no mail is taken in, whoever answers the letter itself and not its link reaches a person all the same. */
function replyTo({ letter, about }: ClaimedLetter): string | undefined {
  const { to } = LETTERS[letter];
  const turnsToCoordinators: readonly string[] = [
    'company',
    'colleague',
    'member',
    'giver',
    'person',
    'erased',
    'steering',
  ];
  if (turnsToCoordinators.includes(to)) return coordinators()[0]?.email;
  // Whom a company has let in turns to whoever did.
  if (to === 'adviser') {
    const { given_by } = about as ToldConsent;
    return isNobodys(given_by) ? coordinators()[0]?.email : given_by;
  }
  return to === 'provider' ? editors()[0]?.email : undefined;
}

/** What stands for the placeholders, by what the letter is about. */
async function contentsOf(row: ClaimedLetter): Promise<[LetterValues, LetterParts]> {
  const { confirmation, digest, invitation, claim, language, letter } = row;
  if (confirmation) return [confirmationValues(row, confirmation), await confirmationParts(row, confirmation)];
  if (digest) return [digestValues(row, digest), digestParts(row, digest)];
  if (invitation) return [invitationValues(invitation, language), {}];
  const tell = ABOUT_RECORDS[letter];
  if (tell) return tell(row.about as never, language);
  return [claim ? claimValues(claim, letter, language) : { ...letterValues(row), ...mailValues(row) }, {}];
}

export async function renderLetter(row: ClaimedLetter): Promise<Letter> {
  const lang = row.language;
  const t = createT(lang);
  const content = catalogue.letters[row.letter][lang];
  const [values, parts] = await contentsOf(row);
  const subject = fillSubject(content.subject, values);
  const preview = fillSubject(content.preview, values);
  const blocks = fillBlocks(content.blocks, values, parts);
  const sender = t('site.name');
  const { to } = LETTERS[row.letter];
  const byMail = asksAnonymously(row) ? undefined : replier(row);
  const end = [
    ...(byMail && !endsTheThread(row) ? [t(`letter.reply.${byMail.who}`)] : []),
    t(`letter.reason-for.${to}`, { portal: sender }),
    ...(to === 'company' ? [t('letter.workspace', { url: workspaceUrl() })] : []),
    t('letter.phone', { phone }),
  ];
  return {
    to: row.to_email,
    replyTo: byMail?.address ?? replyTo(row),
    subject: withoutNobodys(subject, lang),
    html: withoutNobodys(
      letterHtml({ lang, subject, preview, blocks, sender, end, linksAreAnswers: isSurvey(row) }),
      lang,
    ),
    text: withoutNobodys(`${blocksAsText(blocks)}\n\n--\n${sender}\n${end.join('\n')}\n`, lang),
  };
}

// A letter about mail with the mail it is about: one that came in, or a letter that came back. Other letters stay as they are.
import { asSystem, type Enums } from '../db.ts';
import type { ClaimedLetter } from './letter-values.ts';

/** A row of api.mail_behind_letter, with the nulls that the generated types do not know: one half or the other is empty. */
export interface MailBehind {
  from_email: string | null;
  outcome: Enums['mail_outcome'] | null;
  body: string | null;
  was_cut: boolean | null;
  attachments: number | null;
  bounced_email: string | null;
  bounced_kind: Enums['delivery_kind'] | null;
  bounced_reason: string | null;
}

export const ABOUT_MAIL: readonly Enums['letter_kind'][] = [
  'mail_taken_in_part',
  'mail_not_taken',
  'mail_set_aside',
  'mail_came_back',
];

export async function withMail(row: ClaimedLetter): Promise<ClaimedLetter> {
  if (!ABOUT_MAIL.includes(row.letter)) return row;
  const [mail] = (await asSystem().rpc('mail_behind_letter', { p_id: row.id })) as unknown as MailBehind[];
  if (!mail) throw new Error('a letter about mail has no mail');
  return { ...row, mail };
}

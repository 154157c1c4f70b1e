// release-answers: once a month opens the envelopes of the months before; what is in them SQL turns into sums of five or more.
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { asSystem } from '../db.ts';
import { log } from '../log.ts';
import { open } from './answer-keys.ts';

/** The first day of the month before the one of a day. */
export function monthBefore(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 10);
}

interface Envelope {
  key_hash: string;
  envelope: string;
}

/** False while the answers of last month may still change. */
export async function releaseAnswers(): Promise<boolean> {
  const p_month = monthBefore(helsinkiDate(new Date(await asSystem().rpc('clock', {}))));
  const rows = (await asSystem().rpc('sealed_answers', { p_month })) as unknown as Envelope[];
  const opened = rows.map(({ key_hash, envelope }) => ({ key_hash, content: open(envelope) }));
  const unreadable = opened.filter(({ content }) => !content).length;
  if (unreadable > 0)
    log('error', 'anonymous answers cannot be opened: LINK_SECRET is not the one they were sealed under', {
      unreadable,
    });
  const p_opened = opened.flatMap(({ key_hash, content }) => (content ? [{ key_hash, ...content }] : []));
  return (await asSystem().rpc('release_answers', { p_month, p_opened: p_opened as never })) === 'released';
}

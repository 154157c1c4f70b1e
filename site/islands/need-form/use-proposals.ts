// The proposals of the need form: asked for as the description is written, kept while the other steps are.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { T } from '#domain/i18n/t.ts';
import { countCharacters, LIMITS } from '#domain/limits.ts';
import type { NeedProposals } from '#forms/send-need/proposals.tsx';
import type { Ask, Found, Reply } from '../own-words/messages.ts';
import type { FormState } from './form-state.ts';
import { NO_PICKS, nextPicks, type PickList } from './pick-list.ts';
import { whenReleased } from './when-released.ts';

/** None until the form has been taken over: what the function rendered has none either. */
export function useProposals(
  t: T,
  src: string,
  { step, values }: FormState,
  offered: readonly string[],
): NeedProposals | undefined {
  const [list, setList] = useState<PickList>();
  const [told, setTold] = useState('');
  const worker = useRef<Worker | undefined>(undefined);
  // Replies come later than they were asked for, when more has been written and ticked.
  const standing = { chosen: values.services, offered, isTelling: isTelling(values.description) };
  const now = useRef(standing);
  now.current = standing;

  const show = (found: Found) => setList((before = NO_PICKS) => nextPicks(before, found, now.current));

  function open(): Worker {
    const opened = new Worker(new URL('../own-words/match-worker.ts', import.meta.url), { type: 'module' });
    opened.onmessage = ({ data: { found, aloud } }: MessageEvent<Reply>) =>
      whenReleased(() => (aloud ? setTold(wordsFor(t, found, now.current.isTelling)) : show(found)));
    // Its script did not come. The next key tries anew.
    opened.onerror = () => {
      worker.current = undefined;
      show('failed');
    };
    return opened;
  }

  const text = step === 'need' ? values.description : '';
  useEffect(() => {
    if (!text.trim()) show('nothing');
    if (!text && !worker.current) return;
    worker.current ??= open();
    worker.current.postMessage({ src, text } satisfies Ask);
  }, [text]);
  return list && { ...list, told };
}

const isTelling = (description: string): boolean => countCharacters(description.trim()) >= LIMITS.description.min;

function wordsFor(t: T, found: Found, isTelling: boolean): string {
  if (found === 'failed') return t('send-need.proposals.failed');
  if (found === 'nothing' || (!found.sure && !isTelling)) return '';
  const count = found.proposals.length;
  const counted = count > 0 ? t(`send-need.proposals.${count === 1 ? 'toldOne' : 'told'}`, { count }) : '';
  return found.sure ? counted : `${t('send-need.proposals.unsure')} ${counted}`.trim();
}

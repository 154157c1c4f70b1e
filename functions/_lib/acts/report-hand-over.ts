// report-hand-over: who took a hand-over says how it ended; the need goes back to the coordinator.
import { cleanText } from '#domain/forms/text.ts';
import { countCharacters, LIMITS } from '#domain/limits.ts';
import { ENDS, ReportHandOver } from '#forms/report-hand-over.tsx';
import { asSystem, type Enums } from '../db.ts';
import { type ActResult, asWritten, done, gone, wrong } from './act.ts';
import { needAct } from './need-act.tsx';

const REPLIES = {
  reported: done('reported_end'),
  already_reported: done('already_reported_end'),
  not_taken: done('take_first'),
  too_late: done('report_too_late'),
  closed: done('closed'),
  no_link: gone,
} as const satisfies Record<Enums['report_hand_over_outcome'], ActResult>;

export const reportHandOver = needAct({
  view: ReportHandOver,
  title: () => 'report-hand-over.title',
  deeds: ['reported_end', 'already_reported_end', 'take_first', 'report_too_late', 'closed'],
  async run({ hash, fields }) {
    const ended = ENDS.find((end) => end === fields.ended);
    if (!ended) return wrong('ended', 'report-hand-over.error.ended.missing', asWritten(fields));
    const note = cleanText(fields.note);
    if (countCharacters(note) > LIMITS.handOverNote.max)
      return wrong('note', 'report-hand-over.error.note.too_long', asWritten(fields));
    return REPLIES[
      await asSystem().rpc('report_hand_over', { p_token_hash: hash, p_ended: ended, p_note: note || null })
    ];
  },
});

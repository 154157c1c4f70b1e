// hand-over-need: asks somebody of the network to take the need.
import { cleanText } from '#domain/forms/text.ts';
import { countCharacters, LIMITS } from '#domain/limits.ts';
import { HandOverNeed } from '#forms/hand-over-need.tsx';
import { asSystem, type Enums } from '../db.ts';
import { LINKS_FOR, mintLinks } from '../links.ts';
import { handOverPeople } from '../opened-link.ts';
import { type ActResult, asWritten, done, gone, wrong } from './act.ts';
import { needAct } from './need-act.tsx';

export const handOverNeed = needAct({
  view: HandOverNeed,
  title: () => 'hand-over-need.title',
  deeds: ['handed_over', 'closed'],
  async run({ hash, link, fields }) {
    const written = asWritten(fields);
    const note = cleanText(fields.note);
    if (!written.to) return wrong('to', 'hand-over-need.error.to.missing', written);
    const person = handOverPeople(link).find(({ value }) => value === written.to);
    if (!person) return wrong('to', 'hand-over-need.error.to.unknown_person', written);
    if (countCharacters(note) > LIMITS.handOverNote.max)
      return wrong('note', 'hand-over-need.error.note.too_long', written);
    const outcome = await asSystem().rpc('hand_over_need', {
      p_token_hash: hash,
      p_to_role: person.role,
      p_to_email: person.email,
      p_to_name: person.label,
      p_note: note || null,
      p_links: mintLinks(LINKS_FOR[person.role]),
    });
    const replies = {
      handed_over: done('handed_over'),
      already_handed_over: wrong('to', 'hand-over-need.error.to.already_handed_over', written),
      to_yourself: wrong('to', 'hand-over-need.error.to.to_yourself', written),
      closed: done('closed'),
      no_link: gone,
    } as const satisfies Record<Enums['hand_over_need_outcome'], ActResult>;
    return replies[outcome];
  },
});

// hand-over-need: asks people of the network to take the need.
import { cleanText } from '#domain/forms/text.ts';
import { countCharacters, LIMITS } from '#domain/limits.ts';
import { HandOverNeed } from '#forms/hand-over-need.tsx';
import { asSystem, type Enums } from '../db.ts';
import { asPeople, chosenPeople, handOverPeople, linksForPeople } from '../hand-over-people.ts';
import { mintLinks } from '../links.ts';
import { type ActResult, asWritten, done, gone, wrong } from './act.ts';
import { needAct } from './need-act.tsx';

export const handOverNeed = needAct({
  view: HandOverNeed,
  title: () => 'hand-over-need.title',
  deeds: ['handed_over', 'already_handed_over', 'closed'],
  async run({ hash, link, fields }) {
    const written = asWritten(fields);
    const note = cleanText(fields.note);
    const people = chosenPeople(fields.to, handOverPeople(link.person_email, link.language));
    if (!Array.isArray(people)) return wrong('to', people, written);
    if (countCharacters(note) > LIMITS.handOverNote.max)
      return wrong('note', 'hand-over-need.error.note.too_long', written);
    const outcome = await asSystem().rpc('hand_over_need', {
      p_token_hash: hash,
      p_people: asPeople(people),
      p_note: note || null,
      p_links: mintLinks(linksForPeople(people)),
    });
    const replies = {
      handed_over: done('handed_over'),
      already_handed_over: done('already_handed_over'),
      too_many: wrong('to', 'hand-over-need.error.to.too_many', written),
      say_why: wrong('note', 'hand-over-need.error.note.missing', written),
      person_gone: wrong('to', 'hand-over-need.error.to.person_gone', written),
      to_yourself: wrong('to', 'hand-over-need.error.to.to_yourself', written),
      closed: done('closed'),
      no_link: gone,
    } as const satisfies Record<Enums['hand_over_need_outcome'], ActResult>;
    return replies[outcome];
  },
});

// hand-over-need at the desk: asks people of the network to take the need.
import { cleanText } from '#domain/forms/text.ts';
import { countCharacters, LIMITS } from '#domain/limits.ts';
import { HAND_OVER_FIELDS } from '#forms/desk-need/hand-over-need.tsx';
import { asPeople, chosenPeople, handOverPeople, linksForPeople } from '../../hand-over-people.ts';
import { LINKS_FOR, mintLinks } from '../../links.ts';
import { answered, type DeskAct, done, place, wrong } from './act.ts';

const { to, note } = HAND_OVER_FIELDS;

export const handOverNeed: DeskAct = {
  deeds: ['handed_over', 'already_handed_over', 'closed'],
  async run(call, reference) {
    const { fields, person, lang, db } = call;
    const text = cleanText(fields[note]);
    const people = chosenPeople(fields[to], handOverPeople(person.email, lang));
    if (!Array.isArray(people)) return wrong(call, { [to]: people });
    if (countCharacters(text) > LIMITS.handOverNote.max)
      return wrong(call, { [note]: 'hand-over-need.error.note.too_long' });
    const rows = await db.rpc('desk_hand_over_need', {
      ...place(call, reference),
      p_links: { own: mintLinks(LINKS_FOR.coordinator), people: mintLinks(linksForPeople(people)) },
      p_people: asPeople(people),
      p_note: text || null,
    });
    return answered(call, rows, {
      handed_over: done('handed_over'),
      already_handed_over: done('already_handed_over'),
      too_many: wrong(call, { [to]: 'hand-over-need.error.to.too_many' }),
      say_why: wrong(call, { [note]: 'hand-over-need.error.note.missing' }),
      person_gone: wrong(call, { [to]: 'hand-over-need.error.to.person_gone' }),
      to_yourself: wrong(call, { [to]: 'hand-over-need.error.to.to_yourself' }),
      closed: done('closed'),
    });
  },
};

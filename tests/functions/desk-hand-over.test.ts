// Handing over at the desk: several at once from the need's page, how each stands, and what a silent one becomes.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay } from '#domain/calendar.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { asSystem } from '#lib/db.ts';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { returnHandOvers } from '#lib/return-hand-overs.ts';
import { type DeskVisitor, deskVisitor } from '../support/desk-visitor.ts';
import { MAIJA, MATTI, type Portal, startPortal } from '../support/portal.ts';
import { elements, faultyFields, formsOf, mainOf, textOf } from '../support/read-page.ts';

const [FIRST, SECOND] = ['provider:tuulisalmen-ammattiopisto', 'provider:koulutustalo-hillaneva'];

let portal: Portal;
let maija: DeskVisitor;
let reference: string;
let email: string;
let path: string;
beforeAll(async () => {
  portal = await startPortal();
  maija = deskVisitor(portal);
  await maija.signIn(MAIJA);
});
afterAll(() => portal.close());
beforeEach(async () => {
  ({ reference, email } = await portal.sendNeed());
  path = `/desk/needs/${reference}`;
});

const pageOf = async () => mainOf(await (await maija.get(path)).text());
const ask = async (to: string, hand_over_note = 'Kumpi ehtii?') => {
  const form = formsOf(`<main>${await pageOf()}</main>`).find(({ buttons }) =>
    buttons.some(({ attributes }) => attributes.value === 'hand_over'),
  );
  const response = await maija.post(path, {
    ...Object.fromEntries(form?.fields ?? []),
    act: 'hand_over',
    hand_over_to: to,
    hand_over_note,
  });
  await portal.settled();
  return response;
};
const didOf = (response: Response) => response.headers.get('location')?.split('did=')[1];

it('asks several, and the page tells how each stands and the log whom it was', async () => {
  expect(didOf(await ask(`${FIRST}\n${SECOND}`))).toBe('handed_over');
  const main = textOf(await pageOf());
  expect(main).toContain('Siirtopyyntö odottaa vastausta: Tuulisalmen ammattiopisto');
  expect(main).toContain('Siirtopyyntö odottaa vastausta: Koulutustalo Hillaneva');
  expect(main).toContain('Pyysi toista ottamaan asian: sinä · Koulutustalo Hillaneva (työpöydällä)');
  expect(portal.letters(email).filter(({ text }) => text?.includes(reference)).length).toBe(2);
});

it('nobody chosen, or somebody unknown, is a wrong form with what was written', async () => {
  for (const to of ['', 'provider:avaruus']) {
    const response = await ask(to, 'Teille tuttua.');
    const html = await response.text();
    expect([response.status, faultyFields(html)]).toEqual([422, ['field-hand_over_to']]);
    expect(elements(html, 'textarea').some(({ text }) => text === 'Teille tuttua.')).toBe(true);
  }
});

it('a silent one comes back once, the coordinators are told, and the page says so', async () => {
  await ask(FIRST);
  await portal.rows(
    `update app.hand_overs set asked_at = asked_at - interval '7 days'
     where need_id = (select id from app.needs where reference = $1)`,
    [reference],
  );
  await portal.rows(`create or replace function app.is_letter_time(p_at timestamptz) returns boolean
    language sql immutable parallel safe set search_path = '' as $$ select true $$`);
  const today = helsinkiDate(new Date());
  const [row] = await asSystem().rpc('return_hand_overs', { p_today: today, p_asked_on: addWorkingDays(today, -1) });
  expect(row).toMatchObject({ outcome: 'done', returned: 1 });
  // What the schedule calls finds nothing more, and on a day off does not even look.
  expect(await returnHandOvers()).toBe(isWorkingDay(today) ? 0 : undefined);
  await drainOutbox();
  const told = (who: string) =>
    portal.letters(who).filter(({ subject }) => subject === `Siirtopyyntöön ei vastattu, viite ${reference}`);
  // Nobody owns it, so both coordinators are told.
  expect([told(MAIJA).length, told(MATTI).length]).toEqual([1, 1]);
  expect(told(MAIJA)[0]?.text).toContain('Tuulisalmen ammattiopisto');
  expect(textOf(await pageOf())).toContain('Tuulisalmen ammattiopisto ei vastannut ajoissa');
});

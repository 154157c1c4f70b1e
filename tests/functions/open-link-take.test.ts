// Who has a need, and whether the promise was kept: taking, letting go, and two coordinators at once.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backDate } from '../support/back-date.ts';
import { ACTS } from '../support/coordinator-acts.ts';
import { MAIJA, MATTI, type Portal, startPortal } from '../support/portal.ts';
import { formsOf, mainOf, textOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

type Act = keyof typeof ACTS;
async function open(act: Act, who = MAIJA) {
  const need = await portal.sendNeed();
  const path = await portal.link(need.reference, act, who);
  return { ...need, path, post: (fields: Record<string, string> = ACTS[act]) => portal.postForm(path, fields) };
}
const needOf = async (reference: string) => {
  const [row] = await portal.rows<Record<string, unknown>>('select * from app.needs where reference = $1', [reference]);
  return row ?? {};
};
const eventsOf = async (reference: string) =>
  (
    await portal.rows<{ kind: string }>(
      'select kind from app.events e join app.needs n on n.id = e.need_id where reference = $1 order by e.id',
      [reference],
    )
  ).map(({ kind }) => kind);

it('the first answer stops the clock, keeps the promise, and is what a survey goes out after', async () => {
  const { reference, post } = await open('answer_need');
  await post();
  const need = await needOf(reference);
  expect(need).toMatchObject({ promise_kept: true, owner_email: MAIJA, owner_name: 'Maija Malli', state: 'claimed' });
  const events = await portal.rows(
    'select event from app.service_events e join app.needs n on n.id = e.need_id where n.reference = $1',
    [reference],
  );
  expect(events).toEqual([{ event: 'first_response' }]);
});

it('an answer after the due time is on record as a broken promise, for good, and the company sees it', async () => {
  const { reference, email, post } = await open('answer_need');
  await backDate(portal.db.pool, 'needs', 'reference = $1', [reference], '20 days');
  const status = await portal.link(reference, 'see_need', email);
  expect(await (await portal.get(status)).text()).toContain('data-promise="late"');
  await post();
  expect(await needOf(reference)).toMatchObject({ promise_kept: false });
  expect(await (await portal.get(status)).text()).toContain('data-promise="late"');
});

it('who took a need may let go of it until the company has heard of them', async () => {
  const { reference, path, post } = await open('take_need');
  await post();
  expect(formsOf(await (await portal.get(path)).text())[0]?.buttons[0]?.attributes.value).toBe('release');
  expect((await post({ act: 'release' })).headers.get('location')).toBe(`${path}?did=released`);
  expect(await needOf(reference)).toMatchObject({ state: 'received', owner_email: null });
  expect((await post({ act: 'release' })).headers.get('location')).toBe(`${path}?did=not_yours`);
  await post();
  await portal.rows('update app.needs set first_response_at = now(), promise_kept = true where reference = $1', [
    reference,
  ]);
  expect(formsOf(await (await portal.get(path)).text())).toEqual([]);
  expect((await post({ act: 'release' })).headers.get('location')).toBe(`${path}?did=too_late`);
});

it('two coordinators take the same need at once: one has it, the other is told who', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { reference } = await portal.sendNeed();
    const [maija = '', matti = ''] = await Promise.all(
      [MAIJA, MATTI].map((who) => portal.link(reference, 'take_need', who)),
    );
    const answers = await Promise.all([maija, matti].map((path) => portal.postForm(path, ACTS.take_need)));
    const did = answers.map(({ headers }) => headers.get('location')?.split('did=')[1]);
    expect([...did].sort()).toEqual(['taken', 'taken_by_other']);
    const { owner_email } = await needOf(reference);
    expect(owner_email).toBe(did[0] === 'taken' ? MAIJA : MATTI);
    const other = await portal.get(answers[did[0] === 'taken' ? 1 : 0]?.headers.get('location') ?? '');
    const text = textOf(mainOf(await other.text()));
    expect(text).toContain(owner_email === MAIJA ? 'Maija Malli' : MATTI);
    expect(await eventsOf(reference)).toEqual(['received', 'taken']);
  }
});

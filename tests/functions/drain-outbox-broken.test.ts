// The outbox when something broke off in between: a crash, a changed template, a lease, a change of state, a broken template.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue.ts';
import { asSystem } from '#lib/db.ts';
import { drainOutbox } from '#lib/drain-outbox.ts';
import type { ClaimedLetter } from '#lib/letters/letter-values.ts';
import { renderLetter } from '#lib/letters/render-letter.ts';
import { sendLetter } from '#lib/mail.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterEach(() =>
  portal.rows(`update app.outbox set sent_at = now() where num_nonnulls(sent_at, dropped_at, stuck_at) = 0`),
);
afterAll(() => portal.close());

interface Row {
  id: string;
  letter: string;
  attempts: number;
  sent: boolean;
  provider_id: string | null;
}
const outboxOf = (reference: string) =>
  portal.rows<Row>(
    `select o.id, letter, attempts, sent_at is not null as sent, provider_id from app.outbox o join app.needs n on n.id = o.need_id where reference = $1 order by letter, o.id`,
    [reference],
  );

/** A need whose three letters still wait. */
async function waiting(): Promise<{ reference: string; email: string }> {
  await portal.mail({ mode: 'down' });
  const need = await portal.sendNeed();
  await portal.mail({ mode: 'up' });
  await portal.makeLettersDue();
  return need;
}

it('a crash between sending and marking sends no second letter', async () => {
  const { reference } = await waiting();
  const rows = (await asSystem().rpc('claim_letters', {
    p_most: 8,
    p_lease_seconds: 45,
  })) as unknown as ClaimedLetter[];
  const mine = rows.filter((row) => row.reference === reference);
  const sent = await Promise.all(mine.map(async (row) => sendLetter(await renderLetter(row), row.id)));
  // Here the function dies: nothing is marked, and the lease runs out.
  await drainOutbox();
  expect((await outboxOf(reference)).map((row) => row.sent)).toEqual([false, false, false]);
  await portal.makeLettersDue();
  await drainOutbox();
  expect(portal.lettersAbout(reference)).toHaveLength(3);
  const ids = sent.map((outcome) => (outcome.status === 'sent' ? outcome.id : outcome.status));
  expect((await outboxOf(reference)).map(({ provider_id }) => provider_id).sort()).toEqual(ids.sort());
});

it('a template that changed between two tries sends no second letter', async () => {
  const { reference, email } = await waiting();
  const rows = (await asSystem().rpc('claim_letters', {
    p_most: 8,
    p_lease_seconds: 45,
  })) as unknown as ClaimedLetter[];
  const row = rows.find(({ reference: of, letter }) => of === reference && letter === 'receipt') as ClaimedLetter;
  await sendLetter({ ...(await renderLetter(row)), subject: `Vanha otsikko ${reference}` }, row.id);
  await portal.makeLettersDue();
  await drainOutbox();
  expect(portal.letters(email).map(({ subject }) => subject)).toEqual([`Vanha otsikko ${reference}`]);
  expect((await outboxOf(reference)).every(({ sent }) => sent)).toBe(true);
});

it('a letter that another drain has leased is left to it', async () => {
  const { reference } = await waiting();
  await asSystem().rpc('claim_letters', { p_most: 50, p_lease_seconds: 45 });
  expect(await drainOutbox()).toEqual({ sent: 0, failed: 0 });
  expect(portal.lettersAbout(reference)).toEqual([]);
});

it('what is no longer so is dropped and not sent', async () => {
  const { reference, email } = await waiting();
  await portal.mail({ mode: 'down' });
  await portal.postForm(await portal.link(reference, 'see_need', email), { act: 'withdraw', sure: 'yes' });
  await portal.settled();
  await portal.mail({ mode: 'up' });
  await portal.makeLettersDue();
  await drainOutbox();
  expect(
    portal
      .lettersAbout(reference)
      .map(({ subject }) => subject)
      .filter((subject) => subject.startsWith('Uusi tarve')),
  ).toEqual([]);
  const dropped = await portal.rows(
    `select letter from app.outbox o join app.needs n on n.id = o.need_id where reference = $1 and dropped_at is not null`,
    [reference],
  );
  expect(dropped).toEqual([{ letter: 'new_need' }, { letter: 'new_need' }]);
});

it('one letter that cannot be rendered does not hold up the others, and goes once it can be', async () => {
  const { reference, email } = await waiting();
  const { fi } = catalogue.letters.receipt;
  Object.assign(catalogue.letters.receipt, { fi: undefined });
  expect(await drainOutbox()).toEqual({ sent: 2, failed: 1 });
  Object.assign(catalogue.letters.receipt, { fi });
  const why = await portal.rows(
    `select last_error, stuck_at from app.outbox o join app.needs n on n.id = o.need_id where reference = $1 and sent_at is null`,
    [reference],
  );
  expect(why).toEqual([{ last_error: 'not rendered', stuck_at: null }]);
  await portal.makeLettersDue();
  expect(await drainOutbox()).toEqual({ sent: 1, failed: 0 });
  expect(portal.letters(email)).toHaveLength(1);
});

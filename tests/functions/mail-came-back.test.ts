// Letters that came back, from the mail service's webhook to the letter that tells of them.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { StoredLetter } from '../../functions/_local/mail-store.ts';
import { MAIJA, MATTI, type Portal, SITE, startPortal } from '../support/portal.ts';
import { delivery, post, switchMailOff, switchMailOn } from '../support/portal-mail.ts';

let portal: Portal;
let reference: string;
let email: string;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(async () => {
  switchMailOn();
  ({ reference, email } = await portal.sendNeed());
});
afterAll(async () => {
  switchMailOff();
  await portal.close();
});

const letterTo = (who: string): StoredLetter => portal.letters(who)[0] as StoredLetter;
const cameBack = (who: string): StoredLetter[] =>
  portal
    .lettersAbout(reference)
    .filter(({ to, subject }) => to.includes(who) && subject.startsWith('Viesti ei mennyt perille'));
const told = async (...args: Parameters<typeof delivery>) => {
  const answer = await post(portal, delivery(...args));
  await portal.settled();
  return [answer.status, await answer.json()];
};
const BOUNCE = { bounce: { type: 'Permanent', subType: 'General', message: 'no such mailbox <kirsi>' } };

it('a bounced receipt is told to whoever handles the need, with the address, the reason and a way on', async () => {
  expect(await told('bounced', letterTo(email).id, BOUNCE)).toEqual([200, { outcome: 'noted' }]);
  expect(cameBack(MATTI)).toHaveLength(1);
  const letter = cameBack(MAIJA)[0] as StoredLetter;
  expect(letter.text).toContain(`Viestimme ei tavoittanut osoitetta ${email}.`);
  expect(letter.text).toContain('> Permanent: no such mailbox <kirsi>');
  expect(letter.text).toContain(`${SITE}/desk/needs/${reference}`);
  expect(letter.html).toContain('no such mailbox &lt;kirsi>');
  expect(letter.reply_to).toBeUndefined();
});

it.each([
  ['complained', {}, 'roskapostiksi'],
  ['failed', { failed: { reason: 'reached_daily_quota' } }, 'ei pystynyt lähettämään'],
  ['suppressed', { suppressed: { message: 'bounced before', type: 'bounce' } }, 'estolistalla'],
] as const)('one that was %s says why', async (kind, more, words) => {
  await told(kind, letterTo(email).id, more);
  expect(cameBack(MAIJA)[0]?.text).toContain(words);
});

it('a replayed event tells nobody twice', async () => {
  const body = delivery('bounced', letterTo(email).id, BOUNCE);
  const id = `msg_${randomUUID()}`;
  const first = await post(portal, body, { id });
  const second = await post(portal, body, { id });
  await portal.settled();
  expect([await first.json(), await second.json()]).toEqual([{ outcome: 'noted' }, { outcome: 'already_noted' }]);
  expect(cameBack(MAIJA)).toHaveLength(1);
});

it('a letter that is late is not one that came back', async () => {
  expect(await told('delivery_delayed', letterTo(email).id)).toEqual([200, { outcome: 'ignored' }]);
  expect(cameBack(MAIJA)).toEqual([]);
});

it('a letter to one of our own that came back is in the log, without an address', async () => {
  const lines: string[] = [];
  const { log } = console;
  console.log = (line: string) => lines.push(line);
  await told('bounced', letterTo(MATTI).id, BOUNCE);
  console.log = log;
  expect(lines.filter((line) => line.includes('a letter to one of ours came back'))).toHaveLength(1);
  expect(lines.join('')).not.toContain(MATTI);
  expect(cameBack(MATTI)).toEqual([]);
  expect(cameBack(MAIJA)).toHaveLength(1);
});

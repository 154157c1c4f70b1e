// A mail's whole way in: from the letter's reply address by the webhook and the mail service's API into the thread, and the letters that follow.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drainOutbox } from '#lib/drain-outbox.ts';
import type { StoredLetter, StoredMail } from '../../functions/_local/mail-store.ts';
import { MAIJA, MATTI, type Portal, SITE, startPortal } from '../support/portal.ts';
import {
  newMail,
  post,
  receivedEvent,
  replyAddressOf,
  runTakeMail,
  sendMail,
  switchMailOff,
  switchMailOn,
} from '../support/portal-mail.ts';

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

const companyAddress = () => replyAddressOf(portal, reference, 'reply_to_need', email);
const coordinatorAddress = (who = MAIJA) => replyAddressOf(portal, reference, 'answer_need', who);
const fromCompany = async (changes: Partial<StoredMail> = {}) =>
  sendMail(portal, { from: `Kirsi <${email}>`, to: [await companyAddress()], ...changes });
const thread = () =>
  portal.rows<{ kind: string; body: string }>(
    'select m.kind, m.body from app.messages m join app.needs n on n.id = m.need_id where reference = $1 order by m.created_at',
    [reference],
  );
/** Letters about this need to somebody, oldest first, but the first ones that every need has. */
const lettersTo = (who: string): StoredLetter[] =>
  portal
    .lettersAbout(reference)
    .filter((letter) => letter.to.includes(who))
    .reverse()
    .slice(1);
const clock = async () =>
  (
    await portal.rows<{ first_response_at: string | null }>(
      'select first_response_at from app.needs where reference = $1',
      [reference],
    )
  )[0]?.first_response_at;

describe('the address for replies', () => {
  it('stands in each letter about a need, says what a reply does, and is another one for each person', async () => {
    const receipt = portal.letters(email).at(-1) as StoredLetter;
    expect(receipt.reply_to).toEqual([await companyAddress()]);
    expect(receipt.text).toContain('Voit myös vastata tähän viestiin.');
    const toMaija = portal.lettersAbout(reference).find((letter) => letter.to.includes(MAIJA)) as StoredLetter;
    expect(toMaija.reply_to).toEqual([await coordinatorAddress()]);
    expect(toMaija.text).toContain('tekstisi lähtee vastauksena yritykselle');
    expect(new Set([await companyAddress(), await coordinatorAddress(), await coordinatorAddress(MATTI)]).size).toBe(3);
    // RFC 5321: at most 64 characters before the at sign.
    expect(receipt.reply_to?.[0]).toMatch(/^reply\+[a-z2-7]{52}@vastaus\.tarjotin\.example$/);
  });

  it('works in capitals, with a name, and from the list of those for whom the mail came', async () => {
    const address = (await companyAddress()).toUpperCase();
    expect((await fromCompany({ to: [`"Tarjotin, Tuulisalmi" <${address}>`] })).outcome).toBe('said');
    expect(
      (await fromCompany({ to: ['tarjotin@muu.example'], received_for: [address], text: 'Toinen.' })).outcome,
    ).toBe('said');
  });

  it('without a domain for it, letters are answered to a person as before', async () => {
    delete process.env.REPLY_DOMAIN;
    const need = await portal.sendNeed();
    const receipt = portal.letters(need.email)[0] as StoredLetter;
    expect(receipt.reply_to).toEqual([MAIJA]);
    expect(receipt.text).not.toContain('vastata tähän viestiin');
  });

  it('asks other machines for no automatic replies', async () => {
    const seen: unknown[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => {
      if (String(input).endsWith('/emails')) seen.push(JSON.parse(String(init?.body)).headers);
      return fetch(input, init);
    };
    await portal.sendNeed();
    globalThis.fetch = fetch;
    expect(seen).toHaveLength(3);
    for (const headers of seen) expect(headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' });
  });
});

it("the company's reply by mail is in the thread without quoted text and signature, and whoever handles it gets it", async () => {
  const text = `Kolme hitsaajaa.\n\n-- \nKirsi\n\nma 23. marrask. 2026 klo 10.15 Tarjotin kirjoitti:\n> Montako?\n`;
  expect((await fromCompany({ text })).outcome).toBe('said');
  expect(await thread()).toEqual([{ kind: 'reply', body: 'Kolme hitsaajaa.' }]);
  expect(lettersTo(MAIJA)[0]?.text).toContain('> Kolme hitsaajaa.');
  expect(lettersTo(email)).toEqual([]);
  expect(await clock()).toBeNull();
});

it("a coordinator's reply by mail answers the company and stops the clock", async () => {
  const { outcome } = await sendMail(portal, {
    from: `Maija Malli <${MAIJA}>`,
    to: [await coordinatorAddress()],
    text: 'Soitan huomenna.',
  });
  expect(outcome).toBe('said');
  expect(await thread()).toEqual([{ kind: 'answer', body: 'Soitan huomenna.' }]);
  expect(lettersTo(email)[0]?.text).toContain('> Soitan huomenna.');
  expect(await clock()).not.toBeNull();
});

it('from another address with the right token it is kept and shown, but is nobody’s answer', async () => {
  const { outcome } = await sendMail(portal, {
    from: 'Joku <joku@muualla.example>',
    to: [await coordinatorAddress()],
    text: 'Soitan huomenna.',
  });
  expect(outcome).toBe('other_address');
  expect(await thread()).toEqual([]);
  expect(await clock()).toBeNull();
  expect(lettersTo(MAIJA)[0]?.text).toContain('joku@muualla.example');
  const toMatti = lettersTo(MATTI)[0];
  expect(toMatti?.text).toContain('> Soitan huomenna.');
  expect(toMatti?.text).toContain(`${SITE}/desk/needs/${reference}`);
  // A reply to this one would go to the company; it carries no address for it.
  expect(toMatti?.reply_to).toBeUndefined();
  expect(portal.letters('joku@muualla.example')).toEqual([]);
});

it('whose sender the mail server found forged is not the person’s, in whatever shape the header comes', async () => {
  for (const results of [['amazonses.com; dmarc=fail', 'amazonses.com; dmarc=pass'], '["amazonses.com; dmarc=fail"]']) {
    const headers = { 'Authentication-Results': results } as unknown as Record<string, string>;
    expect((await fromCompany({ headers, text: 'Perukaa kaikki.' })).outcome).toBe('unproven');
  }
  expect(await thread()).toEqual([]);
});

it('a machine’s mail, to either side, is no answer, no reply, and brings no letter to anybody', async () => {
  const before = portal.letters().length;
  const changes = { text: 'Olen lomalla.', headers: { 'Auto-Submitted': 'auto-replied' }, attachments: [attachment()] };
  const toCompany = await fromCompany(changes);
  const toCoordinator = await sendMail(portal, { ...changes, from: MAIJA, to: [await coordinatorAddress()] });
  expect([toCompany.outcome, toCoordinator.outcome]).toEqual(['automatic', 'automatic']);
  expect(await thread()).toEqual([]);
  expect(await clock()).toBeNull();
  expect(portal.letters()).toHaveLength(before);
});

const attachment = (changes: Partial<StoredMail['attachments'][number]> = {}) => ({
  id: 'a',
  filename: 'kuva.jpg',
  size: 400_000,
  content_type: 'image/jpeg',
  content_id: null,
  content_disposition: 'attachment',
  ...changes,
});

describe('attachments', () => {
  it('are refused kindly: the text is in the thread, and one letter says where to go on', async () => {
    await fromCompany({ text: 'Kuva liitteenä.', attachments: [attachment(), attachment({ id: 'b' })] });
    expect(await thread()).toEqual([{ kind: 'reply', body: 'Kuva liitteenä.' }]);
    expect(lettersTo(email)).toHaveLength(1);
    const [letter] = lettersTo(email);
    expect(letter?.text).toContain('Liitteitä emme ota vastaan sähköpostitse.');
    expect(letter?.text).toContain(`${SITE}/workspace/documents`);
    expect(letter?.text).not.toContain('merkkiä');
    expect(letter?.text).toContain(`${SITE}${await portal.link(reference, 'see_need', email)}`);
  });

  it('alone, without a text, are told too', async () => {
    expect((await fromCompany({ text: ' ', attachments: [attachment()] })).outcome).toBe('empty');
    expect(lettersTo(email)[0]?.text).toContain('Emme löytäneet viestistä omaa tekstiäsi.');
  });

  it.each([
    ['a logo in a signature', { size: 12_000, content_id: 'logo', content_disposition: 'inline' }],
    ['a signature of the mail', { content_type: 'application/pkcs7-signature' }],
    ['an invitation', { content_type: 'text/calendar; method=REPLY' }],
  ])('%s is none', async (_, changes) => {
    await fromCompany({ attachments: [attachment(changes)] });
    expect(lettersTo(email)).toEqual([]);
  });

  it('a screenshot pasted into the text is one', async () => {
    await fromCompany({ attachments: [attachment({ content_id: 'img1', content_disposition: 'inline' })] });
    expect(lettersTo(email)).toHaveLength(1);
  });
});

it('a text that is too long is cut, and the sender is told where to send the rest', async () => {
  await fromCompany({ text: 'Sanoja '.repeat(1000) });
  expect((await thread())[0]?.body).toMatch(/ \[…\]$/);
  expect(lettersTo(email)[0]?.text).toMatch(/yli 5\s?000 merkkiä/);
});

it('HTML in a mail does nothing anywhere: it is text in the thread, in the letter and on the page', async () => {
  await fromCompany({ text: '<img src=x onerror=alert(1)> "kolme" & <b>neljä</b>' });
  const [letter] = lettersTo(MAIJA);
  expect(letter?.html).not.toMatch(/<(img|b)\b/);
  const page = await (await portal.get(await portal.link(reference, 'see_need', email))).text();
  expect(page).toContain('&lt;b>neljä&lt;/b>');
});

it('a reply to a need that has ended is told kindly, and whoever handled it sees it', async () => {
  await portal.postForm(await portal.link(reference, 'see_need', email), { act: 'withdraw', sure: 'yes' });
  await portal.settled();
  expect((await fromCompany()).outcome).toBe('closed');
  const letter = lettersTo(email).at(-1);
  expect(letter?.text).toContain('Asiasi on jo päättynyt.');
  expect(letter?.text).not.toContain('vastata tähän viestiin');
  expect(lettersTo(MATTI).at(-1)?.text).toContain('> Kolme hitsaajaa.');
});

it('to a dead address: the letter leads to where a new link is asked for', async () => {
  const to = [await companyAddress()];
  await portal.rows('update app.links set revoked_at = now() where person_email = $1', [email]);
  expect((await fromCompany({ to })).outcome).toBe('no_link');
  expect(lettersTo(email).at(-1)?.text).toContain(`${SITE}/linkki`);
});

describe('when the text cannot be fetched', () => {
  it('the mail is kept and taken in by the schedule once the mail service answers', async () => {
    await portal.mail({ mode: 'down' });
    expect((await fromCompany()).outcome).toBe('none');
    expect(await thread()).toEqual([]);
    await portal.mail({ mode: 'up' });
    await runTakeMail(portal);
    await portal.settled();
    expect(await thread()).toEqual([{ kind: 'reply', body: 'Kolme hitsaajaa.' }]);
  });

  it('a mail that the mail service does not know stays for an hour of tries, then both sides are told', async () => {
    const mail = newMail({ from: email, to: [await companyAddress()] });
    await post(portal, receivedEvent(mail));
    await portal.settled();
    for (let n = 0; n < 12; n += 1) await runTakeMail(portal);
    expect(await portal.rows('select outcome from app.received_mails where provider_id = $1', [mail.id])).toEqual([
      { outcome: 'unreadable' },
    ]);
    await drainOutbox();
    expect(lettersTo(email).at(-1)?.text).toContain('Emme saaneet viestiä luettua.');
    expect(lettersTo(MAIJA).at(-1)?.text).toContain('Viestin tekstiä ei saatu luettua.');
  });

  it('one that breaks our own code holds up no other', async () => {
    const bad = newMail({ from: email, to: [await companyAddress()], headers: 7 as unknown as Record<string, string> });
    const good = newMail({ from: email, to: [await companyAddress()] });
    for (const mail of [bad, good]) await portal.box.mailbox.receive(mail);
    for (const mail of [bad, good]) await post(portal, receivedEvent(mail));
    await portal.settled();
    expect(await thread()).toEqual([{ kind: 'reply', body: 'Kolme hitsaajaa.' }]);
    expect(await portal.rows('select taken_at from app.received_mails where provider_id = $1', [bad.id])).toEqual([
      { taken_at: null },
    ]);
    await portal.rows(`delete from app.received_mails where provider_id = $1`, [bad.id]);
  });
});

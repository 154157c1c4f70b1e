// The mail of a need on its page at the desk: what came by mail, what was set aside, and to whom nothing gets through.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type DeskVisitor, deskVisitor } from '../support/desk-visitor.ts';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { delivery, post, replyAddressOf, sendMail, switchMailOff, switchMailOn } from '../support/portal-mail.ts';
import { elements, mainOf, textOf } from '../support/read-page.ts';

let portal: Portal;
let maija: DeskVisitor;
let reference: string;
let email: string;
beforeAll(async () => {
  portal = await startPortal();
  switchMailOn();
  maija = deskVisitor(portal);
  await maija.signIn(MAIJA);
});
beforeEach(async () => {
  ({ reference, email } = await portal.sendNeed());
});
afterAll(async () => {
  switchMailOff();
  await portal.close();
});

const page = async (): Promise<string> => mainOf(await (await maija.get(`/desk/needs/${reference}`)).text());
const companyAddress = () => replyAddressOf(portal, reference, 'reply_to_need', email);
const articles = (main: string): string[] => elements(main, 'article').map(({ text }) => text);
const headings = (main: string): string[] => elements(main, 'h2').map(({ text }) => text);

it('a reply by mail stands in the thread and in the log as one that came by mail', async () => {
  await sendMail(portal, { from: email, to: [await companyAddress()], text: 'Kolme hitsaajaa.' });
  const main = await page();
  expect(articles(main)[0]).toMatch(/sähköpostilla .*Kolme hitsaajaa\./s);
  expect(textOf(main)).toMatch(/Yritys kirjoitti: .*\(sähköpostilla\)/);
  // The company's own page does not go into how it was sent.
  expect(await (await portal.get(await portal.link(reference, 'see_need', email))).text()).not.toContain(
    'sähköpostilla ·',
  );
});

it('mail of a stranger and of a machine stands apart, says why, and its HTML does nothing', async () => {
  await sendMail(portal, { from: 'joku@muualla.example', to: [await companyAddress()], text: 'Minä <b>tässä</b>.' });
  await sendMail(portal, {
    from: email,
    to: [await companyAddress()],
    text: 'Olen lomalla.',
    headers: { 'auto-submitted': 'auto-replied' },
  });
  const main = await page();
  expect(headings(main)).toContain('Sähköpostit, joita ei lisätty viesteihin');
  expect(headings(main)).not.toContain('Viestit');
  const [stranger, machine] = articles(main);
  expect(stranger).toMatch(/joku@muualla\.example · vieras osoite.*Minä <b>tässä<\/b>\./s);
  expect(machine).toMatch(/automaattinen vastaus.*Olen lomalla\./s);
  expect(main).not.toContain('<b>tässä');
  expect(textOf(main)).toContain('Automaattinen vastaus tuli osoitteesta');
});

it('an address to which nothing gets through stands above all else, until something does', async () => {
  const letter = portal.letters(email)[0]?.id as string;
  await post(portal, delivery('bounced', letter, { bounce: { type: 'Permanent', message: 'no such mailbox' } }));
  await portal.settled();
  const main = await page();
  expect(headings(main)[0]).toBe('Viestimme eivät mene perille');
  expect(textOf(main)).toMatch(new RegExp(`${email} · .*Permanent: no such mailbox`, 's'));
  expect(textOf(main)).toContain(`Viesti ei mennyt perille osoitteeseen ${email}`);
  await post(portal, delivery('delivered', letter, {}, new Date(Date.now() + 1000).toISOString()));
  expect(headings(await page())).not.toContain('Viestimme eivät mene perille');
});

it('a need without mail says nothing of it', async () => {
  expect(headings(await page()).filter((heading) => /[Ss]ähköpost|perille/.test(heading))).toEqual([]);
});

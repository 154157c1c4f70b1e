// A link is for one person and one purpose: it does nothing else, and shows nobody what is not theirs to see.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSystem } from '#lib/db.ts';
import { mintLinks, tokenHash } from '#lib/links.ts';
import { ACTS } from '../support/coordinator-acts.ts';
import { MAIJA, MATTI, type Portal, type Purpose, startPortal } from '../support/portal.ts';
import { elements } from '../support/read-page.ts';
import { wholeDatabase } from '../support/whole-database.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const COMPANY: Purpose[] = ['see_need', 'reply_to_need', 'answer_survey'];
const OFFICE: Purpose[] = ['take_need', 'answer_need', 'log_contact', 'ask_more', 'hand_over_need', 'decline_need'];

/** Every SQL function that a link may call, with the purpose that it is for. */
const CALLS: [Purpose, (hash: string) => Promise<unknown>][] = [
  ['take_need', (hash) => asSystem().rpc('take_need', { p_token_hash: hash })],
  ['take_need', (hash) => asSystem().rpc('release_need', { p_token_hash: hash })],
  ['answer_need', (hash) => asSystem().rpc('answer_need', { p_token_hash: hash, p_body: 'x' })],
  ['ask_more', (hash) => asSystem().rpc('ask_more', { p_token_hash: hash, p_body: 'x' })],
  ['decline_need', (hash) => asSystem().rpc('decline_need', { p_token_hash: hash, p_reason: 'x' })],
  [
    'report_hand_over',
    (hash) => asSystem().rpc('report_hand_over', { p_token_hash: hash, p_ended: 'helped', p_note: null }),
  ],
  ['reply_to_need', (hash) => asSystem().rpc('reply_to_need', { p_token_hash: hash, p_body: 'x' })],
  ['see_need', (hash) => asSystem().rpc('withdraw_need', { p_token_hash: hash })],
  ['see_need', (hash) => asSystem().rpc('restore_need', { p_token_hash: hash })],
  [
    'answer_survey',
    (hash) => asSystem().rpc('answer_survey', { p_token_hash: hash, p_answers: [], p_follow_up_due: '2100-01-01' }),
  ],
  [
    'log_contact',
    (hash) =>
      asSystem().rpc('log_contact', {
        p_token_hash: hash,
        p_channel: 'phone',
        p_happened_at: new Date().toISOString(),
        p_note: 'x',
      }),
  ],
  [
    'hand_over_need',
    (hash) =>
      asSystem().rpc('hand_over_need', {
        p_token_hash: hash,
        p_people: [{ role: 'expert', email: 'x@muu.example', name: 'x', language: 'fi' }],
        p_note: null,
        p_links: mintLinks(5),
      }),
  ],
];

it.each([...COMPANY, ...OFFICE])("the link %s can call no other purpose's function", async (purpose) => {
  const { reference, email } = await portal.sendNeed();
  const path = await portal.link(reference, purpose, COMPANY.includes(purpose) ? email : MAIJA);
  const hash = tokenHash(path.slice('/l/'.length)) ?? '';
  const before = await wholeDatabase(portal.db.pool);
  for (const [other, call] of CALLS) if (other !== purpose) expect(await call(hash), other).toBe('no_link');
  expect(await wholeDatabase(portal.db.pool)).toEqual(before);
});

it('the fields of another form do nothing at a link that is not for them', async () => {
  const { reference, email } = await portal.sendNeed();
  const everything = { ...Object.assign({}, ...Object.values(ACTS)), act: 'withdraw', sure: 'yes' } as Record<
    string,
    string
  >;
  await portal.postForm(await portal.link(reference, 'answer_survey', email), { ...everything, answer: '' });
  await portal.postForm(await portal.link(reference, 'reply_to_need', email), everything);
  expect(await portal.rows('select state, owner_email from app.needs where reference = $1', [reference])).toEqual([
    { state: 'received', owner_email: null },
  ]);
});

describe('a coordinator who is listed without a name', () => {
  it('and takes, answers, asks, logs, is asked to help and declines stays without address before the company', async () => {
    for (const acts of [['answer_need', 'ask_more', 'log_contact'], ['decline_need'], ['take_need']] as const) {
      const { reference, email } = await portal.sendNeed();
      await portal.postForm(await portal.link(reference, 'hand_over_need', MAIJA), {
        to: `coordinator:${MATTI}`,
        note: 'Salainen huomautus toiselle.',
      });
      for (const act of acts) await portal.postForm(await portal.link(reference, act, MATTI), ACTS[act]);
      await portal.settled();
      await expectSecret(reference, email, [MAIJA, MATTI, 'Salainen huomautus']);
    }
  });

  it('also when it was listed after the need came in, so that its links are made by the hand-over', async () => {
    const before = process.env.COORDINATOR_EMAILS;
    const { reference, email } = await portal.sendNeed({ language: 'sv' });
    process.env.COORDINATOR_EMAILS = `${before}, uusi.ihminen@kaupunki.example`;
    await portal.postForm(await portal.link(reference, 'hand_over_need', MAIJA), {
      to: 'coordinator:uusi.ihminen@kaupunki.example',
    });
    process.env.COORDINATOR_EMAILS = before;
    for (const act of ['take_need', 'answer_need'] as const) {
      await portal.postForm(await portal.link(reference, act, 'uusi.ihminen@kaupunki.example'), ACTS[act]);
    }
    await portal.settled();
    await expectSecret(reference, email, [MAIJA, MATTI, 'uusi.ihminen@kaupunki.example']);
  });
});

/** Neither the company's pages nor its letters hold any of it; whom a letter is answered to is the lead's address, on purpose. */
async function expectSecret(reference: string, email: string, secrets: string[]): Promise<void> {
  const pages = await Promise.all(
    COMPANY.map(async (purpose) => (await portal.get(await portal.link(reference, purpose, email))).text()),
  );
  const letters = portal.letters(email).map(({ subject, html, text }) => `${subject}${html}${text}`);
  expect(letters.length).toBeGreaterThan(0);
  for (const secret of secrets) for (const text of [...pages, ...letters]) expect(text).not.toContain(secret);
}

it('no page of one person carries a link of another person', async () => {
  const { reference, email } = await portal.sendNeed();
  const linksOf = async (purposes: Purpose[], who: string) =>
    Promise.all(purposes.map((purpose) => portal.link(reference, purpose, who)));
  const own = {
    [email]: await linksOf(COMPANY, email),
    [MAIJA]: await linksOf(OFFICE, MAIJA),
    [MATTI]: await linksOf(OFFICE, MATTI),
  };
  for (const paths of Object.values(own)) {
    for (const path of paths) {
      const html = await (await portal.get(path)).text();
      const shown = elements(html, 'a').map(({ attributes }) => attributes.href ?? '');
      for (const href of shown.filter((one) => one.startsWith('/l/'))) expect(paths).toContain(href);
    }
  }
});

it('the database holds neither a token nor a way to make one', async () => {
  const { status_url, reference } = await portal.sendNeed();
  const token = status_url.split('/l/')[1] ?? '';
  const all = JSON.stringify(await wholeDatabase(portal.db.pool));
  expect(all).toContain(reference);
  expect(all).not.toContain(token);
  expect(all).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
});

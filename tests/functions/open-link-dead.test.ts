// Dead links: unknown, expired, revoked, altered or mangled, all get one page that tells nothing but how to get a new one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { elements, langOf, mainOf, textOf } from '../support/read-page.ts';
import { wholeDatabase } from '../support/whole-database.ts';

let portal: Portal;
let living: string;
let reference: string;
beforeAll(async () => {
  portal = await startPortal();
  const sent = await portal.sendNeed();
  reference = sent.reference;
  living = new URL(sent.status_url).pathname;
});
afterAll(() => portal.close());

const UNKNOWN = `/l/${'A'.repeat(43)}`;
const linkBut = async (change: string): Promise<string> => {
  const { reference } = await portal.sendNeed();
  const path = await portal.link(reference, 'take_need', MAIJA);
  await portal.rows(`update app.links l set ${change} from app.needs n where n.id = l.need_id and n.reference = $1`, [
    reference,
  ]);
  return path;
};
const token = () => living.slice('/l/'.length);
const swapCase = (text: string) => (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase());
const letterAt = () => token().search(/[A-Za-z]/);

it('the page says what may have happened, and leads to a new link or the phone', async () => {
  const html = await (await portal.get(UNKNOWN)).text();
  expect(elements(mainOf(html), 'a').map(({ attributes }) => attributes.href)).toEqual(['/linkki']);
  expect(textOf(mainOf(html))).toContain('+358 40 000 0100');
  expect(html).not.toContain(reference);
});

describe.each<[string, () => string | Promise<string>]>([
  [
    'an expired link',
    () => linkBut(`created_at = now() - interval '181 days', expires_at = now() - interval '1 second'`),
  ],
  ['a revoked link', () => linkBut(`revoked_at = now()`)],
  ['a link with another last character', () => `${living.slice(0, -1)}${living.endsWith('A') ? 'E' : 'A'}`],
  [
    'a link with a small letter for a capital',
    () => {
      const at = letterAt();
      return `/l/${token().slice(0, at)}${swapCase(token()[at] ?? '')}${token().slice(at + 1)}`;
    },
  ],
  ['a link without its last character', () => living.slice(0, -1)],
  ['a link with a character too many', () => `${living}A`],
  ['a link followed by the full stop of a sentence', () => `${living}.`],
  ['a link with padding', () => `${living}=`],
  ['a link with a line break', () => `${living}%0A`],
  ['a link with NUL', () => `${living}%00`],
  ['a percent sign that is no code', () => '/l/%E0%A4%A'],
  ['one character', () => '/l/x'],
  ['ten thousand characters', () => `/l/${'x'.repeat(10_000)}`],
  ['a path that climbs', () => '/l/..%2f..%2fetc%2fpasswd'],
  [
    'the hash that the database knows',
    async () => {
      const [row] = await portal.rows<{ hash: string }>(
        `select encode(token_hash, 'hex') as hash from app.links limit 1`,
      );
      return `/l/${row?.hash}`;
    },
  ],
  [
    'the id that the database knows',
    async () => {
      const [row] = await portal.rows<{ id: string }>('select id from app.links limit 1');
      return `/l/${row?.id}`;
    },
  ],
  ['SQL', () => `/l/${encodeURIComponent("' or 1=1 --".padEnd(43, 'x'))}`],
])('%s', (_what, make) => {
  it('is a 404 with the very page of an unknown link, whatever the method and the query', async () => {
    const path = await make();
    const unknown = await portal.get(UNKNOWN);
    const page = await unknown.text();
    const before = await wholeDatabase(portal.db.pool);
    for (const response of [
      await portal.get(path),
      await portal.get(`${path}?did=taken&answer=yes`),
      await portal.postForm(path, { act: 'take', sure: 'yes', answer: 'Hei' }),
    ]) {
      expect(response.status).toBe(404);
      expect(await response.text()).toBe(page);
      expect([...response.headers]).toEqual([...unknown.headers]);
    }
    expect((await portal.get(path, { method: 'HEAD' })).status).toBe(404);
    expect(await wholeDatabase(portal.db.pool)).toEqual(before);
  });
});

it.each(['fi', 'sv', 'en'])('the page speaks %s to a browser that asks for it', async (lang) => {
  const html = await (await portal.get(UNKNOWN, { headers: { 'accept-language': lang } })).text();
  expect(langOf(html)).toBe(lang);
});

it('a coordinator has a day left to look after a need has ended, and no longer', async () => {
  const { reference, email } = await portal.sendNeed();
  const path = await portal.link(reference, 'take_need', MAIJA);
  await portal.postForm(await portal.link(reference, 'see_need', email), { act: 'withdraw', sure: 'yes' });
  expect((await portal.get(path)).status).toBe(200);
  await portal.rows(
    `update app.links set created_at = created_at - interval '1 day', expires_at = expires_at - interval '1 day' where person_email = $1`,
    [MAIJA],
  );
  expect((await portal.get(path)).status).toBe(404);
});

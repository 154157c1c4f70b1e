// Markup, placeholders and line breaks in what people write stay words: on every page, in every file and in every letter.
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LETTERS, type LetterKind } from '#domain/content/letter.ts';
import { renderLetter } from '#lib/letters/render-letter.ts';
import { ENDPOINTS } from '../support/call-function.ts';
import { leastLetter, madeLetter } from '../support/made-letter.ts';
import { type Mark, newMarks } from '../support/matrix/marks.ts';
import { makeWorld, type World } from '../support/matrix/world.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { LIST } from '../support/sql-desk.ts';

const WORDS = ['name', 'profile', 'need', 'other_need', 'messages', 'colleagues'] as const satisfies Mark[];
/** What a text must not become: an element, the end of one, a placeholder that is filled, a pattern of a replacement. */
const hostile = (word: string): string => `<i>${word}</i></textarea></title><!--main-->"'&amp;{reference}$&`;
const RAW = /<i>\w+<\/i>|<!--main-->|&amp;amp;amp;|<b>|<img/;

let portal: Portal;
let world: World;
beforeAll(async () => {
  portal = await startPortal();
  const marks = newMarks();
  for (const mark of WORDS) marks[mark] = hostile(marks[mark]);
  world = await makeWorld(portal.db, marks);
  process.env.COORDINATOR_EMAILS = LIST.map(({ email }) => email).join(', ');
});
afterAll(() => portal.close());

type Reader = 'owner' | 'member' | 'adviser_messages_comment' | 'handling';
const cookieOf = (reader: Reader): string =>
  ['workspace', 'desk'].map((door) => `__Host-${door}=${world.tokens[reader]}~none`).join('; ');
const get = (reader: Reader, path: string) => portal.get(path, { headers: { cookie: cookieOf(reader) } });

const IDS: Record<string, (world: World) => string[]> = {
  ':reference': ({ need, taken, free, joined, withdrawn }) =>
    [taken, free, joined, withdrawn, need].map(({ reference }) => reference),
  ':consent': ({ consent, unused }) => [consent, unused],
  ':file': () => ['load.csv', 'months.csv', 'texts.csv', 'declines.csv', 'gaps.csv'],
};

describe.each([
  ['owner', '/workspace'],
  ['member', '/workspace'],
  ['adviser_messages_comment', '/workspace'],
  ['handling', '/desk'],
] as const)('%s at %s', (reader, door) => {
  it('reads every page with the words as they were written', async () => {
    const paths = Object.values(ENDPOINTS)
      .flatMap(({ config }) => ('path' in config ? [config.path ?? []].flat() : []))
      .filter((path) => path.startsWith(door))
      .flatMap((path) => {
        const [slot] = Object.keys(IDS).filter((one) => path.includes(one));
        return slot ? (IDS[slot]?.(world) ?? []).map((id) => path.replace(slot, id)) : [path];
      });
    const wrong: string[] = [];
    let seen = 0;
    for (const path of paths) {
      const answer = await get(reader, path);
      const text = await answer.text();
      if (answer.status === 500) wrong.push(`${path} is a fault`);
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      const found = RAW.exec(text);
      if (found) wrong.push(`${path}: ${text.slice(Math.max(0, found.index - 80), found.index + 80)}`);
      if (text.includes('&lt;i>') || text.includes('&lt;i&gt;')) seen += 1;
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(1);
  });
});

it('what is taken out is a page of words and JSON of the same', async () => {
  const { company } = world;
  const headers = { cookie: cookieOf('owner') };
  const answer = await portal.postForm('/workspace/my-data/take-out', { company, part: '1' }, { headers });
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const [page, data] = ['index.html', 'data.json'].map((name) => new TextDecoder().decode(files[name])) as [
    string,
    string,
  ];
  expect(page).not.toMatch(RAW);
  for (const mark of ['name', 'profile', 'need', 'other_need', 'messages'] as const) {
    const word = /(?<=<i>)\w+/.exec(world.marks[mark])?.[0] ?? '';
    expect([mark, page.includes(word)]).toEqual([mark, true]);
    expect(JSON.parse(data) && data).toContain(JSON.stringify(world.marks[mark]).slice(1, -1));
  }
});

/** Every text that a person may have written, in whatever an outbox row tells: what holds a blank and is no moment. */
function allHostile<Told>(told: Told): Told {
  const change = (value: unknown): unknown => {
    if (typeof value === 'string') return /\s/.test(value) ? `${hostile('kirje')}\r\nBcc: ${value}` : value;
    if (Array.isArray(value)) return value.map(change);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, change(one)]));
  };
  return change(told) as Told;
}

describe.each(Object.keys(LETTERS) as LetterKind[])('the letter %s', (kind) => {
  it.each([
    ['with everything', madeLetter],
    ['with the least', leastLetter],
  ])('%s has the words as they were written, and headers of one line', async (_what, make) => {
    const { subject, to, replyTo, html, text } = await renderLetter(allHostile(make(kind, 'fi')));
    expect(html).not.toMatch(RAW);
    expect(html.match(/<\/?(?:title|body|html|head)\b/g)).toHaveLength(8);
    for (const header of [subject, to, replyTo ?? '']) expect(header).not.toMatch(/[\r\n\u2028\u2029]/);
    // As it was written, with nothing put in the place of what looked like a placeholder.
    for (const [, rest] of text.matchAll(/<i>kirje<\/i>(.{0,60})/g)) expect(rest).toContain('{reference}$&');
  });
});

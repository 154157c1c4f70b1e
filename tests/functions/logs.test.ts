// The logs of a whole thread, with all that may go wrong in it: no token, no address and no word of any form.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { ACTS } from '../support/coordinator-acts.ts';
import { goodNeed, needForm } from '../support/good-need.ts';
import { MAIJA, type Portal, type Purpose, startPortal } from '../support/portal.ts';

let portal: Portal;
const lines: string[] = [];
const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;
const before = { ...console };
beforeAll(async () => {
  for (const method of METHODS) console[method] = (...parts: unknown[]) => void lines.push(parts.map(String).join(' '));
  portal = await startPortal();
});
afterAll(async () => {
  Object.assign(console, before);
  await portal.close();
});

const MARK = 'Merkkisana';
const marked = {
  description: `${MARK} kuvauksessa ja kaksi hitsaajaa`,
  company_name: `${MARK} Oy`,
  contact_name: `${MARK} Nimi`,
  contact_phone: '040 9998887',
  contact_email: 'merkki@merkkisana.example',
};

it('a thread from the form to the survey, and every way in which it can fail, is logged without what it is about', async () => {
  const { reference, email } = await portal.sendNeed(marked);
  const acts = Object.entries(ACTS).map(([act, fields]) => {
    const texts = Object.entries(fields).map(([name, value]) => [name, /\s/.test(value) ? `${MARK} ${value}` : value]);
    return [act as Purpose, Object.fromEntries(texts) as Record<string, string>] as const;
  });
  await portal.postForm(await portal.link(reference, 'reply_to_need', email), { reply: `${MARK} vastaa` });
  for (const [act, fields] of acts) await portal.postForm(await portal.link(reference, act, MAIJA), fields);
  await portal.postForm('/api/links', { email, language: 'fi' });
  await portal.settled();

  // What is wrong, what is refused, what breaks.
  await portal.postForm('/api/needs', needForm({ ...marked, business_id: MARK }));
  await portal.postJson('/api/needs', `{"description":"${MARK}"`);
  await portal.get(`/l/${MARK.padEnd(43, 'x')}`);
  await portal.get(`/r/${MARK}.${MARK}`);
  await portal.mail({ mode: 'down' });
  await portal.postJson('/api/needs', goodNeed({ ...marked, description: `${MARK} postin ollessa alhaalla` }));
  await portal.settled();
  await portal.mail({ refuse: [email] });
  await portal.rows(`update app.outbox set send_after = now() where sent_at is null`);
  await drainOutbox();
  const url = process.env.SUPABASE_URL;
  process.env.SUPABASE_URL = 'http://127.0.0.1:9';
  await portal.postJson('/api/needs', goodNeed({ ...marked, description: `${MARK} kannan ollessa alhaalla` }));
  await drainOutbox().catch(() => undefined);
  process.env.SUPABASE_URL = url;
  // A check of the database that the form does not make: our fault, with Postgres' own words, which repeat the row.
  await portal.rows(
    `alter table app.needs add constraint no_mark check (description not like '%kannan vika%') not valid`,
  );
  const fault = await portal.postJson('/api/needs', goodNeed({ ...marked, description: `${MARK} ja kannan vika` }));
  expect(fault.status).toBe(500);
  const link = process.env.LINK_SECRET;
  process.env.LINK_SECRET = '';
  expect((await portal.get('/r/x.y')).status).toBe(500);
  process.env.LINK_SECRET = link;

  const tokens = portal
    .letters()
    .flatMap(({ text }) => [...(text ?? '').matchAll(/\/l\/([\w-]{43})/g)].map(([, token]) => token ?? ''));
  expect(tokens.length).toBeGreaterThan(10);
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    expect(line).not.toMatch(/merkki/i);
    expect(line).not.toMatch(/[\w.]@[\w-]+\.[a-z]/);
    expect(line).not.toMatch(/9998887|0201256|re_test|sb_secret|a-link-secret/);
    for (const token of tokens) expect(line).not.toContain(token);
  }
});

it('every line is one JSON object with level, message and time, and faults carry the id of the request', () => {
  const read = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  for (const line of read)
    expect(line).toMatchObject({
      level: expect.stringMatching(/^(info|warning|error)$/),
      message: expect.any(String),
      at: expect.any(String),
    });
  const faults = read.filter(({ level }) => level === 'error');
  expect(faults.map(({ request_id }) => request_id)).toEqual(['request-of-a-test', 'request-of-a-test']);
  expect(faults.map(({ message }) => message)).toEqual([
    'send_need: 23514 no_mark',
    expect.stringContaining('LINK_SECRET'),
  ]);
});

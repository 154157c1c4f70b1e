// Mail scanners: GET and HEAD of every link of every letter, in any order and number, change nothing whatever.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mintLinks } from '#lib/links.ts';
import { askSurvey } from '../support/ask-survey.ts';
import { ACTS } from '../support/coordinator-acts.ts';
import { MAIJA, type Portal, type Purpose, SITE, startPortal } from '../support/portal.ts';
import { elements, formsOf } from '../support/read-page.ts';
import { wholeDatabase } from '../support/whole-database.ts';

let portal: Portal;
let reference: string;
let email: string;
beforeAll(async () => {
  portal = await startPortal();
  ({ reference, email } = await portal.sendNeed());
  const act = async (purpose: Exclude<keyof typeof ACTS, 'decline_need'>, who = MAIJA) =>
    portal.postForm(await portal.link(reference, purpose, who), ACTS[purpose]);
  for (const purpose of ['take_need', 'ask_more', 'answer_need', 'hand_over_need'] as const) await act(purpose);
  await portal.postForm(await portal.link(reference, 'reply_to_need', email), { reply: 'Kaksi riittää.' });
  await askSurvey(portal.db.pool, reference, mintLinks(3));
  await portal.postForm('/api/links', { email, language: 'fi' });
  await portal.settled();
});
afterAll(() => portal.close());

const linksOf = (html: string | null): string[] =>
  elements(html ?? '', 'a').map(({ attributes }) => (attributes.href ?? '').replace(SITE, ''));

it('every link of every letter opens, twice, with GET and with HEAD, and not one row of any table changes', async () => {
  const kinds = await portal.rows<{ letter: string }>(
    'select distinct letter from app.outbox where sent_at is not null order by 1',
  );
  expect(kinds.map(({ letter }) => letter)).toEqual([
    'receipt',
    'answer',
    'question',
    'handed_over',
    'survey',
    'new_link',
    'new_need',
    'reply_received',
    'handover_asked',
  ]);
  const links = new Set(portal.letters().flatMap(({ html }) => linksOf(html)));
  expect(links.size).toBeGreaterThan(20);
  const before = await wholeDatabase(portal.db.pool);
  for (const method of ['HEAD', 'GET', 'GET', 'HEAD'] as const) {
    for (const link of links) {
      const response = await portal.get(link, { method });
      expect([response.status, response.headers.get('cache-control')], link).toEqual([200, 'no-store']);
      if (method === 'HEAD') expect(await response.text()).toBe('');
    }
  }
  await portal.settled();
  expect(await wholeDatabase(portal.db.pool)).toEqual(before);
});

it('links that the pages show open as well, and change as little', async () => {
  const before = await wholeDatabase(portal.db.pool);
  for (const letter of portal.letters()) {
    for (const link of linksOf(letter.html)) {
      const html = await (await portal.get(link)).text();
      for (const next of linksOf(html).filter((path) => path.startsWith('/l/')))
        expect((await portal.get(next)).status).toBe(200);
    }
  }
  expect(await wholeDatabase(portal.db.pool)).toEqual(before);
});

async function surveyOf(of: string): Promise<void> {
  await portal.postForm(await portal.link(of, 'answer_need', MAIJA), ACTS.answer_need);
  await askSurvey(portal.db.pool, of, mintLinks(3));
}

const PURPOSES: [Purpose, 'company' | 'coordinator'][] = [
  ['see_need', 'company'],
  ['reply_to_need', 'company'],
  ['answer_survey', 'company'],
  ['take_need', 'coordinator'],
  ['answer_need', 'coordinator'],
  ['log_contact', 'coordinator'],
  ['ask_more', 'coordinator'],
  ['hand_over_need', 'coordinator'],
  ['decline_need', 'coordinator'],
];

it.each(PURPOSES)(
  'the page of %s has one form with one button, which posts to the link itself',
  async (purpose, who) => {
    const fresh = await portal.sendNeed();
    if (purpose === 'answer_survey') await surveyOf(fresh.reference);
    const path = await portal.link(fresh.reference, purpose, who === 'company' ? fresh.email : MAIJA);
    const response = await portal.get(path);
    const forms = formsOf(await response.text());
    expect([response.status, forms.length, forms[0]?.action, forms[0]?.buttons.length]).toEqual([200, 1, path, 1]);
  },
);

it('a scanner that opens a survey link with its answer has answered nothing', async () => {
  const fresh = await portal.sendNeed();
  await surveyOf(fresh.reference);
  const path = await portal.link(fresh.reference, 'answer_survey', fresh.email);
  for (const answer of ['yes', 'no']) await portal.get(`${path}?q_contacted=${answer}`);
  expect(await portal.rows('select from app.named_answers')).toEqual([]);
});

it('a scanner that presses the first button of a status page withdraws nothing', async () => {
  const path = await portal.link(reference, 'see_need', email);
  const [form] = formsOf(await (await portal.get(path)).text());
  const button = form?.buttons[0]?.attributes ?? {};
  const response = await portal.postForm(path, [...(form?.fields ?? []), [button.name ?? '', button.value ?? '']]);
  expect(response.status).toBe(422);
  expect(await portal.rows('select state from app.needs where reference = $1', [reference])).toEqual([
    { state: 'claimed' },
  ]);
});

it.each(['<script>alert(1)</script>', 'toString', '__proto__', 'x'.repeat(5000), ''])(
  'junk in ?did= and elsewhere in the query (%.30s) leaves the page as it is',
  async (junk) => {
    for (const [purpose, who] of PURPOSES) {
      const path = await portal.link(reference, purpose, who === 'company' ? email : MAIJA);
      const query = new URLSearchParams({
        did: junk,
        answer: junk,
        q_contacted: junk,
        reply: junk,
        reason: junk,
        note: junk,
        to: junk,
        channel: junk,
      });
      const [plain, asked] = [await portal.get(path), await portal.get(`${path}?${query}`)];
      const chosen = (html: string) => html.replaceAll(/ checked/g, '').replaceAll(/ value="\d\d[.:]\d\d"/g, '');
      expect(chosen(await asked.text()), purpose).toBe(chosen(await plain.text()));
    }
  },
);

it('?q_contacted= chooses a known answer beforehand, and no other', async () => {
  const fresh = await portal.sendNeed();
  await surveyOf(fresh.reference);
  const path = await portal.link(fresh.reference, 'answer_survey', fresh.email);
  const chosen = async (query: string) =>
    formsOf(await (await portal.get(path + query)).text())[0]?.fields.filter(([, value]) => value !== '');
  expect(await chosen('?q_contacted=yes')).toEqual([['q_contacted', 'yes']]);
  expect(await chosen('?q_contacted=no')).toEqual([['q_contacted', 'no']]);
  for (const query of ['', '?q_contacted=ehkä', '?q_contacted=YES', '?q_contacted=', '?q_helped=4'])
    expect(await chosen(query)).toEqual([]);
});

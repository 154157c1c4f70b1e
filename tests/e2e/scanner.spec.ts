// Mail scanners open every link of every letter, some in a browser that runs scripts: nothing may change by it.
import { createT } from '#domain/i18n/t.ts';
import { expect, test, watchFaults } from '../support/browser-test.ts';
import { builtCatalogue } from '../support/built-catalogue.ts';
import { fi, saysDone, take } from '../support/link-pages.ts';
import { MAIJA, MATTI, SITE_URL } from '../support/served-portal.ts';
import { button } from '../support/tell-need.ts';
import type { VisitedPortal } from '../support/visited-portal.ts';

/** One of each letter that a need can bring about, and every address that stands in any of them. */
async function everyLink(portal: VisitedPortal) {
  const need = await portal.sendNeed({ language: 'en' });
  const { reference, email } = need;
  const { links } = await portal.letter('new_need', MAIJA, 'fi', reference);
  const at = (name: string): string => links[name] ?? '';
  await portal.act(at('ask_link'), { question: 'Montako hitsaajaa?' });
  await portal.act(at('answer_link'), { answer: 'Koulutus alkaa maaliskuussa.' });
  const answer = await portal.letter('answer', email, 'en', reference);
  await portal.act(answer.links.reply_link ?? '', { reply: 'Two welders.' });
  await portal.act(at('hand_over_link'), { to: 'provider:koulutustalo-hillaneva', note: '' });
  await portal.sendSurvey(reference);
  await portal.quiet();
  const expert = builtCatalogue().providers.find(({ id }) => id === 'koulutustalo-hillaneva')?.contactEmail ?? '';
  const letters = (await Promise.all([email, MAIJA, MATTI, expert].map(portal.lettersTo)))
    .flat()
    .filter(({ text, subject }) => text?.includes(reference) || subject.includes(reference));
  const urls = letters.flatMap(({ html }) =>
    [...(html ?? '').matchAll(/href="(https?:[^"]+)"/g)].map(([, url]) => url),
  );
  const paths = [...new Set(urls.map((url) => (url as string).replaceAll('&amp;', '&').slice(SITE_URL.length)))];
  return { ...need, letters, paths, takeLink: (await portal.letter('handover_asked', expert, 'fi', reference)).links };
}

test('HEAD, GET and a browser that runs scripts change nothing behind any link, and each link still works for its person', async ({
  page,
  portal,
}) => {
  test.setTimeout(60_000);
  const { letters, paths, reference, statusPath, takeLink } = await everyLink(portal);
  expect(letters.length).toBeGreaterThanOrEqual(7);
  expect(paths.length).toBeGreaterThanOrEqual(15);
  const before = await portal.snapshot();

  for (const path of paths) {
    const [head, get] = await Promise.all(
      ['HEAD', 'GET'].map((method) => fetch(portal.url + path, { method, headers: { 'user-agent': 'MailScanner' } })),
    );
    expect([head?.status, get?.status], path).toEqual([200, 200]);
    expect(head?.headers.get('set-cookie') ?? get?.headers.get('set-cookie'), path).toBeNull();
  }
  // Until no script asks for anything more, which takes a while for each: three at a time.
  const left = [...paths];
  await Promise.all(
    Array.from({ length: 3 }, async () => {
      const scanning = await page.context().newPage();
      for (let path = left.pop(); path; path = left.pop()) {
        await scanning.goto(path, { waitUntil: 'networkidle' });
        await expect(scanning.getByRole('heading', { level: 1 })).toBeVisible();
      }
      await scanning.close();
    }),
  );
  await portal.drain();
  expect(await portal.snapshot()).toEqual(before);

  await take(page, takeLink.take_link ?? '');
  await saysDone(page, 'taken');
  await page.goto(statusPath);
  await expect(page.getByText(createT('en')('promise.kept'))).toBeVisible();
  await expect(page.getByText(reference)).toBeVisible();
});

test('a scanner that presses the button of a page does what can be undone, and the person sees it', async ({
  browser,
  page,
  portal,
}) => {
  const { reference } = await portal.sendNeed();
  const { links } = await portal.letter('new_need', MAIJA, 'fi', reference);
  const scanner = await browser.newContext({ baseURL: portal.url });
  const faults = watchFaults(scanner);
  const pressing = await scanner.newPage();
  for (const path of Object.values(links)) {
    await pressing.goto(path);
    await pressing.getByRole('main').getByRole('button').first().click();
  }
  expect(faults).toEqual([]);
  await scanner.close();
  // Pages with a text to write refuse without one; the one that takes the need can be taken back.
  const messages = await portal.rows(
    'select from app.messages m join app.needs n on n.id = m.need_id where n.reference = $1',
    [reference],
  );
  expect(messages).toEqual([]);
  await page.goto(links.take_link ?? '');
  await button(page, fi('take-need.release')).click();
  await saysDone(page, 'released');
});

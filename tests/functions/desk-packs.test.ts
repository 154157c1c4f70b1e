// desk-packs and correct-pack: a coordinator sees packs as they were sent, and has a corrected version made and mailed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue.ts';
import { makePack } from '#lib/reports/make-packs.ts';
import { type DeskVisitor, deskVisitor } from '../support/desk-visitor.ts';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { elements, mainOf, textOf } from '../support/read-page.ts';

let portal: Portal;
let maija: DeskVisitor;
beforeAll(async () => {
  portal = await startPortal();
  maija = deskVisitor(portal);
  await maija.signIn(MAIJA);
  catalogue.meetings = ['2026-12-10', '2100-12-13'];
});
afterAll(() => portal.close());

const page = async () => mainOf(await (await maija.get('/desk/packs')).text());
const versions = () =>
  portal.rows<{ version: number; corrected: string | null; made_by: string | null }>(
    'select version, corrected, made_by from app.reports order by version',
  );

it('with no pack yet it says when the next one goes out, and has nothing to correct', async () => {
  const main = await page();
  expect(textOf(main)).toContain('kokoukseen');
  expect(main).not.toContain('<form method="post" action="/desk/packs"');
});

it('a correction without words is asked for again; with them it is a version beside the first, and on record', async () => {
  await makePack('2026-12-10', { from: '2026-08', to: '2026-10' }, new Date('2026-12-02T08:00:00Z'));
  const empty = await maija.post('/desk/packs', { meeting: '2026-12-10', corrected: ' ' });
  expect([empty.status, await versions()]).toMatchObject([422, [{ version: 1 }]]);
  const long = await maija.post('/desk/packs', { meeting: '2026-12-10', corrected: 'x'.repeat(501) });
  expect(await long.text()).toContain('x'.repeat(501));

  const corrected = 'Lokakuun tarpeista <b>puuttui</b> yksi kunta.';
  const done = await maija.post('/desk/packs', { meeting: '2026-12-10', corrected });
  expect(done.headers.get('location')).toBe('/desk/packs?did=pack_corrected');
  expect(await versions()).toEqual([
    { version: 1, corrected: null, made_by: null },
    { version: 2, corrected, made_by: MAIJA },
  ]);
  expect(await page()).not.toContain('<b>puuttui');
});

it('each version opens as it was sent, in three languages; an address that somebody made up does not', async () => {
  const links = elements(await page(), 'a').flatMap(
    ({ attributes }) => attributes.href?.match(/^\/desk\/packs\/.+/)?.[0] ?? [],
  );
  expect(links).toHaveLength(2);
  const newest = textOf(mainOf(await (await maija.get(`${links[0]}?lang=sv`)).text()));
  expect(newest).toContain('Korrigerad version 2.');
  const first = textOf(mainOf(await (await maija.get(links[1] ?? '')).text()));
  expect(first).toContain('Raportti ohjausryhmälle 10.12.2026');
  expect(first).not.toContain('Korjattu versio');
  expect((await maija.get('/desk/packs/nothing')).status).toBe(404);
  expect((await maija.get('/desk/packs/00000000-0000-4000-8000-000000000000')).status).toBe(404);
});

it('of a meeting without a pack nothing is corrected, and without a session nothing is shown', async () => {
  await maija.post('/desk/packs', { meeting: '2030-01-01', corrected: 'Jotain.' });
  expect(await versions()).toHaveLength(2);
  expect((await portal.get('/desk/packs')).headers.get('location')).toContain('/desk/sign-in');
});

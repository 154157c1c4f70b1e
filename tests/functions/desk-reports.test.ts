// desk-reports: the page of a period in each language, narrowed by its address, and its files for spreadsheets and programs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createT } from '#domain/i18n/t.ts';
import { monthAfter, thisMonth } from '#domain/reports/period.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { NEED_REPORTS } from '#forms/desk-reports.tsx';
import { catalogue } from '#lib/catalogue.ts';
import { type DeskVisitor, deskVisitor } from '../support/desk-visitor.ts';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { elements, langOf, mainOf, textOf } from '../support/read-page.ts';
import { keepVersion } from '../support/sql-surveys.ts';

let portal: Portal;
let maija: DeskVisitor;
beforeAll(async () => {
  portal = await startPortal();
  maija = deskVisitor(portal);
  await maija.signIn(MAIJA);
});
afterAll(() => portal.close());

const LAST = monthAfter(thisMonth(new Date()), -1);
const textBytes = async (response: Response): Promise<string> => Buffer.from(await response.arrayBuffer()).toString();
const page = async (query = '', lang = 'fi') =>
  (await maija.get(`/desk/reports${query}`, { 'accept-language': lang })).text();

it('a period with nothing on record says so, without a picture or a file', async () => {
  const main = mainOf(await page());
  expect(textOf(main)).toContain('Jaksolla ei saapunut tarpeita.');
  expect(textOf(main)).toContain('Vastauksia on vielä liian vähän näytettäväksi.');
  expect(main).not.toContain('<svg');
  expect(main).not.toContain('.csv');
});

it('is for coordinators alone', async () => {
  expect((await portal.get('/desk/reports')).headers.get('location')).toContain('/desk/sign-in');
  expect((await portal.get('/desk/reports/months.csv')).headers.get('location')).toContain('/desk/sign-in');
});

describe('with needs and answers', () => {
  beforeAll(async () => {
    await portal.sendNeed({ services: ['hitsauskoulutus'] });
    await portal.sendNeed({ services: [] });
    const { survey } = await keepVersion(portal.db.pool, { survey: 'kysely' });
    const cell = (question: string, counts: object, provider: string | null = null) =>
      portal.rows(
        `insert into app.answer_cells (survey, version, question, month, provider, answers, counts) values ($1, 1, $2, $3, $4, 8, $5)`,
        [survey, question, `${LAST}-01`, provider, JSON.stringify(counts)],
      );
    await cell('contacted', { yes: 7, no: 1 });
    await cell('helped', { 5: 4, 4: 4 });
    await cell('helped', { 1: 8 }, 'kehitysyhtio-pitkaharju');
    await cell('words', {});
    await portal.rows(
      `insert into app.opened_texts (survey, version, question, month, body, may_show)
       select $1, 1, 'words', $2, '=HYPERLINK("https://paha.example";"<b>' || n || '</b>")', true from generate_series(1, 25) n`,
      [survey, `${LAST}-01`],
    );
  });

  it.each(LANGUAGES)('in %s: every picture has a name, a description and the table beside it', async (lang) => {
    const t = createT(lang);
    const html = await page('', lang);
    const main = mainOf(html);
    expect(langOf(html)).toBe(lang);
    expect(textOf(main)).toContain(t('reports.months.finding', { received: 2, answered: 0 }));
    expect(textOf(main)).toContain(t('reports.gaps.finding', { none: 1, left: 0 }));
    const pictures = main.split('<svg').slice(1);
    expect(pictures.length).toBeGreaterThanOrEqual(4);
    for (const picture of pictures) {
      const [, title, description] = /aria-labelledby="(\S+) (\S+)"/.exec(picture) ?? [];
      expect(picture).toContain(`<title id="${title}">`);
      expect(picture).toContain(`<desc id="${description}">`);
      expect(picture.split('</figure>')[0]).toContain('<table');
    }
    // The site's policy lets no style stand in the markup.
    expect(main).not.toContain('style=');
    expect(main).not.toContain('<b>');
  });

  it('answers are sums of cells: their mean, their shares, and those of one provider', async () => {
    const main = textOf(mainOf(await page()));
    expect(main).toContain('Keskiarvo on 2,8 asteikolla 1–5. Vastauksia on 16.');
    expect(main).toContain('Kyllä: 88 %. Vastauksia on 8.');
    const ofProvider = textOf(mainOf(await page('?provider=kehitysyhtio-pitkaharju')));
    expect(ofProvider).toContain('Keskiarvo on 1 asteikolla 1–5. Vastauksia on 8.');
    expect(ofProvider).not.toContain('88 %');
  });

  it('of a provider that was renamed, or joined to another, answers under its old name are its own', async () => {
    const provider = catalogue.providers.find(({ id }) => id === 'kehitysyhtio-pitkaharju');
    if (!provider) throw new Error('no provider');
    const { id, formerly } = provider;
    Object.assign(provider, { id: 'uusi-nimi', formerly: [id] });
    const main = textOf(mainOf(await page('?provider=uusi-nimi')));
    Object.assign(provider, { id, formerly });
    expect(main).toContain('Keskiarvo on 1 asteikolla 1–5. Vastauksia on 8.');
  });

  it('what is chosen goes along to the files', async () => {
    const main = mainOf(await page(`?from=${LAST}&provider=kehitysyhtio-pitkaharju`));
    const files = elements(main, 'a').flatMap(({ attributes }) =>
      attributes.href?.includes('.csv') ? [attributes.href] : [],
    );
    expect(files.length).toBeGreaterThan(0);
    expect(
      files.every((href) => href.includes(`from=${LAST}`) && href.includes('provider=kehitysyhtio-pitkaharju')),
    ).toBe(true);
  });

  it('what is chosen stands in the form, in the files and nowhere else', async () => {
    const main = mainOf(await page(`?from=${LAST}&to=${LAST}&theme=osaaminen&service=no-such&provider=%3Cb%3E`));
    const selected = elements(main, 'option').filter(({ attributes }) => 'selected' in attributes);
    expect(selected.map(({ attributes }) => attributes.value)).toEqual([LAST, LAST, 'osaaminen']);
    expect(main).not.toContain('no-such');
    expect(textOf(main)).toContain('Jaksolla ei saapunut tarpeita.');
  });

  it.each(NEED_REPORTS.filter((name) => name !== 'promise' && name !== 'ends'))(
    '%s.csv opens right in a Finnish spreadsheet, and for programs has names and points',
    async (name) => {
      const sheet = await maija.get(`/desk/reports/${name}.csv`, { 'accept-language': 'fi' });
      expect(sheet.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(sheet.headers.get('content-disposition')).toMatch(
        /^attachment; filename="tarjotin-[a-z]+-\d{4}-\d\d-\d{4}-\d\d\.csv"$/,
      );
      expect(sheet.headers.get('cache-control')).toBe('no-store');
      expect(await textBytes(sheet)).toMatch(/^\uFEFF[^;,]+;/);
      const data = await textBytes(await maija.get(`/desk/reports/${name}.csv?as=data`));
      expect(data).toMatch(/^[a-z_]+,[a-z_,]+\r\n/);
    },
  );

  it('a share has a decimal comma here and a point there, a month is written as ISO does, and no text runs', async () => {
    const path = '/desk/reports/question.kysely.contacted.csv';
    const sheet = await textBytes(await maija.get(path, { 'accept-language': 'fi' }));
    expect(sheet).toBe(`\uFEFFKuukausi;Vastauksia;Kyllä;Ei\r\n${LAST};8;0,875;0,125\r\n`);
    const data = await textBytes(await maija.get(`${path}?as=data`));
    expect(data).toBe(`month,answers,share_yes,share_no\r\n${LAST},8,0.875,0.125\r\n`);
    const texts = await textBytes(await maija.get('/desk/reports/texts.csv'));
    expect(texts.match(/"'=HYPERLINK/g)).toHaveLength(25);
    expect(textOf(mainOf(await page()))).toContain('Tässä näkyy 20 vastausta, CSV-tiedostossa kaikki 25.');
  });

  it('how many wrote in their own words is a picture with its table and its files, above what they wrote', async () => {
    const main = mainOf(await page());
    expect(textOf(main)).toContain('Omin sanoin on kirjoitettu 8 vastausta.');
    const section = main.split('<section').find((one) => one.includes('id="report-written"')) ?? '';
    expect(section).toContain('<svg');
    expect(elements(section, 'a')).toHaveLength(2);
    expect(main.indexOf('id="report-written"')).toBeLessThan(main.indexOf('id="report-texts"'));
    const data = await textBytes(await maija.get('/desk/reports/written.csv?as=data'));
    expect(data).toBe(`month,kysely_words\r\n${LAST},8\r\n`);
  });

  it('a report that there is not is told in words', async () => {
    const response = await maija.get('/desk/reports/nothing.csv');
    expect(response.status).toBe(404);
    expect(mainOf(await response.text())).toContain('/desk/reports');
  });
});

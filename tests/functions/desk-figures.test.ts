// desk-figures: the page of the desk's figures in each language, and its tables as files that a Finnish Excel opens right.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { FIGURE_TABLES } from '#forms/desk-figures.tsx';
import { type DeskVisitor, deskVisitor } from '../support/desk-visitor.ts';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { elements, langOf, mainOf, textOf } from '../support/read-page.ts';

let portal: Portal;
let maija: DeskVisitor;
let declined: string;
beforeAll(async () => {
  portal = await startPortal();
  maija = deskVisitor(portal);
  await maija.signIn(MAIJA);
});
afterAll(() => portal.close());

const lines = async (response: Response): Promise<string[]> =>
  // As bytes: reading it as text would take the mark off.
  Buffer.from(await response.arrayBuffer())
    .toString()
    .split('\r\n');

it('with nothing on record it says so, and has no file to give but the tables that always have rows', async () => {
  const main = mainOf(await (await maija.get('/desk/figures')).text());
  expect(textOf(main)).toContain('Avoimia tarpeita ei ole.');
  expect(textOf(main)).toContain('Kukaan ei ole kieltäytynyt.');
  const files = elements(main, 'a').map(({ attributes }) => attributes.href ?? '');
  expect(files.filter((href) => href.includes('.csv'))).toEqual([
    '/desk/figures/load.csv?days=90',
    '/desk/figures/themes.csv?days=90',
  ]);
});

describe('with needs', () => {
  beforeAll(async () => {
    await portal.sendNeed({
      company_name: '=2+3 Oy',
      services: [],
      description: 'Halli tarvitsee <b>nosturin</b> asentajan.',
    });
    ({ reference: declined } = await portal.sendNeed());
    const link = await portal.link(declined, 'decline_need', MAIJA);
    await portal.postForm(link, { reason: '@Toinen kunta; katso "heidän" sivunsa' });
  });

  it.each(LANGUAGES)('in %s: every table has its heading, its rows and its file', async (lang) => {
    const t = createT(lang);
    const html = await (await maija.get('/desk/figures?days=30', { 'accept-language': lang })).text();
    const main = mainOf(html);
    expect(langOf(html)).toBe(lang);
    const tables = elements(main, 'h3').map(({ text }) => text);
    expect(tables).toEqual(FIGURE_TABLES.map((name) => t(`desk-figures.${name}.title`)));
    expect(main.match(/<table/g)).toHaveLength(FIGURE_TABLES.length);
    expect(main).not.toContain('<b>');
    expect(main).toContain(`/desk/needs/${declined}`);
    const current = elements(main, 'a').filter(({ attributes }) => attributes['aria-current'] === 'page');
    expect(current.map(({ text }) => text)).toEqual([t('desk-figures.days', { days: 30 })]);
  });

  it('a period that there is not is the usual one', async () => {
    const main = mainOf(await (await maija.get('/desk/figures?days=99999')).text());
    expect(textOf(main)).toContain('Viimeiset 90 päivää');
  });

  it.each(FIGURE_TABLES)('%s.csv holds what the page shows, is kept nowhere and opens as a file', async (name) => {
    const response = await maija.get(`/desk/figures/${name}.csv?days=30`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="tarjotin-${name}-\\d{4}-\\d\\d-\\d\\d\\.csv"$`),
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const [head = '', ...rows] = await lines(response);
    expect(head).toMatch(/^\uFEFF[^;]+;/);
    const width = head.split(';').length;
    expect(rows.filter((row) => row && !row.includes('"')).every((row) => row.split(';').length === width)).toBe(true);
    expect(rows.length).toBeGreaterThan(1);
  });

  it('what somebody wrote never runs as a formula', async () => {
    const oldest = await lines(await maija.get('/desk/figures/oldest.csv'));
    expect(oldest.join()).toContain(`;'=2+3 Oy;`);
    const reasons = await lines(await maija.get('/desk/figures/declines.csv'));
    expect(reasons[1]).toMatch(
      new RegExp(
        `^${declined};\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d;Maija Malli;koko tarpeesta;"'@Toinen kunta; katso ""heidän"" sivunsa"$`,
      ),
    );
  });

  it('the file of declines holds more than one answer of the database does, each of them once', async () => {
    await portal.rows(
      `insert into app.messages (need_id, kind, author_role, author_email, body)
       select n.id, 'hand_over_decline', 'expert', 'expert@producer.example', 'Syy ' || i
       from app.needs n, generate_series(1, 1001) i where n.reference = $1`,
      [declined],
    );
    const reasons = (await lines(await maija.get('/desk/figures/declines.csv'))).filter((line) =>
      /;Syy \d+$/.test(line),
    );
    expect(new Set(reasons).size).toBe(1001);
    expect(reasons).toHaveLength(1001);
  });

  it.each(['nothing.csv', 'load', 'load.csv.exe', '..%2Fload.csv'])('%s is no table', async (file) => {
    const response = await maija.get(`/desk/figures/${file}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  });

  it.each(['/desk/figures', '/desk/figures/declines.csv'])('without a session %s leads to sign-in', async (path) => {
    const response = await portal.get(path);
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/desk/sign-in?next=${encodeURIComponent(path)}`,
    ]);
  });
});

// make-reports: packs for meetings and figures for providers: in time, once, in mail hours, behind a link for their reader alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue.ts';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { linkPath } from '#lib/links.ts';
import { makePack, makePacks } from '#lib/reports/make-packs.ts';
import { packPage } from '#lib/reports/pack-page.tsx';
import { publishedFigures } from '#lib/reports/published.ts';
import { sendProviderFigures } from '#lib/reports/send-provider-figures.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { elements, langOf, mainOf, textOf } from '../support/read-page.ts';
import { keepVersion } from '../support/sql-surveys.ts';

let portal: Portal;
const OLLI = 'olli@kunta.example';
const PROVIDER = 'kehitysyhtio-pitkaharju';
const CONTACT = catalogue.providers.find(({ id }) => id === PROVIDER)?.contactEmail.toLowerCase() ?? '';
const MEETINGS = ['2026-12-10', '2027-12-06'];
/** Wednesday morning in Helsinki, the day on which the first pack is due. */
const PACK_DAY = new Date('2026-12-02T08:00:00Z');
const PERIOD = { from: '2026-08', to: '2026-10' };

beforeAll(async () => {
  portal = await startPortal();
  process.env.STEERING_EMAILS = `Olli Ohjaaja <${OLLI}>, outi@yhdistys.example`;
  catalogue.meetings = MEETINGS;
  const { survey } = await keepVersion(portal.db.pool, { survey: 'closing', anonymous: true });
  await portal.rows(
    `insert into app.survey_versions (survey, version, event, anonymous, questions, texts)
     select survey, 2, event, anonymous, questions, '{"seen_by": ["provider", "steering", "public"]}' from app.survey_versions`,
  );
  const cell = (month: string, provider: string | null, counts: object, question = 'contacted') =>
    portal.rows(
      `insert into app.answer_cells (survey, version, question, month, provider, answers, counts) values ($1, 2, $2, $3, $4, 10, $5)`,
      [survey, question, month, provider, JSON.stringify(counts)],
    );
  await cell('2026-09-01', null, { yes: 10 });
  await cell('2026-09-01', PROVIDER, { yes: 5, no: 5 });
  await cell('2026-09-01', 'vanha-yhtio', { 5: 5, 4: 5 }, 'helped');
  await portal.rows(
    `insert into app.opened_texts (survey, version, question, month, provider, body, may_show)
     select 'closing', 2, 'words', '2026-09-01', $1, case when n < 4 then 'Saa näyttää <b>' || n else 'Ei saa näyttää' end, n < 4
     from generate_series(1, 6) n`,
    [PROVIDER],
  );
});
afterAll(async () => {
  delete process.env.STEERING_EMAILS;
  await portal.close();
});

const linkOf = async (email: string): Promise<string> => {
  const [row] = await portal.rows<{ id: string }>(
    `select id from app.links where report_id is not null and person_email = $1 order by created_at desc limit 1`,
    [email],
  );
  return row ? linkPath(row.id) : '';
};

describe('packs', () => {
  it('none at night, on a day off, before its day or after its meeting', async () => {
    expect(await makePacks(new Date('2026-12-02T22:00:00Z'))).toBeUndefined();
    expect(await makePacks(new Date('2026-12-06T10:00:00Z'))).toBeUndefined();
    expect(await makePacks(new Date('2026-12-01T08:00:00Z'))).toEqual([]);
    expect(await makePacks(new Date('2026-12-11T08:00:00Z'))).toEqual([]);
  });

  it('of the same data a pack is the same, byte for byte, whenever it is made', async () => {
    const parts = async () => ({
      meeting: '2026-12-10',
      period: PERIOD,
      version: 1,
      corrected: null,
      published: await publishedFigures(PERIOD, 'steering'),
    });
    expect(packPage(await parts(), 'fi')).toBe(packPage(await parts(), 'fi'));
  });

  it('it tells what was changed because of feedback in its months and in no other', async () => {
    const published = await publishedFigures(PERIOD, 'steering');
    const [known] = catalogue.changes;
    if (!known) throw new Error('no change in the content');
    const all = catalogue.changes;
    catalogue.changes = ['2026-07-31', '2026-08-01', '2026-10-31', '2026-11-01'].map((changed) => ({
      ...known,
      id: changed,
      changed,
      title: { fi: `Muutos ${changed}`, sv: changed, en: changed },
    }));
    const page = packPage({ meeting: '2026-12-10', period: PERIOD, version: 1, corrected: null, published }, 'fi');
    catalogue.changes = [];
    const none = packPage({ meeting: '2026-12-10', period: PERIOD, version: 1, corrected: null, published }, 'fi');
    catalogue.changes = all;
    expect(elements(page, 'h3').flatMap(({ text }) => (text.startsWith('Muutos') ? text : []))).toEqual([
      'Muutos 2026-08-01',
      'Muutos 2026-10-31',
    ]);
    expect(textOf(page)).toContain(known.survey.fi);
    expect(elements(page, 'span').filter(({ text }) => text === 'Esimerkki')).toHaveLength(2);
    expect(textOf(none)).toContain('Jaksolla ei muutettu mitään');
  });

  it('is made on its day, eight days before the meeting, and not again', async () => {
    expect(await makePacks(PACK_DAY)).toEqual(['2026-12-10']);
    expect(await makePacks(new Date('2026-12-03T08:00:00Z'))).toEqual([]);
    const queued = await portal.rows<{ to_email: string; within: string }>(
      `select to_email, lower(send_within)::text as within from app.outbox where letter = 'steering_pack' order by 1`,
    );
    expect(queued.map(({ to_email }) => to_email)).toEqual([OLLI, 'outi@yhdistys.example']);
  });

  it('a meeting on Independence Day has its pack in time', async () => {
    expect(await makePacks(new Date('2027-11-26T08:00:00Z'))).toEqual(['2027-12-06']);
  });

  it.each([
    ['fi', 'Raportti ohjausryhmälle 10.12.2026', 'Jakso: elokuu 2026 – lokakuu 2026'],
    ['sv', 'Rapport till styrgruppen 10.12.2026', 'Period: augusti 2026 – oktober 2026'],
    ['en', 'Report for the steering group 10 Dec 2026', 'Period: August 2026 – October 2026'],
  ] as const)('in %s the page has its contents, its chapters and its feedback', async (lang, title, period) => {
    const [first] = await portal.rows<{ id: string }>(
      `select l.id from app.links l join app.reports r on r.id = l.report_id where r.meeting = '2026-12-10' and l.person_email = $1`,
      [OLLI],
    );
    const html = await (await portal.get(`${linkPath(first?.id ?? '')}?lang=${lang}`)).text();
    const main = mainOf(html);
    expect(langOf(html)).toBe(lang);
    expect(elements(main, 'h1').map(({ text }) => text)).toEqual([title]);
    expect(textOf(main)).toContain(period);
    const contents = elements(main, 'a').flatMap(({ attributes }) => attributes.href?.match(/^#(.+)/)?.[1] ?? []);
    expect(contents).toEqual(expect.arrayContaining(['promise', 'needs', 'levels', 'feedback', 'changes', 'gaps']));
    for (const id of contents) expect(main).toContain(`id="${id}"`);
    expect(textOf(main)).toMatch(/75\s?%/);
    expect(main).not.toContain('style=');
  });

  it('its tables are files as they were sent: for a Finnish spreadsheet, and for programs', async () => {
    const [first] = await portal.rows<{ id: string }>(
      `select l.id from app.links l join app.reports r on r.id = l.report_id where r.meeting = '2026-12-10' and l.person_email = $1`,
      [OLLI],
    );
    const link = linkPath(first?.id ?? '');
    const files = elements(mainOf(await (await portal.get(link)).text()), 'a').flatMap(({ attributes }) =>
      attributes.href?.includes('file=') ? [attributes.href] : [],
    );
    const pack = mainOf(await (await portal.get(link)).text());
    expect(files).toHaveLength(2 * pack.split('<table').slice(1).length);
    const services = catalogue.services;
    catalogue.services = [];
    const sheet = await portal.get(`${link}?lang=fi&file=feedback-1`);
    const told = Buffer.from(await sheet.arrayBuffer()).toString();
    expect(sheet.headers.get('content-disposition')).toContain('tarjotin-pack-2026-12-10-v1-feedback-1.csv');
    expect(told).toBe('\uFEFFKuukausi;Vastauksia;Kyllä;Ei\r\n2026-09;20;0,75;0,25\r\n');
    const data = await (await portal.get(`${link}?lang=sv&file=levels-1&as=data`)).text();
    catalogue.services = services;
    // As on the day when it was sent, not as the map is now.
    expect(data).toMatch(/^level,services\r\n0,\d+\r\n1,[1-9]/);
    expect((await portal.get(`${link}?file=nothing`)).headers.get('content-type')).toContain('text/html');
  });

  it('the letter goes to each member, with the link that shows it', async () => {
    await portal.rows(`update app.outbox set send_within = null where letter = 'steering_pack'`);
    await drainOutbox();
    const letter = (await portal.letters(OLLI)).find(({ subject }) => subject.includes('10.12.2026'));
    expect(letter?.text).toContain('/l/');
    expect(letter?.text).toContain('ohjausryhmään');
  });

  it('who is a member no more sees nothing, and a mail scanner changes nothing', async () => {
    const link = await linkOf('outi@yhdistys.example');
    expect((await portal.get(link, { method: 'HEAD' })).status).toBe(200);
    expect((await portal.postForm(link, { anything: 'yes' })).status).toBe(303);
    process.env.STEERING_EMAILS = OLLI;
    expect((await portal.get(link)).status).toBe(404);
  });

  it('a corrected version stands beside the first, which says so and is as it was', async () => {
    const [before] = await portal.rows<{ pages: object }>(`select pages from app.reports where meeting = '2026-12-10'`);
    const link = await linkOf(OLLI);
    const correction = { version: 2, corrected: 'Syyskuun vastauksia puuttui.', madeBy: 'maija@kaupunki.example' };
    const [meeting] = await portal.rows<{ meeting: string }>(
      `select meeting::text from app.reports r join app.links l on l.report_id = r.id where l.person_email = $1 order by l.created_at desc limit 1`,
      [OLLI],
    );
    const all = catalogue.changes;
    catalogue.changes = [];
    expect(await makePack(meeting?.meeting ?? '', PERIOD, PACK_DAY, correction)).toBe('made');
    catalogue.changes = all;
    expect(textOf(mainOf(await (await portal.get(link)).text()))).toContain('uudempi versio 2');
    const newest = textOf(mainOf(await (await portal.get(await linkOf(OLLI))).text()));
    expect(newest).toContain('Korjattu versio 2. Syyskuun vastauksia puuttui.');
    const [after] = await portal.rows<{ pages: object }>(
      `select pages from app.reports where meeting = '2026-12-10' and version = 1`,
    );
    expect(after).toEqual(before);
  });
});

describe("providers' figures", () => {
  it('none at night, on a day off, or before the answers of the month are figures', async () => {
    expect(await sendProviderFigures(new Date('2026-10-10T07:00:00Z'))).toBeUndefined();
    expect(await sendProviderFigures(new Date('2026-10-12T20:00:00Z'))).toBeUndefined();
    expect(await sendProviderFigures(new Date('2026-10-09T08:00:00Z'))).toBeUndefined();
  });

  it('go once a month to whoever has any over five or more, and to nobody else', async () => {
    expect(await sendProviderFigures(new Date('2026-10-12T08:00:00Z'))).toBe(1);
    expect(await sendProviderFigures(new Date('2026-10-13T08:00:00Z'))).toBe(0);
    const queued = await portal.rows<{ to_email: string }>(
      `select to_email from app.outbox where letter = 'provider_figures'`,
    );
    expect(queued.map(({ to_email }) => to_email)).toEqual([CONTACT]);
    // The next month is another letter.
    expect(await sendProviderFigures(new Date('2026-11-11T08:00:00Z'))).toBe(1);
  });

  it('come in a letter that names the provider and the last month', async () => {
    await portal.rows(`update app.outbox set send_within = null where letter = 'provider_figures'`);
    await drainOutbox();
    const letter = portal.letters(CONTACT).find(({ subject }) => subject.startsWith('Lukunne palvelukartalla'));
    expect(letter?.text).toContain('viimeisenä lokakuu 2026.');
    expect(letter?.text).toContain('/l/');
  });

  it('stand beside those of the network, with the texts whose writers agreed', async () => {
    const html = await (await portal.get(await linkOf(CONTACT))).text();
    const text = textOf(mainOf(html));
    expect(text).toContain('50 %');
    expect(text).toContain('75 %');
    expect(text).toContain('Saa näyttää <b>');
    expect(text).not.toContain('Ei saa näyttää');
    expect(mainOf(html)).not.toContain('<b>');
  });

  it('are files too, in which nothing runs and names for programs never change', async () => {
    const link = await linkOf(CONTACT);
    const main = mainOf(await (await portal.get(link)).text());
    const files = elements(main, 'a').flatMap(({ attributes }) =>
      attributes.href?.includes('as=data') ? [attributes.href] : [],
    );
    expect(files).toHaveLength(main.split('<table').slice(1).length);
    const told = await Promise.all(files.map(async (href) => (await portal.get(href)).text()));
    expect(told).toContain('answer,own,network\r\nanswers,10,20\r\nyes,0.5,0.75\r\nno,0.5,0.25\r\n');
    const texts = told.find((one) => one.startsWith('month,question,text')) ?? '';
    expect(texts.split('\r\n').filter((line) => line.startsWith('2026-09,words,'))).toHaveLength(3);
  });

  it('of a provider that was joined to another are told to that one', async () => {
    const provider = catalogue.providers.find(({ id }) => id === PROVIDER);
    if (!provider) throw new Error('no provider');
    provider.formerly = ['vanha-yhtio'];
    expect(await sendProviderFigures(new Date('2026-12-11T08:00:00Z'))).toBe(1);
    const text = textOf(mainOf(await (await portal.get(await linkOf(CONTACT))).text()));
    expect(text).toContain('Auttoiko se eteenpäin?');
    expect(text).toContain('4,5');
    provider.formerly = [];
  });

  it('are shown to the contact that the content names now, and to nobody before', async () => {
    const link = await linkOf(CONTACT);
    const provider = catalogue.providers.find(({ id }) => id === PROVIDER);
    if (!provider) throw new Error('no provider');
    const { contactEmail } = provider;
    provider.contactEmail = 'uusi@yhtio.example';
    expect((await portal.get(link)).status).toBe(404);
    provider.contactEmail = contactEmail;
    expect((await portal.get(link)).status).toBe(200);
  });
});

// With every export and figure of a simulated year in hand, no anonymous answer can be tied to an invitation: by key, time, order or subtraction.
//
// The attacks, each by somebody who has everything that can be read or downloaded at the desk, by the public, a provider, the steering
// group and a company, in every month of the year:
//   by key          look for ids, tokens, references, addresses and hashes of an invitation in what is told
//   by time         look for a day or an hour of an answer; ask for days within a month, for a month's half may hold one answer
//   by order        compare the order of texts with that in which people were asked
//   by subtraction  take any figure from any other that holds it: month from quarter, service from theme, theme from all, this
//                   month's report from last month's, a pack from its correction
//   by one's own    take out a company's data, and compare one who answered with one who did not
// Feeds of changes (Atom) and the open data of services are built from the content, in which no answer stands.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { daysOf, monthAfter, monthsOf, type Period, thisMonth } from '#domain/reports/period.ts';
import { catalogue } from '#lib/catalogue.ts';
import { linkPath } from '#lib/links.ts';
import { makePack } from '#lib/reports/make-packs.ts';
import { sendProviderFigures } from '#lib/reports/send-provider-figures.ts';
import { deskVisitor } from '../support/desk-visitor.ts';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { elements, mainOf } from '../support/read-page.ts';
import { type Claims, call } from '../support/sql-call.ts';
import { token } from '../support/sql-desk.ts';
import { newNeed } from '../support/sql-needs.ts';
import { inviteTo, keepVersion, type Opened, sealed, type TestVersion } from '../support/sql-surveys.ts';
import { newCompany } from '../support/sql-workspace.ts';

/** A filter that the interfaces offer; nothing: all. */
interface Filter {
  theme?: string;
  provider?: string;
  service?: string;
}
/** One figure: which answers of a question are in it, and how many. */
interface Figure extends Filter {
  period: Period;
  question: string;
  answers: number;
  /** How many months had been released when it was seen. */
  seen: number;
}
interface Told {
  questions: { survey: string; question: string; months: { month: string; answers: number; counts: object }[] }[];
}

let portal: Portal;
let survey: TestVersion;
const YEAR: Period = { from: monthAfter(thisMonth(new Date()), -14), to: monthAfter(thisMonth(new Date()), -3) };
const MONTHS = monthsOf(YEAR);
const SERVICES = catalogue.services.slice(0, 3);
const PLACES = SERVICES.map(({ id, theme, providers }) => ({ service: id, theme, provider: providers[0] ?? '' }));
const FILTERS: Filter[] = [
  {},
  ...[...new Set(PLACES.map(({ theme }) => theme))].map((theme) => ({ theme })),
  ...[...new Set(PLACES.map(({ provider }) => provider))].map((provider) => ({ provider })),
  ...PLACES.map(({ service }) => ({ service })),
  ...PLACES.map(({ theme, provider }) => ({ theme, provider })),
  ...PLACES,
];
const figures: Figure[] = [];
/** Everything that anybody can download or read, as text. */
const exported: string[] = [];
/** Of two companies, what each takes out: the first answered the anonymous survey, the second did not. */
const takenOut: string[] = [];
/** Figures over stretches that begin and end within a month. */
const withinMonths: number[] = [];
/** What each person wrote, in the order of writing. */
const written: string[] = [];
let maija: Claims;

const ask = async (period: Period, filter: Filter): Promise<Told> =>
  (await call(
    portal.db.pool,
    'desk_report_feedback',
    {
      ...daysOf(period),
      p_theme: filter.theme ?? null,
      p_providers: filter.provider ? [filter.provider] : null,
      p_service: filter.service ?? null,
    },
    maija,
  )) as unknown as Told;

async function see(period: Period, filter: Filter, seen: number): Promise<void> {
  const told = await ask(period, filter);
  exported.push(JSON.stringify(told));
  for (const { question, months } of told.questions) {
    const answers = months.reduce((sum, month) => sum + month.answers, 0);
    figures.push({ ...filter, period, question, answers, seen });
  }
}

beforeAll(async () => {
  portal = await startPortal();
  const desk = deskVisitor(portal);
  await desk.signIn(MAIJA);
  survey = await keepVersion(portal.db.pool, { survey: 'vuosi', anonymous: true });
  await portal.rows(
    `insert into app.survey_versions (survey, version, event, anonymous, questions, texts)
     select survey, 2, event, anonymous, questions, '{"seen_by": ["provider", "steering", "public"]}' from app.survey_versions`,
  );
  const kept = { ...survey, version: 2 };
  maija = token(MAIJA);
  await call(portal.db.pool, 'begin_session', {
    p_door: 'desk',
    p_session_id: maija.session_id,
    p_email: MAIJA,
    p_own_device: false,
  });
  let opened: Opened[] = [];
  let person = 0;
  const companies = [await newCompany(portal.db.pool), await newCompany(portal.db.pool)];
  for (const { need } of companies) await inviteTo(portal.db.pool, need, kept, PLACES[0]);
  const own = { question: 'words', body: 'Sanoja 0 sanoi sanansa', ...PLACES[0], may_show: true };
  opened.push(await sealed(portal.db.pool, kept, `${MONTHS[0]}-01`, own as never));
  written.push(own.body);
  const takeOut = async () => {
    for (const { id } of companies) {
      const [row] = await portal.rows<{ data: string }>('select app.data_of_company($1)::text as data', [id]);
      takenOut.push(row?.data ?? '');
    }
  };
  await takeOut();
  for (const [place, month] of MONTHS.entries()) {
    // From four to twenty-six in a month; half of them are of one service.
    for (let count = 0; count < 4 + ((place * 7) % 23); count += 1) {
      person += 1;
      const facts = PLACES[person % 2 ? 0 : person % PLACES.length] ?? {};
      await inviteTo(portal.db.pool, await newNeed(portal.db.pool), kept, facts);
      const day = `${month}-${String(2 + count).padStart(2, '0')}`;
      const body = `Sanoja ${person} sanoi sanansa`;
      const give = (given: { question: string; choices?: string[]; body?: string }) =>
        sealed(portal.db.pool, kept, day, { ...given, ...facts, may_show: person % 3 > 0 } as never);
      opened.push(await give({ question: 'helped', choices: [`${1 + (person % 5)}`] }));
      if (person % 2) opened.push(await give({ question: 'contacted', choices: [person % 6 ? 'yes' : 'no'] }));
      opened.push(await give({ question: 'words', body }));
      written.push(body);
    }
    await call(portal.db.pool, 'release_answers', { p_month: `${month}-01`, p_opened: opened as never });
    const left = await portal.rows<{ key: string }>(`select encode(key_hash, 'hex') as key from app.sealed_answers`);
    const still = new Set(left.map(({ key }) => key));
    opened = opened.filter(({ key_hash }) => still.has(key_hash));
    // Whoever looks each month, before and after.
    for (const filter of FILTERS) await see(YEAR, filter, place);
  }
  // Then every stretch of months that can be asked for, through every filter.
  for (const from of MONTHS)
    for (const to of MONTHS.filter((month) => month >= from))
      await Promise.all(FILTERS.map((filter) => see({ from, to }, filter, MONTHS.length)));

  // Days within a month, as no page offers them and a program may ask for them.
  for (const day of ['02', '08', '15', '28']) {
    const [from, to] = [MONTHS[2], MONTHS[3]];
    const told = (await call(
      portal.db.pool,
      'desk_report_feedback',
      { p_from: `${from}-${day}`, p_to: `${to}-${day}`, p_theme: null, p_providers: null, p_service: null },
      maija,
    )) as unknown as Told;
    withinMonths.push(...told.questions.flatMap(({ months }) => months.map(({ answers }) => answers)));
  }
  await takeOut();

  process.env.STEERING_EMAILS = 'olli@kunta.example';
  const now = new Date(`${monthAfter(YEAR.to, 1)}-20T09:00:00Z`);
  for (let place = 0; place < MONTHS.length; place += 3) {
    const [from, to] = [MONTHS[place], MONTHS[place + 2]] as [string, string];
    await makePack(`${monthAfter(to, 2)}-15`, { from, to }, now);
  }
  const [first, , last] = MONTHS as [string, string, string];
  const correction = { version: 2, corrected: 'Vastauksia tuli lisää.', madeBy: MAIJA };
  await makePack(`${monthAfter(last, 2)}-15`, { from: first, to: last }, now, correction);
  await sendProviderFigures(weekday(now));
  const reports = await portal.rows<{ id: string }>('select id from app.links where report_id is not null');
  for (const { id } of reports) {
    const page = await (await portal.get(linkPath(id))).text();
    exported.push(page);
    const files = elements(mainOf(page), 'a').flatMap(
      ({ attributes }) => attributes.href?.match(/.+file=.+/)?.[0] ?? [],
    );
    for (const file of files) exported.push(await (await portal.get(file.replaceAll('&amp;', '&'))).text());
  }
  for (const path of ['/luvut', '/data/feedback.json', '/data/feedback.csv']) {
    exported.push(await (await portal.get(path)).text());
  }
  const query = `from=${YEAR.from}&to=${YEAR.to}`;
  for (const name of ['rates', 'written', 'texts', 'question.vuosi.helped', 'question.vuosi.contacted'])
    for (const as of ['', '&as=data'])
      exported.push(await (await desk.get(`/desk/reports/${name}.csv?${query}${as}`)).text());
  const rows = await portal.rows<{ row: string }>('select figures::text as row from app.reports');
  exported.push(...rows.map(({ row }) => row));
}, 120_000);
afterAll(async () => {
  delete process.env.STEERING_EMAILS;
  await portal.close();
});

/** The same hour of the next Monday. */
const weekday = (at: Date): Date => new Date(at.getTime() + ((8 - at.getUTCDay()) % 7) * 86_400_000);

it('there is something to attack', () => {
  expect(figures.length).toBeGreaterThan(1000);
  expect(exported.some((text) => text.includes('sanoi sanansa'))).toBe(true);
  expect(exported.filter((text) => text.includes('class="pack"'))).toHaveLength(5);
  expect(takenOut).toHaveLength(4);
});

describe('by key', () => {
  it('nothing that is exported names an invitation, a link, a need or a person', async () => {
    const keys = await portal.rows<{ key: string }>(
      `select i.id::text as key from app.survey_invitations i union select i.link_id::text from app.survey_invitations i
       union select i.need_id::text from app.survey_invitations i union select n.reference from app.needs n
       union select n.contact_email from app.needs n union select encode(s.key_hash, 'hex') from app.sealed_answers s`,
    );
    const all = exported.join('\n');
    expect(keys.filter(({ key }) => all.includes(key))).toEqual([]);
  });
});

describe('by time', () => {
  it('figures and texts are of months: no answer has a day or an hour', async () => {
    const days = await portal.rows<{ day: string }>(
      `select distinct to_char(i.invited_at, 'YYYY-MM-DD') as day from app.survey_invitations i`,
    );
    const data = exported.filter((text) => !text.includes('<!doctype html>'));
    expect(data.filter((text) => days.some(({ day }) => text.includes(day)))).toEqual([]);
    expect(data.filter((text) => /\d{4}-\d\d-\d\d|\d\d:\d\d/.test(text))).toEqual([]);
  });

  it('a stretch that begins or ends within a month has whole months all the same', () => {
    expect(withinMonths.length).toBeGreaterThan(0);
    expect(withinMonths.filter((answers) => answers < 5)).toEqual([]);
    const months = new Set(figures.filter(({ period }) => period.from === period.to).map(({ answers }) => answers));
    expect(withinMonths.filter((answers) => !months.has(answers))).toEqual([]);
  });
});

describe("by one's own", () => {
  it('what a company takes out does not say whether an anonymous survey was answered, nor what', async () => {
    const marks = await portal.rows<{ key: string }>(`select encode(key_hash, 'hex') as key from app.sealed_answers`);
    for (const data of takenOut) {
      expect(data).toContain('vuosi');
      expect(data).not.toContain('sanoi sanansa');
      expect(marks.filter(({ key }) => data.includes(key))).toEqual([]);
    }
    // But for ids, times and names, who answered and who did not have the same.
    const shape = (data: string) => JSON.stringify(JSON.parse(data), (key, value) => told(key, value));
    const told = (key: string, value: unknown) =>
      /answer|survey|event/.test(key) || typeof value === 'object' ? value : value === null ? null : typeof value;
    const [answered = '', silent = ''] = takenOut;
    expect(shape(answered)).toBe(shape(silent));
  });
});

describe('by order', () => {
  it('texts do not stand in the order in which they were written, nor in its reverse', () => {
    const [csv = ''] = exported.filter((text) => text.startsWith('month,survey,question,text'));
    const order = [...csv.matchAll(/Sanoja (\d+) sanoi/g)].map(([, person]) => Number(person));
    expect(order.length).toBeGreaterThan(20);
    expect(order.length).toBeLessThanOrEqual(written.length);
    const months = Map.groupBy(csv.split('\r\n').slice(1), (line) => line.slice(0, 7));
    const sorted = [...months.values()].map((lines) => {
      const people = lines.flatMap((line) => Number(/Sanoja (\d+) sanoi/.exec(line)?.[1] ?? []));
      const ascending = people.every((one, at) => at === 0 || one > (people[at - 1] ?? 0));
      const descending = people.every((one, at) => at === 0 || one < (people[at - 1] ?? 0));
      return people.length > 4 && (ascending || descending);
    });
    expect(sorted.filter(Boolean).length).toBeLessThan(2);
  });
});

describe('by subtraction', () => {
  it('no figure is over fewer than five', () => {
    expect(figures.filter(({ answers }) => answers < 5)).toEqual([]);
  });

  it('of any two figures of which one holds the other, what is between them is five or more, or nothing', () => {
    const isWithin = (part: Figure, whole: Figure): boolean =>
      part.period.from >= whole.period.from &&
      part.period.to <= whole.period.to &&
      part.seen <= whole.seen &&
      (['theme', 'provider', 'service'] as const).every((fact) => !whole[fact] || whole[fact] === part[fact]);
    const leaks: string[] = [];
    for (const [question, all] of Map.groupBy(figures, (figure) => figure.question)) {
      for (const whole of all) {
        for (const part of all) {
          const between = whole.answers - part.answers;
          if (between >= 1 && between <= 4 && isWithin(part, whole))
            leaks.push(`${question}: ${JSON.stringify(whole)} less ${JSON.stringify(part)}`);
        }
      }
    }
    expect(leaks).toEqual([]);
  });

  it('every figure is a sum of whole cells, so that no reckoning with figures gets below five', async () => {
    const cells = await portal.rows<{ question: string; month: string; answers: number } & Required<Filter>>(
      `select question, to_char(month, 'YYYY-MM') as month, theme, provider, service, answers from app.answer_cells`,
    );
    expect(cells.every(({ answers }) => answers >= 5)).toBe(true);
    const wrong = figures
      .filter(({ seen }) => seen === MONTHS.length)
      .filter(({ period, question, answers, theme, provider, service }) => {
        const sum = cells
          .filter((cell) => cell.question === question && cell.month >= period.from && cell.month <= period.to)
          .filter((cell) => (!theme || cell.theme === theme) && (!provider || cell.provider === provider))
          .filter((cell) => !service || cell.service === service)
          .reduce((total, cell) => total + cell.answers, 0);
        return sum !== answers;
      });
    expect(wrong).toEqual([]);
  });
});

// ask-confirmations: when letters may go, whom the content names, and that what goes out is what is published.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askConfirmations } from '#lib/ask-confirmations.ts';
import { catalogue } from '#lib/catalogue.ts';
import { publishedPages } from '#lib/published-pages.ts';
import askFunction, { config } from '../../functions/ask-confirmations.ts';
import { LUOTSI, VINDSUND } from '../support/asked-contacts.ts';
import { backDate } from '../support/back-date.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { wholeDatabase } from '../support/whole-database.ts';

/** Monday 23 November 2026, 9 in Helsinki. */
const MORNING = new Date('2026-11-23T07:00:00Z');

let portal: Portal;
const confirmedInContent = structuredClone(catalogue.providers);
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(async () => {
  catalogue.providers = confirmedInContent.map((provider) => ({ ...provider, confirmed: '2999-01-01' }));
  await backDate(portal.db.pool, 'confirmations', 'true', [], '400 days');
});
afterAll(() => portal.close());

const due = (...ids: string[]) => {
  for (const provider of catalogue.providers) if (ids.includes(provider.id)) provider.confirmed = '2020-01-01';
};

it('comes on working days by its cron, in the hours in which letters may go, summer and winter', () => {
  expect('schedule' in config && config.schedule).toBe('0 7 * * 1-5');
});

describe('letters go', () => {
  it.each([
    ['on Monday at 8', '2026-11-23T06:00:00Z', true],
    ['on Monday a minute before 8', '2026-11-23T05:59:00Z', false],
    ['on Monday a minute before 16', '2026-11-23T13:59:00Z', true],
    ['on Monday at 16', '2026-11-23T14:00:00Z', false],
    ['in summer at 8', '2027-07-05T05:00:00Z', true],
    ['on Saturday', '2026-11-28T08:00:00Z', false],
    ['on Sunday', '2026-11-29T08:00:00Z', false],
    ['on Christmas Eve, a Thursday', '2026-12-24T08:00:00Z', false],
    ['on Epiphany, a Wednesday', '2027-01-06T08:00:00Z', false],
    ['on Midsummer Eve, a Friday', '2027-06-25T08:00:00Z', false],
  ])('%s: %s', async (_what, at, goes) => {
    const before = await wholeDatabase(portal.db.pool);
    expect(await askConfirmations(new Date(at))).toEqual(goes ? { asked: 0, ended: 0 } : undefined);
    expect(await wholeDatabase(portal.db.pool)).toEqual(before);
  });
});

it('asks the contacts that are due, each in its language, with the texts that are published', async () => {
  due(LUOTSI, VINDSUND);
  expect(await askConfirmations(MORNING)).toEqual({ asked: 2, ended: 0 });
  await portal.makeLettersDue();
  const { drainOutbox } = await import('#lib/drain-outbox.ts');
  await drainOutbox();
  for (const [id, lang, subject] of [
    [LUOTSI, 'fi', 'Ovatko tiedot yhä oikein? Mentoriyhdistys Luotsi'],
    [VINDSUND, 'sv', 'Stämmer uppgifterna fortfarande? Yrkesinstitutet Vindsund'],
  ] as const) {
    const contact = catalogue.providers.find((provider) => provider.id === id);
    const [letter] = portal.letters(contact?.contactEmail);
    expect(letter?.subject).toBe(subject);
    const pages = (await publishedPages(id, lang)) ?? [];
    expect(pages.length).toBe(1 + catalogue.services.filter(({ providers }) => providers.includes(id)).length);
    for (const { summary, facts, path } of pages) {
      for (const text of [summary, path, ...facts.map((fact) => fact.text)]) expect(letter?.text).toContain(text);
    }
  }
  expect(await askConfirmations(MORNING)).toEqual({ asked: 0, ended: 0 });
});

it('asks twenty in a day at most', async () => {
  const [one] = catalogue.providers;
  if (!one) throw new Error('There is no provider');
  catalogue.providers = Array.from({ length: 25 }, (_, n) => ({
    ...one,
    id: `tuottaja-${n}`,
    contactEmail: `t${n}@t.example`,
    confirmed: '2020-01-01',
  }));
  expect((await askConfirmations(MORNING))?.asked).toBe(20);
  expect((await askConfirmations(MORNING))?.asked).toBe(5);
});

it('ends the round of a contact that the content names no more', async () => {
  due(LUOTSI);
  await askConfirmations(MORNING);
  for (const provider of catalogue.providers) if (provider.id === LUOTSI) provider.contactEmail = 'uusi@luotsi.example';
  // Whoever is new is asked in turn, since nobody has confirmed.
  expect((await askConfirmations(MORNING))?.asked).toBe(1);
  const open = await portal.rows(
    'select person_email from app.confirmations where provider = $1 and ended_at is null',
    [LUOTSI],
  );
  expect(open).toEqual([{ person_email: 'uusi@luotsi.example' }]);
});

it('a catalogue without providers is a fault, and ends nobody', async () => {
  catalogue.providers = [];
  await expect(askConfirmations(MORNING)).rejects.toThrow('NCONT');
});

it('the schedule says what it did', async () => {
  await expect(askFunction()).resolves.toBeUndefined();
});

// What /admin says before it saves: the build's own checks, in Finnish and with the form's labels.
import { expect, it } from 'vitest';
import { EDITED, type EditedFolder } from '../../site/editor/collections.ts';
import { fieldsOf } from '../../site/editor/config.ts';
import type { Data } from '../../site/editor/content-file.ts';
import { itemFaults } from '../../site/editor/item-faults.ts';
import { WORDS } from '../../site/editor/words.ts';
import { madeContent } from '../support/made-content.ts';

const folder = (name: string) => EDITED.find((edited) => edited.folder === name) as EditedFolder;
const { services, servicesTranslated } = madeContent();
const translated = (id: string) => servicesTranslated.find((entry) => entry.id === id)?.data as unknown as Data;
const service = { fi: services[0]?.data as unknown as Data, sv: translated('a.sv'), en: translated('a.en') };
const faultsOf = (change: Data, lang: 'fi' | 'sv' = 'fi') =>
  itemFaults(folder('services'), 'a', { ...service, [lang]: { ...service[lang], ...change } });

it('a good service has none', () => expect(faultsOf({})).toEqual([]));

it.each<[string, Data, string]>([
  ['a name over 100', { name: 'a'.repeat(101) }, 'Suomi – Nimi: Lyhennä: enintään 100 merkkiä.'],
  ['nothing where something must be', { summary: '' }, 'Suomi – Tiivistelmä: Täytä tämä kenttä.'],
  ['one provider alone', { providers: ['kaupunki'] }, 'Suomi – Tuottajat: Anna vähintään 2.'],
  ['a short item of a list', { youGet: ['aa', 'bbb', 'ccc'] }, 'Suomi – Mitä saat, 1: Kirjoita vähintään 3 merkkiä.'],
  [
    'a part of an item',
    { steps: [{ what: 'aaa', who: 'b', time: 'cc' }] },
    'Suomi – Näin se etenee, 1, Kuka tekee: Kirjoita vähintään 2 merkkiä.',
  ],
  [
    'a phone without its country',
    { channels: [{ kind: 'phone', phone: '040 1' }] },
    'Suomi – Mistä palvelun saa, 1, Puhelinnumero: Aloita numero plusmerkillä ja maatunnuksella, esimerkiksi +358 40 000 0100.',
  ],
  [
    'a responsible one that is no provider',
    { responsible: 'muu' },
    'Suomi – Päävastuussa oleva tuottaja: muu ei ole palvelun tuottajien joukossa.',
  ],
  [
    'a provider in no way of making',
    { producers: { self: ['kaupunki'], procured: [], other: [] } },
    'Suomi – Miten palvelu tuotetaan: Lisää opisto yhteen kolmesta kohdasta.',
  ],
  [
    'five service classes',
    { serviceClasses: ['P11.1', 'P11.2', 'P11.3', 'P11.4', 'P11.5'] },
    'Suomi – Palveluluokat: Enintään 4. Ota muita pois.',
  ],
  ['a field that nobody knows', { nmae: 'a' }, 'Suomi – nmae: '],
])('%s is told', (_, change, text) => {
  expect(faultsOf(change).join('\n')).toContain(text);
});

it('a translation is told of by its language', () => {
  expect(faultsOf({ needs: [] }, 'sv')).toEqual(['Ruotsi – Näin asiakas sanoo sen: Anna vähintään 3.']);
  expect(
    itemFaults(folder('services'), 'a', { fi: service.fi, sv: service.sv }).every((fault) =>
      fault.startsWith('Englanti – '),
    ),
  ).toBe(true);
});

it('a letter must hold its placeholders, and no formatting', () => {
  const letter = { subject: 'Aihe', preview: 'Alku', body: 'Viite {reference}, **tärkeä**' };
  const faults = itemFaults(folder('letters'), 'withdrawn', {
    fi: letter,
    sv: { ...letter, body: '{reference} {company}' },
    en: { ...letter, body: '{reference} {company}' },
  });
  expect(faults).toHaveLength(2);
  expect(faults[0]).toContain('{company}');
});

it('each pattern of the form has a Finnish sentence with what would be right', () => {
  type Any = { name: string; pattern?: [string, string]; fields?: Any[]; types?: Any[] };
  const patterns = (fields: Any[]): string[] =>
    fields.flatMap(({ pattern, fields = [], types = [] }) => [
      ...(pattern ? [pattern[1]] : []),
      ...patterns(fields),
      ...patterns(types),
    ]);
  const texts = EDITED.flatMap((edited) => patterns(fieldsOf(edited) as Any[]));
  expect(texts.length).toBeGreaterThan(5);
  for (const text of texts) expect(text).toMatch(/^(?:Anna|Aloita|Käytä|Valitse) .+\.$/);
});

it("Sveltia's own sentences are ours, with its placeholders", () => {
  expect(WORDS.validation).toMatchObject({
    too_long: 'Lyhennä: enintään {$max} merkkiä.',
    too_short: 'Kirjoita vähintään {$min} merkkiä.',
    range_underflow: { select: 'Anna vähintään {$min}.' },
  });
});

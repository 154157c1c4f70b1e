// What /admin says before it saves: the build's own checks, in Finnish and with the form's labels.
import { expect, it } from 'vitest';
import { fi } from '#domain/content/fault-texts.fi.ts';
import type { FaultCode } from '#domain/content/fault-texts.ts';
import { EDITED, type EditedFolder } from '../../site/editor/collections.ts';
import { fieldsOf } from '../../site/editor/config.ts';
import type { Data } from '../../site/editor/content-file.ts';
import { formFaultText } from '../../site/editor/form-faults.ts';
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

it('what Sveltia notes down in the items of a list is no fault', () =>
  expect(faultsOf({ channels: [{ kind: 'form', __sc_item_id: 'x' }], tarjotinOrigin: '1' })).toEqual([]));

it.each<[string, Data, string]>([
  [
    'a name over 100',
    { name: 'a'.repeat(101) },
    'Suomi – Nimi: Teksti on liian pitkä: enintään 100 merkkiä. Nyt niitä on 101.',
  ],
  ['nothing where something must be', { summary: '' }, 'Suomi – Tiivistelmä: Tämä puuttuu. Täytä se.'],
  [
    'one provider alone',
    { providers: ['kaupunki'] },
    'Suomi – Tuottajat: Kohtia on liian vähän: vähintään 2. Nyt niitä on 1.',
  ],
  [
    'a short item of a list',
    { youGet: ['aa', 'bbb', 'ccc'] },
    'Suomi – Mitä saat, 1: Teksti on liian lyhyt: vähintään 3 merkkiä.',
  ],
  [
    'a part of an item',
    { steps: [{ what: 'aaa', who: 'b', time: 'cc' }] },
    'Suomi – Näin se etenee, 1, Kuka tekee: Teksti on liian lyhyt: vähintään 2 merkkiä.',
  ],
  [
    'a phone without its country',
    { channels: [{ kind: 'phone', phone: '040 1' }] },
    'Suomi – Mistä palvelun saa, 1, Puhelinnumero: Tähän kuuluu puhelinnumero, joka alkaa plusmerkillä',
  ],
  [
    'a responsible one that is no provider',
    { responsible: 'muu' },
    'Suomi – Päävastuussa oleva tuottaja: muu ei ole tuottajien joukossa. Lisää se tuottajiin tai vaihda vastuutaho.',
  ],
  [
    'a provider in no way of making',
    { producers: { self: ['kaupunki'], procured: [], other: [] } },
    'Suomi – Miten palvelu tuotetaan: opisto puuttuu. Lisää se johonkin kohdista.',
  ],
  [
    'five service classes',
    { serviceClasses: ['P11.1', 'P11.2', 'P11.3', 'P11.4', 'P11.5'] },
    'Suomi – Palveluluokat: Palveluluokkia on liikaa: 5, enintään 4.',
  ],
  ['a field that nobody knows', { nmae: 'a' }, 'Suomi – nmae: '],
])('%s is told', (_, change, text) => {
  expect(faultsOf(change).join('\n')).toContain(text);
});

it('a translation is told of by its language', () => {
  expect(faultsOf({ needs: [] }, 'sv')).toEqual([
    'Ruotsi – Näin asiakas sanoo sen: Kohtia on liian vähän: vähintään 3. Nyt niitä on 0.',
  ]);
  expect(
    itemFaults(folder('services'), 'a', { fi: service.fi, sv: service.sv }).every((fault) =>
      fault.startsWith('Englanti – '),
    ),
  ).toBe(true);
});

it('no sentence of the form speaks of files: no quotes to set, no names of fields, no true and false', () => {
  const codes = Object.keys(fi) as FaultCode[];
  const start = codes.indexOf('unknown_field');
  const end = codes.indexOf('missing_promise');
  // What a form cannot bring about: a fact in the wrong file, a field that it does not have.
  const filesOnly = ['fact_in_translation', 'unknown_field', 'wants_quotes', 'missing_finnish', 'missing_file'];
  const odd = codes
    .slice(start, end)
    .filter((code) => !filesOnly.includes(code))
    .map((code) => formFaultText({ code }))
    .filter((text) =>
      /lainausmer|\b(true|false|providers|services|place|all|starts|ends|public|Tiedosto)\b|\[/.test(text),
    );
  expect(odd).toEqual([]);
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
  for (const text of texts) expect(text).toMatch(/^[A-ZÄÖ].{20,}\.$/);
});

it("Sveltia's own sentences are ours, with its placeholders", () => {
  expect(WORDS.validation).toMatchObject({
    too_long: 'Teksti on liian pitkä: enintään {$max} merkkiä.',
    too_short: 'Teksti on liian lyhyt: vähintään {$min} merkkiä.',
    range_underflow: { select: 'Kohtia on liian vähän: vähintään {$min}.' },
  });
});

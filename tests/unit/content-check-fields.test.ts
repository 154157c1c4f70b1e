// Fields that are unknown, missing, empty or of the wrong sort.
import { expect, it } from 'vitest';
import { type FaultRow, replace, tried } from '../support/made-files.ts';

const A = 'services/a.fi.md';
const A_SV = 'services/a.sv.md';

const rows: FaultRow[] = [
  [
    'an unknown field',
    (files) => replace(files, A, 'price: free', 'price: free\ncolour: red'),
    [A, 'colour', 'colour'],
    'Tällaista kenttää ei ole.',
    'There is no such field.',
  ],
  [
    'an unknown field of a step',
    (files) => replace(files, A, '    time: Heti', '    time: Heti\n    tim: Heti'),
    [A, '    tim:', 'steps.1.tim'],
    'Tällaista kenttää ei ole. Tarkoititko: time? Sallitut: what, who, time.',
    'There is no such field. Did you mean time? Allowed: what, who, time.',
  ],
  [
    'a missing field',
    (files) => replace(files, A, 'forWhom: Yritykselle, joka tarvitsee apua.\n', ''),
    [A, 1, 'forWhom'],
    'Kenttä puuttuu. Lisää se.',
    'The field is missing. Add it.',
  ],
  [
    'a missing field of few values',
    (files) => replace(files, A, 'funding: public\n', ''),
    [A, 1, 'funding'],
    'Kenttä puuttuu. Lisää se. Sallitut: public, market.',
    'The field is missing. Add it. Allowed: public, market.',
  ],
  [
    'a missing field of a step',
    (files) => replace(files, A, '    who: Sinä\n', ''),
    [A, '  - what: Kerrot', 'steps.1.who'],
    'Kenttä puuttuu. Lisää se.',
    'The field is missing. Add it.',
  ],
  [
    'a missing text in one language',
    (files) => replace(files, A_SV, /priceText: .*\n/, ''),
    [A_SV, 1, 'priceText'],
    'Kenttä puuttuu. Lisää se.',
    'The field is missing. Add it.',
  ],
  [
    'a fact in a translation',
    (files) => replace(files, A_SV, 'duration', 'price: free\nduration'),
    [A_SV, 'price: free', 'price'],
    'Tämä tieto on kaikilla kielillä sama, joten se kuuluu vain tiedostoon services/a.fi.md. Poista se tästä.',
    'This fact is the same in every language, so it belongs only in services/a.fi.md. Delete it here.',
  ],
  [
    'an empty field',
    (files) => replace(files, A, 'price: free', 'price:'),
    [A, 'price:', 'price'],
    'Kenttä on tyhjä. Kirjoita siihen arvo.',
    'The field is empty. Write a value into it.',
  ],
  [
    'an empty text',
    (files) => replace(files, A, 'name: Palvelu', "name: ''"),
    [A, "name: ''", 'name'],
    'Kenttä on tyhjä. Kirjoita siihen arvo.',
    'The field is empty. Write a value into it.',
  ],
  [
    'an empty list that may be empty',
    (files) => replace(files, A, 'before: []', 'before:'),
    [A, 'before:', 'before'],
    'Kenttä on tyhjä. Jos siihen ei tule mitään, kirjoita [].',
    'The field is empty. If nothing belongs there, write [].',
  ],
  [
    'a list that must not be empty',
    (files) => replace(files, A, 'keywords:\n  - apu', 'keywords: []'),
    [A, 'keywords', 'keywords'],
    'Kohtia on liian vähän: vähintään 1. Nyt niitä on 0.',
    'There are too few: at least 1. Now there are 0.',
  ],
  [
    'a list in place of a text',
    (files) => replace(files, A, 'name: Palvelu', 'name: [Pal, velu]'),
    [A, 'name: [', 'name'],
    'Tähän kuuluu teksti.',
    'A text belongs here.',
  ],
  [
    'a number in place of a text',
    (files) => replace(files, A, '- "996"', '- 996'),
    [A, '- 996', 'municipalities.1'],
    "Tähän kuuluu teksti. Pane arvo lainausmerkkeihin: '996'.",
    "A text belongs here. Put the value in quotation marks: '996'.",
  ],
  [
    'a day in place of a text',
    (files) => replace(files, A, 'duration: Viikko', 'duration: 2026-12-31'),
    [A, 'duration: 2026', 'duration'],
    "Tähän kuuluu teksti. Pane arvo lainausmerkkeihin: '2026-12-31'.",
    "A text belongs here. Put the value in quotation marks: '2026-12-31'.",
  ],
  [
    'a text in place of a number',
    (files) => replace(files, A, 'digitalLevel: 2', 'digitalLevel: kaksi'),
    [A, 'digitalLevel', 'digitalLevel'],
    'Tähän kuuluu luku ilman lainausmerkkejä.',
    'A number without quotation marks belongs here.',
  ],
  [
    'half a level',
    (files) => replace(files, A, 'digitalLevel: 2', 'digitalLevel: 2.5'),
    [A, 'digitalLevel', 'digitalLevel'],
    'Tähän kuuluu kokonaisluku.',
    'A whole number belongs here.',
  ],
];

it.each(rows)('%s', (_, ...row) => {
  const { found, wanted } = tried(row);
  expect(found).toEqual(wanted);
});

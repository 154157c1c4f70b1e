// Fields that are written so that YAML cannot read them are told in words that need no YAML.
import { expect, it } from 'vitest';
import { type FaultRow, replace, tried } from '../support/made-files.ts';

const A = 'services/a.fi.md';

const rows: FaultRow[] = [
  [
    'a tab',
    (files) => replace(files, A, 'sizes:\n  - solo', 'sizes:\n\t- solo'),
    [A, '\t- solo'],
    'Rivin alussa on sarkain. Sisennä välilyönneillä.',
    'The line begins with a tab. Indent it with spaces.',
  ],
  [
    'an item that stands too far left',
    (files) => replace(files, A, '  - neuvoja', ' - neuvoja'),
    [A, ' - neuvoja'],
    'Rivi alkaa väärästä kohdasta. Saman tason rivit alkavat samasta kohdasta, alemman tason rivit kaksi välilyöntiä oikeammalta.',
    'The line begins in the wrong place. Lines of one level begin in the same place, those of a lower level two spaces further right.',
  ],
  [
    'a field that stands too far right',
    (files) => replace(files, A, 'price: free', '  price: free'),
    [A, '  price'],
    'Rivi alkaa väärästä kohdasta. Saman tason rivit alkavat samasta kohdasta, alemman tason rivit kaksi välilyöntiä oikeammalta.',
    'The line begins in the wrong place. Lines of one level begin in the same place, those of a lower level two spaces further right.',
  ],
  [
    'a field of an item that stands too far left',
    (files) => replace(files, A, '    who: Sinä', '   who: Sinä'),
    [A, '   who: Sinä'],
    'Rivi alkaa väärästä kohdasta. Saman tason rivit alkavat samasta kohdasta, alemman tason rivit kaksi välilyöntiä oikeammalta.',
    'The line begins in the wrong place. Lines of one level begin in the same place, those of a lower level two spaces further right.',
  ],
  [
    'a colon in a text',
    (files) => replace(files, A, 'name: Palvelu', 'name: Palvelu: uusi'),
    [A, 'name: Palvelu: uusi'],
    'Kaksoispiste ja välilyönti keskellä tekstiä luetaan uuden kentän aluksi. Pane koko teksti lainausmerkkeihin.',
    'A colon and a space in the middle of a text begin a new field. Put the whole text in quotation marks.',
  ],
  [
    'a field without a colon',
    (files) => replace(files, A, 'price: free', 'price free'),
    [A, 'price free'],
    'Rivillä pitää olla kentän nimi, kaksoispiste, välilyönti ja arvo, tai luettelossa viiva ja arvo.',
    'A line must hold the name of a field, a colon, a space and a value, or in a list a hyphen and a value.',
  ],
  [
    'a field without a space after the colon',
    (files) => replace(files, A, 'price: free', 'price:free'),
    [A, 'price:free'],
    'Rivillä pitää olla kentän nimi, kaksoispiste, välilyönti ja arvo, tai luettelossa viiva ja arvo.',
    'A line must hold the name of a field, a colon, a space and a value, or in a list a hyphen and a value.',
  ],
  [
    'a quotation mark that is not closed',
    (files) => replace(files, A, 'aliases: []', 'aliases: ["a]'),
    [A, 'aliases: ["a]'],
    'Lainausmerkit eivät täsmää. Tekstin alussa ja lopussa pitää olla samanlainen lainausmerkki. Käytä tekstin sisällä kaarevia merkkejä (” ja ’).',
    'The quotation marks do not match. A text must begin and end with the same kind. Inside it use curly ones (” and ’).',
  ],
  [
    'quotation marks inside a text',
    (files) => replace(files, A, 'name: Palvelu', "name: 'Palvelu 'uusi' sinulle'"),
    [A, "'Palvelu 'uusi'"],
    'Lainausmerkit eivät täsmää. Tekstin alussa ja lopussa pitää olla samanlainen lainausmerkki. Käytä tekstin sisällä kaarevia merkkejä (” ja ’).',
    'The quotation marks do not match. A text must begin and end with the same kind. Inside it use curly ones (” and ’).',
  ],
  [
    'a text that begins with an at sign',
    (files) => replace(files, A, 'name: Palvelu', 'name: @palvelu'),
    [A, '@palvelu'],
    'Teksti ei voi alkaa merkillä @. Pane koko teksti lainausmerkkeihin.',
    'A text cannot begin with @. Put the whole text in quotation marks.',
  ],
  [
    'a text that begins with an asterisk',
    (files) => replace(files, A, 'name: Palvelu', 'name: *palvelu'),
    [A, '*palvelu'],
    'Teksti ei voi alkaa merkillä *. Pane koko teksti lainausmerkkeihin.',
    'A text cannot begin with *. Put the whole text in quotation marks.',
  ],
  [
    'a text that begins with an exclamation mark',
    (files) => replace(files, A, 'name: Palvelu', 'name: !palvelu uusi'),
    [A, '!palvelu'],
    'Teksti ei voi alkaa merkillä !. Pane koko teksti lainausmerkkeihin.',
    'A text cannot begin with !. Put the whole text in quotation marks.',
  ],
  [
    'a text that begins with an ampersand',
    (files) => replace(files, A, 'name: Palvelu', 'name: & muut'),
    [A, '& muut'],
    'Teksti ei voi alkaa merkillä &. Pane koko teksti lainausmerkkeihin.',
    'A text cannot begin with &. Put the whole text in quotation marks.',
  ],
  [
    'a text that begins with a greater-than sign',
    (files) => replace(files, A, 'name: Palvelu', 'name: > 5 henkeä'),
    [A, '> 5 henkeä'],
    'Teksti ei voi alkaa merkillä >. Pane koko teksti lainausmerkkeihin.',
    'A text cannot begin with >. Put the whole text in quotation marks.',
  ],
  [
    'a list that is not closed',
    (files) => replace(files, A, 'before: []', 'before: ['),
    [A, 'after: []'],
    'Sulje puuttuu, niitä on liikaa tai välistä puuttuu pilkku: avaavalla ja sulkevalla sulkeella on pari.',
    'A bracket is missing or left over, or a comma is missing between: each bracket has its pair.',
  ],
  [
    'a bracket too many',
    (files) => replace(files, A, 'before: []', 'before: []]'),
    [A, 'before: []]'],
    'Sulje puuttuu, niitä on liikaa tai välistä puuttuu pilkku: avaavalla ja sulkevalla sulkeella on pari.',
    'A bracket is missing or left over, or a comma is missing between: each bracket has its pair.',
  ],
  [
    'a backslash in quotation marks',
    (files) => replace(files, A, 'name: Palvelu', 'name: "C:\\data"'),
    [A, 'C:\\data'],
    'Kenoviiva kaksinkertaisten lainausmerkkien välissä pitää kirjoittaa kahdesti (\\\\).',
    'Between double quotation marks a backslash must be written twice (\\\\).',
  ],
  [
    'a field that stands twice',
    (files) => replace(files, A, 'price: free', 'price: free\nprice: paid'),
    [A, 'price: paid', 'price'],
    'Kenttä price on samassa kohdassa kahdesti. Poista toinen.',
    'The field price stands twice in the same place. Delete one.',
  ],
  [
    'a remark that cuts a text off',
    (files) => replace(files, A, 'name: Palvelu', 'name: Kurssi #2 uusille'),
    [A, '#2'],
    'Merkin # jälkeistä tekstiä ei lueta: #2 uusille. Jos se kuuluu tekstiin, pane koko teksti lainausmerkkeihin.',
    'What follows the # is not read: #2 uusille. If it belongs to the text, put the whole text in quotation marks.',
  ],
];

it.each(rows)('%s', (_, ...row) => {
  const { found, wanted } = tried(row);
  expect(found).toEqual(wanted);
});

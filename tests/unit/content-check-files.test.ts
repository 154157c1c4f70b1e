// Faults of whole files: names, folders, encodings, the lines of hyphens.
import { expect, it } from 'vitest';
import { append, type FaultRow, replace, textOf, tried } from '../support/made-files.ts';

const A_SV = 'services/a.sv.md';

const rows: FaultRow[] = [
  [
    'a file in a folder that nobody knows',
    (files) => files.set('palvelut/a.fi.md', textOf(files, 'services/a.fi.md')),
    ['palvelut/a.fi.md', null],
    'Kansiota palvelut ei tunneta, joten sen tiedostot eivät näy missään. Sallitut: services, providers, promises, surveys, changes, events, experiences, tools, alerts, governance, pages, replies, keeping, letters.',
    'The folder palvelut is not known, so its files are shown nowhere. Allowed: services, providers, promises, surveys, changes, events, experiences, tools, alerts, governance, pages, replies, keeping, letters.',
  ],
  [
    'a file without a language',
    (files) => files.set('tools/Laskuri uusi.md', textOf(files, 'tools/laskuri.fi.md')),
    ['tools/Laskuri uusi.md', null],
    'Tiedoston nimi on väärin. Oikea muoto on tunnus.kieli.md: tunnuksessa vain a–z, 0–9 ja viivoja, kielenä fi, sv tai en. Esimerkiksi tools/laskuri-uusi.fi.md.',
    'The name of the file is wrong. It must be id.language.md: in the id only a–z, 0–9 and hyphens, and as the language fi, sv or en. For example tools/laskuri-uusi.fi.md.',
  ],
  [
    'a file in a language that the site lacks',
    (files) => files.set('tools/laskuri.se.md', textOf(files, 'tools/laskuri.sv.md')),
    ['tools/laskuri.se.md', null],
    'Tiedoston nimi on väärin. Oikea muoto on tunnus.kieli.md: tunnuksessa vain a–z, 0–9 ja viivoja, kielenä fi, sv tai en. Esimerkiksi tools/laskuri-se.fi.md.',
    'The name of the file is wrong. It must be id.language.md: in the id only a–z, 0–9 and hyphens, and as the language fi, sv or en. For example tools/laskuri-se.fi.md.',
  ],
  [
    'a file with another ending',
    (files) => files.set('tools/laskuri2.fi.txt', textOf(files, 'tools/laskuri.fi.md')),
    ['tools/laskuri2.fi.txt', null],
    'Tiedoston nimi on väärin. Oikea muoto on tunnus.kieli.md: tunnuksessa vain a–z, 0–9 ja viivoja, kielenä fi, sv tai en. Esimerkiksi tools/laskuri2.fi.md.',
    'The name of the file is wrong. It must be id.language.md: in the id only a–z, 0–9 and hyphens, and as the language fi, sv or en. For example tools/laskuri2.fi.md.',
  ],
  [
    'a file in a folder of its own',
    (files) => files.set('tools/uudet/laskin.fi.md', textOf(files, 'tools/laskuri.fi.md')),
    ['tools/uudet/laskin.fi.md', null],
    'Tiedosto ei voi olla alikansiossa. Siirrä se tänne: tools/laskin.fi.md.',
    'A file cannot lie in a folder of its own. Move it here: tools/laskin.fi.md.',
  ],
  [
    'a file that is no content',
    (files) => files.set('tools/luonnos.docx', 'PK'),
    ['tools/luonnos.docx', null],
    'Tämä ei ole sisältötiedosto, joten se ei näy missään. Poista se, jos sitä ei tarvita.',
    'This is not a content file, so it is shown nowhere. Delete it if nobody needs it.',
  ],
  [
    'a file beside the interface texts',
    (files) => files.set('ui/se.json', '{}'),
    ['ui/se.json', null],
    'Tämä ei ole sisältötiedosto, joten se ei näy missään. Poista se, jos sitä ei tarvita.',
    'This is not a content file, so it is shown nowhere. Delete it if nobody needs it.',
  ],
  [
    'an empty file',
    (files) => files.set(A_SV, ' \n'),
    [A_SV, null],
    'Tiedosto on tyhjä. Kopioi malliksi toinen saman kansion tiedosto tai poista tämä.',
    'The file is empty. Copy another file of the same folder as a model, or delete this one.',
  ],
  [
    'a file in Latin-1',
    (files) => files.set(A_SV, Buffer.from(textOf(files, A_SV), 'latin1')),
    [A_SV, 'who: Sin'],
    'Tiedostoa ei ole tallennettu UTF-8-muodossa, joten ä ja ö menisivät rikki. Tallenna se UTF-8-muodossa.',
    'The file is not saved as UTF-8, so letters like ä and ö would break. Save it as UTF-8.',
  ],
  [
    'a file in UTF-16',
    (files) => files.set(A_SV, Buffer.from(`\uFEFF${textOf(files, A_SV)}`, 'utf16le')),
    [A_SV, null],
    'Tiedostoa ei ole tallennettu UTF-8-muodossa, joten ä ja ö menisivät rikki. Tallenna se UTF-8-muodossa.',
    'The file is not saved as UTF-8, so letters like ä and ö would break. Save it as UTF-8.',
  ],
  [
    'a file with a byte order mark',
    (files) => files.set(A_SV, `\uFEFF${textOf(files, A_SV)}`),
    [A_SV, 1],
    'Tiedoston alussa on näkymätön merkki (tavujärjestysmerkki, BOM). Tallenna tiedosto UTF-8-muodossa ilman BOM-merkkiä.',
    'The file begins with an invisible mark (byte order mark, BOM). Save it as UTF-8 without BOM.',
  ],
  [
    'letters that went through Latin-1',
    (files) => replace(files, A_SV, 'tässä', 'tÃ¤ssÃ¤'),
    [A_SV, 'tÃ¤ssÃ¤'],
    'Tekstissä on rikki menneitä kirjaimia: Ã¤. Kirjoita ne uudelleen ja tallenna UTF-8-muodossa.',
    'The text holds broken letters: Ã¤. Write them again and save the file as UTF-8.',
  ],
  [
    'a character that no keyboard writes',
    (files) => replace(files, A_SV, 'Palvelu', 'Palvelu\u0000'),
    [A_SV, 'Palvelu'],
    'Tekstissä on rikki menneitä kirjaimia: U+0000. Kirjoita ne uudelleen ja tallenna UTF-8-muodossa.',
    'The text holds broken letters: U+0000. Write them again and save the file as UTF-8.',
  ],
  [
    'a file of 5 MB',
    (files) => append(files, A_SV, 'sana '.repeat(1024 * 1024)),
    [A_SV, null],
    'Tiedosto on liian suuri: 5121 kilotavua, enintään 1024. Onko siihen liitetty muuta kuin tekstiä, vaikkapa kuva?',
    'The file is too big: 5121 kilobytes, at most 1024. Does it hold something else than text, a picture perhaps?',
  ],
  [
    'a file without fields',
    (files) => files.set(A_SV, 'Tekstiä vain.'),
    [A_SV, 1],
    'Tiedoston ensimmäisellä rivillä pitää olla kolme viivaa (---), sitten kentät ja sitten taas rivi, jolla on kolme viivaa.',
    'The first line must be three hyphens (---), then come the fields, and then again a line with three hyphens.',
  ],
  [
    'fields that do not end',
    (files) => replace(files, A_SV, /---\n$/, ''),
    [A_SV, 1],
    'Kenttien jälkeen pitää olla rivi, jolla on kolme viivaa (---) eikä mitään muuta.',
    'After the fields there must be a line with three hyphens (---) and nothing else.',
  ],
  [
    'fields that end in something else',
    (files) => replace(files, A_SV, /---\n$/, '----\n'),
    [A_SV, '----'],
    'Kenttien jälkeen pitää olla rivi, jolla on kolme viivaa (---) eikä mitään muuta.',
    'After the fields there must be a line with three hyphens (---) and nothing else.',
  ],
  [
    'a list where fields should be',
    (files) => files.set(A_SV, '---\n- a\n- b\n---\n'),
    [A_SV, 2],
    'Kolmen viivan rivien väliin kuuluu kenttiä, kukin omalle rivilleen: kentän nimi, kaksoispiste, välilyönti ja arvo.',
    'Between the lines with three hyphens belong fields, each on a line of its own: name of the field, colon, space, value.',
  ],
  [
    'a sentence where fields should be',
    (files) => files.set(A_SV, '---\nmoi\n---\n'),
    [A_SV, 2],
    'Kolmen viivan rivien väliin kuuluu kenttiä, kukin omalle rivilleen: kentän nimi, kaksoispiste, välilyönti ja arvo.',
    'Between the lines with three hyphens belong fields, each on a line of its own: name of the field, colon, space, value.',
  ],
];

it.each(rows)('%s', (_, ...row) => {
  const { found, wanted } = tried(row);
  expect(found).toEqual(wanted);
});

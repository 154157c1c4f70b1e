// Values that a field cannot take.
import { expect, it } from 'vitest';
import { type FaultRow, lineOf, replace, tried } from '../support/made-files.ts';

const A = 'services/a.fi.md';
const A_SV = 'services/a.sv.md';
const EVENT = 'events/ilta.fi.md';

const rows: FaultRow[] = [
  [
    'a number that is too high',
    (files) => replace(files, A, 'digitalLevel: 2', 'digitalLevel: 5'),
    [A, 'digitalLevel', 'digitalLevel'],
    'Luku on liian suuri: enintään 4. Nyt se on 5.',
    'The number is too high: at most 4. Now it is 5.',
  ],
  [
    'a number that is too low',
    (files) => replace(files, 'governance/rooli.fi.md', 'order: 1', 'order: 0'),
    ['governance/rooli.fi.md', 'order', 'order'],
    'Luku on liian pieni: vähintään 1. Nyt se on 0.',
    'The number is too low: at least 1. Now it is 0.',
  ],
  [
    'a text in place of a list',
    (files) => replace(files, A, /sizes:\n {2}- solo/, 'sizes: solo'),
    [A, 'sizes', 'sizes'],
    'Tähän kuuluu luettelo: [yksi, toinen], tai kukin omalle rivilleen viivan jälkeen.',
    'A list belongs here: [one, another], or each on a line of its own after a hyphen.',
  ],
  [
    'a text in place of fields',
    (files) => replace(files, A, /checked:\n.*\n.*\n/, 'checked: eilen\n'),
    [A, 'checked', 'checked'],
    'Tähän kuuluu kenttiä: on, by.',
    'Fields belong here: on, by.',
  ],
  [
    'a quoted truth',
    (files) => replace(files, A, 'sample: true', "sample: 'true'"),
    [A, 'sample', 'sample'],
    'Tähän kuuluu true (kyllä) tai false (ei) ilman lainausmerkkejä.',
    'Here belongs true (yes) or false (no), without quotation marks.',
  ],
  [
    'a value that is none of the list',
    (files) => replace(files, A, 'price: free', 'price: fre'),
    [A, 'price', 'price'],
    'Arvo ”fre” ei käy tähän. Tarkoititko: free? Sallitut: free, partly, paid.',
    'The value “fre” cannot stand here. Did you mean free? Allowed: free, partly, paid.',
  ],
  [
    'a channel of an unknown kind',
    (files) => replace(files, A, 'kind: form', 'kind: fax'),
    [A, 'kind: fax', 'channels.1.kind'],
    'Arvo ”fax” ei käy tähän. Sallitut: form, phone, email, place.',
    'The value “fax” cannot stand here. Allowed: form, phone, email, place.',
  ],
  [
    'a name over 100',
    (files) => replace(files, A, 'name: Palvelu', `name: ${'a'.repeat(101)}`),
    [A, 'name', 'name'],
    'Teksti on liian pitkä: enintään 100 merkkiä. Nyt niitä on 101.',
    'The text is too long: at most 100 characters. Now there are 101.',
  ],
  [
    'a summary over 150',
    (files) => replace(files, A_SV, /summary: .*/, `summary: ${'a'.repeat(151)}`),
    [A_SV, 'summary', 'summary'],
    'Teksti on liian pitkä: enintään 150 merkkiä. Nyt niitä on 151.',
    'The text is too long: at most 150 characters. Now there are 151.',
  ],
  [
    'a text that is too short',
    (files) => replace(files, A, /summary: .*/, 'summary: Apua.'),
    [A, 'summary', 'summary'],
    'Teksti on liian lyhyt: vähintään 20 merkkiä. Nyt niitä on 5.',
    'The text is too short: at least 20 characters. Now there are 5.',
  ],
  [
    'too many items',
    (files) => replace(files, A, /youGet:\n/, 'youGet:\n  - yksi\n  - kaksi\n  - kolme\n'),
    [A, 'youGet', 'youGet'],
    'Kohtia on liikaa: enintään 5. Nyt niitä on 6.',
    'There are too many: at most 5. Now there are 6.',
  ],
  [
    'too few items',
    (files) => replace(files, A, '  - neuvoja\n', ''),
    [A, 'youGet', 'youGet'],
    'Kohtia on liian vähän: vähintään 3. Nyt niitä on 2.',
    'There are too few: at least 3. Now there are 2.',
  ],
  [
    'a slug with a capital',
    (files) => replace(files, A, 'slug: a-fi', 'slug: A-fi'),
    [A, 'slug', 'slug'],
    'Osoitteessa voi olla vain a–z, 0–9 ja yksittäisiä viivoja, esimerkiksi hitsaajien-koulutus.',
    'An address may hold only a–z, 0–9 and single hyphens, for example hitsaajien-koulutus.',
  ],
  [
    'a day that is none',
    (files) => replace(files, A, 'nextCheck: 2027-04-12', 'nextCheck: keväällä'),
    [A, 'nextCheck', 'nextCheck'],
    'Tähän kuuluu päivä, joka on olemassa, muodossa 2026-11-02.',
    'Here belongs a day that exists, written as 2026-11-02.',
  ],
  [
    'February 30th',
    (files) => replace(files, A, 'nextCheck: 2027-04-12', 'nextCheck: 2027-02-30'),
    [A, 'nextCheck', 'nextCheck'],
    'Tähän kuuluu päivä, joka on olemassa, muodossa 2026-11-02.',
    'Here belongs a day that exists, written as 2026-11-02.',
  ],
  [
    'a moment without a time',
    (files) => replace(files, EVENT, '2027-01-14T16:30', "'2027-01-14'"),
    [EVENT, 'starts', 'starts'],
    "Tähän kuuluu päivä ja kellonaika lainausmerkeissä, esimerkiksi '2027-01-14T16:30'.",
    "Here belong a day and a time in quotation marks, for example '2027-01-14T16:30'.",
  ],
  [
    'a moment on a day that is not',
    (files) => replace(files, EVENT, '2027-01-14T16:30', '2026-11-31T16:30'),
    [EVENT, 'starts', 'starts'],
    'Tällaista päivää ei ole. Korjaa päivä.',
    'There is no such day. Correct it.',
  ],
  [
    'a phone number without its country',
    (files) => replace(files, 'providers/opisto.fi.md', '+358 40 000 0100', '040 000 0100'),
    ['providers/opisto.fi.md', 'contactPhone', 'contactPhone'],
    "Tähän kuuluu puhelinnumero, joka alkaa plusmerkillä ja maan numerolla, lainausmerkeissä: '+358 40 000 0100'.",
    "Here belongs a phone number that begins with + and the country, in quotation marks: '+358 40 000 0100'.",
  ],
  [
    'a clock without quotation marks',
    (files) => replace(files, 'promises/lupaus.fi.md', '"9.00"', '9.00'),
    ['promises/lupaus.fi.md', 'from: 9', 'phoneHours.from'],
    "Tähän kuuluu teksti. Pane arvo lainausmerkkeihin: '9.00'.",
    "A text belongs here. Put the value in quotation marks: '9.00'.",
  ],
  [
    'a clock that is none',
    (files) => replace(files, 'promises/lupaus.fi.md', '"9.00"', 'yhdeksän'),
    ['promises/lupaus.fi.md', 'from:', 'phoneHours.from'],
    "Tähän kuuluu kellonaika lainausmerkeissä, esimerkiksi '9.00'.",
    "Here belongs a time of day in quotation marks, for example '9.00'.",
  ],
  [
    'an email address that is none',
    (files) => replace(files, 'providers/opisto.fi.md', 'a@opisto.example', 'opisto.example'),
    ['providers/opisto.fi.md', 'contactEmail', 'contactEmail'],
    'Tähän kuuluu sähköpostiosoite, esimerkiksi palvelut@opisto.example.',
    'Here belongs an email address, for example palvelut@opisto.example.',
  ],
  [
    "a sample with somebody's address",
    (files) => replace(files, 'providers/opisto.fi.md', 'a@opisto.example', 'a@opisto.fi'),
    ['providers/opisto.fi.md', 'contactEmail', 'contactEmail'],
    'Esimerkkisisällössä (sample: true) osoite päättyy .example, jottei se ole kenenkään oikea osoite.',
    "In sample content (sample: true) an address ends in .example, so that it is nobody's own.",
  ],
  [
    'a business ID whose check digit is wrong',
    (files) => replace(files, 'providers/opisto.fi.md', '0201256-6', '0201256-7'),
    ['providers/opisto.fi.md', 'businessId', 'businessId'],
    'Tähän kuuluu Y-tunnus, jonka tarkistusnumero täsmää, esimerkiksi 0201256-6.',
    'Here belongs a business ID whose check digit is right, for example 0201256-6.',
  ],
  [
    'an address that is not secure',
    (files) => replace(files, 'tools/laskuri.fi.md', 'https://', 'http://'),
    ['tools/laskuri.fi.md', 'url', 'url'],
    'Tähän kuuluu osoite, joka alkaa https://.',
    'Here belongs an address that begins with https://.',
  ],
  [
    'an event that ends before it starts',
    (files) => replace(files, EVENT, 'T18:30', 'T10:00'),
    [EVENT, 'ends', 'ends'],
    'Tapahtuma ei voi loppua (ends) ennen kuin se alkaa (starts).',
    'An event cannot end (ends) before it starts (starts).',
  ],
  [
    'an event somewhere without an address',
    (files) => replace(files, EVENT, 'remote', 'onsite'),
    [EVENT, 1, 'address'],
    'Paikalla pidettävällä tapahtumalla (place: onsite) on osoite, etätapahtumalla ei.',
    'An event that is held somewhere (place: onsite) has an address, a remote one has none.',
  ],
  [
    'an alert for nobody',
    (files) => replace(files, 'alerts/kiinni.fi.md', 'all: true\n', ''),
    ['alerts/kiinni.fi.md', 1, 'services'],
    'Kerro joko palvelut, joita tiedote koskee (services), tai että se koskee kaikkia (all: true).',
    'Name either the services that the alert concerns (services), or say that it concerns all (all: true).',
  ],
  [
    'an alert that ends before it begins',
    (files) => replace(files, 'alerts/kiinni.fi.md', '2026-12-28', '2026-12-10'),
    ['alerts/kiinni.fi.md', 'to:', 'to'],
    'Viimeinen päivä (to) ei voi olla ennen ensimmäistä (from).',
    'The last day (to) cannot be before the first (from).',
  ],
  [
    'an experience without consent to publish',
    (files) => replace(files, 'experiences/hyva.fi.md', 'scope: public', 'scope: network'),
    ['experiences/hyva.fi.md', 'scope', 'consent.scope'],
    'Kokemuksen voi julkaista vain yrityksen suostumuksella. Kun se on saatu, tähän kuuluu public.',
    "An experience can stand here only with the company's consent. When you have it, write public.",
  ],
  [
    'a value that stands twice',
    (files) => replace(files, A, '- solo', '- solo\n  - solo'),
    [A, (files) => lineOf(files, A, 'solo') + 1, 'sizes.2'],
    'Arvo ”solo” on luettelossa kahdesti. Poista toinen.',
    'The value “solo” stands twice in the list. Delete one.',
  ],
];

it.each(rows)('%s', (_, ...row) => {
  const { found, wanted } = tried(row);
  expect(found).toEqual(wanted);
});

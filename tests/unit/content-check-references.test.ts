// Faults that show only beside other files: languages, references, codes, addresses, days.
import { expect, it } from 'vitest';
import { append, type FaultRow, replace, textOf, tried } from '../support/made-files.ts';

const A = 'services/a.fi.md';
const A_SV = 'services/a.sv.md';
const PRIVACY = 'pages/privacy.fi.md';
const SHARING = 'pages/sharing.fi.md';
const ANSWER = 'letters/answer.fi.md';
const EVENT = 'events/ilta.fi.md';

const rows: FaultRow[] = [
  [
    'a missing translation',
    (files) => files.delete(A_SV),
    [A_SV, null],
    'Tiedosto puuttuu. Kirjoita samat tekstit tällä kielellä. Malli: services/a.fi.md.',
    'The file is missing. Write the same texts in this language. As a model: services/a.fi.md.',
  ],
  [
    'a missing Finnish file',
    (files) => files.delete('alerts/kiinni.fi.md'),
    ['alerts/kiinni.fi.md', null],
    'Suomenkielinen tiedosto puuttuu. Tiedot ovat siinä, joten muut kielet eivät näy ilman sitä.',
    'The Finnish file is missing. It holds the facts, so the other languages are not shown without it.',
  ],
  [
    'a letter that lacks Finnish',
    (files) => files.delete(ANSWER),
    [ANSWER, null],
    'Tiedosto puuttuu. Kirjoita samat tekstit tällä kielellä. Malli: letters/answer.sv.md.',
    'The file is missing. Write the same texts in this language. As a model: letters/answer.sv.md.',
  ],
  [
    'a body that one language lacks',
    (files) => {
      append(files, 'governance/rooli.fi.md', 'Lisää tekstiä.');
      append(files, 'governance/rooli.en.md', 'More text.');
    },
    ['governance/rooli.sv.md', (files) => textOf(files, 'governance/rooli.sv.md').split('\n').length, 'body'],
    'Kenttien alta puuttuu teksti, joka on tiedostossa governance/rooli.fi.md. Kirjoita se tällä kielellä.',
    'Under the fields the text is missing that governance/rooli.fi.md has. Write it in this language.',
  ],
  [
    'no version of the privacy notice',
    (files) => replace(files, PRIVACY, /version: .*\n/, ''),
    [PRIVACY, 1, 'version'],
    'Sivu tarvitsee päivän, josta alkaen se on ollut voimassa: muistiin jää, kuka näki minkäkin version.',
    'This page needs the day from which on it has been in force: it is on record who saw which version.',
  ],
  [
    'no controller for receipts',
    (files) => replace(files, SHARING, /controller:\n( {2}.*\n)+/, ''),
    [SHARING, 1, 'controller'],
    'Sivu tarvitsee rekisterinpitäjän: nimi, Y-tunnus, osoite, sähköposti ja puhelin menevät lupien kuitteihin.',
    'This page needs the controller: its name, business ID, address, email and phone stand on receipts of consents.',
  ],
  [
    'an unknown provider',
    (files) => replace(files, A, '- opisto\n  - kaupunki', '- opisto\n  - kaupunki\n  - opistto'),
    [A, 'opistto', 'providers.3'],
    'Tiedostoa providers/opistto.fi.md ei ole. Korjaa tunnus tai ota se pois. Tarkoititko: opisto?',
    'There is no file providers/opistto.fi.md. Correct the id, or take it out. Did you mean opisto?',
  ],
  [
    'an unknown promise',
    (files) => replace(files, A, 'promise: lupaus', 'promise: muu'),
    [A, 'promise', 'promise'],
    'Tiedostoa promises/muu.fi.md ei ole. Korjaa tunnus tai ota se pois.',
    'There is no file promises/muu.fi.md. Correct the id, or take it out.',
  ],
  [
    'an unknown checker',
    (files) => replace(files, A, 'by: kaupunki', 'by: kylä'),
    [A, 'by:', 'checked.by'],
    'Tiedostoa providers/kylä.fi.md ei ole. Korjaa tunnus tai ota se pois.',
    'There is no file providers/kylä.fi.md. Correct the id, or take it out.',
  ],
  [
    'a channel to an unknown place',
    (files) => replace(files, A, '- kind: form', '- kind: place\n    provider: muu'),
    [A, 'provider: muu', 'channels.1.provider'],
    'Tiedostoa providers/muu.fi.md ei ole. Korjaa tunnus tai ota se pois.',
    'There is no file providers/muu.fi.md. Correct the id, or take it out.',
  ],
  [
    "an unknown service whose name is like the file's own",
    (files) => replace(files, A, 'after: []', 'after: [aa]'),
    [A, 'after', 'after.1'],
    'Tiedostoa services/aa.fi.md ei ole. Korjaa tunnus tai ota se pois.',
    'There is no file services/aa.fi.md. Correct the id, or take it out.',
  ],
  [
    'an unknown service after it',
    (files) => replace(files, A, 'after: []', 'after: [muu]'),
    [A, 'after', 'after.1'],
    'Tiedostoa services/muu.fi.md ei ole. Korjaa tunnus tai ota se pois.',
    'There is no file services/muu.fi.md. Correct the id, or take it out.',
  ],
  [
    'a service that is related to itself',
    (files) => replace(files, A, 'related: []', 'related: [a]'),
    [A, 'related', 'related.1'],
    'Palvelu ei voi viitata itseensä. Poista viittaus.',
    'A service cannot name itself. Delete it here.',
  ],
  [
    'an event of an unknown service',
    (files) => replace(files, EVENT, '- a\n', '- muu\n'),
    [EVENT, '- muu', 'services.1'],
    'Tiedostoa services/muu.fi.md ei ole. Korjaa tunnus tai ota se pois.',
    'There is no file services/muu.fi.md. Correct the id, or take it out.',
  ],
  [
    'an experience of an unknown provider',
    (files) => replace(files, 'experiences/hyva.fi.md', 'provider: opisto', 'provider: Opisto'),
    ['experiences/hyva.fi.md', 'provider', 'provider'],
    'Tiedostoa providers/Opisto.fi.md ei ole. Korjaa tunnus tai ota se pois. Tarkoititko: opisto?',
    'There is no file providers/Opisto.fi.md. Correct the id, or take it out. Did you mean opisto?',
  ],
  [
    'a change because of an unknown survey',
    (files) => replace(files, 'changes/iltakurssi.fi.md', 'survey: kysely', 'survey: kyselyt'),
    ['changes/iltakurssi.fi.md', 'survey', 'survey'],
    'Tiedostoa surveys/kyselyt.fi.md ei ole. Korjaa tunnus tai ota se pois. Tarkoititko: kysely?',
    'There is no file surveys/kyselyt.fi.md. Correct the id, or take it out. Did you mean kysely?',
  ],
  [
    'a responsible one outside the providers',
    (files) => replace(files, A, 'responsible: kaupunki', 'responsible: kolmas'),
    [A, 'responsible', 'responsible'],
    'Vastuutaho kolmas puuttuu luettelosta providers. Lisää se sinne tai vaihda vastuutaho.',
    'The responsible one, kolmas, is not among providers. Add it there, or name another.',
  ],
  [
    'a producer outside the providers',
    (files) => replace(files, A, 'other: []', 'other: [kolmas]'),
    [A, 'other', 'producers.other.1'],
    'kolmas puuttuu luettelosta providers. Lisää se sinne tai poista se tästä.',
    'kolmas is not among providers. Add it there, or delete it here.',
  ],
  [
    'a provider that makes it in two ways',
    (files) => replace(files, A, 'other: []', 'other: [opisto]'),
    [A, 'other', 'producers.other.1'],
    'opisto on kahdessa kohdassa. Jätä se vain yhteen: self, procured tai other.',
    'opisto stands in two places. Leave it in one: self, procured or other.',
  ],
  [
    'a provider that makes it in no way',
    (files) => replace(files, A, 'procured:\n    - opisto', 'procured: []'),
    [A, 'producers', 'producers'],
    'opisto puuttuu. Lisää se johonkin näistä: self, procured tai other.',
    'opisto is missing. Add it to one of these: self, procured or other.',
  ],
  [
    'a code that is not on its list',
    (files) => replace(files, A, '- P11.3', '- P11.33'),
    [A, '- P11.33', 'serviceClasses.1'],
    'Koodia P11.33 ei ole luettelossa ptvserclass2 (versio 2022-06, site/domain/codes/service-classes.json). Tarkoititko: P11.3?',
    'The code P11.33 is not on the list ptvserclass2 (version 2022-06, site/domain/codes/service-classes.json). Did you mean P11.3?',
  ],
  [
    'a municipality that is not on its list',
    (files) => replace(files, 'providers/opisto.fi.md', '"996"', '"091"'),
    ['providers/opisto.fi.md', '091', 'municipalities.1'],
    'Koodia 091 ei ole luettelossa tarjotin-kunnat (versio 1, site/domain/codes/municipalities.json). Sallitut: 996, 997, 998, 999.',
    'The code 091 is not on the list tarjotin-kunnat (version 1, site/domain/codes/municipalities.json). Allowed: 996, 997, 998, 999.',
  ],
  [
    'a term of the ontology that is not on its list',
    (files) => replace(files, A, 'ontologyTerms: []', 'ontologyTerms: [http://www.yso.fi/onto/koko/p91489]'),
    [A, 'ontologyTerms', 'ontologyTerms.1'],
    'Koodia http://www.yso.fi/onto/koko/p91489 ei ole luettelossa koko (versio Finto-data f14c20b, ptv-releases 1c46d50, site/domain/codes/ontology-terms.json). Tarkoititko: http://www.yso.fi/onto/koko/p91488?',
    'The code http://www.yso.fi/onto/koko/p91489 is not on the list koko (version Finto-data f14c20b, ptv-releases 1c46d50, site/domain/codes/ontology-terms.json). Did you mean http://www.yso.fi/onto/koko/p91488?',
  ],
  [
    'KR2 without a sub-group',
    (files) => replace(files, A, '- KR2.3', '- KR2'),
    [A, '- KR2', 'targetGroups.1'],
    'KR2 yksin ei riitä. Lisää tarkempi ryhmä, esimerkiksi KR2.3.',
    'KR2 alone is not enough. Add a closer group, for example KR2.3.',
  ],
  [
    'five service classes',
    (files) => replace(files, A, '- P11.3', '- P11.1\n  - P11.2\n  - P11.3\n  - P11.4\n  - P11.5'),
    [A, 'serviceClasses', 'serviceClasses'],
    'Palveluluokkia on liikaa: 5, enintään 4.',
    'There are too many service classes: 5, at most 4.',
  ],
  [
    'a slug that another page of the language has',
    (files) => replace(files, 'services/b.fi.md', 'slug: b-fi', 'slug: a-fi'),
    ['services/b.fi.md', 'slug', 'slug'],
    'Osoite /palvelut/a-fi on jo käytössä: services/a.fi.md. Anna tälle oma.',
    'The address /palvelut/a-fi is taken by services/a.fi.md. Give this one its own.',
  ],
  [
    "an old slug that is another page's own",
    (files) => replace(files, A, 'aliases: []', 'aliases: [b-fi]'),
    [A, 'aliases', 'aliases.1'],
    'Osoite /palvelut/b-fi on jo käytössä: services/b.fi.md. Anna tälle oma.',
    'The address /palvelut/b-fi is taken by services/b.fi.md. Give this one its own.',
  ],
  [
    "a slug that is a page of the site's own",
    (files) => replace(files, A, 'slug: a-fi', 'slug: vertaa'),
    [A, 'slug', 'slug'],
    'Osoite /palvelut/vertaa on sivuston oma sivu. Anna tälle toinen.',
    "The address /palvelut/vertaa is a page of the site's own. Give this one another.",
  ],
  [
    'a next check before the last one',
    (files) => replace(files, A, 'nextCheck: 2027-04-12', 'nextCheck: 2026-10-01'),
    [A, 'nextCheck', 'nextCheck'],
    'Päivä 2026-10-01 oli mennyt jo silloin, kun tämä kirjoitettiin (checked.on: 2026-10-12). Korjaa päivä.',
    'The day 2026-10-01 was past already when this was written (checked.on: 2026-10-12). Correct the day.',
  ],
  [
    'a next check in eleven years',
    (files) => replace(files, A, 'nextCheck: 2027-04-12', 'nextCheck: 2037-04-12'),
    [A, 'nextCheck', 'nextCheck'],
    'Seuraava tarkistus on yli vuoden päässä edellisestä (2026-10-12). Tarkista vuosiluku.',
    'The next check is more than a year after the last one (2026-10-12). Look at the year again.',
  ],
  [
    'an event that was over when it was written',
    (files) => replace(files, EVENT, '2027-01-14T16', '2026-01-14T16'),
    [EVENT, 'starts', 'starts'],
    'Päivä 2026-01-14 oli mennyt jo silloin, kun tämä kirjoitettiin (added: 2026-11-10). Korjaa päivä.',
    'The day 2026-01-14 was past already when this was written (added: 2026-11-10). Correct the day.',
  ],
  [
    'an alert that was over when it was written',
    (files) =>
      replace(files, 'alerts/kiinni.fi.md', /from: 2026-12-17\nto: 2026-12-28/, 'from: 2025-12-17\nto: 2025-12-28'),
    ['alerts/kiinni.fi.md', 'to:', 'to'],
    'Päivä 2025-12-28 oli mennyt jo silloin, kun tämä kirjoitettiin (added: 2026-11-16). Korjaa päivä.',
    'The day 2025-12-28 was past already when this was written (added: 2026-11-16). Correct the day.',
  ],
  [
    'a check in the future',
    (files) => replace(files, A, 'on: 2026-10-12', 'on: 2026-11-24'),
    [A, 'on: 2026', 'checked.on'],
    'Päivä 2026-11-24 on vasta tulossa. Tarkista vuosiluku.',
    'The day 2026-11-24 is still to come. Look at the year again.',
  ],
];

it.each(rows)('%s', (_, ...row) => {
  const { found, wanted } = tried(row);
  expect(found).toEqual(wanted);
});

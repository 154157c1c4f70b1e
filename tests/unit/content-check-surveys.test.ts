// Surveys and what was changed because of them: each sentence that an editor can meet.
import { expect, it } from 'vitest';
import { isWarning } from '#domain/content-check/fault.ts';
import {
  checkFiles,
  type FaultRow,
  type Files,
  lineOf,
  madeFiles,
  replace,
  told,
  tried,
} from '../support/made-files.ts';

const FI = 'surveys/kysely.fi.md';
const SV = 'surveys/kysely.sv.md';
const EN = 'surveys/kysely.en.md';
const CHANGE = 'changes/iltakurssi.fi.md';
const FACT = '  - kind: fact\n    key: autoimmeko\n    checksContact: false\n';

/** A further question, with its words in every language. */
const withMore = (files: Files, question: string, answers: string) => {
  replace(files, FI, FACT, `${FACT}${question}`);
  for (const path of [FI, SV, EN])
    replace(files, path, 'thanks:', `  - key: lisaksi\n    text: Entä muuta?\n    answers: ${answers}\nthanks:`);
};
const SCALE = '  - kind: scale\n    key: lisaksi\n';
const CHOICE = '  - kind: one_of\n    key: lisaksi\n    options: [nopeus, hinta]\n';

const rows: FaultRow[] = [
  [
    'an option with a capital',
    (files) => withMore(files, CHOICE.replace('nopeus', 'Nopeus'), '[Nopeus, Hinta]'),
    [FI, 'options', 'questions.2.options.1'],
    'Tunnuksessa voi olla vain a–z, 0–9 ja yksittäisiä viivoja, esimerkiksi auttoiko-palvelu.',
    'This may hold a–z, 0–9 and single hyphens only, such as did-it-help.',
  ],
  [
    'a question that stands twice',
    (files) => replace(files, FI, FACT, `${FACT}${FACT}`),
    [FI, (files) => lineOf(files, FI, 'checksContact') + 2, 'questions.2.key'],
    'Kysymys autoimmeko on kahdesti. Anna toiselle oma tunnus tai poista se.',
    'The question autoimmeko stands twice. Give one of them a name of its own, or take it out.',
  ],
  [
    'the words of a question that stand twice',
    (files) =>
      replace(files, SV, 'thanks:', '  - key: autoimmeko\n    text: Hjälpte vi dig?\n    answers: [Ja, Nej]\nthanks:'),
    [SV, (files) => lineOf(files, SV, 'Hjälpte') - 1, 'asked.2.key'],
    'Kysymys autoimmeko on kahdesti. Anna toiselle oma tunnus tai poista se.',
    'The question autoimmeko stands twice. Give one of them a name of its own, or take it out.',
  ],
  [
    'an anonymous answer that would be held against the record',
    (files) => {
      replace(files, FI, 'anonymous: false', 'anonymous: true');
      replace(files, FI, 'checksContact: false', 'checksContact: true');
    },
    [FI, 'checksContact', 'questions.1.checksContact'],
    'Nimettömän kyselyn vastausta ei voi verrata siihen, mitä on kirjattu. Poista checksContact tai tee kyselystä nimellinen.',
    'An answer to an anonymous survey cannot be held against the record. Take checksContact out, or make the survey a named one.',
  ],
  [
    'a first question without ready answers',
    (files) => {
      replace(files, FI, FACT, '  - kind: text\n    key: autoimmeko\n');
      for (const path of [FI, SV, EN]) replace(files, path, / {4}answers:\n.*\n.*\n/, '    answers: []\n');
    },
    [FI, 'kind: text', 'questions.1.kind'],
    'Ensimmäiseen kysymykseen vastataan kirjeen linkistä, joten siinä pitää olla valmiit vastaukset. Siirrä tekstikysymys myöhemmäksi.',
    'The first question is answered by a link in the letter, so it needs ready answers. Move the text question further down.',
  ],
  [
    'a question without words in one language',
    (files) => {
      withMore(files, SCALE, '[Ei, Kyllä]');
      replace(files, SV, / {2}- key: lisaksi\n.*\n.*\n/, '');
    },
    [SV, 'asked:', 'asked'],
    'Kysymykseltä lisaksi puuttuvat sanat tällä kielellä. Lisää ne.',
    'The question lisaksi has no words in this language. Add them.',
  ],
  [
    'words of a question that is not asked',
    (files) => replace(files, EN, 'thanks:', '  - key: muuta\n    text: What else?\n    answers: []\nthanks:'),
    [EN, 'key: muuta', 'asked.2.key'],
    `Tiedostossa ${FI} ei ole tällaista kysymystä. Korjaa tunnus tai poista kysymys. Sallitut: autoimmeko.`,
    `There is no such question in ${FI}. Correct the key or take the question out. Allowed: autoimmeko.`,
  ],
  ...(
    [
      ['a fact with three answers', undefined, undefined, 3, 2],
      ['a scale with words for each step', SCALE, '[a, b, c, d, e]', 5, 2],
      ['a choice with fewer words than options', CHOICE, '[Nopeus]', 1, 2],
      ['a text with an answer', '  - kind: text\n    key: lisaksi\n', '[Jotain]', 1, 0],
    ] as const
  ).map(
    ([name, question, answers, count, wanted]): FaultRow => [
      name,
      (files) => {
        if (!question) return replace(files, SV, '      - Ei\n', '      - Ei\n      - Ehkä\n');
        const right = { 0: '[]', 2: '[Yksi, Toinen]' }[wanted];
        withMore(files, question, right);
        replace(files, SV, `answers: ${right}`, `answers: ${answers}`);
      },
      [
        SV,
        (files) => (question ? lineOf(files, SV, 'Entä muuta?') + 1 : lineOf(files, SV, 'answers:')),
        question ? 'asked.2.answers' : 'asked.1.answers',
      ],
      `Vastausten sanoja on ${count}, mutta niitä pitää olla ${wanted}. Kyllä ja ei: kaksi. Asteikko: kaksi, ensin mitä 1 tarkoittaa, sitten 5. Valinnat: yhtä monta kuin vaihtoehtoja, samassa järjestyksessä. Teksti: ei yhtään, siis [].`,
      `The answers have ${count} words, but need ${wanted}. Yes and no: two. A scale: two, first what 1 means, then 5. Choices: as many as there are options, in the same order. A text: none, so [].`,
    ],
  ),
  [
    'an option that stands twice',
    (files) => {
      withMore(files, CHOICE, '[Nopeus, Hinta, Halpa]');
      replace(files, FI, '[nopeus, hinta]', '[nopeus, hinta, nopeus]');
    },
    [FI, 'options', 'questions.2.options.3'],
    'Arvo ”nopeus” on luettelossa kahdesti. Poista toinen.',
    'The value “nopeus” stands twice in the list. Delete one.',
  ],
  [
    'no survey after the first response',
    (files) => replace(files, FI, 'after: first_response', 'after: midway'),
    ['surveys', null],
    'Kansiossa pitää olla kysely, jossa on after: first_response.',
    'There must be a survey with after: first_response in this folder.',
  ],
  [
    'a month that is none',
    (files) => replace(files, CHANGE, 'from: 2026-05', "from: '2026-00'"),
    [CHANGE, 'from', 'heard.from'],
    "Tähän kuuluu kuukausi, esimerkiksi '2026-05'.",
    "This must be a month, such as '2026-05'.",
  ],
  [
    'a last month before the first',
    (files) => replace(files, CHANGE, 'to: 2026-08', 'to: 2026-04'),
    [CHANGE, '  to:', 'heard.to'],
    'Viimeinen kuukausi (heard.to) ei voi olla ennen ensimmäistä (heard.from).',
    'The last month (heard.to) cannot be before the first (heard.from).',
  ],
  [
    'a change from before it was asked for',
    (files) => replace(files, CHANGE, 'changed: 2026-09-14', 'changed: 2026-04-30'),
    [CHANGE, 'changed', 'changed'],
    'Muutos (changed) ei voi olla ajalta ennen palautetta (heard).',
    'The change (changed) cannot be from before the feedback (heard).',
  ],
  [
    'a change because of a survey that is not there',
    (files) => replace(files, CHANGE, 'survey: kysely', 'survey: kyselyt'),
    [CHANGE, 'survey', 'survey'],
    'Tiedostoa surveys/kyselyt.fi.md ei ole. Korjaa tunnus tai ota se pois. Tarkoititko: kysely?',
    'There is no file surveys/kyselyt.fi.md. Correct the id, or take it out. Did you mean kysely?',
  ],
];

it.each(rows)('%s', (_, ...row) => {
  const { found, wanted } = tried(row);
  expect(found).toEqual(wanted);
});

it.each([
  ['2027-03-29', true], // Easter Monday
  ['2027-06-25', true], // Midsummer Eve
  ['2027-03-30', false],
])('a meeting of the steering group on %s is warned of: %s, and stops nothing', (date, isOff) => {
  const files = madeFiles();
  replace(files, 'governance/rooli.fi.md', 'order: 1', `order: 1\nmeetings:\n  - ${date}`);
  const { faults } = checkFiles(files);
  expect(faults.filter((fault) => !isWarning(fault))).toEqual([]);
  expect(faults.map(told)).toEqual(
    isOff
      ? [
          [
            `governance/rooli.fi.md:${lineOf(files, 'governance/rooli.fi.md', date)} meetings.1`,
            `Kokouspäivä ${date} on viikonloppu tai muu vapaapäivä. Tarkista päivä. Raportti lähtee joka tapauksessa ajoissa.`,
            expect.stringMatching(
              /^The day of the meeting, .*, is a weekend or another day off\. Look at the day\. The pack goes out in time all the same\.$/,
            ),
          ],
        ]
      : [],
  );
});

// Letters and interface texts.
import { expect, it } from 'vitest';
import { append, type FaultRow, lineOf, replace, tried } from '../support/made-files.ts';

const ANSWER = 'letters/answer.fi.md';
const UI_SV = 'ui/sv.json';

const rows: FaultRow[] = [
  [
    'a placeholder that is missing',
    (files) => replace(files, ANSWER, '{author}', ''),
    [ANSWER, '{answer}', 'body'],
    'Kirjeessä pitää olla {author}. Lisää se tekstiin.',
    'The letter must hold {author}. Add it to the text.',
  ],
  [
    'a placeholder that is unknown',
    (files) => append(files, ANSWER, '\n{nam}'),
    [ANSWER, '{nam}', 'body'],
    '{nam} ei käy tähän kirjeeseen. Tarkoititko: {name}? Sallitut: {answer}, {author}, {reply_link}, {name}, {reference}, {status_link}, {phone}.',
    '{nam} cannot stand in this letter. Did you mean {name}? Allowed: {answer}, {author}, {reply_link}, {name}, {reference}, {status_link}, {phone}.',
  ],
  [
    'a placeholder that a subject cannot hold',
    (files) => replace(files, ANSWER, 'subject: Aihe', "subject: 'Aihe {reply_link}'"),
    [ANSWER, 'subject', 'subject'],
    '{reply_link} ei käy tähän kenttään. Poista se.',
    '{reply_link} cannot stand in this field. Delete it.',
  ],
  [
    'a link inside a paragraph',
    (files) => append(files, ANSWER, '\nAvaa [linkki]({status_link}) tästä.'),
    [ANSWER, 'Avaa', 'body'],
    'Linkki on yksin omassa kappaleessaan, jolloin siitä tulee painike: [linkki]({status_link})',
    'A link stands alone in its own paragraph, so that it becomes a button: [linkki]({status_link})',
  ],
  [
    'a link to somewhere else',
    (files) => append(files, ANSWER, '\n[linkki](https://a.example)'),
    [ANSWER, '[linkki]', 'body'],
    'Linkki johtaa merkintään, esimerkiksi [Avaa]({status_link}): [linkki](https://a.example)',
    'A link leads to a placeholder, for example [Open]({status_link}): [linkki](https://a.example)',
  ],
  [
    'bold text',
    (files) => append(files, ANSWER, '\nTämä on **tärkeää**.'),
    [ANSWER, 'Tämä', 'body'],
    'Kirjeet ovat pelkkää tekstiä. Poista muotoilu: **tärkeää**',
    'Letters are plain text. Take out the formatting: **tärkeää**',
  ],
  [
    'a numbered list',
    (files) => append(files, ANSWER, '\n1. yksi\n2. kaksi'),
    [ANSWER, '1. yksi', 'body'],
    'Kirjeen luettelo alkaa viivoilla, ei numeroilla: 1. yksi',
    'A list in a letter begins with hyphens, not with numbers: 1. yksi',
  ],
  [
    'a list in a list',
    (files) => append(files, ANSWER, '\n- yksi\n  - kaksi'),
    [ANSWER, '- kaksi', 'body'],
    'Kirjeen luettelossa ei voi olla toista luetteloa: - kaksi',
    'A list in a letter has no list inside it: - kaksi',
  ],
  [
    'a list in a quotation',
    (files) => append(files, ANSWER, '\n> - yksi'),
    [ANSWER, '- yksi', 'body'],
    'Kirjeen lainauksessa voi olla vain tekstiä: - yksi',
    'A quotation in a letter holds text only: - yksi',
  ],
  [
    'a table',
    (files) => append(files, ANSWER, '\n| a | b |\n|---|---|\n| c | d |'),
    [ANSWER, '| a | b |', 'body'],
    'Kirjeessä voi olla kappaleita, väliotsikoita, luetteloita, lainauksia ja linkkejä, ei muuta: | a | b |',
    'A letter holds paragraphs, headings, lists, quotations and links, nothing else: | a | b |',
  ],
  [
    'interface texts that are no JSON',
    (files) => replace(files, UI_SV, /",\n/, '"\n'),
    [UI_SV, 3],
    'Tiedostoa ei voi lukea. Joka rivillä on "avain": "teksti" ja lopussa pilkku, viimeisellä ei. (Tarkemmin: Expected \',\' or \'}\' after property value in JSON at position 43 (line 3 column 3).)',
    'The file cannot be read. Each line is "key": "text" with a comma at its end, the last one without. (In detail: Expected \',\' or \'}\' after property value in JSON at position 43 (line 3 column 3).)',
  ],
  [
    'an interface text that is missing',
    (files) => replace(files, UI_SV, /^ {2}"alert.label": .*\n/m, ''),
    [UI_SV, null, 'alert.label'],
    'Teksti puuttuu. Lisää rivi. Kääntäjälle: First word of an alert above a service page',
    'The text is missing. Add a line. For the translator: First word of an alert above a service page',
  ],
  [
    'an interface text that nobody knows',
    (files) => replace(files, UI_SV, '{\n', '{\n  "alert.lable": "Obs",\n'),
    [UI_SV, 2, 'alert.lable'],
    'Tällaista tekstiä ei ole missään. Poista rivi. Tarkoititko: alert.label?',
    'No such text is used anywhere. Delete the line. Did you mean alert.label?',
  ],
  [
    'an interface text that is empty',
    (files) => replace(files, UI_SV, /^ {2}"alert.label": .*$/m, '  "alert.label": "",'),
    [UI_SV, 'alert.label', 'alert.label'],
    'Teksti on tyhjä. Kääntäjälle: First word of an alert above a service page',
    'The text is empty. For the translator: First word of an alert above a service page',
  ],
  [
    'an interface text that stands twice',
    (files) => replace(files, UI_SV, /^( {2}"alert.label": .*\n)/m, '$1$1'),
    [UI_SV, (files) => lineOf(files, UI_SV, '"alert.label"') + 1, 'alert.label'],
    'Sama avain on tiedostossa kahdesti. Poista toinen.',
    'The same key stands twice in the file. Delete one.',
  ],
  [
    'an interface text with another placeholder',
    (files) => replace(files, UI_SV, /^( {2}"alert.days": ".*)\{from\}/m, '$1{fran}'),
    [UI_SV, 'alert.days', 'alert.days'],
    'Tekstissä pitää olla samat merkinnät kuin suomenkielisessä: {from} {to}.',
    'The text must hold the same placeholders as the Finnish one: {from} {to}.',
  ],
  [
    'a missing file of interface texts',
    (files) => files.delete(UI_SV),
    [UI_SV, null],
    'Tiedosto puuttuu, ja sivusto tarvitsee sen.',
    'The file is missing, and the site needs it.',
  ],
];

it.each(rows)('%s', (_, ...row) => {
  const { found, wanted } = tried(row);
  expect(found).toEqual(wanted);
});

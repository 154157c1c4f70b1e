// The check as a whole: good content, several faults at once, what is told of many files, days that go by.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '#domain/content/fault-texts.en.ts';
import { fi } from '#domain/content/fault-texts.fi.ts';
import { FAULT_LANGUAGES, faultText } from '#domain/content/fault-texts.ts';
import { isWarning } from '#domain/content-check/fault.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { append, checkFiles, type Files, lineOf, madeFiles, replace, textOf, told } from '../support/made-files.ts';

const A = 'services/a.fi.md';

/** `services/a.fi.md price: not_allowed`, in the order in which they are told. */
function codesAfter(change: (files: Files) => unknown, today?: string): string[] {
  const files = madeFiles();
  change(files);
  return checkFiles(files, today).faults.map(({ file, code }) => `${file}: ${code}`);
}
const inAllLanguages = (make: (lang: string) => unknown) => LANGUAGES.forEach(make);

it('good content has no faults', () => expect(codesAfter(() => {})).toEqual([]));

it('good content with the line ends of Windows has none either, and keeps its lines', () => {
  const files = madeFiles();
  append(files, A, 'Yksi.\n\nKatso [tästä](/palvelut/muu).');
  for (const lang of ['sv', 'en']) append(files, `services/a.${lang}.md`, 'Text.');
  replace(files, A, 'price: free', 'price: fre');
  const unix = checkFiles(files).faults.map(told);
  for (const [path, text] of files) files.set(path, String(text).replaceAll('\n', '\r\n'));
  expect(unix.map(([place]) => place)).toEqual([`${A}:20 price`, `${A}:75 body`]);
  expect(checkFiles(files).faults.map(told)).toEqual(unix);
});

it('a file that has several faults tells them all, from its top to its end', () => {
  const change = (files: Files) => {
    replace(files, A, 'price: free', 'price: fre');
    replace(files, A, '- P11.3', '- P11.33');
    replace(files, A, 'promise: lupaus', 'promise: muu');
    replace(files, A, 'aliases: []', 'aliases: [b-fi]');
  };
  expect(codesAfter(change)).toEqual([
    `${A}: not_allowed`,
    `${A}: code_unknown`,
    `${A}: reference_unknown`,
    `${A}: address_taken`,
  ]);
});

it('a file whose fields cannot be read is still there for the others', () => {
  const broken = (files: Files) => replace(files, 'providers/opisto.fi.md', 'name: Opisto', 'name: Opisto: uusi');
  expect(codesAfter(broken)).toEqual(['providers/opisto.fi.md: yaml_colon']);
  const files = madeFiles();
  broken(files);
  const place = { line: lineOf(files, 'providers/opisto.fi.md', 'name: Opisto: uusi'), column: 'name: '.length + 1 };
  expect(checkFiles(files).faults).toMatchObject([place]);
});

describe('files that share an id', () => {
  it('differ by a capital', () => {
    const change = (files: Files) => files.set('tools/Laskuri.fi.md', textOf(files, 'tools/laskuri.fi.md'));
    expect(codesAfter(change)).toEqual(['tools/Laskuri.fi.md: name_wrong', 'tools/Laskuri.fi.md: duplicate_id']);
  });
  it('lie in two folders', () => {
    const change = (files: Files) => files.set('tools/uudet/laskuri.fi.md', textOf(files, 'tools/laskuri.fi.md'));
    expect(codesAfter(change)).toEqual([
      'tools/uudet/laskuri.fi.md: name_folder',
      'tools/uudet/laskuri.fi.md: duplicate_id',
    ]);
  });
});

describe('addresses', () => {
  it('the same slug in two languages is no clash', () => {
    expect(codesAfter((files) => replace(files, A, 'slug: a-fi', 'slug: b-sv'))).toEqual([]);
  });
  it('an old slug that two pages claim', () => {
    const change = (files: Files) => {
      for (const item of ['a', 'b']) replace(files, `services/${item}.fi.md`, 'aliases: []', 'aliases: [vanha]');
    };
    expect(codesAfter(change)).toEqual(['services/b.fi.md: address_taken']);
  });
  it('two events at one address', () => {
    const change = (files: Files) =>
      inAllLanguages((lang) => {
        files.set(`events/aamu.${lang}.md`, textOf(files, `events/ilta.${lang}.md`));
        if (lang !== 'fi') replace(files, `events/aamu.${lang}.md`, 'slug: ilta', 'slug: aamu');
      });
    expect(codesAfter(change)).toEqual(['events/ilta.fi.md: address_taken']);
  });
  it('links lead to pages of every sort', () => {
    const good = [
      '/',
      '/palvelut',
      '/palvelut/a-fi#alku',
      '/palvelut?aihe=arki',
      '/palvelut/aihe/yrittajan-arki',
      '/palvelut/kunta/tuulisalmi',
      '/tuottajat/opisto',
      '/tapahtumat/ilta',
      '/tapahtumat/ilta.ics',
      '/tapahtumat.ics',
      '/atom.xml',
      '/tarve?palvelu=a',
      '/data/services.csv',
      '/favicon.svg',
      'https://www.vero.fi/palvelut',
      'mailto:a@b.example',
      'tel:+358400000100',
      '#väliotsikko-on-tämä',
      '/tietosuoja#väliotsikko-on-tämä',
    ];
    const files = madeFiles();
    append(
      files,
      'pages/privacy.fi.md',
      `## Väliotsikko on tämä\n\n${good.map((path) => `- [linkki](${path})`).join('\n')}`,
    );
    expect(checkFiles(files).faults.map(told)).toEqual([]);
  });
});

describe('what the site cannot be without', () => {
  it('a required page is told in each language', () => {
    const change = (files: Files) => inAllLanguages((lang) => files.delete(`pages/joining.${lang}.md`));
    expect(codesAfter(change)).toEqual(['en', 'fi', 'sv'].map((lang) => `pages/joining.${lang}.md: missing_file`));
  });
  it('the promise and the survey', () => {
    const change = (files: Files) =>
      inAllLanguages((lang) => {
        files.delete(`promises/lupaus.${lang}.md`);
        files.delete(`surveys/kysely.${lang}.md`);
      });
    expect(codesAfter(change)).toEqual([
      'changes/iltakurssi.fi.md: reference_unknown',
      'promises: missing_promise',
      'services/a.fi.md: reference_unknown',
      'services/b.fi.md: reference_unknown',
      'surveys: missing_survey',
    ]);
  });
  it('anything at all', () => {
    expect(checkFiles(new Map([['services/luonnos.docx', 'PK']])).faults.map(({ code }) => code)).toEqual([
      'no_content',
    ]);
  });
});

it('pages and letters that nobody would show or send are told in each language', () => {
  const change = (files: Files) =>
    inAllLanguages((lang) => {
      files.set(`pages/guidence.${lang}.md`, textOf(files, `pages/guidance.${lang}.md`));
      files.set(`letters/recept.${lang}.md`, textOf(files, `letters/receipt.${lang}.md`));
    });
  expect(codesAfter(change)).toEqual([
    ...['en', 'fi', 'sv'].map((lang) => `letters/recept.${lang}.md: letter_unknown`),
    ...['en', 'fi', 'sv'].map((lang) => `pages/guidence.${lang}.md: page_unknown`),
  ]);
});

it('a file that cannot be read says why', () => {
  const { faults } = checkFiles(madeFiles(), '2026-11-23', [{ path: 'tools/rikki.fi.md', problem: 'EACCES' }]);
  expect(faults.map(told)[1]).toEqual([
    'tools/rikki.fi.md',
    'Tiedostoa ei voi lukea (EACCES).',
    'The file cannot be read (EACCES).',
  ]);
});

it.each(['2026-11-23', '2027-05-01', '2040-01-01', '2020-01-01'])('no day of checking makes a fault: %s', (today) => {
  const { faults } = checkFiles(madeFiles(), today);
  expect(faults.filter((fault) => !isWarning(fault))).toEqual([]);
});

describe('the texts of faults', () => {
  const marks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  it('hold the same values in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(fi));
    for (const [code, text] of Object.entries(fi))
      expect([code, marks(en[code as keyof typeof fi])]).toEqual([code, marks(text)]);
  });
  it('tell the likeliest value, then all of them, after the sentence', () => {
    const fault = { code: 'unknown_field', params: { nearest: 'name', known: 'name, slug' } } as const;
    expect(FAULT_LANGUAGES.map((lang) => faultText(fault, lang))).toEqual([
      'Tällaista kenttää ei ole. Tarkoititko: name? Sallitut: name, slug.',
      'There is no such field. Did you mean name? Allowed: name, slug.',
    ]);
  });
  it('are each told by some rule', () => {
    const rules = globSync('site/domain/content{,-check}/*.ts').filter((file) => !file.includes('fault-texts'));
    const code = rules.map((file) => readFileSync(file, 'utf8')).join('\n');
    expect(Object.keys(fi).filter((fault) => !code.includes(`'${fault}'`))).toEqual([]);
  });
  it('put in values as they are', () => {
    const fault = { code: 'letter_must', params: { placeholder: '{author}', author: 'x' } } as const;
    expect(faultText(fault, 'en')).toBe('The letter must hold {author}. Add it to the text.');
  });
});

// Markdown as plain text, and its length as a reader sees it.
import { expect, it } from 'vitest';
import { plainText, renderedLength } from '#domain/open-data/plain-text.ts';

it.each([
  ['Kaksi *sanaa* ja **lisää**.', 'Kaksi sanaa ja lisää.'],
  ['Eka\nrivi.\n\nToka kappale.', 'Eka rivi.\n\nToka kappale.'],
  ['## Otsikko\n\n- yksi\n- kaksi', 'Otsikko\n\n- yksi\n- kaksi'],
  ['3. kolmas\n4. neljäs', '3. kolmas\n4. neljäs'],
  ['Lue [ohje](https://a.example/b).', 'Lue ohje (https://a.example/b).'],
  ['<https://a.example/b>', 'https://a.example/b'],
  ['R&D ja 5 < 7 \\*tähti\\*', 'R&D ja 5 < 7 *tähti*'],
  ['`a < b`', 'a < b'],
  ['', ''],
])('%j is read as %j', (markdown, text) => expect(plainText(markdown)).toBe(text));

it('counts what is seen: no asterisks, no address, an emoji as one', () => {
  expect(renderedLength('**Hei** [tästä](https://a.example/pitka/osoite) 😀')).toBe('Hei tästä 😀'.length - 1);
});

// What has no markup is not parsed at all: it must come out as it would if it were.
const plain = ['Yksi rivi.', 'Kaksi kappaletta, (a) 5 % – "näin".\n\nToka: 3/4 tuntia? Joo! ', 'Å, ä ja ö.\n'];
it.each(plain)('%j is read the same with markup after it', (markdown) => {
  expect(plainText(`${markdown}\n\n**loppu**`)).toBe(`${plainText(markdown)}\n\nloppu`);
});
it.each(['Katso www.a.example.', 'Katso https://a.example/b.'])('%j is parsed: its address is a link', (markdown) => {
  expect(plainText(markdown)).toBe(plainText(`**${markdown}**`));
});

// What people write, cleaned: nothing in it turns round, hides or breaks a line, and what they meant stays.
import { expect, it } from 'vitest';
import { cleanEmail, cleanLine, cleanText } from '#domain/forms/text.ts';

it.each([
  ['Paja\u202eyO ajaP', 'PajayO ajaP'],
  ['Malli Oy \u200f(100 €)\u200e', 'Malli Oy (100 €)'],
  ['Mai\u200bja\u2060 \ufeffMalli', 'Maija Malli'],
  ['Mal\u00adli\u3164', 'Malli'],
  [`Kirsi${String.fromCodePoint(0xe0041, 0xe0042)}`, 'Kirsi'],
  ['Kirsi\r\nBcc: muu@muualla.example', 'Kirsi Bcc: muu@muualla.example'],
  ['Kirsi\u2028Malli\u0085\u0000', 'Kirsi Malli'],
  ['\u200b\u2060', ''],
  // Joiners of emoji, and letters of every script.
  ['Åsa 👩‍🏭 مها', 'Åsa 👩‍🏭 مها'],
])('%j is the line %j', (written, line) => {
  expect(cleanLine(written)).toBe(line);
});

it('a text keeps its lines and loses what turns them round', () => {
  expect(cleanText('yksi\r\nkaksi\u202e kolme\u0007\u061c')).toBe('yksi\nkaksi kolme');
});

it('an address with something unseen in it is the address', () => {
  expect(cleanEmail(' Kirsi@Paja\u200b.example\u202e')).toBe('kirsi@paja.example');
});

// Which lines would lead somewhere from a letter.
import { expect, it } from 'vitest';
import { leadsSomewhere } from '#domain/leads-somewhere.ts';
import { LINES } from '../support/lines-that-lead.ts';

it.each(LINES)('%j: %s', (line, leads) => {
  expect(leadsSomewhere(line)).toBe(leads);
});

it('does not take long over a line that is all dots and letters', () => {
  // By steps, not by the clock: a pattern that goes back over itself would not come to an end.
  expect(leadsSomewhere(`${'a.'.repeat(1000)}`)).toBe(false);
  expect(leadsSomewhere(`${'aa-'.repeat(1000)}`)).toBe(false);
});

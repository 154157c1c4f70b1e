// Which provider confirmed its texts when: what is believed of the portal's answer.
import { describe, expect, it } from 'vitest';
import { confirmationOf, parseConfirmations } from '#domain/confirmations.ts';

const TODAY = '2026-11-23';

describe('a confirmation', () => {
  const told = parseConfirmations('{"havu":"2026-11-22","bitti":"2026-11-23","luotsi":"2026-11-24"}');

  it('of today or before counts', () => {
    expect(confirmationOf('havu', told, TODAY)).toBe('2026-11-22');
    expect(confirmationOf('bitti', told, TODAY)).toBe(TODAY);
  });

  it('of tomorrow, or of somebody who is not told of, does not', () => {
    expect(confirmationOf('luotsi', told, TODAY)).toBeUndefined();
    expect(confirmationOf('meri', told, TODAY)).toBeUndefined();
    expect(confirmationOf('constructor', told, TODAY)).toBeUndefined();
    expect(confirmationOf('__proto__', parseConfirmations('{"__proto__":"2026-11-22"}'), TODAY)).toBeUndefined();
  });
});

it.each([
  ['no JSON', '<!doctype html>'],
  ['a list', '[]'],
  ['nothing', 'null'],
  ['a text', '"2026-11-22"'],
  ['a date that is none', '{"havu":"2026-02-30"}'],
  ['a moment for a day', '{"havu":"2026-11-22T10:00:00Z"}'],
  ['a person in it', '{"havu":{"on":"2026-11-22","by":"a@b.example"}}'],
  ['an id that names no file', '{"../havu":"2026-11-22"}'],
])('%s is no answer', (_what, json) => {
  expect(() => parseConfirmations(json)).toThrow();
});

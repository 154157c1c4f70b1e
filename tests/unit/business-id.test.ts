// The business ID: ways to write it that are forgiven, and the check digit that is not.
import { describe, expect, it } from 'vitest';
import { businessIdFault, normaliseBusinessId } from '#domain/business-id.ts';

describe('a business ID', () => {
  it.each(['0201256-6', '1366959-8', '2331972-7', '0194099-3'])('%s is good', (id) => {
    expect(businessIdFault(id)).toBeUndefined();
    expect(normaliseBusinessId(id)).toBe(id);
  });

  it.each([
    'FI02012566',
    'fi02012566',
    'FI 0201256-6',
    'FI-0201256-6',
    ' 0201256-6 ',
    '0201256 - 6',
    '02012566',
    '0201 256 6',
    '201256-6',
    '0201256–6',
    '0201256−6',
    '０２０１２５６-６',
    '\u00a00201256-6',
  ])('written as %j is taken as 0201256-6', (text) => {
    expect(normaliseBusinessId(text)).toBe('0201256-6');
    expect(businessIdFault(text)).toBeUndefined();
  });

  it('has one right check digit', () => {
    const faults = Array.from({ length: 10 }, (_, digit) => businessIdFault(`0201256-${digit}`));
    expect(
      faults.map((fault, digit) => (fault === undefined ? digit : fault)).filter((each) => each !== 'check_digit'),
    ).toEqual([6]);
  });

  it('whose sum leaves the remainder 0 has the check digit 0', () => {
    // 1·7 + 2·2 = 11
    expect(businessIdFault('1000002-0')).toBeUndefined();
    expect(businessIdFault('1000002-1')).toBe('check_digit');
  });

  it('whose sum leaves the remainder 1 is never given, whatever the digit', () => {
    // 1·10 + 1·2 = 12
    const faults = Array.from({ length: 10 }, (_, digit) => businessIdFault(`0010001-${digit}`));
    expect(faults).toEqual(Array(10).fill('check_digit'));
  });

  it('with two neighbouring digits swapped is found out', () => {
    for (const id of ['2001256-6', '0210256-6', '0021256-6', '0202156-6', '0201526-6', '0201265-6']) {
      expect(businessIdFault(id)).toBe('check_digit');
    }
  });

  it.each([
    '',
    '-',
    '0201256',
    '0201256-',
    '0201256-66',
    '1234567890',
    '20125-6',
    'SE02012566',
    '0201256-X',
    'Oy Malli Ab',
    '١٢٣٤٥٦٧-٨',
  ])('%j has the wrong shape and stays as it was written', (text) => {
    expect(businessIdFault(text)).toBe('format');
    expect(normaliseBusinessId(` ${text} `)).toBe(text);
  });
});

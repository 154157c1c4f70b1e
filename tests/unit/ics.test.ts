// Calendar files by RFC 5545: ends of lines, folding, escapes, times.
import { expect, it } from 'vitest';
import { helsinkiInstant } from '#domain/helsinki-time.ts';
import { escapeText, fold, ics } from '#domain/ics.ts';

const at = (day: string, time: string) => helsinkiInstant(day, time) as Date;
const event = {
  uid: 'verkkoinfo@tarjotin.example',
  starts: at('2027-01-20', '09:00'),
  ends: at('2027-01-20', '11:00'),
  stamp: new Date('2026-11-22T10:00:00.123Z'),
  title: 'Info; osa 1, alku',
  description: `Rivi\nToinen \\ rivi. ${'Pitkä ääkkösellinen lause. '.repeat(8)}`,
  url: 'https://tarjotin.example/tapahtumat/verkkoinfo',
  location: 'Mallikatu 1, Tuulisalmi',
};
const text = ics(
  [event, { ...event, uid: 'kesa@tarjotin.example', starts: at('2027-05-12', '09:00'), location: '' }],
  'Kaikki',
);
const unfolded = text.replaceAll('\r\n ', '').split('\r\n');

it('ends each line with CR LF and holds none over 75 octets', () => {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

it('tells times in UTC, winter and summer', () => {
  expect(unfolded).toContain('DTSTART:20270120T070000Z');
  expect(unfolded).toContain('DTEND:20270120T090000Z');
  expect(unfolded).toContain('DTSTART:20270512T060000Z');
  expect(unfolded).toContain('DTSTAMP:20261122T100000Z');
});

it('escapes what means something, and folds so that unfolding gives it back', () => {
  expect(unfolded).toContain('SUMMARY:Info\\; osa 1\\, alku');
  expect(unfolded).toContain(`DESCRIPTION:${escapeText(event.description)}`);
  expect(escapeText('a\r\nb\\c')).toBe('a\\nb\\\\c');
});

it('has one location for two events, as only one has a place', () => {
  expect(unfolded.filter((line) => line.startsWith('LOCATION:'))).toEqual(['LOCATION:Mallikatu 1\\, Tuulisalmi']);
  expect(unfolded.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
});

it('never cuts a character in two', () => {
  const line = `SUMMARY:${'😀'.repeat(60)}`;
  expect(fold(line).replaceAll('\r\n ', '')).toBe(line);
});

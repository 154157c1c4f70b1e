// Events as iCalendar (RFC 5545). Times are in UTC, which every calendar shows in the reader's own time; no time zone has to be spelt out.
export type CalendarEvent = {
  /** Unique in the world and the same for ever: a calendar updates what it knows by it. */
  uid: string;
  starts: Date;
  ends: Date;
  /** When this text came into being. */
  stamp: Date;
  title: string;
  description: string;
  url: string;
  location?: string | undefined;
};

export function ics(events: CalendarEvent[], name: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tarjotin//Tarjotin//FI',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

const eventLines = ({ uid, starts, ends, stamp, title, description, url, location }: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${utc(stamp)}`,
  `DTSTART:${utc(starts)}`,
  `DTEND:${utc(ends)}`,
  `SUMMARY:${escapeText(title)}`,
  `DESCRIPTION:${escapeText(description)}`,
  `URL:${url}`,
  ...(location ? [`LOCATION:${escapeText(location)}`] : []),
  'END:VEVENT',
];

/** 2027-01-20T07:00:00.000Z → 20270120T070000Z. */
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Section 3.3.11. */
export const escapeText = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

const LINE_OCTETS = 75;

/** Of one character in UTF-8. */
function octets(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Section 3.1: no line over 75 octets, never cut inside a character; what follows begins with a space. */
export function fold(line: string): string {
  let folded = '';
  let length = 0;
  for (const character of line) {
    const size = octets(character);
    if (length + size > LINE_OCTETS) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += size;
  }
  return folded;
}

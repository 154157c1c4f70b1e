// Hours as Postgres reads a tstzmultirange: an hour in which they end is none of theirs.
import type { MailHours } from '#domain/ladder.ts';

export const asMultirange = (hours: MailHours[]): string =>
  `{${hours.map(({ from, to }) => `[${from.toISOString()},${to.toISOString()})`).join(',')}}`;

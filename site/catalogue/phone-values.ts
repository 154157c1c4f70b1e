// The promise's phone and its hours, as values for a text with {phone}, {from} and {to}.
import type { ServicePromise } from './promise.ts';

export const phoneValues = ({ phone, phoneHours }: ServicePromise) => ({
  // Numbers are read in groups but not broken at the end of a line.
  phone: phone.replaceAll(' ', '\u00a0'),
  from: phoneHours.from,
  to: phoneHours.to,
});

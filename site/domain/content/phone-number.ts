// A phone number in international form, so that a phone can call it from anywhere: +358 40 000 0100.
import * as z from 'zod';

export const phoneNumber = z
  .string({ error: "must be in quotes, for example '+358 40 000 0100'" })
  .regex(/^\+\d{1,3}( \d+)+$/, "must begin with + and the country, for example '+358 40 000 0100'");

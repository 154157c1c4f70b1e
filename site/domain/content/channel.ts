// A way to get a service: the need form, a phone, an email address, a provider's place.
import * as z from 'zod';
import { phoneNumber } from './phone-number.ts';
import { reference } from './reference.ts';

export const channel = z.discriminatedUnion('kind', [
  /** The portal's own need form, with the service chosen. */
  z.strictObject({ kind: z.literal('form') }),
  /** A phone that somebody answers. */
  z.strictObject({ kind: z.literal('phone'), phone: phoneNumber }),
  /** An address that somebody reads. */
  z.strictObject({ kind: z.literal('email'), email: z.email('must be an email address') }),
  /** A provider's own place; `provider` is the id of a file of content/providers. */
  z.strictObject({ kind: z.literal('place'), provider: reference('providers') }),
]);

export type Channel = z.infer<typeof channel>;

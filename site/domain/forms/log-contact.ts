// log-contact: a call or meeting with the company, when it was and what was agreed.
import * as z from 'zod';
import { helsinkiInstant } from '../helsinki-time.ts';
import { messageSchema } from './message.ts';
import { cleanLine } from './text.ts';

export const CHANNELS = ['phone', 'meeting', 'video'] as const;

/** Fields `channel`, `date` (YYYY-MM-DD), `time` (HH:MM, Helsinki), `note`; codes `missing`, `unknown_channel`, `bad_time`, `too_long`. */
export const logContactSchema = z
  .record(z.string(), z.unknown())
  .transform((raw) => ({
    channel: cleanLine(raw.channel),
    date: cleanLine(raw.date),
    time: cleanLine(raw.time).replace('.', ':'),
    note: raw.note,
  }))
  .superRefine((values, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (!values.channel) fault('channel', 'missing');
    else if (!CHANNELS.includes(values.channel as (typeof CHANNELS)[number])) fault('channel', 'unknown_channel');
    if (!helsinkiInstant(values.date, values.time)) fault('time', 'bad_time');
    for (const issue of messageSchema('note').safeParse(values).error?.issues ?? []) fault('note', issue.message);
  })
  .transform((values) => ({
    channel: z.enum(CHANNELS).parse(values.channel),
    happened_at: helsinkiInstant(values.date, values.time) as Date,
    note: messageSchema('note').parse(values).note as string,
  }));

// A template of an answer to a company: the name by which a coordinator picks it, and under the fields the text, in the company's language.
import * as z from 'zod';

/** What fills itself: the contact's name, who answers, the services that the company chose, our phone number, the reference. */
export const REPLY_PLACEHOLDERS = ['name', 'coordinator', 'services', 'phone', 'reference'] as const;
export type ReplyPlaceholder = (typeof REPLY_PLACEHOLDERS)[number];

const texts = {
  /** What it says in a few words, as the coordinator reads it in the list. */
  title: z.string().min(3).max(60),
};

const facts = {
  /** Its place in the list, from 1. */
  order: z.int().min(1),
};

export const replyTexts = z.strictObject(texts);
export const replySchema = z.strictObject({ ...facts, ...texts });

/** What a coordinator still has to fill in: “[day and time]”. */
const GAP = /\[[^[\]\n]+\]/g;
export const gapsIn = (text: string): string[] => text.match(GAP) ?? [];

/** The text with its placeholders filled; a value that there is not becomes a gap of its own. */
export const fillReply = (text: string, values: Readonly<Record<ReplyPlaceholder, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name) => values[name as ReplyPlaceholder] ?? whole);

// A role in running the network: what it does, what it decides, when it meets.
import * as z from 'zod';
import { isoDate } from './iso-date.ts';

export const LEVELS = ['strategic', 'coordinating', 'production'] as const;

const texts = {
  /** The role's name. */
  role: z.string().min(3).max(100),
  /** What it does. */
  tasks: z.array(z.string().min(5).max(200)).min(1).max(8),
  /** What it decides. */
  decides: z.array(z.string().min(5).max(200)).min(1).max(8),
  /** How often it meets. */
  meets: z.string().min(3).max(200),
};

const facts = {
  /** Which of the three levels it belongs to. */
  level: z.enum(LEVELS),
  /** Its place on the page, from 1. */
  order: z.int().min(1),
  /** Days on which it meets, if it is to be sent a pack of figures for each of them; past ones stay, since the next pack begins where the last one ended. */
  meetings: z.array(isoDate).optional(),
};

export const governanceFacts = z.object(facts);
export const governanceTexts = z.strictObject(texts);
export const governanceSchema = z.strictObject({ ...facts, ...texts });

export type GovernanceFacts = z.infer<typeof governanceFacts>;
export type GovernanceTexts = z.infer<typeof governanceTexts>;

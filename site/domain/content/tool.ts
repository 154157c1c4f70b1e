// A calculator, template or guide that somebody else publishes and that helps with a service.
import * as z from 'zod';
import type { FaultCode } from './fault-texts.ts';
import { reference } from './reference.ts';

export const TOOL_KINDS = ['calculator', 'template', 'guide'] as const;

const texts = {
  /** What it is called. */
  name: z.string().min(3).max(100),
  /** What you can do with it. */
  summary: z.string().min(10).max(150),
};

const facts = {
  /** Its address, at its publisher. */
  url: z.url({ protocol: /^https$/, error: 'url' satisfies FaultCode }).meta({ pattern: '^https://' }),
  /** What sort of tool it is. */
  kind: z.enum(TOOL_KINDS),
  /** Ids of the services that it helps with. */
  services: z.array(reference('services')).min(1),
};

export const toolFacts = z.object(facts);
export const toolTexts = z.strictObject(texts);
export const toolSchema = z.strictObject({ ...facts, ...texts });

export type ToolFacts = z.infer<typeof toolFacts>;
export type ToolTexts = z.infer<typeof toolTexts>;

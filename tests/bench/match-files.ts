// The two files that bench:match reads, checked: services of one language, and needs with the right services.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { LANGUAGES, type Language } from '#domain/routes.ts';

const language = z.enum(LANGUAGES);

const service = z.object({
  id: z.string(),
  lang: language,
  title: z.string(),
  summary: z.string(),
  keywords: z.array(z.string()),
  body: z.string(),
  needs: z.array(z.string()).default([]),
});

const need = z.object({ lang: language, text: z.string(), correct: z.array(z.string()).min(1) });
export type NeedSample = z.infer<typeof need>;

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

export function readServices(file: string): { lang: Language; services: z.infer<typeof service>[] } {
  const services = z.array(service).min(1).parse(read(file));
  return { lang: services[0]?.lang ?? 'fi', services };
}

export const readNeeds = (file: string, lang: Language): NeedSample[] =>
  z
    .array(need)
    .parse(read(file))
    .filter((sample) => sample.lang === lang);

// A whole network's content, made up: as many services, providers and so on as are asked for, in three languages, each
// file as a real one is in length, lists and references. The build takes it; the same seed and day give the same files.
import { LANGUAGES, type Language } from '#domain/routes.ts';
import { type Random, random } from '../random.ts';
import { madeAlert, madeEvent, madeExperience, madeProvider, madeTool } from './made-others.ts';
import { madeService } from './made-service.ts';
import { type MadeTexts, madeTexts } from './made-texts.ts';
import { type SlugMaker, slugMaker } from './slug-maker.ts';

/** How many items of each folder. An item is three files. */
export type Counts = {
  services: number;
  providers: number;
  events: number;
  experiences: number;
  tools: number;
  alerts: number;
};
export type Folder = keyof Counts;
export type MadeFile = { folder: Folder; item: string; lang: Language; data: object; body: string };

/** What an item's maker works with. */
export type Making = {
  from: Random;
  /** The item's number in its folder, from 0. */
  at: number;
  today: string;
  ids: Record<Folder, string[]>;
  slugs: SlugMaker;
  texts: Record<Language, MadeTexts>;
};
export type Made = {
  facts: object;
  /** In each language's file, its body apart. */
  texts: Record<Language, object & { body?: string }>;
};

const MAKERS: Record<Folder, (making: Making) => Made> = {
  services: madeService,
  providers: madeProvider,
  events: madeEvent,
  experiences: madeExperience,
  tools: madeTool,
  alerts: madeAlert,
};

/** The shares of a network of some hundred services: eight in ten files are services, and a service has about three providers. */
export function countsFor(files: number): Counts {
  const items = Math.floor(files / LANGUAGES.length);
  const share = (percent: number) => Math.max(3, Math.round((items * percent) / 100));
  const others = {
    providers: share(4),
    events: share(9),
    experiences: share(6),
    tools: share(1),
    // Alerts are a few at a time, however big the network.
    alerts: 3,
  };
  const taken = Object.values(others).reduce((sum, count) => sum + count, 0);
  return { services: Math.max(3, items - taken), ...others };
}

export function madeNetwork(counts: Counts, today: string, seed = 1): MadeFile[] {
  const from = random(seed);
  const slugs = slugMaker();
  const texts = { fi: madeTexts(from, 'fi'), sv: madeTexts(from, 'sv'), en: madeTexts(from, 'en') };
  const folders = Object.keys(counts) as Folder[];
  // Ids first: items refer to each other.
  const ids = Object.fromEntries(
    folders.map((folder) => [
      folder,
      Array.from({ length: counts[folder] }, () => slugs.next(folder, texts.fi.phrase(8, 24))),
    ]),
  ) as Record<Folder, string[]>;
  return folders.flatMap((folder) =>
    ids[folder].flatMap((item, at) => {
      const made = MAKERS[folder]({ from, at, today, ids, slugs, texts });
      return LANGUAGES.map((lang) => {
        const { body = '', ...own } = made.texts[lang];
        return { folder, item, lang, data: lang === 'fi' ? { ...made.facts, ...own } : own, body };
      });
    }),
  );
}

// Ids and slugs out of names, each once. All end in a number, which no real one does: made content stands beside real content.
import { slugify } from '#domain/slugify.ts';

export type SlugMaker = { next(kind: string, name: string): string };

/** Far enough from the 60 characters that a slug may have for a number to fit. */
const LONGEST = 50;

export function slugMaker(): SlugMaker {
  const taken = new Map<string, number>();
  return {
    next(kind, name) {
      const slug = slugify(name).slice(0, LONGEST).replace(/-$/, '');
      const times = (taken.get(`${kind} ${slug}`) ?? 0) + 1;
      taken.set(`${kind} ${slug}`, times);
      return `${slug}-x${times}`;
    },
  };
}

// What has changed on the site, as an Atom feed (RFC 4287).
import { xmlText } from './xml.ts';

export type FeedEntry = {
  /** The same for ever, and new for each change that a reader should hear of. */
  id: string;
  url: string;
  title: string;
  summary: string;
  updated: Date;
};

export type Feed = { title: string; lang: string; url: string; home: string; author: string; entries: FeedEntry[] };

/** Feeds tell what is new: older entries have been read long ago. */
const MOST = 50;

export function atom({ title, lang, url, home, author, entries }: Feed): string {
  const newest = entries
    .toSorted((a, b) => b.updated.getTime() - a.updated.getTime() || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
  // An empty feed has to have a date as well; the standard names no better one than the beginning.
  const updated = newest[0]?.updated ?? new Date(0);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(lang)}">
<id>${xmlText(url)}</id>
<title>${xmlText(title)}</title>
<updated>${updated.toISOString()}</updated>
<author><name>${xmlText(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${xmlText(url)}"/>
<link rel="alternate" type="text/html" href="${xmlText(home)}"/>
${newest.map(entry).join('')}</feed>
`;
}

const entry = ({ id, url, title, summary, updated }: FeedEntry): string => `<entry>
<id>${xmlText(id)}</id>
<title>${xmlText(title)}</title>
<updated>${updated.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${xmlText(url)}"/>
<summary>${xmlText(summary)}</summary>
</entry>
`;

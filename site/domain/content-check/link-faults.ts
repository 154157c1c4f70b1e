// Links in running text that lead to nowhere inside the site, to an old address, or to another language.
import { LANGUAGES, routes, SERVICE_QUERY } from '../routes.ts';
import type { BodyParts } from './body-parts.ts';
import type { Content } from './content.ts';
import type { ContentFile } from './content-file.ts';
import type { Fault } from './fault.ts';
import { headingIds } from './heading-ids.ts';
import { nearest } from './nearest.ts';
import { bodyFault } from './place.ts';
import type { SiteAddresses } from './site-addresses.ts';

/** What a link may begin with; of these nobody looks where they lead. */
const ELSEWHERE = /^(https?:\/\/|mailto:|tel:)/i;

const HOST = /^www\.|^\/\//;

export type PartsOf = (file: ContentFile) => BodyParts;

export function linkFaults(file: ContentFile, content: Content, addresses: SiteAddresses, partsOf: PartsOf): Fault[] {
  return partsOf(file).links.flatMap(({ href, at }) => {
    if (ELSEWHERE.test(href)) return [];
    const told = judge(href, file, content, addresses, partsOf);
    return told ? [bodyFault(file, at, told.code, told.params)] : [];
  });
}

type Told = Pick<Fault, 'code' | 'params'>;

function judge(
  href: string,
  file: ContentFile,
  { inFolder }: Content,
  { known, old }: SiteAddresses,
  partsOf: PartsOf,
): Told | undefined {
  const { path, query, anchor } = parts(href);
  if (href === '') return { code: 'link_empty' };
  if (path === '') return anchorTold(file, file.path, anchor, partsOf);
  if (!path.startsWith('/') || path.startsWith('//')) return relative(href, path, file, known);
  const right = old.get(path);
  if (right) return { code: 'link_old', params: { address: path, right } };
  const address = known.get(path);
  if (!address) return unknown(path, file, known);
  if (address.lang && address.lang !== file.lang) {
    const own = address.others[file.lang];
    return own ? { code: 'link_language', params: { address: path, right: own } } : undefined;
  }
  const service = new URLSearchParams(query).get(SERVICE_QUERY[file.lang]);
  const isForm = path === routes.path('needForm', file.lang);
  if (isForm && service && !inFolder.services.some(({ item }) => item === service))
    return unknown(href, file, new Set(inFolder.services.map(({ item }) => routes.needForm(file.lang, item))));
  return address.file && anchorTold(address.file, path, anchor, partsOf);
}

function parts(href: string): { path: string; query: string; anchor: string } {
  const [, path = '', query = '', anchor = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(href) ?? [];
  try {
    return { path: decodeURI(path), query, anchor: decodeURI(anchor) };
  } catch {
    return { path, query, anchor };
  }
}

type Paths = SiteAddresses['known'] | ReadonlySet<string>;

function unknown(address: string, file: ContentFile, known: Paths): Told {
  const withoutSlash = address.replace(/\/+$/, '');
  const near = known.has(withoutSlash) ? withoutSlash : nearest(address, ofLanguage(known, file));
  return { code: 'link_unknown', params: { address, ...(near && { nearest: near }) } };
}

/** A page of the file's own language is what was meant. */
const ofLanguage = (known: Paths, file: ContentFile): string[] =>
  known instanceof Map
    ? [...known].filter(([, { lang }]) => !lang || lang === file.lang).map(([path]) => path)
    : [...(known as ReadonlySet<string>)];

/** What lies behind `hitsaus`, `../palvelut/hitsaus`, `hitsaus.fi.md` or `www.example.fi`. */
function relative(address: string, path: string, file: ContentFile, known: SiteAddresses['known']): Told {
  const last = path.split('/').at(-1) ?? '';
  const end = last.replace(new RegExp(`(\\.(${LANGUAGES.join('|')}))?\\.(md|html)$`), '');
  const near = HOST.test(path)
    ? `https://${path}`
    : ofLanguage(known, file).find((candidate) => end !== '' && candidate.endsWith(`/${end}`));
  return { code: 'link_relative', params: { address, ...(near && { nearest: near }) } };
}

/** Headings get their ids from their words. Other ids belong to the page's frame, which content does not know: hence a warning only. */
function anchorTold(target: ContentFile, page: string, anchor: string, partsOf: PartsOf): Told | undefined {
  if (anchor.length < 2 || !target.isRead) return undefined;
  const ids = headingIds(partsOf(target).headings);
  if (ids.includes(anchor.slice(1))) return undefined;
  const near = nearest(
    anchor,
    ids.map((id) => `#${id}`),
  );
  return { code: 'link_anchor', params: { page, anchor, ...(near && { nearest: near }) } };
}

// Every address of the portal, once: pages by language, the links of letters, the endpoints.
export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const PAGES = {
  home: { fi: '/', sv: '/sv', en: '/en' },
  services: { fi: '/palvelut', sv: '/sv/tjanster', en: '/en/services' },
  /** Every service in one table, from which two or three can be laid side by side. */
  compare: { fi: '/palvelut/vertaa', sv: '/sv/tjanster/jamfor', en: '/en/services/compare' },
  /** The map narrowed by what stands in the query; a function answers. */
  findServices: { fi: '/palvelut/rajaa', sv: '/sv/tjanster/avgransa', en: '/en/services/narrow' },
  providers: { fi: '/tuottajat', sv: '/sv/producenter', en: '/en/providers' },
  promise: { fi: '/lupaus', sv: '/sv/lofte', en: '/en/promise' },
  /** Needs and feedback of the last year; a function answers. */
  figures: { fi: '/luvut', sv: '/sv/siffror', en: '/en/figures' },
  /** What was changed because of feedback. */
  changed: { fi: '/luvut/sanoitte-teimme', sv: '/sv/siffror/ni-sade-vi-gjorde', en: '/en/figures/you-said-we-did' },
  privacy: { fi: '/tietosuoja', sv: '/sv/dataskydd', en: '/en/privacy' },
  /** What is agreed to when a company lets somebody see its workspace. */
  sharing: { fi: '/tietosuoja/jakaminen', sv: '/sv/dataskydd/delning', en: '/en/privacy/sharing' },
  accessibility: { fi: '/saavutettavuus', sv: '/sv/tillganglighet', en: '/en/accessibility' },
  needForm: { fi: '/tarve', sv: '/sv/behov', en: '/en/need' },
  requestLink: { fi: '/linkki', sv: '/sv/lank', en: '/en/link' },
  events: { fi: '/tapahtumat', sv: '/sv/evenemang', en: '/en/events' },
  tools: { fi: '/tyokalut', sv: '/sv/verktyg', en: '/en/tools' },
  guidance: { fi: '/neuvonta', sv: '/sv/radgivning', en: '/en/guidance' },
  governance: { fi: '/verkosto', sv: '/sv/natverket', en: '/en/network' },
  joining: { fi: '/verkosto/liity', sv: '/sv/natverket/ga-med', en: '/en/network/join' },
  changes: { fi: '/verkosto/muutokset', sv: '/sv/natverket/andringar', en: '/en/network/changes' },
  openData: { fi: '/data', sv: '/sv/data', en: '/en/data' },
} as const satisfies Record<string, Record<Language, string>>;
export type Page = keyof typeof PAGES;
export const PAGE_NAMES = Object.keys(PAGES) as Page[];

/** The ways to narrow the map: the word in addresses (`/palvelut/aihe/rahoitus`) and in queries (`?aihe=rahoitus`). */
export const FACETS = {
  event: { fi: 'tilanne', sv: 'situation', en: 'situation' },
  theme: { fi: 'aihe', sv: 'tema', en: 'theme' },
  size: { fi: 'koko', sv: 'storlek', en: 'size' },
  stage: { fi: 'vaihe', sv: 'skede', en: 'stage' },
  target: { fi: 'kohderyhma', sv: 'malgrupp', en: 'target-group' },
  place: { fi: 'tapa', sv: 'satt', en: 'way' },
  municipality: { fi: 'kunta', sv: 'kommun', en: 'municipality' },
  language: { fi: 'kieli', sv: 'sprak', en: 'language' },
  provider: { fi: 'tuottaja', sv: 'producent', en: 'provider' },
} as const satisfies Record<string, Record<Language, string>>;
export type FacetKind = keyof typeof FACETS;

/** The query key with which a page opens the need form with a service chosen. */
export const SERVICE_QUERY = { fi: 'palvelu', sv: 'tjanst', en: 'service' } as const satisfies Record<Language, string>;

export const ENDPOINTS = { sendNeed: '/api/needs', requestLink: '/api/links', health: '/api/health' } as const;

/** Where the mail service tells what came in and what came back. */
export const MAIL_EVENTS = '/api/mail-events';

/** Which provider confirmed its texts when: written by a function, read by the build. */
export const CONFIRMATIONS = '/data/confirmations.json';
/** How the promise has been kept, which the build reads back too; the rows of the CSV file are the same. */
export const PROMISE_FIGURES = '/data/promise.json';
export const PROMISE_FIGURES_CSV = '/data/promise.csv';
/** What was answered in surveys; the rows of the CSV file are the same. */
export const FEEDBACK_DATA = '/data/feedback.json';
export const FEEDBACK_CSV = '/data/feedback.csv';
/** The coordinators' desk: the same addresses in every language. */
export const DESK = {
  list: '/desk',
  signIn: '/desk/sign-in',
  signOut: '/desk/sign-out',
  language: '/desk/language',
  absences: '/desk/absences',
  figures: '/desk/figures',
  reports: '/desk/reports',
  packs: '/desk/packs',
  claims: '/desk/claims',
  followUps: '/desk/follow-ups',
} as const;

/** A company's workspace: the same addresses in every language. */
export const WORKSPACE = {
  home: '/workspace',
  signIn: '/workspace/sign-in',
  signOut: '/workspace/sign-out',
  language: '/workspace/language',
  profile: '/workspace/profile',
  people: '/workspace/people',
  documents: '/workspace/documents',
  looks: '/workspace/looks',
  /** Who can see what. */
  sharing: '/workspace/sharing',
  /** The form by which somebody outside is let in. */
  share: '/workspace/share',
  /** For an adviser: what companies share with the reader. */
  shared: '/workspace/shared',
  myData: '/workspace/my-data',
  takeOut: '/workspace/my-data/take-out',
  erase: '/workspace/my-data/erase',
  eraseOwn: '/workspace/my-data/erase-own',
} as const;

export const routes = {
  path: (page: Page, lang: Language): string => PAGES[page][lang],
  service: (slug: string, lang: Language): string => `${PAGES.services[lang]}/${slug}`,
  /** The services of one value of a facet; a provider's stand on its own page. */
  facet: (kind: FacetKind, slug: string, lang: Language): string =>
    kind === 'provider' ? routes.provider(slug, lang) : `${PAGES.services[lang]}/${FACETS[kind][lang]}/${slug}`,
  /** The map narrowed by a query such as `aihe=rahoitus`; the whole map without one. */
  narrowed: (query: string, lang: Language): string =>
    query ? `${PAGES.findServices[lang]}?${query}` : PAGES.services[lang],
  provider: (id: string, lang: Language): string => `${PAGES.providers[lang]}/${id}`,
  event: (slug: string, lang: Language): string => `${PAGES.events[lang]}/${slug}`,
  /** An event's calendar file, or that of all. */
  calendarFile: (lang: Language, slug?: string): string =>
    `${slug ? `${PAGES.events[lang]}/${slug}` : PAGES.events[lang]}.ics`,
  /** What has changed on the site, for feed readers. */
  feed: (lang: Language): string => `${PAGES.home[lang] === '/' ? '' : PAGES.home[lang]}/atom.xml`,
  /** What browsers read to find services by own words. */
  words: (lang: Language): string => `/words/${lang}.json`,
  needForm: (lang: Language, serviceId?: string): string =>
    PAGES.needForm[lang] + (serviceId ? `?${SERVICE_QUERY[lang]}=${encodeURIComponent(serviceId)}` : ''),
  link: (token: string): string => `/l/${token}`,
  receipt: (signed: string): string => `/r/${signed}`,
  deskNeed: (reference: string): string => `${DESK.list}/needs/${reference}`,
  workspaceNeed: (reference: string): string => `${WORKSPACE.home}/needs/${reference}`,
  workspaceReply: (reference: string): string => `${routes.workspaceNeed(reference)}/reply`,
  deskPack: (id: string): string => `${DESK.packs}/${id}`,
  /** The record of a consent, for the company. */
  consent: (id: string): string => `${WORKSPACE.sharing}/${id}`,
  consentReceipt: (id: string): string => `${routes.consent(id)}/receipt.json`,
  /** What a consent shows its grantee. */
  sharedConsent: (id: string): string => `${WORKSPACE.shared}/${id}`,
  workspaceDocument: (id: string): string => `${WORKSPACE.documents}/${id}`,
  /** A report of the desk as a CSV file, with the query of its page. */
  deskReport: (name: string, query: string): string => `${DESK.reports}/${encodeURIComponent(name)}.csv?${query}`,
  /** The desk's figures over so many days back, or one of their tables as a CSV file. */
  deskFigures: (days: number, table?: string): string => `${DESK.figures}${table ? `/${table}.csv` : ''}?days=${days}`,
};

/** The page and language that a path belongs to, or undefined: for the language switch of pages made by functions. */
export function pageAt(path: string): { page: Page; lang: Language } | undefined {
  for (const page of PAGE_NAMES) {
    for (const lang of LANGUAGES) if (PAGES[page][lang] === path) return { page, lang };
  }
  return undefined;
}

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

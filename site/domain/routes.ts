// Every address of the portal, once: pages by language, the links of letters, the endpoints.
export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const PAGES = {
  home: { fi: '/', sv: '/sv', en: '/en' },
  services: { fi: '/palvelut', sv: '/sv/tjanster', en: '/en/services' },
  providers: { fi: '/tuottajat', sv: '/sv/producenter', en: '/en/providers' },
  promise: { fi: '/lupaus', sv: '/sv/lofte', en: '/en/promise' },
  privacy: { fi: '/tietosuoja', sv: '/sv/dataskydd', en: '/en/privacy' },
  accessibility: { fi: '/saavutettavuus', sv: '/sv/tillganglighet', en: '/en/accessibility' },
  needForm: { fi: '/tarve', sv: '/sv/behov', en: '/en/need' },
  requestLink: { fi: '/linkki', sv: '/sv/lank', en: '/en/link' },
} as const satisfies Record<string, Record<Language, string>>;
export type Page = keyof typeof PAGES;

/** The query key with which a page opens the need form with a service chosen. */
export const SERVICE_QUERY = { fi: 'palvelu', sv: 'tjanst', en: 'service' } as const satisfies Record<Language, string>;

export const ENDPOINTS = { sendNeed: '/api/needs', requestLink: '/api/links', health: '/api/health' } as const;

export const routes = {
  path: (page: Page, lang: Language): string => PAGES[page][lang],
  service: (slug: string, lang: Language): string => `${PAGES.services[lang]}/${slug}`,
  provider: (id: string, lang: Language): string => `${PAGES.providers[lang]}/${id}`,
  needForm: (lang: Language, serviceId?: string): string =>
    PAGES.needForm[lang] + (serviceId ? `?${SERVICE_QUERY[lang]}=${encodeURIComponent(serviceId)}` : ''),
  link: (token: string): string => `/l/${token}`,
  receipt: (signed: string): string => `/r/${signed}`,
};

/** The page and language that a path belongs to, or undefined: for the language switch of pages made by functions. */
export function pageAt(path: string): { page: Page; lang: Language } | undefined {
  for (const page of Object.keys(PAGES) as Page[]) {
    for (const lang of LANGUAGES) if (PAGES[page][lang] === path) return { page, lang };
  }
  return undefined;
}

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

// The Finnish Service Catalogue's words for our facts, its addresses of codes, and its limits (release 11.x and 12 of the interface).
export const PTV_LIMITS = {
  externalId: 100,
  name: 100,
  summary: 150,
  /** Of description, user instructions and conditions, each: characters as rendered. */
  text: 5000,
  keyword: 100,
  /** Rendered. */
  chargeText: 500,
  serviceClasses: 4,
  ontologyTerms: 10,
} as const;

const LISTS = {
  targetGroups: 'http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/',
  serviceClasses: 'http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/',
} as const;

/** The lists' addresses at the catalogue: an imported service may hold codes that our own lists lack. */
export const codeUri = (list: keyof typeof LISTS, code: string): string => LISTS[list] + code;

/** `http://…/code/KR2.3` and `KR2.3` → `KR2.3`. */
export const codeOfUri = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

export const FUNDING = { public: 'PubliclyFunded', market: 'MarketFunded' } as const;

/** “Partly” has no word there: what costs and what does not is said in the charge's text. */
export const CHARGE = { free: 'FreeOfCharge', paid: 'Chargeable', partly: null } as const;

/** Which organisations' identifiers the catalogue itself gave, kept as they are: see from-ptv.ts. */
const FOREIGN = /^org-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
export const foreignOrganization = (provider: string): string | undefined => FOREIGN.exec(provider)?.[1];

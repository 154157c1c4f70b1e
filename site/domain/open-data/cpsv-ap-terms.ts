// What the linked data of CPSV-AP is written with: prefixes, texts in each language, and things that other publishers name.
import { codeLanguages, codeText, codeUri } from '../codes/code-lists.ts';
import { LANGUAGES, type Language } from '../routes.ts';

export const CONTEXT = {
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  eudata: 'http://data.europa.eu/88u/dataset/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const EU = 'http://publications.europa.eu/resource/authority/';
const LANGUAGE_CODES = { fi: 'FIN', sv: 'SWE', en: 'ENG' } as const satisfies Record<Language, string>;
const FINLAND = { '@id': `${EU}country/FIN` };

export type Node = { '@id': string; '@type': string | string[] } & Record<string, unknown>;
/** A fragment of the file itself, so that each identifier leads to where it is told of. */
export type At = (fragment: string) => { '@id': string };
export type ConceptList = 'serviceClasses' | 'targetGroups' | 'ontologyTerms';

export const inEach = (read: (lang: Language) => string) =>
  LANGUAGES.map((lang) => ({ '@language': lang, '@value': read(lang) })).filter((text) => text['@value'] !== '');

// The profile's shapes ask what each thing is, also of things that others describe: so each says it where it is named.
export const language = (lang: Language) => ({
  '@id': `${EU}language/${LANGUAGE_CODES[lang]}`,
  '@type': 'dct:LinguisticSystem',
});
export const euro = { '@id': `${EU}currency/EUR`, '@type': 'skos:Concept' };
export const page = (href: string) => ({ '@id': href, '@type': 'foaf:Document' });

/** A municipality's address at its publisher, or ours where the list is a sample. */
const place = (code: string, at: At) => {
  const uri = codeUri('municipalities', code);
  return uri ? { '@id': uri } : at(`municipality-${code}`);
};
export const places = (codes: string[], at: At) => (codes.length ? codes.map((code) => place(code, at)) : [FINLAND]);

/** Of services a place, of public organisations an administrative unit: ours are both. */
const PLACE_TYPES = ['dct:Location', 'eudata:atu-type'];
export const placeNodes = (codes: string[], at: At): Node[] => [
  {
    ...FINLAND,
    '@type': PLACE_TYPES,
    'dct:identifier': 'FIN',
    'skos:prefLabel': inEach((lang) => ({ fi: 'Suomi', sv: 'Finland', en: 'Finland' })[lang]),
  },
  ...codes.map((code) => ({
    ...place(code, at),
    '@type': PLACE_TYPES,
    'dct:identifier': code,
    'skos:prefLabel': inEach((lang) => codeText('municipalities', code, lang)),
  })),
];

export const concept = (list: ConceptList, code: string, at: At) => {
  const uri = codeUri(list, code);
  return uri ? { '@id': uri } : at(`${list}-${code}`);
};

export const conceptNodes = (list: ConceptList, codes: string[], at: At): Node[] =>
  codes.map((code) => ({
    ...concept(list, code, at),
    '@type': 'skos:Concept',
    'skos:notation': code,
    'skos:prefLabel': inEach((lang) => (codeLanguages(list, code).includes(lang) ? codeText(list, code, lang) : '')),
  }));

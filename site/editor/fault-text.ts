// What is wrong with a value, in Finnish: the one place in which the editor words a fault of a schema.
import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** Sentences of the schemas' own, which are English, in the words of the editor. */
const OWN: Record<string, string> = {
  'must be a code of its list': 'Valitse koodi luettelosta.',
  'must be the id of a file, without its language and .md': 'Anna tiedoston tunnus ilman kieltä ja päätettä .md.',
  'a sample has an address that ends in .example': 'Esimerkin sähköpostiosoitteen lopussa on .example.',
  'must name its services, or say all: true':
    'Valitse palvelut tai se, että tiedote koskee kaikkia. Et voi valita molempia.',
  'must not be before from': 'Viimeinen päivä ei voi olla ennen ensimmäistä.',
  'must be after starts': 'Päättymisajan pitää olla alkamisajan jälkeen.',
  'an onsite event has an address, a remote one has none':
    'Anna osoite, kun tapahtuma on paikan päällä. Etätapahtumalla ei ole osoitetta.',
  'without consent to publish an experience cannot stand here: scope: public':
    'Kokemuksen voi julkaista vain, kun yritys on antanut siihen suostumuksen.',
  'must be a date, written as 2026-11-02': 'Anna päivä, esimerkiksi 2026-11-02.',
  'there is no such day': 'Sellaista päivää ei ole.',
  "must be a day and a time, for example '2027-01-14T16:30'": 'Anna päivä ja kellonaika, esimerkiksi 2027-01-14T16:30.',
  "must be a time of day, for example '9.00'": 'Anna kellonaika, esimerkiksi 9.00.',
  "must begin with + and the country, for example '+358 40 000 0100'":
    'Aloita numero plusmerkillä ja maatunnuksella, esimerkiksi +358 40 000 0100.',
  'must be a business ID, for example 0201256-6': 'Anna Y-tunnus, esimerkiksi 0201256-6.',
  'must be an email address': 'Anna sähköpostiosoite, esimerkiksi palvelut@opisto.example.',
  'must be an email address, for example palvelut@opisto.example':
    'Anna sähköpostiosoite, esimerkiksi palvelut@opisto.example.',
  'must be a term, for example http://www.yso.fi/onto/koko/p12345':
    'Anna asiasanan osoite, esimerkiksi http://www.yso.fi/onto/koko/p12345.',
  'only a–z, 0–9 and single hyphens, for example hitsaajien-koulutus':
    'Käytä vain kirjaimia a–z, numeroita ja yksittäisiä yhdysmerkkejä, esimerkiksi hitsaajien-koulutus.',
  'must be an address that begins with https://': 'Anna osoite, jonka alussa on https://.',
};

export function faultText(issue: Issue): string {
  const own = OWN[issue.message];
  if (own) return own;
  if (issue.code === 'too_small') return few(issue.origin, Number(issue.minimum));
  if (issue.code === 'too_big') return many(issue.origin, Number(issue.maximum));
  return issue.code === 'invalid_type' || issue.code === 'invalid_value' ? MISSING : issue.message;
}

/** Rules that look at more than one field (site/catalogue), by how their sentences begin or end. */
const RULES: [RegExp, string][] = [
  [/^(\S+) is not one of providers$/, '$1 ei ole palvelun tuottajien joukossa.'],
  [/^(\S+) stands twice$/, '$1 on kahteen kertaan.'],
  [/^(\S+) is missing: put it under self, procured or other$/, 'Lisää $1 yhteen kolmesta kohdasta.'],
  [/^at most (\d+), not \d+$/, 'Enintään $1. Ota muita pois.'],
  [/^KR2 needs a sub-group.*$/, 'Valitse ryhmän KR2 alaryhmä, esimerkiksi KR2.3.'],
];

export function ruleText(sentence: string): string {
  const [pattern, text] = RULES.find(([known]) => known.test(sentence)) ?? [];
  return pattern && text ? sentence.replace(pattern, text) : sentence;
}

export const MISSING = 'Täytä tämä kenttä.';

function few(origin: string, minimum: number): string {
  if (origin === 'string') return `Kirjoita vähintään ${minimum} merkkiä.`;
  if (origin === 'array') return `Anna vähintään ${minimum}.`;
  return `Anna luku, joka on vähintään ${minimum}.`;
}

function many(origin: string, maximum: number): string {
  if (origin === 'string') return `Lyhennä: enintään ${maximum} merkkiä.`;
  if (origin === 'array') return `Enintään ${maximum}. Ota muita pois.`;
  return `Anna luku, joka on enintään ${maximum}.`;
}

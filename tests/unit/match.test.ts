// Own words find the service: bent words, compounds, slips, other languages, odd texts, and the reasons given.
import { describe, expect, it } from 'vitest';
import { matchData } from '#domain/match/match-data.ts';
import { createMatcher, isSure } from '#domain/match.ts';
import { MATCH_SERVICES } from '../support/match-services.ts';

const fi = createMatcher(MATCH_SERVICES.fi, 'fi');
const sv = createMatcher(MATCH_SERVICES.sv, 'sv');
const en = createMatcher(MATCH_SERVICES.en, 'en');
const first = (text: string, matcher = fi) => matcher(text, 1)[0]?.slug;
const why = (text: string, matcher = fi) => matcher(text, 1)[0]?.why;

describe('own words find the service', () => {
  it.each([
    ['bent', 'hitsaajillemme pätevyyksiä', 'hitsaus'],
    ['in a compound', 'robottihitsauskoulutusta konepajalle', 'hitsaus'],
    ['with slips of the finger', 'hitsajia ja pätevyskokeita', 'hitsaus'],
    ['in spoken Finnish', 'meiän hitsarit tarttis uuet luokat', 'hitsaus'],
    ["in nobody's office words", 'väki pitää laittaa pakkolomalle', 'muutosturva'],
    ['with a licence that ran out', 'ajoluppa meni vanhaks ja lavat seisoo', 'trukki'],
    ['with money gone', 'karhukirjeitä tulee ja tili on tyhjä', 'talousapu'],
    ['by a profession alone', 'tarjoilijoita ja kokkeja ei saa mistään', 'rekrytointipalvelu'],
  ])('when the need is written %s', (_, text, slug) => {
    expect(first(text)).toBe(slug);
  });

  it('in Swedish and in English', () => {
    expect(first('vi måste permittera halva gänget', sv)).toBe('muutosturva');
    expect(first('the tax office keeps calling and bills pile up', en)).toBe('talousapu');
  });

  it('when it is called by its whole name, even if every word of that is common', () => {
    const services = ['Work try-out', 'Work', 'Try out', 'Out of work', 'Work permit'].map((title) => ({
      slug: title,
      title,
      summary: 'Work out how to try work.',
      body: '',
    }));
    const named = createMatcher(services, 'en')('is there a work try-out for her', 2);
    expect(named[0]?.slug).toBe('Work try-out');
    expect(isSure(named)).toBe(true);
    expect(isSure(createMatcher(services, 'en')('framework try-outs', 2))).toBe(false);
  });

  it('in a text of two languages', () => {
    expect(first('Hi, meillä ois need for trukkikortit asap, thanks')).toBe('trukki');
  });

  it('among the languages apart: one language does not know the words of another', () => {
    const text = 'permittera';
    expect(sv(text, 1)[0]?.score).toBeGreaterThan(fi(text, 1)[0]?.score ?? 0);
    expect(isSure(fi('vi måste permittera', 3))).toBe(false);
  });
});

describe('the reason', () => {
  it('is the written form, with its capitals and endings', () => {
    expect(why('Etsimme HITSAAJIA, pätevyydet vanhoina')).toContain('HITSAAJIA');
  });

  it('keeps hyphens and colons of a word', () => {
    expect(why('Alkavatko yt-neuvottelut?')).toEqual(['yt-neuvottelut']);
  });

  it('is given once though the word is written twice', () => {
    expect(why('Trukki, trukki ja TRUKKI')).toEqual(['Trukki']);
  });

  it('is no small word when there is a telling one, though only this service has both', () => {
    const said = MATCH_SERVICES.fi.map((service) =>
      service.slug === 'trukki' ? { ...service, needs: ['onko'] } : service,
    );
    expect(createMatcher(said, 'fi')('Onko kirjallinen', 1)[0]?.why).toEqual(['kirjallinen']);
    expect(createMatcher(said, 'fi')('Onko', 1)[0]?.why).toEqual(['Onko']);
  });

  it('is never more than three words, each of them from the text', () => {
    const text = 'Laskut maksamatta, verovelkaa, ulosotto, perintäkirjeitä ja kassa tyhjä';
    const words = why(text) ?? [];
    expect(words).toHaveLength(3);
    for (const word of words) expect(text).toContain(word);
  });
});

describe('the list', () => {
  it('is as long as asked, in falling order', () => {
    const found = fi('hitsaajia ja trukkikortteja, laskut maksamatta', 3);
    expect(found).toHaveLength(3);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
    expect(fi('hitsaajia', 0)).toEqual([]);
  });

  it('is the same each time, also from the data that a browser gets', () => {
    const text = 'kortti kortti lupa koulutus';
    expect(fi(text, 9)).toEqual(fi(text, 9));
    expect(createMatcher(MATCH_SERVICES.fi, 'fi')(text, 9)).toEqual(fi(text, 9));
  });

  it('keeps the order of the catalogue where two services are alike', () => {
    const [one] = MATCH_SERVICES.fi;
    if (!one) throw new Error('no sample');
    const twins = createMatcher([{ ...one, slug: 'b' }, { ...one, slug: 'a' }, ...MATCH_SERVICES.fi.slice(1)], 'fi');
    expect(twins(one.title, 2).map(({ slug }) => slug)).toEqual(['b', 'a']);
  });

  it('is empty where there are no services', () => {
    expect(createMatcher([], 'fi')('hitsaajia', 5)).toEqual([]);
  });
});

describe('the everyday words', () => {
  it('reach every service of the samples, in each language', () => {
    for (const lang of ['fi', 'sv', 'en'] as const) {
      for (const service of MATCH_SERVICES[lang]) {
        const bare = new Set(`${service.title} ${service.summary} ${service.keywords?.join(' ')}`.split(' '));
        const [entry] = matchData([service], lang);
        expect(entry?.strong.split(' ').length, `${lang} ${service.slug}`).toBeGreaterThan(bare.size + 15);
      }
    }
  });
});

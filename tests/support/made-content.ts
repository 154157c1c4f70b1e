// Content that fits together, as small as it can be, for tests that then break one thing in it.
import { KEEPING_KINDS } from '#domain/content/keeping.ts';
import { LETTERS, type LetterKind } from '#domain/content/letter.ts';
import { REQUIRED_PAGES } from '#domain/content/page.ts';
import { LANGUAGES } from '#domain/routes.ts';
import type { RawContent } from './raw-content.ts';

type Service = RawContent['services'][number]['data'];

const texts = (item: string, lang: string) => ({
  slug: `${item}-${lang}`,
  name: 'Palvelu',
  summary: 'Saat palvelun, josta on apua.',
  forWhom: 'Yritykselle, joka tarvitsee apua.',
  youGet: ['apua', 'neuvoja', 'tukea'],
  steps: [
    { what: 'Kerrot', who: 'Sinä', time: 'Heti' },
    { what: 'Vastaamme', who: 'Me', time: 'Pian' },
    { what: 'Autamme', who: 'Me', time: 'Sitten' },
  ],
  conditions: 'Ei ehtoja tässä.',
  priceText: 'Maksuton',
  duration: 'Viikko',
  needs: ['tarvitsen apua', 'en osaa', 'kuka auttaa'],
  keywords: ['apu'],
  aliases: [] as string[],
});

const facts: Omit<Service, keyof ReturnType<typeof texts>> = {
  theme: 'arki',
  businessEvents: ['hiring'],
  sizes: ['solo'],
  stages: ['growing'],
  providers: ['opisto', 'kaupunki'],
  responsible: 'kaupunki',
  producers: { self: ['kaupunki'], procured: ['opisto'], other: [] },
  funding: 'public',
  price: 'free',
  place: ['remote'],
  languages: ['fi'],
  serviceClasses: ['P11.3'],
  targetGroups: ['KR2.3'],
  ontologyTerms: [],
  municipalities: ['996'],
  channels: [{ kind: 'form' }],
  promise: 'lupaus',
  digitalLevel: 2,
  checked: { on: '2026-10-12', by: 'kaupunki' },
  nextCheck: '2027-04-12',
  before: [],
  after: [],
  related: [],
  sample: true,
};

const providerTexts = { name: 'Opisto', summary: 'Opisto, joka opettaa yrityksiä.', strengths: ['yksi', 'kaksi'] };
const phone = '+358 40 000 0100';
const translated = ['sv', 'en'] as const;

/** A new one each time: a test changes what it gets. Two services (`a`, `b`), two providers, one of everything else needed. */
export function madeContent(): RawContent {
  const provider = (item: string) => ({
    id: `${item}.fi`,
    data: {
      ...providerTexts,
      kind: 'college' as const,
      businessId: '0201256-6',
      contactEmail: `a@${item}.example`,
      contactPhone: phone,
      languages: ['fi' as const],
      municipalities: ['996'],
      confirmed: '2026-10-12',
      sample: true,
    },
  });
  const others = <Data>(items: string[], data: (item: string, lang: string) => Data) =>
    items.flatMap((item) => translated.map((lang) => ({ id: `${item}.${lang}`, data: data(item, lang) })));
  const promise = { name: 'Lupaus', summary: 'Vastaamme kahdessa työpäivässä.' };
  const survey = {
    name: 'Kysely',
    intro: 'Kerro, miten meni.',
    asked: [{ key: 'autoimmeko', text: 'Autoimmeko?', answers: ['Kyllä', 'Ei'] }],
    thanks: 'Kiitos!',
  };
  const controller = {
    name: 'Kaupunki',
    businessId: '0201256-6',
    address: 'Katu 1, 99990 Kaupunki',
    email: 'a@kaupunki.example',
    phone,
  };
  const kept = { title: 'Tiedot', from: 'niiden tulosta' };
  const page = { title: 'Sivu', summary: 'Sivu, jolla on tekstiä.' };
  return {
    services: ['a', 'b'].map((item) => ({
      id: `${item}.fi`,
      data: structuredClone({ ...facts, ...texts(item, 'fi') }),
    })),
    servicesTranslated: others(['a', 'b'], texts),
    providers: ['opisto', 'kaupunki'].map(provider),
    providersTranslated: others(['opisto', 'kaupunki'], () => providerTexts),
    promises: [
      {
        id: 'lupaus.fi',
        data: { ...promise, days: 2, version: '2026-11-22', phone, phoneHours: { from: '9.00', to: '15.00' } },
      },
    ],
    promisesTranslated: others(['lupaus'], () => promise),
    surveys: [
      {
        id: 'kysely.fi',
        data: {
          ...survey,
          after: 'first_response',
          delayHours: 3,
          anonymous: false,
          seenBy: [],
          questions: [{ kind: 'fact', key: 'autoimmeko', checksContact: false }],
        },
      },
    ],
    surveysTranslated: others(['kysely'], () => survey),
    changes: [],
    changesTranslated: [],
    events: [],
    eventsTranslated: [],
    experiences: [],
    experiencesTranslated: [],
    tools: [],
    toolsTranslated: [],
    alerts: [],
    alertsTranslated: [],
    governance: [],
    governanceTranslated: [],
    pages: REQUIRED_PAGES.map((item) => ({
      id: `${item}.fi`,
      data: { ...page, version: '2026-11-22', ...(item === 'sharing' && { controller }) },
    })),
    pagesTranslated: others([...REQUIRED_PAGES], () => page),
    replies: [{ id: 'soitan.fi', data: { title: 'Soitan', order: 1 }, body: 'Hei {name}!' }],
    repliesTranslated: others(['soitan'], () => ({ title: 'Soitan' })).map((entry) => ({
      ...entry,
      body: 'Hei {name}!',
    })),
    keeping: KEEPING_KINDS.map((kind, at) => ({
      id: `${kind}.fi`,
      data: { ...kept, order: at + 1, months: 12, becomes: 'erased' as const },
    })),
    keepingTranslated: others([...KEEPING_KINDS], () => kept),
    letters: (Object.keys(LETTERS) as LetterKind[]).flatMap((kind) =>
      LANGUAGES.map((lang) => ({
        id: `${kind}.${lang}`,
        data: { subject: 'Aihe', preview: 'Alku' },
        body: LETTERS[kind].must.map((name) => `{${name}}`).join('\n\n'),
      })),
    ),
  };
}

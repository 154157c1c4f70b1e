// Services made up at random from a seed: texts with every sign that means something to Markdown, lists of every length, any set of facts.
import type { OpenContext, OpenProvider, OpenService, OpenServiceTexts } from '#domain/open-data/open-content.ts';
import { LANGUAGES } from '#domain/routes.ts';
import type { Random } from './random.ts';

const WORDS = [
  'hitsaus',
  'työ',
  'Åbo',
  '5',
  '*tähti*',
  '**',
  '_ala_',
  '[linkki](x)',
  '<b>',
  'R&D',
  '\\',
  '`koodi`',
  '~',
  '#1',
  '– ',
  ', ',
  ' (a)',
  '·',
  ': ',
  '1.',
  '2)',
  '-',
  '+',
  '😀',
  '"',
  "'",
  '|',
  'Kesto:',
  '**Kesto:**',
];
const BODIES = [
  'Kappale.',
  '- lista\n- kaksi',
  '## Otsikko',
  '**Kenelle:** ei sille',
  '**Mitä saat:**\n\n- x',
  '**Duration:** y',
  '1. eka\n2. toka',
  '> lainaus',
  '  sisennys',
  'rivi\r\ntoinen',
  '```\nkoodi\n```',
  '***',
];
export const PROVIDERS = [
  'tuulisalmi',
  'ammattiopisto',
  'kehitysyhtio',
  'digikoulu',
  'org-3f2504e0-4f89-41d3-9a0c-0305e82c3301',
];

const text = (from: Random, most: number) =>
  Array.from({ length: from.int(1, most) }, () => from.pick(WORDS)).join(from.pick([' ', '', '  ']));
/** What a content schema lets through begins and ends with something that is seen. */
const line = (from: Random, most = 8) => `a${text(from, most)}z`;
const odd = (from: Random, most = 8) => text(from, most).trim() || 'x';

function texts(from: Random): OpenServiceTexts {
  const list = (least: number, most: number) => Array.from({ length: from.int(least, most) }, () => odd(from));
  return {
    slug: 'palvelu',
    name: line(from, 4),
    summary: line(from, 5),
    forWhom: from.pick(['', odd(from)]),
    youGet: list(0, 5),
    steps: Array.from({ length: from.int(0, 5) }, () => ({ what: odd(from), who: odd(from), time: odd(from) })),
    conditions: from.pick(['', odd(from)]),
    priceText: from.pick(['', odd(from)]),
    duration: from.pick(['', odd(from)]),
    needs: [],
    keywords: list(0, 4),
    body: Array.from({ length: from.int(0, 4) }, () => from.pick([...BODIES, line(from)])).join('\n\n'),
  };
}

export function madeService(from: Random): OpenService {
  const providers = from.some(PROVIDERS, 2);
  const kinds = providers.map((provider) => ({ provider, kind: from.pick(['self', 'procured', 'other'] as const) }));
  const by = (kind: string) => kinds.filter((one) => one.kind === kind).map(({ provider }) => provider);
  return {
    id: `palvelu-${from.int(1, 1_000_000)}`,
    theme: 'kasvu',
    businessEvents: from.some(['hiring', 'founding', 'export'], 1),
    sizes: ['micro'],
    stages: ['growing'],
    providers,
    responsible: from.pick(providers),
    producers: { self: by('self'), procured: by('procured'), other: by('other') },
    funding: from.pick(['public', 'market']),
    price: from.pick(['free', 'partly', 'paid']),
    place: ['remote'],
    languages: from.some(LANGUAGES, 1),
    serviceClasses: from.some(['P11.1', 'P11.3', 'P12.4', 'P15.8'], 1),
    targetGroups: from.some(['KR2.3', 'KR2.6', 'KR2.8'], 1),
    ontologyTerms: from.some(['http://www.yso.fi/onto/koko/p11766', 'http://www.yso.fi/onto/koko/p91488']),
    municipalities: from.some(['996', '997', '998', '999']),
    channels: [{ kind: 'form' }, { kind: 'phone', phone: '+358 40 000 0101' }, { kind: 'email', email: 'a@b.example' }],
    promise: 'ensivastaus',
    digitalLevel: 2,
    checked: { on: '2026-10-12', by: providers[0] as string },
    nextCheck: '2027-04-12',
    before: [],
    after: [],
    related: from.some(['palvelu-1', 'palvelu-2']),
    sample: true,
    texts: { fi: texts(from), sv: texts(from), en: texts(from) },
  };
}

const provider = (id: string): OpenProvider => {
  const own = { name: `${id} Oy`, summary: 'Auttaa yrityksiä.', strengths: ['a', 'b'], body: 'Kappale **lihavoitu**.' };
  return {
    id,
    kind: id === 'digikoulu' ? 'business' : 'city',
    businessId: '9999099-8',
    contactEmail: `a@${id}.example`,
    contactPhone: '+358 40 000 0101',
    languages: ['fi'],
    municipalities: ['996'],
    confirmed: '2026-10-01',
    sample: true,
    texts: { fi: own, sv: own, en: own },
  };
};

export const CONTEXT: OpenContext = {
  site: 'https://tarjotin.example',
  providers: PROVIDERS.map(provider),
  promise: {
    days: 2,
    summary: {
      fi: 'Vastaamme kahden työpäivän kuluessa.',
      sv: 'Vi svarar inom två arbetsdagar.',
      en: 'We answer within two working days.',
    },
  },
};

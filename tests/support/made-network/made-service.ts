// A service of the made network: facts in the shares that the sample content has, texts of its lengths.
import { codesOf } from '#domain/codes/code-lists.ts';
import { PLACES, PRICES, SIZES, STAGES, THEMES } from '#domain/content/service.ts';
import { LANGUAGES, type Language, routes } from '#domain/routes.ts';
import { dayAfter } from './day-after.ts';
import type { Made, Making } from './made-network.ts';

const SUB_GROUPS = codesOf('targetGroups').filter((code) => code.startsWith('KR2.'));

export function madeService(making: Making): Made {
  // A translation has as many steps and things that you get as the Finnish text.
  const lengths = { steps: making.from.int(3, 5), youGet: making.from.int(3, 5) };
  return {
    facts: facts(making),
    texts: {
      fi: serviceTexts(making, 'fi', lengths),
      sv: serviceTexts(making, 'sv', lengths),
      en: serviceTexts(making, 'en', lengths),
    },
  };
}

const times = <Value>(count: number, make: () => Value) => Array.from({ length: count }, make);

function serviceTexts(making: Making, lang: Language, lengths: { steps: number; youGet: number }) {
  const { from, at, slugs } = making;
  const { phrase, sentences } = making.texts[lang];
  const name = phrase(10, 45);
  return {
    slug: slugs.next(`services.${lang}`, name),
    name,
    summary: sentences(75, 120),
    forWhom: sentences(85, 170),
    youGet: times(lengths.youGet, () => phrase(35, 65)),
    steps: times(lengths.steps, () => ({ what: phrase(35, 75), who: phrase(4, 20), time: phrase(10, 30) })),
    conditions: sentences(80, 220),
    priceText: sentences(55, 155),
    duration: sentences(40, 108),
    needs: times(from.int(3, 5), () => phrase(26, 65).toLowerCase()),
    keywords: [...new Set(times(from.int(5, 10), () => phrase(8, 18).toLowerCase()))],
    aliases: at % 10 === 0 ? [slugs.next(`services.${lang}`, phrase(10, 40))] : [],
    body: body(making, lang),
  };
}

/** Two paragraphs; one in four a heading and a list besides, one in three a link to a page of the site. */
function body({ from, texts }: Making, lang: Language): string {
  const { phrase, sentences } = texts[lang];
  const parts = [sentences(120, 220), sentences(80, 180)];
  if (from.int(1, 4) === 1) parts.push(`## ${phrase(10, 30)}`, `- ${phrase(20, 60)}\n- **${phrase(20, 60)}**`);
  if (from.int(1, 3) === 1) parts.push(`${sentences(30, 80)} [${phrase(8, 20)}](${routes.path('joining', lang)})`);
  return parts.join('\n\n');
}

function facts({ from, at, today, ids }: Making) {
  const own = ids.services[at] as string;
  const providers = from.some(ids.providers, 2, 4);
  const responsible = from.pick(providers);
  const ways = providers.map((id) => ({ id, way: from.pick(['self', 'procured', 'other'] as const) }));
  const by = (wanted: string) => ways.filter(({ way }) => way === wanted).map(({ id }) => id);
  const near = from.some(ids.services.slice(Math.max(0, at - 20), at + 20), 3, 6).filter((id) => id !== own);
  const checked = dayAfter(today, -from.int(5, 150));
  return {
    theme: THEMES[at % THEMES.length],
    businessEvents: from.some(codesOf('businessEvents'), 2, 4),
    sizes: from.some(SIZES, 3),
    stages: from.some(STAGES, 2, 4),
    providers,
    responsible,
    producers: { self: by('self'), procured: by('procured'), other: by('other') },
    funding: from.pick(['public', 'public', 'market']),
    price: from.pick(PRICES),
    place: from.some(PLACES, 1),
    languages: from.some(LANGUAGES, 2),
    serviceClasses: from.some(codesOf('serviceClasses'), 1, 3),
    targetGroups: from.some(SUB_GROUPS, 1, 3),
    ontologyTerms: [],
    municipalities: from.int(1, 3) === 1 ? [] : from.some(codesOf('municipalities'), 1),
    channels: [
      { kind: 'form' },
      { kind: 'phone', phone: '+358 40 000 0301' },
      { kind: 'email', email: `palvelut@${responsible}.example` },
      ...(from.int(1, 5) === 1 ? [{ kind: 'place', provider: responsible }] : []),
    ],
    promise: 'ensivastaus',
    digitalLevel: from.int(0, 4),
    checked: { on: checked, by: responsible },
    // One in thirty should have been checked again already: its page says so.
    nextCheck: dayAfter(today, at % 30 === 7 ? -3 : from.int(20, 180)),
    before: near.slice(0, 1),
    after: near.slice(1, 2),
    related: near.slice(2),
    sample: true,
  };
}

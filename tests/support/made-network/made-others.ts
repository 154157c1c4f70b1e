// The made network's providers, events, experiences, tools and alerts.
import { businessIdFault } from '#domain/business-id.ts';
import { codesOf } from '#domain/codes/code-lists.ts';
import { PROVIDER_KINDS } from '#domain/content/provider.ts';
import { PRICES } from '#domain/content/service.ts';
import { TOOL_KINDS } from '#domain/content/tool.ts';
import { LANGUAGES, type Language } from '#domain/routes.ts';
import { dayAfter } from './day-after.ts';
import type { Made, Making } from './made-network.ts';
import type { MadeTexts } from './made-texts.ts';

const inEach = <Texts>(make: (lang: Language) => Texts) => ({ fi: make('fi'), sv: make('sv'), en: make('en') });
const textsOf = (making: Making, make: (texts: MadeTexts, lang: Language) => object & { body?: string }) =>
  inEach((lang) => make(making.texts[lang], lang));

/** Numbers from 8000000 on are given to nobody yet; some have no check digit and are left out. */
function businessId(at: number): string {
  const good = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((step) =>
    Array.from({ length: 10 }, (_, digit) => `${8_000_000 + at * 10 + step}-${digit}`),
  );
  return good.find((id) => !businessIdFault(id)) as string;
}

export function madeProvider(making: Making): Made {
  const { from, at, today, ids } = making;
  return {
    facts: {
      kind: from.pick(PROVIDER_KINDS),
      businessId: businessId(at),
      contactEmail: `palvelut@${ids.providers[at]}.example`,
      contactPhone: `+358 40 000 ${String(at % 10_000).padStart(4, '0')}`,
      languages: from.some(LANGUAGES, 2),
      municipalities: from.some(codesOf('municipalities'), 2),
      // One in twelve has not answered the letter of the half year.
      confirmed: dayAfter(today, at % 12 === 5 ? -250 : -from.int(1, 150)),
      sample: true,
    },
    texts: textsOf(making, ({ phrase, sentences }) => ({
      name: phrase(12, 36),
      summary: sentences(86, 125),
      strengths: [phrase(28, 50), phrase(28, 50), phrase(28, 50)],
      body: `${sentences(100, 150)}\n\n${sentences(90, 130)}`,
    })),
  };
}

export function madeEvent(making: Making): Made {
  const { from, at, today, ids, slugs } = making;
  // One in ten is over: its page stays.
  const on = dayAfter(today, at % 10 === 3 ? -from.int(2, 90) : from.int(3, 200));
  const isOnsite = from.int(0, 1) === 1;
  return {
    facts: {
      starts: `${on}T${from.pick(['08:30', '13:00', '16:30'])}`,
      ends: `${on}T18:30`,
      place: isOnsite ? 'onsite' : 'remote',
      ...(isOnsite && { address: `Mallikatu ${at + 1}, Tuulisalmi` }),
      providers: from.some(ids.providers, 1, 2),
      services: from.some(ids.services, 1, 3),
      languages: from.some(LANGUAGES, 1),
      price: from.pick(PRICES),
      capacity: from.int(10, 200),
      added: dayAfter(today, -from.int(91, 150)),
    },
    texts: textsOf(making, ({ phrase, sentences }, lang) => {
      const title = phrase(28, 58);
      return {
        slug: slugs.next(`events.${lang}`, title),
        title,
        summary: sentences(75, 118),
        body: `${sentences(100, 150)}\n\n${sentences(70, 130)}`,
      };
    }),
  };
}

export function madeExperience(making: Making): Made {
  const { from, today, ids } = making;
  const given = dayAfter(today, -from.int(10, 700));
  return {
    facts: {
      service: from.pick(ids.services),
      provider: from.pick(ids.providers),
      given,
      consent: { on: given, by: 'yrityksen edustaja', scope: 'public' },
      sample: true,
    },
    texts: textsOf(making, ({ phrase, sentences }) => ({
      quote: sentences(100, 180),
      who: phrase(19, 33),
      outcome: sentences(38, 79),
    })),
  };
}

export function madeTool(making: Making): Made {
  const { from, at, ids } = making;
  return {
    facts: {
      url: `https://tyokalut.verkosto.example/${ids.tools[at]}`,
      kind: from.pick(TOOL_KINDS),
      services: from.some(ids.services, 2, 4),
    },
    texts: textsOf(making, ({ phrase, sentences }) => ({ name: phrase(20, 48), summary: sentences(70, 92) })),
  };
}

export function madeAlert(making: Making): Made {
  const { from, at, today, ids } = making;
  return {
    facts: {
      ...(at === 0 ? { all: true } : { services: from.some(ids.services, 1, 3) }),
      from: dayAfter(today, -2),
      to: dayAfter(today, from.int(2, 40)),
      added: dayAfter(today, -3),
    },
    texts: textsOf(making, ({ sentences }) => ({ text: sentences(70, 140) })),
  };
}

// A provider's pages as they are published now, as its contact is shown them: its own page first, then those of its services.
import { createHash } from 'node:crypto';
import type { PublishedTexts } from '#domain/content/published-texts.ts';
import { createT } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';
import type { PublishedPage } from '#forms/parts/published-pages.tsx';

let loaded: Promise<PublishedTexts> | undefined;

/** Every function carries them that sends letters, and few calls need them: they are read when the first one does. */
const load = (): Promise<PublishedTexts> =>
  (loaded ??= import('./built/published-texts.json', { with: { type: 'json' } }).then(
    (module) => module.default as unknown as PublishedTexts,
  ));

/** The value of a page in a form: what SQL and the editors know it by. */
export const OWN_PAGE = 'provider';
export const pageOfService = (id: string): string => `service:${id}`;
export const serviceOfPage = (page: string): string | undefined => /^service:(.+)$/.exec(page)?.[1];

const phone = (text: string): string => text.replaceAll(' ', '\u00a0');

/** Undefined when the provider is no longer in the content. */
export async function publishedPages(provider: string, lang: Language): Promise<PublishedPage[] | undefined> {
  const { providers, services } = await load();
  const own = providers[provider];
  if (!own) return undefined;
  const t = createT(lang);
  const { name, summary, strengths } = own.texts[lang];
  return [
    {
      value: OWN_PAGE,
      name,
      path: routes.provider(provider, lang),
      summary,
      facts: [
        { label: t('provider.email'), text: own.email },
        { label: t('provider.phone'), text: phone(own.phone) },
        { label: t('provider.strengths'), text: strengths.join('; ') },
      ],
      checked: null,
    },
    ...own.services.flatMap((id) => {
      const service = services[id];
      if (!service) return [];
      const texts = service.texts[lang];
      return {
        value: pageOfService(id),
        name: texts.name,
        path: routes.service(texts.slug, lang),
        summary: texts.summary,
        facts: [
          { label: t('published.for-whom'), text: texts.forWhom },
          { label: t('published.you-get'), text: texts.youGet.join('; ') },
          { label: t('service.fact.price'), text: texts.price },
          { label: t('service.now'), text: texts.start.map(phone).join(', ') },
        ],
        checked: service.checked,
      };
    }),
  ];
}

/** What the texts are known by: another when any of them changes, and the same when they were only checked again. */
export const textsHash = (pages: readonly PublishedPage[]): string => {
  const texts = pages.map(({ value, name, summary, facts }) => [value, name, summary, facts.map(({ text }) => text)]);
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
};

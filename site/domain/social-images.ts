// The pictures with which a link to the site is shown elsewhere: one for each kind of page and each theme, in each language.
import { THEMES, type Theme } from './content/service.ts';
import { createT, type T } from './i18n/t.ts';
import { LANGUAGES, type Language } from './routes.ts';

const KINDS = [
  'home',
  'services',
  'providers',
  'promise',
  'events',
  'tools',
  'guidance',
  'governance',
  'openData',
] as const;
export type SocialImage = (typeof KINDS)[number] | Theme;

const TEXTS: Record<(typeof KINDS)[number], (t: T, days: number) => string> = {
  home: (t) => t('home.heading'),
  services: (t) => t('services.title'),
  providers: (t) => t('providers.title'),
  promise: (t, days) => t(days === 1 ? 'home.promise.valueOne' : 'home.promise.value', { days }),
  events: (t) => t('events.title'),
  tools: (t) => t('tools.title'),
  guidance: (t) => t('nav.guidance'),
  governance: (t) => t('governance.title'),
  openData: (t) => t('data.title'),
};

export const socialImagePath = (image: SocialImage, lang: Language): string => `/social/${image}.${lang}.png`;

/** The big words of a picture; `days` are the promise's. */
export function socialImageText(image: SocialImage, lang: Language, days: number): string {
  const t = createT(lang);
  return image in TEXTS ? TEXTS[image as keyof typeof TEXTS](t, days) : t(`theme.${image as Theme}.question`);
}

/** All of them, with what is drawn on each. */
export function socialImages(days: number) {
  return LANGUAGES.flatMap((lang) =>
    [...KINDS, ...THEMES].map((image) => {
      const t = createT(lang);
      return {
        path: socialImagePath(image, lang),
        text: socialImageText(image, lang, days),
        name: t('site.name'),
        tagline: t('site.tagline'),
        stops: (['need', 'answer', 'offer', 'delivery', 'feedback'] as const).map((stop) => t(`path.${stop}`)),
      };
    }),
  );
}

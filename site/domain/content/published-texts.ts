// What a provider is asked to confirm: the texts of its page and of its services as they are published, in every language.
// The shape of functions/_lib/built/published-texts.json, which the build writes and which letters and their pages are made from.
import type { ByLanguage } from './catalogue.ts';

export type PublishedTexts = {
  providers: Record<
    string,
    {
      email: string;
      phone: string;
      /** Ids of the services that it gives, in alphabetical order of their Finnish names. */
      services: string[];
      texts: ByLanguage<{ name: string; summary: string; strengths: string[] }>;
    }
  >;
  services: Record<
    string,
    {
      /** The day on which it was last checked. */
      checked: string;
      texts: ByLanguage<{
        name: string;
        slug: string;
        summary: string;
        forWhom: string;
        youGet: string[];
        price: string;
        /** How to get it: the need form, phones, addresses, places. */
        start: string[];
      }>;
    }
  >;
};

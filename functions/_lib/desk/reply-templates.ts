// The templates of answers as the page of one need offers them: named for the coordinator, filled for the company in its language.
import { fillReply, gapsIn } from '#domain/content/reply.ts';
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES, type Language } from '#domain/routes.ts';
import type { ReplyTemplate } from '#forms/desk-need/desk-need-page.ts';
import { capitalised } from '../capitalised.ts';
import { catalogue, nameIn, phone, serviceName } from '../catalogue.ts';
import { publicName } from '../public-name.ts';

interface Answered {
  language: Language;
  contact_name: string;
  reference: string;
  services: readonly string[];
}

const noServices = (lang: Language): string => `[${createT(lang)('answer-need.gap.services')}]`;

export function replyTemplates(need: Answered, coordinator: string | null, lang: Language): ReplyTemplate[] {
  const { language, contact_name, reference, services } = need;
  const values = {
    name: contact_name,
    // Also the role, in the place of a name, stands as a signature.
    coordinator: capitalised(publicName(coordinator && nameIn(coordinator, language), createT(language))),
    services: services.map((id) => serviceName(id, language)).join(', ') || noServices(language),
    phone,
    reference,
  };
  return catalogue.replies.map(({ id, title, text }) => ({
    id,
    title: title[lang],
    text: fillReply(text[language], values),
  }));
}

const GAPS = new Set([
  ...catalogue.replies.flatMap(({ text }) => Object.values(text)).flatMap(gapsIn),
  ...LANGUAGES.map(noServices),
]);

/** Whether a text still holds what a template left to be filled in. Brackets of the coordinator's own are none. */
export const hasGaps = (text: string): boolean => gapsIn(text).some((gap) => GAPS.has(gap));

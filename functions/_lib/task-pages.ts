// The pages that a reported mistake is about, by name, and the content files in which an editor corrects them.
import type { Language } from '#domain/routes.ts';
import { providerName, serviceName } from './catalogue.ts';
import type { ReportedTask } from './opened-link.ts';
import { OWN_PAGE, pageOfService } from './published-pages.ts';

interface TaskPageOf {
  /** The page as a form knows it. */
  value: string;
  name: string;
  /** Facts and Finnish texts; those of the other languages lie beside it. */
  file: string;
}

export const taskPages = (
  provider: string,
  { own_page, services }: Pick<ReportedTask, 'own_page' | 'services'>,
  lang: Language,
): TaskPageOf[] => [
  ...(own_page
    ? [{ value: OWN_PAGE, name: providerName(provider, lang), file: `content/providers/${provider}.fi.md` }]
    : []),
  ...services.map((id) => ({
    value: pageOfService(id),
    name: serviceName(id, lang),
    file: `content/services/${id}.fi.md`,
  })),
];

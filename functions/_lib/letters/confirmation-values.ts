// What the placeholders of letters about providers' texts stand for: the round or the task of the outbox row, and the texts now.
import type { LetterBlock } from '#domain/content/letter-blocks.ts';
import { formatDate } from '#domain/i18n/dates.ts';
import { createT } from '#domain/i18n/t.ts';
import { phone, providerName } from '../catalogue.ts';
import { env } from '../env.ts';
import { linkUrl } from '../links.ts';
import type { Round } from '../opened-link.ts';
import { publishedPages } from '../published-pages.ts';
import { taskPages } from '../task-pages.ts';
import type { LetterParts, LetterValues } from './fill.ts';
import type { ClaimedLetter } from './letter-values.ts';

export function confirmationValues(row: ClaimedLetter, round: Round): LetterValues {
  const { language: lang, links, task } = row;
  const url = (id: string | undefined) => (id ? linkUrl(id) : '');
  const pages = task ? taskPages(round.provider, task, lang) : [];
  return {
    provider: providerName(round.provider, lang),
    phone,
    mistake: task?.mistake ?? '',
    note: task?.note ?? '',
    pages: pages.map(({ name }) => name).join(', '),
    files: pages.map(({ file }) => file).join(', '),
    reporter: round.email,
    confirm_link: url(links.confirm_services),
    report_link: url(links.report_mistake),
    close_link: url(links.close_task),
  };
}

/** The texts as they are published when the letter is written: each page in short, with a link to the whole of it. */
export async function confirmationParts({ letter, language: lang }: ClaimedLetter, round: Round): Promise<LetterParts> {
  if (letter !== 'confirm_services') return {};
  const t = createT(lang);
  const pages = (await publishedPages(round.provider, lang)) ?? [];
  return {
    texts: pages.flatMap(({ name, path, summary, facts, checked }): LetterBlock[] => [
      { kind: 'heading', text: name },
      { kind: 'paragraph', text: summary },
      {
        kind: 'list',
        items: [
          ...facts,
          ...(checked ? [{ label: t('published.checked'), text: formatDate(checked, lang, 'short') }] : []),
        ].map(({ label, text }) => `${label}: ${text}`),
      },
      { kind: 'link', label: t('published.open', { name }), target: env().SITE_URL + path },
    ]),
  };
}

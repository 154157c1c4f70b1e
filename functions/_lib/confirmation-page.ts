// The round or the task behind a link as the pages want it: the texts as they are published now, moments as dates, names for ids.
import type { ConfirmationPage, TaskPage } from '#forms/confirmation-page.ts';
import { phone, providerName } from './catalogue.ts';
import { linkPath } from './links.ts';
import { type OpenedLink, roundOf, taskOf } from './opened-link.ts';
import { publishedPages, textsHash } from './published-pages.ts';
import { taskPages } from './task-pages.ts';

const HOUR_MS = 3_600_000;

const at = (moment: string | null): Date | null => (moment ? new Date(moment) : null);

/** Undefined when the provider is no longer in the content. */
export async function confirmationPage(link: OpenedLink, path: string): Promise<ConfirmationPage | undefined> {
  const { language: lang, links } = link;
  const round = roundOf(link);
  const pages = await publishedPages(round.provider, lang);
  if (!pages) return undefined;
  const texts = textsHash(pages);
  return {
    path,
    provider: providerName(round.provider, lang),
    askedAt: new Date(round.asked_at),
    confirmedAt: at(round.confirmed_at),
    pages,
    texts,
    changed: texts !== round.texts,
    reported: (round.tasks ?? []).map((task) => ({
      pages: taskPages(round.provider, task, lang).map(({ name }) => name),
      mistake: task.mistake,
      createdAt: new Date(task.created_at),
      doneAt: at(task.done_at),
      note: task.note,
    })),
    paths: {
      confirm: links.confirm_services && linkPath(links.confirm_services),
      report: links.report_mistake && linkPath(links.report_mistake),
    },
    phone,
  };
}

export async function taskPage(link: OpenedLink, path: string): Promise<TaskPage> {
  const { language: lang } = link;
  const round = roundOf(link);
  const task = taskOf(link);
  // What has left the content since has no page to open.
  const published = (await publishedPages(round.provider, lang)) ?? [];
  const doneAt = at(task.done_at);
  return {
    path,
    provider: providerName(round.provider, lang),
    pages: taskPages(round.provider, task, lang).map(({ value, name, file }) => ({
      name,
      path: published.find((page) => page.value === value)?.path ?? null,
      file,
    })),
    mistake: task.mistake,
    createdAt: new Date(task.created_at),
    doneAt,
    doneBy: task.done_by,
    note: task.note,
    reporter: round.email,
    mayReopen: doneAt !== null && new Date(link.now).getTime() - doneAt.getTime() < 24 * HOUR_MS,
  };
}

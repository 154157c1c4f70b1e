// report-mistake: what is wrong becomes a task of the editors.
import { reportMistakeSchema } from '#domain/forms/report-mistake.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { ReportMistake } from '#forms/report-mistake.tsx';
import { asSystem, type Enums } from '../db.ts';
import { LINKS_FOR, mintLinks } from '../links.ts';
import { editors } from '../people.ts';
import { OWN_PAGE, publishedPages, serviceOfPage } from '../published-pages.ts';
import { type ActResult, asWritten, done, gone, wrong } from './act.ts';
import { confirmationAct } from './confirmation-act.tsx';

const keyOf = (field: string, code: string): StringKey =>
  (field === 'mistake' ? `report-mistake.error.mistake.${code}` : `report-mistake.error.pages.${code}`) as StringKey;

export const reportMistake = confirmationAct({
  view: ReportMistake,
  title: 'report-mistake.title',
  deeds: ['reported', 'already_reported'],
  // Beside each page that is shown stands a link that ticks it; what the form does not offer, it does not tick.
  tapped: (query) => ({ pages: query.get('page') ?? '' }),
  async run({ hash, link, round, fields }) {
    const pages = (await publishedPages(round.provider, link.language)) ?? [];
    const form = reportMistakeSchema(pages.map(({ value }) => value)).safeParse(fields);
    const written = { ...asWritten(fields), pages: [fields.pages ?? []].flat().join(' ') };
    if (!form.success) {
      const errors = form.error.issues.map(({ path, message }) => [path[0], keyOf(String(path[0]), message)] as const);
      return { status: 'wrong', errors: Object.fromEntries(errors), values: written };
    }
    const people = editors();
    const outcome = await asSystem().rpc('report_mistake', {
      p_token_hash: hash,
      p_services: form.data.pages.flatMap((page) => serviceOfPage(page) ?? []),
      p_own_page: form.data.pages.includes(OWN_PAGE),
      p_mistake: form.data.mistake,
      p_editors: people.map(({ email, name }) => ({ email, name })),
      p_links: mintLinks(people.length * LINKS_FOR.editor),
    });
    const replies = {
      reported: done('reported'),
      already_reported: done('already_reported'),
      too_many: wrong('mistake', 'report-mistake.error.mistake.too_many', written),
      no_link: gone,
    } as const satisfies Record<Enums['report_mistake_outcome'], ActResult>;
    return replies[outcome];
  },
});

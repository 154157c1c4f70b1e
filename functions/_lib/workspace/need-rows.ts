// Needs of a company as rows of its first page, each with its last message.
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import type { ThreadMessage } from '#forms/parts/thread.tsx';
import type { WorkspaceNeed } from '#forms/workspace/need-rows.tsx';
import { nameIn, serviceName } from '../catalogue.ts';
import type { Enums } from '../db.ts';
import { publicName } from '../public-name.ts';
import { startOf } from './start-of.ts';

/** As SQL's app.workspace_needs gives it. */
export interface NeedRow {
  reference: string;
  state: Enums['need_state'];
  description: string;
  services: string[];
  received_at: string;
  due_at: string;
  first_response_at: string | null;
  closed_at: string | null;
  owner_name: string | null;
  has_owner: boolean;
  /** Who acts while the owner is away. */
  stand_in: { name: string | null } | null;
  waits_for_company: boolean;
  last_message: {
    kind: ThreadMessage['kind'];
    author_role: Enums['person_role'];
    author_email: string;
    author_name: string | null;
    channel: ThreadMessage['channel'];
    body: string;
    happened_at: string;
  } | null;
}

export function needRows(rows: readonly NeedRow[], me: string, lang: Language, now: Date): WorkspaceNeed[] {
  const t = createT(lang);
  const handler = (name: string | null) => publicName(name && nameIn(name, lang), t);
  return rows.map((row) => {
    const { last_message: last } = row;
    return {
      reference: row.reference,
      state: row.state,
      open: row.closed_at === null,
      start: startOf(row.description),
      serviceNames: row.services.map((id) => serviceName(id, lang)),
      receivedAt: new Date(row.received_at),
      dueAt: new Date(row.due_at),
      answered: row.first_response_at !== null,
      standing: now > new Date(row.due_at) ? 'late' : 'coming',
      owner: row.has_owner ? handler((row.stand_in ?? { name: row.owner_name }).name) : null,
      waitsForCompany: row.waits_for_company && row.closed_at === null,
      lastMessage: last && {
        id: row.reference,
        kind: last.kind,
        author:
          last.author_role === 'company' || last.author_role === 'adviser'
            ? (last.author_name ?? last.author_email)
            : handler(last.author_name),
        body: startOf(last.body),
        channel: last.channel,
        happenedAt: new Date(last.happened_at),
        own: last.author_email === me,
      },
    };
  });
}

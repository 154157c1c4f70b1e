// What a consent shows, as SQL's app.shared_view gives it, in the shape of its view.
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import type { ThreadMessage } from '#forms/parts/thread.tsx';
import type { Seen } from '#forms/workspace/shared-view.tsx';
import { nameIn, serviceName } from '../catalogue.ts';
import type { Enums } from '../db.ts';
import { publicName } from '../public-name.ts';
import { companyName } from './company.ts';
import type { Part } from './consent-words.ts';
import { startOf } from './start-of.ts';

export interface SeenRow {
  company: { business_id: string | null; name: string | null };
  profile: { field: Enums['profile_field']; value: string }[] | null;
  needs:
    | {
        reference: string;
        state: Enums['need_state'];
        description: string;
        services: string[];
        received_at: string;
        closed_at: string | null;
        owner_name: string | null;
        has_owner: boolean;
        messages: {
          id: string;
          kind: ThreadMessage['kind'];
          author_role: Enums['person_role'];
          author_name: string | null;
          author_email: string | null;
          own: boolean;
          body: string;
          channel: ThreadMessage['channel'];
          happened_at: string;
        }[];
      }[]
    | null;
  documents: { id: string; name: string; format: Enums['document_format']; size: number; added_at: string }[] | null;
}

export function seenOf(row: SeenRow, parts: readonly Part[], lang: Language): Seen {
  const t = createT(lang);
  const handler = (name: string | null) => publicName(name && nameIn(name, lang), t);
  return {
    company: companyName(row.company, lang),
    businessId: row.company.business_id,
    profile:
      row.profile?.map(({ field, value }) => ({
        label: t(`shared.field.${field}` as StringKey),
        value: field === 'contact_by' ? t(`contact-by.${value}` as StringKey) : value,
      })) ?? null,
    documents: row.documents?.map(({ added_at, ...one }) => ({ ...one, addedAt: new Date(added_at) })) ?? null,
    needs:
      row.needs?.map((need) => ({
        reference: need.reference,
        start: startOf(need.description),
        description: need.description,
        state: need.state,
        open: need.closed_at === null,
        serviceNames: need.services.map((id) => serviceName(id, lang)),
        receivedAt: new Date(need.received_at),
        owner: need.has_owner ? handler(need.owner_name) : null,
        messages: need.messages.map((message) => ({
          id: message.id,
          kind: message.kind,
          // The company's people and advisers are called as the company knows them, those who handle the need by name or office.
          author: message.author_email ? (message.author_name ?? message.author_email) : handler(message.author_name),
          body: message.body,
          channel: message.channel,
          happenedAt: new Date(message.happened_at),
          own: message.own,
        })),
      })) ?? null,
    hasMessages: parts.includes('messages'),
  };
}

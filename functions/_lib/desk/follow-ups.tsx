// desk-follow-ups: the page of people who answered a survey low.
import { createT } from '#domain/i18n/t.ts';
import { DeskFollowUps } from '#forms/desk-follow-ups.tsx';
import { nameIn } from '../catalogue.ts';
import { deskPage } from './desk-page.tsx';
import type { DeskCall } from './door.ts';
import { type AnswerRow, feedbackAnswers, type RecordRow, recordedContacts } from './feedback.ts';

interface FollowUpRow {
  reference: string;
  company_name: string | null;
  business_id: string | null;
  contact_name: string;
  contact_phone: string | null;
  owner_email: string | null;
  owner_name: string | null;
  acting_email: string | null;
  acting_name: string | null;
  opened_at: string;
  due_at: string;
  answered_at: string | null;
  answered_by: string | null;
  not_contacted: boolean;
  record: RecordRow[] | null;
  answers: AnswerRow[];
  now: string;
}

export async function showFollowUps(call: DeskCall): Promise<Response> {
  const { lang, db, person } = call;
  const rows = (await db.rpc('desk_follow_ups', {})) as unknown as FollowUpRow[];
  const t = createT(lang);
  const ownerOf = ({ acting_email, acting_name, owner_email, owner_name }: FollowUpRow): string | null => {
    const name = acting_email === owner_email ? owner_name : acting_name;
    return name ? nameIn(name, lang) : acting_email;
  };
  const main = (
    <DeskFollowUps
      t={t}
      lang={lang}
      now={new Date(rows[0]?.now ?? Date.now())}
      followUps={rows.map((row) => ({
        reference: row.reference,
        company: row.company_name ?? row.business_id ?? row.contact_name,
        contact: [row.contact_name, row.contact_phone].filter(Boolean).join(', '),
        owner: ownerOf(row),
        isReaders: row.acting_email === person.email,
        openedAt: new Date(row.opened_at),
        dueAt: new Date(row.due_at),
        answeredAt: row.answered_at ? new Date(row.answered_at) : null,
        answeredBy: row.answered_by,
        notContacted: row.not_contacted,
        record: recordedContacts(row.record, lang),
        answers: feedbackAnswers(row.answers, lang),
      }))}
    />
  );
  return deskPage(call, { title: t('desk-follow-ups.title'), main });
}

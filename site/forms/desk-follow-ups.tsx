// desk-follow-ups: who answered a survey low and waits to hear from us, what is due first on top; below, who was answered lately.
import { formatDateTime } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';
import { DueMark } from './parts/due-mark.tsx';
import { Contradiction, Feedback, type FeedbackAnswer, type RecordedContact } from './parts/feedback.tsx';

export interface DeskFollowUp {
  reference: string;
  company: string;
  contact: string;
  /** Whoever acts for the owner; null while nobody owns the need. */
  owner: string | null;
  isReaders: boolean;
  openedAt: Date;
  dueAt: Date;
  answeredAt: Date | null;
  answeredBy: string | null;
  notContacted: boolean;
  record: readonly RecordedContact[];
  answers: readonly FeedbackAnswer[];
}

export interface DeskFollowUpsProps {
  t: T;
  lang: Language;
  now: Date;
  followUps: readonly DeskFollowUp[];
}

export function DeskFollowUps({ t, lang, now, followUps }: DeskFollowUpsProps) {
  const open = followUps.filter(({ answeredAt }) => !answeredAt);
  const answered = followUps.filter(({ answeredAt }) => answeredAt);
  return (
    <div class="stack">
      <h1>{t('desk-follow-ups.title')}</h1>
      <p>{open.length > 0 ? t('desk-follow-ups.lead') : t('desk-follow-ups.none')}</p>
      {open.map((followUp) => (
        <section
          class="stack desk-follow-up"
          aria-labelledby={`follow-up-${followUp.reference}`}
          key={`${followUp.reference} ${followUp.openedAt.toISOString()}`}
        >
          <h2 id={`follow-up-${followUp.reference}`}>
            <a href={routes.deskNeed(followUp.reference)}>
              {followUp.company}, {followUp.reference}
            </a>
          </h2>
          <p>
            <DueMark
              t={t}
              lang={lang}
              dueAt={followUp.dueAt}
              standing={now > followUp.dueAt ? 'late' : 'coming'}
              now={now}
            />{' '}
            <span class="soft">
              {followUp.isReaders ? t('desk-follow-ups.yours') : (followUp.owner ?? t('desk-follow-ups.free'))}
            </span>
          </p>
          <Feedback t={t} answers={followUp.answers} />
          {followUp.notContacted && followUp.record.length > 0 && (
            <Contradiction t={t} lang={lang} record={followUp.record} />
          )}
          <p>{followUp.contact}</p>
          <p>
            <a class="button button--quiet" href={routes.deskNeed(followUp.reference)}>
              {t('desk-follow-ups.answer')}
              <span class="visually-hidden">: {followUp.company}</span>
            </a>
          </p>
        </section>
      ))}
      {answered.length > 0 && (
        <section class="stack" aria-labelledby="answered">
          <h2 id="answered">{t('desk-follow-ups.answered')}</h2>
          <ul>
            {answered.map(({ reference, company, answeredAt, answeredBy, openedAt, dueAt }) => (
              <li key={`${reference} ${openedAt.toISOString()}`}>
                <a href={routes.deskNeed(reference)}>
                  {company}, {reference}
                </a>
                : {answeredAt && formatDateTime(answeredAt, lang, 'short')}, {answeredBy}
                {answeredAt && answeredAt > dueAt && ` (${t('desk-follow-ups.late')})`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

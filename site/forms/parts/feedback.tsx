// What a company answered in a survey, and, where it says that nobody was in touch, what the record says.
import { formatDateTime } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';

export interface FeedbackAnswer {
  question: string;
  answer: string;
  isText: boolean;
  isLow: boolean;
}

/** A contact as it was put on record, before the company's answer. */
export interface RecordedContact {
  kind: 'answer' | 'contact' | 'question' | 'decline' | 'closing' | 'referral';
  channel: 'phone' | 'meeting' | 'video' | null;
  at: Date;
  by: string;
  sentAt: Date | null;
  cameBack: boolean;
}

export function Feedback({ t, answers }: { t: T; answers: readonly FeedbackAnswer[] }) {
  return (
    <dl class="facts">
      {answers.map(({ question, answer, isText, isLow }) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd class={isText ? 'message__body' : undefined}>
            {isLow ? <strong>{answer}</strong> : answer}
            {isLow && <span class="visually-hidden"> ({t('feedback.low')})</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const what = ({ kind, channel }: RecordedContact): StringKey =>
  kind === 'contact' && channel ? `feedback.record.${channel}` : 'feedback.record.letter';

export function Contradiction({ t, lang, record }: { t: T; lang: Language; record: readonly RecordedContact[] }) {
  return (
    <div class="notice notice--alert stack">
      <p>{t('feedback.contradiction')}</p>
      <ul>
        {record.map((contact) => (
          <li key={contact.at.toISOString()}>
            <time dateTime={contact.at.toISOString()}>{formatDateTime(contact.at, lang)}</time>:{' '}
            {t(what(contact), { who: contact.by })}
            {contact.cameBack
              ? ` ${t('feedback.record.came-back')}`
              : contact.sentAt
                ? ` ${t('feedback.record.sent')}`
                : ''}
          </li>
        ))}
      </ul>
    </div>
  );
}

// The messages of a need, oldest first: who said what, when.
import { formatDateTime } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';

export interface ThreadMessage {
  id: string;
  kind:
    | 'answer'
    | 'question'
    | 'contact'
    | 'reply'
    | 'decline'
    | 'closing'
    | 'referral'
    | 'hand_over_decline'
    | 'hand_over_report'
    | 'comment'
    | 'joined_need';
  author: string;
  body: string;
  channel: 'phone' | 'meeting' | 'video' | null;
  /** Of a need that was joined: what it told first. */
  joined?: { reference: string; serviceNames: readonly string[] } | undefined;
  happenedAt: Date;
  own: boolean;
  /** It came as a reply to a letter; told at the desk alone. */
  byMail?: boolean | undefined;
}

function kindOf(t: T, { kind, channel, joined }: ThreadMessage): string {
  if (channel) return t(`channel.${channel}`);
  return t(`message.${kind}`, { reference: joined?.reference ?? '' });
}

export function Thread(props: {
  t: T;
  lang: Language;
  messages: readonly ThreadMessage[];
  /** Where a page has several threads, below headings of their own. */
  heading?: { id: string; text: string };
}) {
  const { t, lang, messages, heading } = props;
  if (messages.length === 0) return null;
  return (
    <section class="stack" aria-labelledby={heading?.id ?? 'thread'}>
      {heading ? <h3 id={heading.id}>{heading.text}</h3> : <h2 id="thread">{t('thread.title')}</h2>}
      {messages.map((message) => (
        <article class={message.own ? 'message message--own' : 'message'} key={message.id}>
          <header>
            <strong>{message.author}</strong> · {kindOf(t, message)}
            {message.byMail && `, ${t('event.way.mail')}`} ·{' '}
            <time dateTime={message.happenedAt.toISOString()}>{formatDateTime(message.happenedAt, lang)}</time>
          </header>
          <p class="message__body">{message.body}</p>
          {message.joined && message.joined.serviceNames.length > 0 && (
            <p class="small soft">{message.joined.serviceNames.join(' · ')}</p>
          )}
        </article>
      ))}
    </section>
  );
}

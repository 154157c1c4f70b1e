// What somebody sees of a company by a consent: the same before it is given, for the giver, and after it, for the grantee.
import type { ComponentChildren } from 'preact';
import { formatDate } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { NeedPath } from '../parts/need-path.tsx';
import { Thread, type ThreadMessage } from '../parts/thread.tsx';
import { type SeenDocument, SharedDocuments } from './shared-documents.tsx';

export interface SeenNeed {
  reference: string;
  start: string;
  description: string;
  state: string;
  open: boolean;
  serviceNames: readonly string[];
  receivedAt: Date;
  owner: string | null;
  messages: readonly ThreadMessage[];
}

export interface Seen {
  company: string;
  businessId: string | null;
  /** Null where it is not shared. */
  profile: readonly { label: string; value: string }[] | null;
  needs: readonly SeenNeed[] | null;
  documents: readonly SeenDocument[] | null;
  /** Whether messages are shared, so that none is something to be told. */
  hasMessages: boolean;
}

export function SharedView(props: {
  t: T;
  lang: Language;
  seen: Seen;
  /** Which need to unfold, where there are several. */
  unfolded?: string | undefined;
  /** What stands below each need, such as the form for a comment. */
  below?: (need: SeenNeed) => ComponentChildren;
}) {
  const { t, lang, seen, unfolded, below } = props;
  const { company, businessId, profile, needs, documents } = seen;
  return (
    <div class="stack shared-view">
      {profile ? (
        <section class="stack" aria-labelledby="seen-profile">
          <h2 id="seen-profile">{t('shared.profile')}</h2>
          <dl class="facts">
            {profile.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd class="workspace-email">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : (
        <p>{[company, businessId === company ? null : businessId].filter(Boolean).join(', ')}</p>
      )}
      {needs && (
        <section class="stack" aria-labelledby="seen-needs">
          <h2 id="seen-needs">{t('shared.needs')}</h2>
          {needs.length === 1 && needs[0] ? (
            <Need {...{ t, lang, seen, below }} need={needs[0]} />
          ) : (
            needs.map((need) => (
              <details key={need.reference} open={need.reference === unfolded}>
                <summary>{need.start}</summary>
                <Need {...{ t, lang, seen, below }} need={need} />
              </details>
            ))
          )}
        </section>
      )}
      {documents && <SharedDocuments t={t} lang={lang} documents={documents} />}
    </div>
  );
}

function Need(props: {
  t: T;
  lang: Language;
  seen: Seen;
  need: SeenNeed;
  below: ((need: SeenNeed) => ComponentChildren) | undefined;
}) {
  const { t, lang, seen, need, below } = props;
  return (
    <div class="stack" id={`need-${need.reference}`}>
      <blockquote class="need-text">{need.description}</blockquote>
      <NeedPath t={t} state={need.state} />
      <dl class="facts">
        <div>
          <dt>{t('need.reference')}</dt>
          <dd>{need.reference}</dd>
        </div>
        <div>
          <dt>{t('shared.state')}</dt>
          <dd>{t(`desk.state.${need.state}` as StringKey)}</dd>
        </div>
        {need.serviceNames.length > 0 && (
          <div>
            <dt>{t('need.services')}</dt>
            {need.serviceNames.map((name) => (
              <dd key={name}>{name}</dd>
            ))}
          </div>
        )}
        <div>
          <dt>{t('shared.received')}</dt>
          <dd>{formatDate(need.receivedAt, lang, 'short')}</dd>
        </div>
        {need.owner && (
          <div>
            <dt>{t('shared.owner')}</dt>
            <dd>{need.owner}</dd>
          </div>
        )}
      </dl>
      <Thread
        t={t}
        lang={lang}
        messages={need.messages}
        heading={{ id: `thread-${need.reference}`, text: t(seen.hasMessages ? 'thread.title' : 'shared.own-comments') }}
      />
      {seen.hasMessages && need.messages.length === 0 && <p class="soft">{t('shared.no-messages')}</p>}
      {below?.(need)}
    </div>
  );
}

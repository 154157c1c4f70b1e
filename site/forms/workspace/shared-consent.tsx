// shared, for an adviser: what a company shares by one consent, until when, and a comment on each need where that is allowed.
import { formatDate } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, routes, WORKSPACE } from '#domain/routes.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { TextField } from '../parts/field.tsx';
import { type Seen, SharedView } from './shared-view.tsx';

export interface SharedConsentProps {
  t: T;
  lang: Language;
  did?: string | undefined;
  id: string;
  givenBy: string;
  purpose: string;
  endsOn: string;
  mayComment: boolean;
  seen: Seen;
  /** The need that was commented on, or whose comment could not be taken. */
  about: string | undefined;
  /** What was written, and what was wrong with it. */
  comment: string;
  error: string | undefined;
}

export function SharedConsent(props: SharedConsentProps) {
  const { t, lang, did, id, givenBy, purpose, endsOn, mayComment, seen, about, comment, error } = props;
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={error ? [{ field: `comment-${about}`, text: error }] : []}
      />
      <h1>{seen.company}</h1>
      {did && (
        <p class="notice" role="status">
          {did}
        </p>
      )}
      <p class="workspace-email">{t('shared.why', { who: givenBy, purpose })}</p>
      <p class="notice">{t('shared.until', { date: formatDate(endsOn, lang, 'short') })}</p>
      <SharedView
        t={t}
        lang={lang}
        seen={seen}
        unfolded={about}
        below={(need) =>
          mayComment &&
          need.open && (
            <form method="post" action={`${routes.sharedConsent(id)}#need-${need.reference}`} noValidate class="stack">
              <input type="hidden" name="reference" value={need.reference} />
              <TextField
                name={`comment-${need.reference}`}
                sentAs="comment"
                label={t('shared.comment')}
                hint={t('shared.comment-hint')}
                value={need.reference === about ? comment : ''}
                error={need.reference === about ? error : undefined}
                errorPrefix={t('form.error')}
                rows={5}
              />
              <button class="button" type="submit">
                {t('shared.comment-button')}
                <span class="visually-hidden">: {need.reference}</span>
              </button>
            </form>
          )
        }
      />
      <p class="soft">{t('shared.looked')}</p>
      <p>
        <a href={WORKSPACE.shared}>{t('shared.back')}</a>
      </p>
    </div>
  );
}

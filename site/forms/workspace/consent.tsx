// The record of a consent, readable: what was agreed to, what has happened to it, what the grantee looked at; and what can be done.
import type { LetterBlock } from '#domain/content/letter-blocks.ts';
import { CONSENT_DAYS } from '#domain/forms/share.ts';
import { formatDateTime } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { isNobodys } from '#domain/nobody.ts';
import { type Language, routes, WORKSPACE } from '#domain/routes.ts';
import { Choices } from '../parts/choices.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { LineField } from '../parts/field.tsx';
import { type Look, LooksTable } from './looks-table.tsx';
import { Agreed } from './share-check.tsx';

export interface ConsentPageProps {
  t: T;
  lang: Language;
  did?: string | undefined;
  id: string;
  company: string;
  person: string;
  email: string;
  organisation: string;
  purpose: string;
  parts: string;
  comment: string;
  needs: readonly { reference: string; start: string }[];
  standing: 'in_force' | 'expired' | 'withdrawn';
  standingWords: string;
  givenBy: string;
  givenAt: Date;
  agreed: {
    version: string;
    language: Language /** Undefined when the text has changed since. */;
    text: readonly LetterBlock[] | undefined;
  };
  events: readonly { at: Date; what: string; who: string; until: string }[];
  looks: readonly Look[];
  isOwner: boolean;
  mayWithdraw: boolean;
  /** The address can still be put right: nothing was seen by it. */
  isUnused: boolean;
  replaces: string | null;
  replacedBy: string | null;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

export function ConsentPage(props: ConsentPageProps) {
  const { t, did, company, person, standing, standingWords, errors, replaces, replacedBy } = props;
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <h1 class="workspace-email">{t('consent.title', { person })}</h1>
      {did && (
        <p class="notice" role="status">
          {did}
        </p>
      )}
      <p class="soft">{company}</p>
      <p class="lead">{standingWords}</p>
      {replacedBy && (
        <p>
          <a href={routes.consent(replacedBy)}>{t('consent.replaced-by')}</a>
        </p>
      )}
      {standing === 'in_force' ? <Acts {...props} /> : <Again {...props} />}
      <Facts {...props} />
      {replaces && (
        <p>
          <a href={routes.consent(replaces)}>{t('consent.replaces')}</a>
        </p>
      )}
      <Events {...props} />
      <section class="stack" aria-labelledby="consent-looks">
        <h2 id="consent-looks">{t('consent.looks')}</h2>
        {props.looks.length === 0 ? (
          <p>{t('consent.no-looks')}</p>
        ) : (
          <LooksTable t={t} lang={props.lang} looks={props.looks} labelledBy="consent-looks" />
        )}
      </section>
      <p class="consent-acts">
        <a href={routes.consentReceipt(props.id)} download>
          {t('consent.json')}
        </a>
      </p>
      <p class="consent-acts">
        <a href={WORKSPACE.sharing}>{t('consent.back')}</a>
      </p>
    </div>
  );
}

function Facts({
  t,
  lang,
  email,
  person,
  organisation,
  purpose,
  parts,
  comment,
  needs,
  givenBy,
  givenAt,
  agreed,
}: ConsentPageProps) {
  return (
    <section class="stack" aria-labelledby="facts">
      <h2 id="facts">{t('consent.facts')}</h2>
      <dl class="facts">
        <div>
          <dt>{t('consent.grantee')}</dt>
          {person !== email && <dd>{person}</dd>}
          <dd class="workspace-email">{email}</dd>
          <dd>{organisation}</dd>
        </div>
        <div>
          <dt>{t('consent.purpose')}</dt>
          <dd>{purpose}</dd>
        </div>
        <div>
          <dt>{t('consent.parts')}</dt>
          <dd>{parts}</dd>
          {needs.map(({ reference, start }) => (
            <dd key={reference}>
              <a href={routes.workspaceNeed(reference)}>{start}</a>
            </dd>
          ))}
        </div>
        {comment && (
          <div>
            <dt>{t('consent.comment')}</dt>
            <dd>{comment}</dd>
          </div>
        )}
        <div>
          <dt>{t('consent.given')}</dt>
          <dd class="workspace-email">
            {givenBy}, {formatDateTime(givenAt, lang, 'short')}
          </dd>
        </div>
        <div>
          <dt>{t('consent.text')}</dt>
          <dd>
            <a href={routes.path('sharing', agreed.language)}>
              {t('consent.text-version', { version: agreed.version })}
            </a>
            , {t(`desk-need.language.${agreed.language}`)}
          </dd>
        </div>
      </dl>
      {agreed.text && (
        <details class="consent-text">
          <summary>{t('consent.text-read')}</summary>
          <div class="stack" lang={agreed.language}>
            <Agreed text={agreed.text} />
          </div>
        </details>
      )}
    </section>
  );
}

function Acts(props: ConsentPageProps) {
  const { t, id, email, isOwner, mayWithdraw, isUnused, values, errors } = props;
  const errorPrefix = t('form.error');
  return (
    <div class="stack consent-acts">
      {mayWithdraw && (
        <form method="post" action={routes.consent(id)} class="stack">
          <button class="button button--danger" type="submit" name="act" value="withdraw">
            {t('consent.withdraw')}
          </button>
          <p class="soft">{t('consent.withdraw-what')}</p>
        </form>
      )}
      {isOwner && isUnused && (
        <details open={Boolean(errors.email)}>
          <summary>{t('consent.correct')}</summary>
          <form method="post" action={routes.consent(id)} noValidate class="stack">
            <p>{t('consent.correct-what')}</p>
            <LineField
              name="email"
              type="email"
              autocomplete="off"
              spellcheck={false}
              label={t('share.email')}
              value={values.email ?? email}
              error={errors.email}
              errorPrefix={errorPrefix}
            />
            <button class="button" type="submit" name="act" value="correct">
              {t('consent.correct-button')}
            </button>
          </form>
        </details>
      )}
      {isOwner && (
        <details open={Boolean(errors.days)}>
          <summary>{t('consent.extend')}</summary>
          <form method="post" action={routes.consent(id)} noValidate class="stack">
            <Choices
              name="days"
              legend={t('consent.extend-days')}
              type="radio"
              choices={CONSENT_DAYS.map((days) => ({ value: String(days), label: t('share.days.of', { days }) }))}
              chosen={[values.days ?? '90']}
              error={errors.days}
              errorPrefix={errorPrefix}
            />
            <button class="button" type="submit" name="act" value="extend">
              {t('consent.extend-button')}
            </button>
          </form>
        </details>
      )}
    </div>
  );
}

const Again = ({ t, id, email, isOwner, replacedBy }: ConsentPageProps) =>
  isOwner && !replacedBy && !isNobodys(email) ? (
    <p>
      <a class="button" href={`${WORKSPACE.share}?again=${id}`}>
        {t('consent.again')}
      </a>
    </p>
  ) : null;

function Events({ t, lang, events }: ConsentPageProps) {
  return (
    <section class="stack" aria-labelledby="events">
      <h2 id="events">{t('consent.events')}</h2>
      <div class="table">
        <table aria-labelledby="events">
          <thead>
            <tr>
              <th scope="col">{t('workspace.looks.when')}</th>
              <th scope="col">{t('consent.event')}</th>
              <th scope="col">{t('consent.event-who')}</th>
            </tr>
          </thead>
          <tbody>
            {events.map(({ at, what, who, until }) => (
              <tr key={`${at.toISOString()} ${what}`}>
                <td>
                  <time dateTime={at.toISOString()}>{formatDateTime(at, lang, 'short')}</time>
                </td>
                <td>
                  {what}
                  <span class="workspace-way soft">{until}</span>
                </td>
                <td class="workspace-email">{who}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

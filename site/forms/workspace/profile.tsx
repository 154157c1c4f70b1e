// workspace-profile: what is known of the company and of how to reach the reader; each value says where it came from, and can be corrected.

import type { ProfileField, ProfileValues } from '#domain/forms/correct-profile.ts';
import { CONTACT_WAYS } from '#domain/forms/send-need-checks.ts';
import type { T } from '#domain/i18n/t.ts';
import { LANGUAGES, type Language, WORKSPACE } from '#domain/routes.ts';
import { Choices } from '../parts/choices.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { LineField } from '../parts/field.tsx';

export interface ToldFact {
  field: ProfileField;
  value: string | null;
  source: string;
}

export interface WorkspaceProfileProps {
  t: T;
  lang: Language;
  did?: string | undefined;
  company: { id: string; name: string };
  isOwner: boolean;
  values: ProfileValues;
  /** Where each value came from. */
  sources: Readonly<Partial<Record<ProfileField, string>>>;
  history: readonly ToldFact[];
  errors: Readonly<Partial<Record<ProfileField, string>>>;
}

export function WorkspaceProfile(props: WorkspaceProfileProps) {
  const { t, did, company, isOwner, values, errors } = props;
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <h1>{t('workspace.profile.title')}</h1>
      {did && (
        <p class="notice" role="status">
          {did}
        </p>
      )}
      <p class="soft">{company.name}</p>
      <p>{t('workspace.profile.lead')}</p>
      <form method="post" action={WORKSPACE.profile} noValidate class="stack">
        <input type="hidden" name="company" value={company.id} />
        <section class="stack" aria-labelledby="company">
          <h2 id="company">{t('workspace.profile.company')}</h2>
          <Line {...props} field="company_name" autocomplete="organization" />
          {isOwner ? (
            <Line {...props} field="business_id" class="field--short" hint={t('workspace.profile.id-missing')} />
          ) : (
            <dl class="facts">
              <dt>{t('send-need.business_id.label')}</dt>
              <dd>{values.business_id || t('need.founder')}</dd>
              <dd class="small soft">
                {props.sources.business_id} {t('workspace.profile.id-owners')}
              </dd>
            </dl>
          )}
        </section>
        <section class="stack" aria-labelledby="you">
          <h2 id="you">{t('workspace.profile.you')}</h2>
          <p class="soft">{t('workspace.profile.you-lead')}</p>
          <Line {...props} field="contact_name" autocomplete="name" />
          <Line {...props} field="contact_email" type="email" autocomplete="email" spellcheck={false} />
          <Chosen
            {...props}
            field="contact_by"
            choices={CONTACT_WAYS.map((way) => ({ value: way, label: t(`contact-by.${way}`) }))}
          />
          <Line {...props} field="contact_phone" type="tel" autocomplete="tel" class="field--short" />
          <Chosen
            {...props}
            field="language"
            choices={LANGUAGES.map((one) => ({ value: one, label: t(`desk-need.language.${one}`) }))}
          />
        </section>
        <button class="button" type="submit">
          {t('workspace.profile.save')}
        </button>
      </form>
      <History {...props} />
    </div>
  );
}

const labelOf = (t: T, field: ProfileField): string =>
  field === 'language' ? t('workspace.profile.language') : t(`send-need.${field}.label`);

function Line(
  props: WorkspaceProfileProps & {
    field: Exclude<ProfileField, 'contact_by' | 'language'>;
    hint?: string;
    [attribute: string]: unknown;
  },
) {
  const { t, field, values, sources, errors, hint, ...rest } = props;
  const { type, autocomplete, spellcheck, class: klass } = rest;
  return (
    <LineField
      name={field}
      label={labelOf(t, field)}
      hint={sources[field] ?? hint}
      error={errors[field]}
      errorPrefix={t('form.error')}
      value={values[field]}
      type={type ?? 'text'}
      autocomplete={autocomplete}
      spellcheck={spellcheck}
      class={klass}
    />
  );
}

function Chosen(
  props: WorkspaceProfileProps & {
    field: 'contact_by' | 'language';
    choices: readonly { value: string; label: string }[];
  },
) {
  const { t, field, choices, values, sources, errors } = props;
  return (
    <Choices
      name={field}
      legend={labelOf(t, field)}
      hint={sources[field]}
      type="radio"
      choices={choices}
      chosen={[values[field]]}
      error={errors[field]}
      errorPrefix={t('form.error')}
    />
  );
}

/** Every value that ever was, with where it came from. */
function History({ t, history }: WorkspaceProfileProps) {
  if (history.length === 0) return null;
  return (
    <details>
      <summary>{t('workspace.profile.history')}</summary>
      <div class="table">
        <table aria-label={t('workspace.profile.history')}>
          <thead>
            <tr>
              <th scope="col">{t('workspace.profile.field')}</th>
              <th scope="col">{t('workspace.profile.value')}</th>
              <th scope="col">{t('workspace.profile.source')}</th>
            </tr>
          </thead>
          <tbody>
            {history.map(({ field, value, source }, place) => (
              <tr key={place}>
                <td>{labelOf(t, field)}</td>
                <td>{value ?? t('workspace.profile.empty-value')}</td>
                <td>{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

// share: an owner lets somebody outside the company in: who, what for, which parts, until when, reading alone or commenting too.
import { CONSENT_DAYS, CONSENT_PARTS, SHARE_FIELDS, type ShareField, type ShareValues } from '#domain/forms/share.ts';
import type { T } from '#domain/i18n/t.ts';
import { LANGUAGES, WORKSPACE } from '#domain/routes.ts';
import { Choices } from '../parts/choices.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { LineField } from '../parts/field.tsx';

export interface ShareProps {
  t: T;
  company: { id: string; name: string };
  /** The company's needs, from which those that are shared are picked. */
  needs: readonly { reference: string; start: string; open: boolean }[];
  values: ShareValues;
  errors: Partial<Record<ShareField, string>>;
}

export function Share(props: ShareProps) {
  const { t, company, needs, values, errors } = props;
  const errorPrefix = t('form.error');
  const line = (field: 'email' | 'name' | 'organisation' | 'purpose', more: Record<string, unknown> = {}) => (
    <LineField
      name={field}
      label={t(`share.${field}`)}
      value={values[field]}
      error={errors[field]}
      errorPrefix={errorPrefix}
      autocomplete="off"
      {...more}
    />
  );
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={SHARE_FIELDS.flatMap((field) => (errors[field] ? [{ field, text: errors[field] }] : []))}
      />
      <h1>{t('share.title')}</h1>
      <p class="soft">{company.name}</p>
      <p>{t('share.lead')}</p>
      <form method="post" action={WORKSPACE.share} noValidate class="stack">
        <input type="hidden" name="company" value={company.id} />
        {line('email', { type: 'email', spellcheck: false })}
        {line('name')}
        {line('organisation', { hint: t('share.organisation-hint') })}
        <Choices
          name="language"
          legend={t('share.language')}
          type="radio"
          choices={LANGUAGES.map((one) => ({ value: one, label: t(`desk-need.language.${one}`) }))}
          chosen={[values.language]}
          errorPrefix={errorPrefix}
        />
        {line('purpose', { hint: t('share.purpose-hint') })}
        <Choices
          name="parts"
          legend={t('share.parts')}
          type="checkbox"
          choices={CONSENT_PARTS.map((part) => ({ value: part, label: t(`share.part.${part}`) }))}
          chosen={values.parts}
          error={errors.parts}
          errorPrefix={errorPrefix}
        />
        {needs.length > 0 && (
          <Choices
            name="needs"
            legend={t('share.needs')}
            hint={t('share.needs-hint')}
            type="checkbox"
            choices={needs.map(({ reference, start, open }) => ({
              value: reference,
              label: `${start} (${reference}${open ? '' : `, ${t('share.need-closed')}`})`,
            }))}
            chosen={values.needs}
            error={errors.needs}
            errorPrefix={errorPrefix}
          />
        )}
        <Choices
          name="comment"
          legend={t('share.comment')}
          type="radio"
          choices={['no', 'yes'].map((value) => ({
            value,
            label: t(value === 'yes' ? 'share.comment.yes' : 'share.comment.no'),
          }))}
          chosen={[values.may_comment ? 'yes' : 'no']}
          errorPrefix={errorPrefix}
        />
        <Choices
          name="days"
          legend={t('share.days')}
          type="radio"
          choices={CONSENT_DAYS.map((days) => ({ value: String(days), label: t('share.days.of', { days }) }))}
          chosen={[String(values.days)]}
          error={errors.days}
          errorPrefix={errorPrefix}
        />
        <p class="button-row">
          <button class="button" type="submit" name="act" value="check">
            {t('share.check')}
          </button>
          <a href={WORKSPACE.sharing}>{t('share.cancel')}</a>
        </p>
        <p class="soft">{t('share.nothing-yet')}</p>
      </form>
    </div>
  );
}

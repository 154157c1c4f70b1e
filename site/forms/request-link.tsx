// request-link: asks for a fresh link by mail. Says nothing of whether the address is known.
import type { T } from '#domain/i18n/t.ts';
import { ENDPOINTS, type Language } from '#domain/routes.ts';
import { ErrorSummary } from './parts/error-summary.tsx';
import { LineField } from './parts/field.tsx';
import { type Problem, ProblemNote } from './parts/problem-note.tsx';

export interface RequestLinkProps {
  t: T;
  lang: Language;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  problem?: Problem | undefined;
}

export function RequestLinkForm({ t, lang, values, errors, problem }: RequestLinkProps) {
  const errorPrefix = t('form.error');
  return (
    <form method="post" action={ENDPOINTS.requestLink} noValidate class="stack">
      <ProblemNote problem={problem} />
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <input type="hidden" name="language" value={lang} />
      <LineField
        name="email"
        type="email"
        autocomplete="email"
        label={t('request-link.email')}
        hint={t('request-link.email-hint')}
        value={values.email ?? ''}
        error={errors.email}
        errorPrefix={errorPrefix}
      />
      <LineField
        name="reference"
        autocomplete="off"
        label={t('request-link.reference')}
        hint={t('request-link.reference-hint')}
        value={values.reference ?? ''}
        error={errors.reference}
        errorPrefix={errorPrefix}
      />
      <button class="button" type="submit">
        {t('request-link.button')}
      </button>
    </form>
  );
}

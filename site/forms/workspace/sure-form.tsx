// Ending a membership: closed until it is wanted, and a tick before the button, since it acts at once.
import type { T } from '#domain/i18n/t.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { FieldError } from '../parts/field.tsx';

export function SureForm(props: {
  t: T;
  company: { id: string };
  /** Whose membership. */
  email: string;
  summary: string;
  /** Whom it is about, for who hears the summary alone. */
  about?: string;
  what: string;
  /** What becomes of the needs that the person is the contact of. */
  passes: string | undefined;
  button: string;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}) {
  const { t, company, email, summary, about, what, passes, button, values, errors } = props;
  const error = values.email === email ? errors.sure : undefined;
  const name = `sure-${email}`;
  return (
    <details open={Boolean(error)}>
      <summary>
        {summary}
        {about && <span class="visually-hidden">: {about}</span>}
      </summary>
      <form method="post" action={WORKSPACE.people} class="stack" noValidate>
        <p>{what}</p>
        {passes && <p>{passes}</p>}
        <input type="hidden" name="company" value={company.id} />
        <input type="hidden" name="email" value={email} />
        <FieldError name={name} error={error} errorPrefix={t('form.error')} />
        <div class={error ? 'choice field--error' : 'choice'}>
          <input
            type="checkbox"
            id={`field-${name}`}
            name="sure"
            value="yes"
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={error ? `field-${name}-error` : undefined}
          />
          <label for={`field-${name}`}>{t('workspace.people.sure')}</label>
        </div>
        <button class="button button--danger" type="submit" name="act" value="end_membership">
          {button}
        </button>
      </form>
    </details>
  );
}

// Sign-in at the desk and at the workspace: first the address, then the code that was mailed to it. The address goes along from step to step.
import type { T } from '#domain/i18n/t.ts';
import { ErrorSummary } from './parts/error-summary.tsx';
import { LineField } from './parts/field.tsx';
import { type Problem, ProblemNote } from './parts/problem-note.tsx';

export interface SignInProps {
  t: T;
  door: 'desk' | 'workspace';
  /** Where both steps are posted to. */
  path: string;
  step: 'address' | 'code';
  values: { email: string; ownDevice: boolean; next: string };
  errors: Readonly<Record<string, string>>;
  problem?: Problem | undefined;
  /** Why the person is here: the session ended, or it was ended. */
  why?: string | undefined;
  phone: string;
}

export function SignIn(props: SignInProps) {
  const { t, door, step, errors, problem, why } = props;
  return (
    <div class="stack">
      <ProblemNote problem={problem} />
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <h1>{t(step === 'code' ? 'sign-in.code.title' : `sign-in.${door}.title`)}</h1>
      {why && (
        <p class="notice" role="status">
          {why}
        </p>
      )}
      {step === 'code' ? <CodeStep {...props} /> : <AddressStep {...props} />}
    </div>
  );
}

function AddressStep({ t, door, path, values, errors }: SignInProps) {
  return (
    <>
      <p>{t(`sign-in.${door}.lead`)}</p>
      <form method="post" action={path} noValidate>
        <input type="hidden" name="step" value="address" />
        <input type="hidden" name="next" value={values.next} />
        <LineField
          name="email"
          type="email"
          autocomplete="email"
          label={t('sign-in.email')}
          hint={t(`sign-in.${door}.email-hint`)}
          value={values.email}
          error={errors.email}
          errorPrefix={t('form.error')}
        />
        <button class="button" type="submit">
          {t('sign-in.button')}
        </button>
      </form>
    </>
  );
}

function CodeStep({ t, door, path, values, errors, phone }: SignInProps) {
  return (
    <>
      <p>{t(`sign-in.${door}.code-lead`, { email: values.email })}</p>
      <form method="post" action={path} noValidate>
        <input type="hidden" name="step" value="code" />
        <input type="hidden" name="next" value={values.next} />
        <input type="hidden" name="email" value={values.email} />
        <LineField
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          class="field--short"
          // More than six: a pasted code brings its spaces.
          maxlength={20}
          label={t('sign-in.code.label')}
          hint={t('sign-in.code.hint')}
          value=""
          error={errors.code}
          errorPrefix={t('form.error')}
        />
        <div class="choice">
          <input type="checkbox" id="field-own_device" name="own_device" value="yes" checked={values.ownDevice} />
          <label for="field-own_device">{t('sign-in.own-device')}</label>
        </div>
        <button class="button" type="submit">
          {t('sign-in.code.button')}
        </button>
      </form>
      <section class="next-step">
        <h2>{t('sign-in.no-code')}</h2>
        <p>{t('sign-in.no-code-text', { phone })}</p>
        <form method="post" action={path} noValidate class="button-row">
          <input type="hidden" name="step" value="address" />
          <input type="hidden" name="next" value={values.next} />
          <input type="hidden" name="email" value={values.email} />
          <button class="button button--quiet" type="submit">
            {t('sign-in.new-code')}
          </button>
          <a href={path}>{t('sign-in.other-address')}</a>
        </form>
      </section>
    </>
  );
}

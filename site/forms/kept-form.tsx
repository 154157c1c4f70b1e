// A form behind a door that could not be taken: why, what was written, and the button that sends it once more.
import type { T } from '#domain/i18n/t.ts';
import { TextField } from './parts/field.tsx';
import { type Problem, ProblemNote } from './parts/problem-note.tsx';

export function KeptForm(props: {
  t: T;
  path: string;
  problem: Problem;
  values: Readonly<Record<string, string>>;
  /** The fields in which people write; the others go along unseen. */
  written: readonly string[];
  /** Where to sign in, when that is what is missing. */
  signIn?: string | undefined;
}) {
  const { t, path, problem, values, written, signIn } = props;
  const fields = Object.entries(values);
  return (
    <div class="stack">
      <h1>{problem.title}</h1>
      <ProblemNote problem={problem} />
      {signIn && (
        <p>
          <a class="button" href={signIn} target="_blank" rel="noopener">
            {t('kept.sign-in')}
          </a>
        </p>
      )}
      <form method="post" action={path} noValidate class="stack">
        {signIn && <p>{t('kept.then')}</p>}
        {fields.map(([name, value]) =>
          written.includes(name) ? (
            <TextField
              name={name}
              label={t('kept.written')}
              value={value}
              errorPrefix={t('form.error')}
              rows={7}
              key={name}
            />
          ) : (
            <input type="hidden" name={name} value={value} key={name} />
          ),
        )}
        <button class="button button--quiet" type="submit">
          {t('kept.again')}
        </button>
      </form>
    </div>
  );
}

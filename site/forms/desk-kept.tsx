// A form of the desk that could not be taken: why, what was written, and the button that sends it once more.
import type { T } from '#domain/i18n/t.ts';
import type { DeskActView } from './desk-need/act-view.ts';
import { deskActViews } from './desk-need/act-views.ts';
import { TextField } from './parts/field.tsx';
import { type Problem, ProblemNote } from './parts/problem-note.tsx';

/** The fields in which people write; the others go along unseen. */
const WRITTEN = Object.values<DeskActView>(deskActViews).flatMap(({ written }) => written);

export function KeptAtDesk(props: {
  t: T;
  path: string;
  problem: Problem;
  values: Readonly<Record<string, string>>;
  /** Where to sign in, when that is what is missing. */
  signIn?: string | undefined;
}) {
  const { t, path, problem, values, signIn } = props;
  const fields = Object.entries(values);
  return (
    <div class="stack">
      <h1>{problem.title}</h1>
      <ProblemNote problem={problem} />
      {signIn && (
        <p>
          <a class="button" href={signIn} target="_blank" rel="noopener">
            {t('desk.ended.sign-in')}
          </a>
        </p>
      )}
      <form method="post" action={path} noValidate class="stack">
        {signIn && <p>{t('desk.ended.then')}</p>}
        {fields.map(([name, value]) =>
          WRITTEN.includes(name) ? (
            <TextField
              name={name}
              label={t('desk.ended.written')}
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
          {t('desk.ended.again')}
        </button>
      </form>
    </div>
  );
}

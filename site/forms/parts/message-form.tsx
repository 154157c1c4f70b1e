// A small form of one message and one button.
import type { T } from '#domain/i18n/t.ts';
import { TextField } from './field.tsx';

export function MessageForm(props: {
  t: T;
  path: string;
  name: string;
  label: string;
  hint: string;
  button: string;
  value: string;
  error?: string | undefined;
}) {
  const { t, path, button, ...field } = props;
  return (
    <form method="post" action={path} noValidate class="stack">
      <TextField {...field} errorPrefix={t('form.error')} rows={7} />
      <button class="button" type="submit">
        {button}
      </button>
    </form>
  );
}

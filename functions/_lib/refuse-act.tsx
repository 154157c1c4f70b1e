// A message behind a letter's link that cannot be taken just now: shown again as it was written, to be sent once more.
import { textField } from '#domain/forms/answer-survey.ts';
import { createT } from '#domain/i18n/t.ts';
import { TextField } from '#forms/parts/field.tsx';
import { ProblemNote } from '#forms/parts/problem-note.tsx';
import { asWritten } from './acts/act.ts';
import type { Handlers } from './handle.ts';
import { renderPage } from './page.ts';
import { PROBLEMS, problemWords } from './problem-page.tsx';
import { html } from './respond.ts';

/** The fields in which people write; without the database nothing else is known of the link's form. */
const WRITTEN = ['answer', 'question', 'reply', 'reason', 'note', 'mistake'];
/** A survey's texts are named by their questions. */
const isWritten = (name: string): boolean => WRITTEN.includes(name) || name.startsWith(textField(''));

export const refuseAct: Handlers['refuse'] = ({ url, lang, fields }, problem, headers) => {
  const values = Object.entries(asWritten(fields));
  const written = values.find(([name, text]) => isWritten(name) && text.trim());
  if (!written) return undefined;
  const [name, value] = written;
  // What was ticked may stand there more than once.
  const chosen = Object.entries(fields).flatMap(([other, value]) =>
    other === name ? [] : [value].flat().flatMap((text) => (typeof text === 'string' ? [[other, text] as const] : [])),
  );
  const t = createT(lang);
  const words = problemWords(problem, lang);
  const main = (
    <form method="post" action={url.pathname} noValidate class="stack">
      <h1>{words.title}</h1>
      <ProblemNote problem={words} />
      {chosen.map(([other, text]) => (
        <input type="hidden" name={other} value={text} key={`${other} ${text}`} />
      ))}
      <TextField name={name} label={t('reply-to-need.label')} value={value} errorPrefix={t('form.error')} rows={7} />
      <button class="button" type="submit">
        {t('reply-to-need.button')}
      </button>
    </form>
  );
  return html(
    renderPage({ frame: 'frame', lang, title: words.title, hasError: true, main }),
    PROBLEMS[problem],
    headers,
  );
};

// A message behind a letter's link that cannot be taken just now: shown again as it was written, to be sent once more.
import { createT } from '#domain/i18n/t.ts';
import { TextField } from '#forms/parts/field.tsx';
import { ProblemNote } from '#forms/parts/problem-note.tsx';
import { asWritten } from './acts/act.ts';
import { catalogue } from './catalogue.ts';
import type { Handlers } from './handle.ts';
import { renderPage } from './page.ts';
import { PROBLEMS, problemWords } from './problem-page.tsx';
import { html } from './respond.ts';

/** The fields in which people write; without the database nothing else is known of the link's form. */
const WRITTEN = ['answer', 'question', 'reply', 'reason', 'note', 'mistake'];
const isTapped = (text: string): boolean => catalogue.survey.answers.some((answer) => answer === text);

export const refuseAct: Handlers['refuse'] = ({ url, lang, fields }, problem, headers) => {
  const values = Object.entries(asWritten(fields));
  const written = values.find(([name, text]) => WRITTEN.includes(name) && text.trim() && !isTapped(text));
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

// close-task: an editor has dealt with a reported mistake; or has not, after all.
import { cleanText } from '#domain/forms/text.ts';
import { createT } from '#domain/i18n/t.ts';
import { countCharacters, LIMITS } from '#domain/limits.ts';
import { CloseTask } from '#forms/close-task.tsx';
import { taskPage } from '../confirmation-page.ts';
import { asSystem, type Enums } from '../db.ts';
import { type Act, type ActResult, asWritten, done, gone, wrong } from './act.ts';

const DONE = {
  done: done('task_done'),
  already_done: done('task_already_done'),
  no_link: gone,
} as const satisfies Record<Enums['close_task_outcome'], ActResult>;

const REOPENED = {
  reopened: done('task_reopened'),
  not_done: done('task_not_done'),
  too_late: done('task_reopen_too_late'),
  no_link: gone,
} as const satisfies Record<Enums['reopen_task_outcome'], ActResult>;

export const closeTask: Act = {
  deeds: ['task_done', 'task_already_done', 'task_reopened', 'task_not_done', 'task_reopen_too_late'],
  async show(link, { path, did, values, errors }) {
    const lang = link.language;
    const t = createT(lang);
    const page = await taskPage(link, path);
    return {
      title: t('close-task.title'),
      main: <CloseTask t={t} lang={lang} page={page} did={did} values={values} errors={errors} />,
    };
  },
  async run({ hash, fields }) {
    if (fields.act === 'reopen') return REOPENED[await asSystem().rpc('reopen_task', { p_token_hash: hash })];
    const note = cleanText(fields.note);
    if (countCharacters(note) > LIMITS.editorNote.max)
      return wrong('note', 'close-task.error.note.too_long', asWritten(fields));
    return DONE[await asSystem().rpc('close_task', { p_token_hash: hash, p_note: note || null })];
  },
};

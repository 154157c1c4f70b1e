// Picks a template for the answer: a page with the form filled, or with a script the form itself.
import { fieldId } from '../parts/field.tsx';
import type { DeskNeedProps } from './desk-need-page.ts';

export function ReplyTemplates({ t, page, values }: Pick<DeskNeedProps, 't' | 'page' | 'values'>) {
  if (page.templates.length === 0) return null;
  return (
    <form action={`${page.path}#${fieldId('answer')}`} class="reply-templates" data-templates={fieldId('answer')}>
      <label class="field__label" for={fieldId('template')}>
        {t('answer-need.template')}
      </label>
      <p class="field__hint" id={`${fieldId('template')}-hint`}>
        {t('answer-need.template-hint', { language: t(`desk-need.language.${page.language}`) })}
      </p>
      <div class="reply-templates__line">
        <select name="template" id={fieldId('template')} aria-describedby={`${fieldId('template')}-hint`}>
          {page.templates.map(({ id, title, text }) => (
            <option value={id} selected={id === values.template} data-text={text} key={id}>
              {title}
            </option>
          ))}
        </select>
        <button class="button button--quiet" type="submit">
          {t('answer-need.template-button')}
        </button>
      </div>
    </form>
  );
}

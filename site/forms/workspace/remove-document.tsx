// remove-document: closed until it is wanted, and a tick before the button, since it acts at once and for good.
import type { T } from '#domain/i18n/t.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { FieldError, fieldId } from '../parts/field.tsx';

export function RemoveDocument(props: {
  t: T;
  company: { id: string };
  document: { id: string; name: string };
  unsure: boolean;
}) {
  const { t, company, document, unsure } = props;
  const name = `sure-${document.id}`;
  const error = unsure ? t('documents.error.sure') : undefined;
  return (
    <details open={unsure}>
      <summary>
        {t('documents.remove')}
        <span class="visually-hidden">: {document.name}</span>
      </summary>
      <form method="post" action={WORKSPACE.documents} class="stack" noValidate>
        <p>{t('documents.remove.what')}</p>
        <input type="hidden" name="company" value={company.id} />
        <input type="hidden" name="document" value={document.id} />
        <FieldError name={name} error={error} errorPrefix={t('form.error')} />
        <div class={error ? 'choice field--error' : 'choice'}>
          <input
            type="checkbox"
            id={fieldId(name)}
            name="sure"
            value="yes"
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={error ? `${fieldId(name)}-error` : undefined}
          />
          <label for={fieldId(name)}>{t('documents.remove.sure')}</label>
        </div>
        <button class="button button--danger" type="submit" name="act" value="remove">
          {t('documents.remove.button')}
        </button>
      </form>
    </details>
  );
}

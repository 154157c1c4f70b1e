// One question of a form: label, hint, error and the control, tied together for every kind of reader.
import type { ComponentChildren } from 'preact';

export interface FieldText {
  name: string;
  label: string;
  hint?: string | undefined;
  /** The error's words; present when the field is wrong. */
  error?: string | undefined;
  errorPrefix: string;
}

export const fieldId = (name: string): string => `field-${name}`;

/** Attributes that tie a control to its hint and its error. */
export const tied = ({ name, hint, error }: FieldText) => ({
  id: fieldId(name),
  name,
  'aria-describedby':
    [hint && `${fieldId(name)}-hint`, error && `${fieldId(name)}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? ('true' as const) : undefined,
});

export function FieldError({ name, error, errorPrefix }: Pick<FieldText, 'name' | 'error' | 'errorPrefix'>) {
  return error ? (
    <p class="field__error" id={`${fieldId(name)}-error`}>
      <span class="visually-hidden">{errorPrefix}: </span>
      {error}
    </p>
  ) : null;
}

export function Field({ children, ...text }: FieldText & { children: ComponentChildren }) {
  return (
    <div class={text.error ? 'field field--error' : 'field'}>
      <label class="field__label" for={fieldId(text.name)}>
        {text.label}
      </label>
      {text.hint && (
        <p class="field__hint" id={`${fieldId(text.name)}-hint`}>
          {text.hint}
        </p>
      )}
      <FieldError {...text} />
      {children}
    </div>
  );
}

/** A field of one line. */
export function LineField({ value, ...rest }: FieldText & { value: string; [attribute: string]: unknown }) {
  const { name, label, hint, error, errorPrefix, ...attributes } = rest;
  const text = { name, label, hint, error, errorPrefix };
  return (
    <Field {...text}>
      <input type="text" value={value} {...attributes} {...tied(text)} />
    </Field>
  );
}

/** A field of several lines. `sentAs` is its name in the post, where several forms of a page have it and its id must differ. */
export function TextField({
  value,
  rows,
  sentAs,
  ...text
}: FieldText & { value: string; rows: number; sentAs?: string }) {
  return (
    <Field {...text}>
      <textarea rows={rows} {...tied(text)} {...(sentAs && { name: sentAs })} value={value} />
    </Field>
  );
}

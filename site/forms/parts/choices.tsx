// A question with ready answers: a fieldset of radios or check boxes, its error before them.
import { FieldError, fieldId } from './field.tsx';

interface Choice {
  value: string;
  label: string;
}

export function Choices(props: {
  name: string;
  legend: string;
  hint?: string | undefined;
  type: 'radio' | 'checkbox';
  choices: readonly Choice[];
  chosen: readonly string[];
  error?: string | undefined;
  errorPrefix: string;
}) {
  const { name, legend, hint, type, choices, chosen, error, errorPrefix } = props;
  const describedBy = [hint && `${fieldId(name)}-hint`, error && `${fieldId(name)}-error`].filter(Boolean).join(' ');
  return (
    <fieldset class={error ? 'choices field--error' : 'choices'} aria-describedby={describedBy || undefined}>
      <legend class="field__label">{legend}</legend>
      {hint && (
        <p class="field__hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      <FieldError name={name} error={error} errorPrefix={errorPrefix} />
      {choices.map(({ value, label }, place) => {
        const id = place === 0 ? fieldId(name) : `${fieldId(name)}-${value}`;
        return (
          <div class="choice" key={value}>
            <input type={type} id={id} name={name} value={value} checked={chosen.includes(value)} />
            <label for={id}>{label}</label>
          </div>
        );
      })}
    </fieldset>
  );
}

// What is wrong with a form, at its top: it takes the focus and links to each field that waits for a correction.
import { fieldId } from './field.tsx';

export function ErrorSummary({ title, errors }: { title: string; errors: readonly { field: string; text: string }[] }) {
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="error-summary" autofocus>
      <h2>{title}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={field}>
            <a href={`#${fieldId(field)}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

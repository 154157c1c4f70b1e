// Puts a template of an answer into the form in place, so that nothing written so far is lost, and selects what is left to fill in.
const GAP = /\[[^[\]\n]+\]/;

export function fillAnswer(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-templates]');
  const field = document.querySelector<HTMLTextAreaElement>(`textarea#${form?.dataset.templates}`);
  const choice = form?.querySelector('select');
  if (!form || !field || !choice) return;

  form.addEventListener('submit', (event) => {
    const text = choice.selectedOptions[0]?.dataset.text;
    if (!text) return;
    event.preventDefault();
    const texts = [...choice.options].map(({ dataset }) => dataset.text);
    const written = field.value.trim();
    // An untouched template gives way to the next one; what a person wrote stays above it.
    field.value = written === '' || texts.includes(written) ? text : `${written}\n\n${text}`;
    field.rows = Math.max(field.rows, field.value.split('\n').length + 2);
    field.focus();
    const gap = GAP.exec(field.value);
    if (gap) field.setSelectionRange(gap.index, gap.index + gap[0].length);
  });
}

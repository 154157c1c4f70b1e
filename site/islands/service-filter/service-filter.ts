// Narrows the service map in place: choices combine, stand in the address, keep the focus; the number of hits is told aloud.
type Row = { row: HTMLElement; keys: string[]; group: HTMLElement | null };

export function startFilter(box: HTMLDetailsElement, form: HTMLFormElement, told: HTMLElement): void {
  const selects = [...form.querySelectorAll('select')];
  // Rows carry the keys of their values, options the key of theirs: `2.0` is the first value of the third facet.
  const rows: Row[] = [...document.querySelectorAll<HTMLElement>('[data-keys]')].map((row) => ({
    row,
    keys: (row.dataset.keys ?? '').split(' '),
    group: row.closest('section'),
  }));

  function narrow(): void {
    const wanted = selects.flatMap((select) => select.selectedOptions[0]?.dataset.k ?? []);
    const hits = rows.filter(({ row, keys }) => {
      row.hidden = !wanted.every((key) => keys.includes(key));
      return !row.hidden;
    });
    const left = new Set(hits.map(({ group }) => group));
    for (const { group } of rows) if (group) group.hidden = !left.has(group);
    const { one = '', many = '', none = '' } = told.dataset;
    const words = hits.length === 0 ? none : hits.length === 1 ? one : many;
    told.textContent = wanted.length ? words.replace('{count}', String(hits.length)) : '';
    const query = new URLSearchParams(selects.filter(({ value }) => value).map(({ name, value }) => [name, value]));
    history.replaceState(null, '', `${location.pathname}${query.size ? `?${query}` : ''}${location.hash}`);
  }

  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name) ?? '';
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  form.hidden = false;
  if (selects.some(({ value }) => value)) {
    box.open = true;
    narrow();
  }
  form.addEventListener('change', narrow);
  // A reset tells before it resets.
  form.addEventListener('reset', () => setTimeout(narrow));
  form.addEventListener('submit', (event) => event.preventDefault());
}

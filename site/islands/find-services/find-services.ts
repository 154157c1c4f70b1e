// Narrows the service map in place: choices combine, stand in the address, keep the focus; the number of hits is told aloud.
import { countHits, hasAll } from '#domain/map-keys.ts';
import { showChosen } from './show-chosen.ts';

export function startFilter(form: HTMLFormElement, told: HTMLElement, chosen: HTMLElement): void {
  const places: Record<string, [whole: string, narrowed: string]> = JSON.parse(form.dataset.places ?? '');
  const selects = [...form.querySelectorAll('select')];
  const languageLinks = document.querySelectorAll<HTMLAnchorElement>('header a[hreflang]');
  // Rows carry the keys of their values, options the key of theirs: `2.0` is the first value of the third facet.
  const rows = [...document.querySelectorAll<HTMLElement>('[data-keys]')].map((row) => ({
    row,
    keys: (row.dataset.keys ?? '').split(' '),
    group: row.closest('section'),
  }));
  const keysOf = (picked: HTMLSelectElement[]) => picked.map((select) => select.selectedOptions[0]?.dataset.k ?? '');

  function addressOf(picked: HTMLSelectElement[], lang = document.documentElement.lang): string {
    const query = new URLSearchParams(picked.map(({ name, value }) => [name, value]));
    const [whole = '', narrowed] = places[lang] ?? [];
    return picked.length > 0 ? `${narrowed}?${query}` : whole;
  }

  function narrow(): void {
    const picked = selects.filter(({ value }) => value);
    const wanted = keysOf(picked);
    for (const { row, keys } of rows) row.hidden = !hasAll(keys, wanted);
    const left = new Set(rows.filter(({ row }) => !row.hidden).map(({ group }) => group));
    for (const { group } of rows) if (group) group.hidden = !left.has(group);

    const hits = countHits(rows, wanted);
    const { one = '', many = '', none = '' } = told.dataset;
    const words = hits === 0 ? none : hits === 1 ? one : many;
    told.textContent = picked.length > 0 ? words.replace('{count}', String(hits)) : '';

    history.replaceState(null, '', addressOf(picked) + location.hash);
    // The function reads the words of every language: who goes on in another one takes the choices along.
    for (const link of languageLinks) link.href = addressOf(picked, link.hreflang);
    showChosen(
      chosen,
      picked.map((select) => {
        const others = picked.filter((other) => other !== select);
        return {
          text: `${select.labels[0]?.textContent}: ${select.selectedOptions[0]?.text}`,
          href: addressOf(others),
          gain: hits === 0 ? countHits(rows, keysOf(others)) : 0,
          drop: () => clear([select]),
        };
      }),
    );
  }

  function clear(some: HTMLSelectElement[]): void {
    for (const select of some) select.value = '';
    narrow();
    // What had the focus is gone: on to the next choice, else to where choices are made.
    const next = chosen.hidden ? form.parentElement?.querySelector('summary') : chosen.querySelector('a');
    next?.focus();
  }

  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name);
    if ([...select.options].some((option) => option.value === value)) select.value = value ?? '';
  }
  for (const row of form.querySelectorAll<HTMLElement>('.button-row')) row.hidden = true;
  if (selects.some(({ value }) => value)) narrow();
  form.addEventListener('change', narrow);
  form.addEventListener('submit', (event) => event.preventDefault());
  chosen.querySelector('.chosen__all')?.addEventListener('click', (event) => {
    event.preventDefault();
    clear(selects);
  });
}

// Keeps the desk's list fresh: each minute the page is asked for again and its list changed in place, with the focus where it
// was; how many needs are new is told to eyes and ears alike. Without script there is a link that does the same.
const EACH_MS = 60_000;

export function keepFresh(eachMs: number = EACH_MS): void {
  const told = document.querySelector<HTMLElement>('[data-told]');
  if (!told || !list(document)) return;

  async function refresh(say: HTMLElement): Promise<void> {
    // What nobody looks at is asked for when somebody looks again.
    if (document.hidden) return;
    const response = await fetch(location.href, { credentials: 'same-origin', cache: 'no-store' }).catch(
      () => undefined,
    );
    // A disturbance: the list stays as it is, with its time, and the next minute tries again.
    if (!response?.ok) return;
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    const next = list(fresh);
    if (!next) {
      say.textContent = say.dataset.ended ?? '';
      clearInterval(timer);
      return;
    }
    const before = references(document);
    const count = [...references(fresh)].filter((reference) => !before.has(reference)).length;
    put(next, fresh);
    if (count > 0)
      say.textContent = ((count === 1 ? say.dataset.one : say.dataset.many) ?? '').replace('{count}', String(count));
  }

  const timer = setInterval(() => void refresh(told), eachMs);
  document.addEventListener('visibilitychange', () => void refresh(told));
}

const list = (page: Document): HTMLElement | null => page.querySelector<HTMLElement>('[data-fresh]');

const references = (page: Document): Set<string> =>
  new Set([...page.querySelectorAll<HTMLElement>('[data-reference]')].map(({ dataset }) => dataset.reference ?? ''));

/** Changes only what differs, so that a reader in the middle of the list is not thrown out of it. */
function put(next: HTMLElement, fresh: Document): void {
  for (const part of ['[data-clock]', 'nav .themes', '[data-fresh]']) {
    const old = document.querySelector<HTMLElement>(part);
    const young = part === '[data-fresh]' ? next : fresh.querySelector<HTMLElement>(part);
    if (!old || !young || old.innerHTML === young.innerHTML) continue;
    const focused = old.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined;
    old.replaceChildren(...young.childNodes);
    if (focused) old.querySelector<HTMLElement>(`[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
}

// From need to need by the arrows, Home and End, while the focus is in the list: single keys that nobody asked for elsewhere.
// A screen reader keeps its own arrows, and Tab goes as ever.
const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

export function moveByKeys(): void {
  const list = document.querySelector<HTMLElement>('[data-fresh]');
  const help = document.querySelector<HTMLElement>('[data-shortcuts]');
  if (!list || !help) return;
  help.hidden = false;

  list.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const links: Element[] = [...list.querySelectorAll('[data-reference] a')];
    const at = document.activeElement ? links.indexOf(document.activeElement) : -1;
    if (at < 0) return;
    event.preventDefault();
    (links[step(at, links.length - 1)] as HTMLElement).focus();
  });
}

// The search field of home and map: what fits best comes up below it as one types. Its texts stand in the page.
import type { Ask, Found, Proposal, Reply } from './messages.ts';

/** Texts go in as text: what a person writes is never read as markup. */
function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, ...inside: (Node | string)[]) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}

function row({ path, name, summary, why, beside }: Proposal, because = '', goesWith = ''): HTMLElement {
  const link = element('a', '', name);
  link.href = path;
  const words = why.flatMap((word, at) => [at ? ', ' : ' ', element('q', '', word)]);
  const reason = beside ? element('p', 'why', `${goesWith} ${beside}`) : element('p', 'why', because, ...words);
  const about = [element('p', '', summary), reason];
  return element('li', '', element('div', '', element('h3', 'rows__name', link), ...about));
}

export function startSearch(box: HTMLElement): void {
  const find = <Kind extends Element>(selector: string) => box.querySelector(selector) as Kind;
  const input = find<HTMLInputElement>('input');
  const list = find<HTMLElement>('ul');
  const status = find<HTMLElement>('[role=status]');

  let shown: Found | 'loading' = 'nothing';

  function show(found: Found | 'loading'): void {
    shown = found;
    const answer = typeof found === 'string' ? undefined : found;
    const state = answer ? (answer.sure ? 'sure' : 'unsure') : found;
    for (const part of box.querySelectorAll<HTMLElement>('[data-when]')) part.hidden = part.dataset.when !== state;
    const { why, beside } = list.dataset;
    list.replaceChildren(...(answer?.proposals ?? []).map((proposal) => row(proposal, why, beside)));
  }

  function tell(found: Found): void {
    const { single = '', several = '', unsure = '', failed = '' } = status.dataset;
    if (typeof found === 'string') status.textContent = found === 'failed' ? failed : '';
    else {
      const { length } = found.proposals;
      const count = length && (length === 1 ? single : several).replace('{count}', String(length));
      status.textContent = [!found.sure && unsure, count].filter(Boolean).join(' ');
    }
  }

  let worker: Worker | undefined;
  let hasAnswered = false;

  function open(): Worker {
    const opened = new Worker(new URL('./match-worker.ts', import.meta.url), { type: 'module' });
    opened.onmessage = ({ data: { found, aloud } }: MessageEvent<Reply>) => {
      hasAnswered ||= typeof found !== 'string';
      (aloud ? tell : show)(found);
    };
    // Its script did not come. The next key tries anew.
    opened.onerror = () => {
      worker = undefined;
      if (input.value) show('failed');
    };
    return opened;
  }

  function ask(): void {
    const text = input.value;
    if (!text.trim()) show('nothing');
    else if (shown === 'nothing' && !hasAnswered) show('loading');
    worker ??= open();
    worker.postMessage({ src: box.dataset.ownWords ?? '', text } satisfies Ask);
  }

  input.addEventListener('focus', ask);
  input.addEventListener('input', ask);
  // A phone's keyboard lies over what was found: its search key puts it away.
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter' && matchMedia('(pointer: coarse)').matches) input.blur();
  });
  // The browser may have put a text back, or somebody have begun before the script came.
  if (input.value || document.activeElement === input) ask();
  box.classList.add('own-words--ready');
}

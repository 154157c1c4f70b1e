// Shows what was chosen as the view does it: a copy of its template for each choice, a press on which drops it.
type Chosen = {
  text: string;
  href: string /** How many services its dropping would bring back. */;
  gain: number;
  drop: () => void;
};

export function showChosen(box: HTMLElement, choices: Chosen[]): void {
  const template = box.querySelector('template');
  const { one = '', many = '' } = box.dataset;
  box.hidden = choices.length === 0;
  box.querySelector('ul')?.replaceChildren(
    ...choices.flatMap(({ text, href, gain, drop }) => {
      const item = template?.content.cloneNode(true) as DocumentFragment;
      const link = item.querySelector('a');
      const name = item.querySelector('span');
      const more = item.querySelector('.chip__gain');
      if (!link || !name || !more) return [];
      link.href = href;
      name.textContent = text;
      more.textContent = gain > 0 ? (gain === 1 ? one : many).replace('{count}', String(gain)) : '';
      link.addEventListener('click', (event) => {
        event.preventDefault();
        drop();
      });
      return [item];
    }),
  );
}

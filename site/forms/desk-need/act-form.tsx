// The form of an act on a need: what its person has seen goes along, and the button says which act it is.
import type { ComponentChildren } from 'preact';
import type { DeskNeedProps } from './desk-need-page.ts';

export function ActForm(
  props: Pick<DeskNeedProps, 'page'> & { act: string; button: string; look?: string; children?: ComponentChildren },
) {
  const { page, act, button, look = 'button', children } = props;
  return (
    <form method="post" action={page.path} noValidate class="stack">
      <input type="hidden" name="seen" value={page.seen} />
      {children}
      <button class={look} type="submit" name="act" value={act}>
        {button}
      </button>
    </form>
  );
}

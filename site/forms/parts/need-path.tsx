// The path of a need: its stops, and which one it stands at.
import type { T } from '#domain/i18n/t.ts';

const STOPS = ['need', 'answer', 'offer', 'delivery', 'feedback'] as const;
const STOP_OF: Readonly<Record<string, (typeof STOPS)[number]>> = {
  received: 'answer',
  claimed: 'answer',
  shaping: 'answer',
  calling: 'offer',
  offered: 'offer',
  agreed: 'delivery',
  preparing: 'delivery',
  delivering: 'delivery',
  closing: 'feedback',
  closed: 'feedback',
};

export function NeedPath({ t, state }: { t: T; state: string }) {
  const here = STOP_OF[state];
  const at = here ? STOPS.indexOf(here) : 0;
  return (
    <ol class="path" aria-label={t('see-need.path')}>
      {STOPS.map((stop, place) => (
        <li key={stop} class={place < at ? 'path__done' : undefined} aria-current={stop === here ? 'step' : undefined}>
          {t(`path.${stop}`)}
        </li>
      ))}
    </ol>
  );
}

// Who was asked to take a need, and how that stands.
import type { StringKey } from '#domain/i18n/strings.ts';
import type { T } from '#domain/i18n/t.ts';

export type HandOverStanding =
  | 'asked'
  | 'settled'
  | 'returned'
  | 'taken'
  | 'declined'
  | 'helped'
  | 'no_help'
  | 'not_reachable';

export interface HandOverLine {
  id: string;
  name: string;
  standing: HandOverStanding;
  /** What the coordinator wrote to them. */
  note: string | null;
}

export function HandOvers({ t, handOvers }: { t: T; handOvers: readonly HandOverLine[] }) {
  return (
    <ul>
      {handOvers.map(({ id, name, standing, note }) => (
        <li key={id}>
          {t(`hand-over.${standing}` as StringKey, { name })}
          {note && <blockquote class="need-text">{note}</blockquote>}
        </li>
      ))}
    </ul>
  );
}

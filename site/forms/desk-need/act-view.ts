// What a file of an act exports for the page of a need: where it stands, what it is called, its form.
import type { ComponentType } from 'preact';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { DeskNeedPage, DeskNeedProps } from './desk-need-page.ts';

export interface DeskActView {
  /** For this reader, as the need is now: under the next step, folded among the other acts, or not at all. */
  place: (page: DeskNeedPage) => 'next' | 'other' | undefined;
  /** What unfolds it among the others. */
  label: StringKey;
  /** Its fields in which people write, to be kept when a post is refused. No two acts share a field's name: they stand on one page. */
  written: readonly string[];
  View: ComponentType<DeskNeedProps>;
}

/** Nobody ends a matter that another handles. */
export const mayEnd = ({ open, owner }: DeskNeedPage): boolean => open && (owner === null || owner.isReader);

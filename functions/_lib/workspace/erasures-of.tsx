// Erasures that wait, as the notice at the top of each page says them.
import type { VNode } from 'preact';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { ErasureNotice } from '#forms/workspace/erasure-notice.tsx';
import { type CompanyCalled, companyName } from './company.ts';

/** As SQL's api.workspace_erasures gives it. */
export interface Erasing {
  company: CompanyCalled;
  erase_after: string;
  /** Null where nobody asked: the workspace has not been used. */
  asked_by: string | null;
  put_off_by: string[];
  may_undo: boolean;
}

/** The last day on which it can be undone, of the midnight after it. */
export const lastDay = (eraseAfter: string): Date => new Date(new Date(eraseAfter).getTime() - 1);

export const erasuresOf = (erasures: readonly Erasing[], lang: Language): VNode[] =>
  erasures.map(({ company, erase_after, asked_by, put_off_by, may_undo }) => (
    <ErasureNotice
      t={createT(lang)}
      lang={lang}
      company={{ id: company.id, name: companyName(company, lang) }}
      lastDay={lastDay(erase_after)}
      askedBy={asked_by}
      putOffBy={put_off_by}
      mayUndo={may_undo}
      key={company.id}
    />
  ));

// Erasures that wait, as the notice at the top of each page says them.
import type { VNode } from 'preact';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { ErasureNotice } from '#forms/workspace/erasure-notice.tsx';
import { OwnErasureNotice } from '#forms/workspace/own-erasure-notice.tsx';
import { type CompanyCalled, companyName } from './company.ts';

/** As SQL's api.workspace_erasures gives it. */
export interface Erasing {
  /** Null for the reader's own. */
  company: CompanyCalled | null;
  erase_after: string;
  /** Null where nobody asked: the workspace has not been used. */
  asked_by: string | null;
  put_off_by: string[];
  owned_alone: CompanyCalled[];
  may_undo: boolean;
}

/** The last day on which it can be undone, of the midnight after it. */
export const lastDay = (eraseAfter: string): Date => new Date(new Date(eraseAfter).getTime() - 1);

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** The same day, of an erasure that would be asked for now, by the database's clock. */
export const lastDayIfAsked = (now: string): Date => new Date(new Date(now).getTime() + WEEK_MS);

export const erasuresOf = (erasures: readonly Erasing[], lang: Language): VNode[] =>
  erasures.map(({ company, erase_after, asked_by, put_off_by, owned_alone, may_undo }) => {
    const shown = { t: createT(lang), lang, lastDay: lastDay(erase_after), putOffBy: put_off_by };
    return company ? (
      <ErasureNotice
        {...shown}
        company={{ id: company.id, name: companyName(company, lang) }}
        askedBy={asked_by}
        mayUndo={may_undo}
        key={company.id}
      />
    ) : (
      <OwnErasureNotice {...shown} ownedAlone={owned_alone.map((one) => companyName(one, lang))} key="own" />
    );
  });

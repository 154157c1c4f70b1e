// What the placeholders of receipts stand for: data that was taken out, an erasure that was asked for, undone or done. No key in them.
import { formatDate, formatDateTime } from '#domain/i18n/dates.ts';
import { createT } from '#domain/i18n/t.ts';
import { type Language, routes, WORKSPACE } from '#domain/routes.ts';
import { phone } from '../catalogue.ts';
import { env } from '../env.ts';
import type { LetterParts, LetterValues } from './fill.ts';

/** As SQL's app.about_data_taken_out gives it. */
interface TakeOut {
  scope: 'company' | 'person';
  at: string;
  by: string;
  business_id: string | null;
}
/** As app.about_erasure_asked and app.about_workspace_unused give it. */
interface Asked {
  erase_after: string;
  asked_by: string | null;
  business_id: string | null;
}
interface Undone {
  undone_by: string;
  business_id: string | null;
}
interface Done {
  done_at: string;
}

const url = (path: string): string => env().SITE_URL + path;
const myData = () => ({ my_data_link: url(WORKSPACE.myData), phone });
type Said = [LetterValues, LetterParts];

export const takeOutValues = ({ scope, at, by, business_id }: TakeOut, lang: Language): Said => [
  {
    ...myData(),
    who: by,
    what: createT(lang)(`letter.take-out.${scope}`),
    at: formatDateTime(at, lang),
    // Of one person's own data a number says nothing.
    business_id: scope === 'company' ? (business_id ?? '') : '',
  },
  {},
];

/** The day before the midnight at which it may go. */
const lastDay = (eraseAfter: string, lang: Language): string =>
  formatDate(new Date(new Date(eraseAfter).getTime() - 1), lang, 'short');

export const erasureAskedValues = ({ erase_after, asked_by, business_id }: Asked, lang: Language): Said => [
  { ...myData(), who: asked_by ?? '', last_day: lastDay(erase_after, lang), business_id: business_id ?? '' },
  {},
];

export const erasureUndoneValues = ({ undone_by, business_id }: Undone): Said => [
  { ...myData(), who: undone_by, business_id: business_id ?? '' },
  {},
];

export const erasureDoneValues = ({ done_at }: Done, lang: Language): Said => [
  { at: formatDateTime(done_at, lang), need_link: url(routes.path('needForm', lang)) },
  {},
];

export const ownErasureAskedValues = ({ erase_after }: Pick<Asked, 'erase_after'>, lang: Language): Said => [
  { ...myData(), last_day: lastDay(erase_after, lang) },
  {},
];

export const ownErasureUndoneValues = (): Said => [myData(), {}];

export const workspaceUnusedValues = ({ erase_after, business_id }: Asked, lang: Language): Said => [
  {
    last_day: lastDay(erase_after, lang),
    workspace_link: url(WORKSPACE.home),
    business_id: business_id ?? '',
    phone,
  },
  {},
];

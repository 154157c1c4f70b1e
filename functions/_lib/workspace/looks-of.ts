// Rows of looks as the company reads them: who, for what organisation, what, through what, when.
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import type { Look } from '#forms/workspace/looks-table.tsx';
import { nameIn } from '../catalogue.ts';
import type { Enums } from '../db.ts';
import { publicName } from '../public-name.ts';

/** As SQL's app.workspace_looks gives it. */
export interface LookRow {
  part: Enums['look_part'];
  way: Enums['look_way'];
  person_role: Enums['person_role'];
  person_email: string;
  person_name: string | null;
  organisation: string | null;
  at: string;
  reference: string | null;
}

export function looksOf(rows: readonly LookRow[], lang: Language): Look[] {
  const t = createT(lang);
  return rows.map(({ part, way, person_role, person_email, person_name, organisation, at, reference }) => ({
    at: new Date(at),
    // Whom the company has let in it knows by address; who handles its matter by name.
    who: way === 'workspace' ? (person_name ?? person_email) : publicName(person_name && nameIn(person_name, lang), t),
    organisation: organisation ?? (person_role === 'coordinator' ? t('owner.coordinator') : null),
    part: t(`workspace.look.part.${part}`),
    way: t(`workspace.look.way.${way}`),
    reference,
  }));
}

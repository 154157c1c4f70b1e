// Rows of looks as the company reads them: who, for what organisation, what, through what, when.
import { createT, type T } from '#domain/i18n/t.ts';
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
  /** Of the document that was taken; null where it is gone, or where it was the list of them. */
  document: string | null;
  of_document: boolean;
}

const documentWords = (t: T, ofDocument: boolean, name: string | null): string =>
  !ofDocument
    ? t('workspace.look.documents')
    : name
      ? t('workspace.look.document', { name })
      : t('workspace.look.document-gone');

export function looksOf(rows: readonly LookRow[], lang: Language): Look[] {
  const t = createT(lang);
  return rows.map(
    ({ part, way, person_role, person_email, person_name, organisation, at, reference, document, of_document }) => ({
      at: new Date(at),
      // Whom the company has let in it knows by address; who handles its matter by name.
      who:
        way === 'workspace' ? (person_name ?? person_email) : publicName(person_name && nameIn(person_name, lang), t),
      organisation: organisation ?? (person_role === 'coordinator' ? t('owner.coordinator') : null),
      part: part === 'document' ? documentWords(t, of_document, document) : t(`workspace.look.part.${part}`),
      way: t(`workspace.look.way.${way}`),
      reference,
    }),
  );
}

// The whole configuration of /admin, made of the content's own schemas: what they ask for is what the form asks for.
import type { Backend, CmsConfig, Collection, Field } from '@sveltia/cms';
import { faultText } from '#domain/content/fault-texts.ts';
import { slug } from '#domain/content/slug.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { EDITED, type EditedFolder } from './collections.ts';
import { LabelMissing, toField } from './field.ts';
import { schemaFields } from './schema-fields.ts';

/** The name under which editor.ts registers how the files of a folder are read and written; Sveltia wants this ending for .md. */
export const formatOf = (folder: string): string => `${folder}-frontmatter`;

const I18N = { structure: 'multiple_files' as const, locales: [...LANGUAGES], default_locale: 'fi' };

/** A new item's id; later on other files name it, so it stays. */
const { pattern, patternFault } = schemaFields(slug);
const ID = {
  editable: ['create' as const],
  ...(pattern && patternFault && { pattern: [pattern, faultText({ code: patternFault }, 'fi')] as [string, string] }),
};

export const editorConfig = (backend: Backend): CmsConfig => ({
  load_config_file: false,
  backend,
  app_title: 'Tarjottimen sisältö',
  logo: { src: '/favicon.svg' },
  show_preview_links: false,
  // No text of ours holds a picture. Sveltia wants a folder all the same.
  media_folder: 'public/media',
  i18n: I18N,
  slug: { encoding: 'ascii', clean_accents: true, maxlength: 60 },
  collections: EDITED.map(toCollection),
});

function toCollection(edited: EditedFolder): Collection {
  const { folder, label, one, icon, files, newId, idHint, title } = edited;
  const shared = { name: folder, label, label_singular: one, icon, format: formatOf(folder), i18n: true };
  if (files) {
    return {
      ...shared,
      files: files.map(({ id, label, bodyHint }) => ({
        name: id,
        label,
        file: `content/${folder}/${id}.{{locale}}.md`,
        fields: fieldsOf(edited, bodyHint),
        i18n: true,
        format: formatOf(folder),
      })),
    };
  }
  return {
    ...shared,
    folder: `content/${folder}`,
    extension: 'md',
    fields: fieldsOf(edited),
    identifier_field: title,
    summary: `{{${title}}}`,
    sortable_fields: [title],
    thumbnail: false,
    create: newId !== undefined,
    delete: newId !== undefined,
    duplicate: newId !== undefined,
    ...(newId !== undefined && { slug: { ...ID, ...(newId && { template: newId }), hint: idHint } }),
  };
}

/** In the order of the labels; whatever has none is named by a fault that stops the build. */
export function fieldsOf({ folder, schema, texts, labels, body }: EditedFolder, bodyHint = body?.hint): Field[] {
  const { properties = {}, required = [] } = schemaFields(schema);
  const names = [...new Set([...Object.keys(labels), ...Object.keys(properties)])];
  const fields = names.map((name) => {
    const path = `${folder}.${name}`;
    const found = properties[name];
    if (!found) throw new LabelMissing(`${path}: the schema has no such field: take its label away`);
    return toField(path, name, found, labels[name], required.includes(name), name in texts.shape);
  });
  return body ? [...fields, bodyField(body, bodyHint)] : fields;
}

const bodyField = ({ label, isRaw }: NonNullable<EditedFolder['body']>, hint?: string): Field => ({
  name: 'body',
  label,
  ...(hint && { hint }),
  widget: 'richtext',
  required: true,
  i18n: true,
  modes: isRaw ? ['raw'] : ['rich_text', 'raw'],
  buttons: ['bold', 'link', 'heading-two', 'heading-three', 'bulleted-list', 'numbered-list', 'quote'],
  editor_components: [],
  use_emoji_autocomplete: false,
});

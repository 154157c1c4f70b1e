// The pane beside the form: the texts of an item in its three languages, side by side, as they are being written.
import type { CustomPreviewTemplate } from '@sveltia/cms';
import { LANGUAGES, type Language } from '#domain/routes.ts';
import type { EditedFolder } from './collections.ts';
import type { Label } from './labels/label.ts';

const NAMES: Record<Language, string> = { fi: 'Suomi', sv: 'Ruotsi', en: 'Englanti' };

/** React's own, which Sveltia puts on the window for templates. */
type CreateElement = (type: string, props: object | null, ...children: unknown[]) => never;

type Texts = Record<string, unknown>;

export function threeLanguages({ labels, texts, body }: EditedFolder): CustomPreviewTemplate {
  const rows: [name: string, label: Label, mayBeEmpty: boolean][] = Object.entries(labels).flatMap(([name, label]) => {
    const field = texts.shape[name];
    return field ? [[name, label, field.safeParse([]).success]] : [];
  });
  if (body) rows.push(['body', body, false]);
  return ({ entry, document: frame }) => {
    const h = (window as unknown as { h: CreateElement }).h;
    const { data, i18n } = entry.toJS() as unknown as { data: Texts; i18n: Record<string, { data: Texts }> };
    // The language of the pane itself is the one that is not among the others.
    const textsIn = (lang: Language): Texts => i18n[lang]?.data ?? data;
    frame.documentElement.dataset.theme = document.documentElement.dataset.theme ?? 'light';
    const cell = (lang: Language, name: string, label: Label, mayBeEmpty: boolean) =>
      h(
        'td',
        { key: lang, lang },
        shown(h, textsIn(lang)[name], label) ?? (mayBeEmpty ? '–' : h('em', null, 'Puuttuu')),
      );
    return h(
      'table',
      null,
      h('caption', null, 'Tekstit kolmella kielellä'),
      h('thead', null, h('tr', null, ...LANGUAGES.map((lang) => h('th', { key: lang, scope: 'col' }, NAMES[lang])))),
      ...rows.map(([name, label, mayBeEmpty]) =>
        h(
          'tbody',
          { key: name, 'data-key-path': name },
          h('tr', null, h('th', { colSpan: LANGUAGES.length, scope: 'rowgroup' }, label.label)),
          h('tr', null, ...LANGUAGES.map((lang) => cell(lang, name, label, mayBeEmpty))),
        ),
      ),
    );
  };
}

/** Undefined when nothing has been written. */
function shown(h: CreateElement, value: unknown, label: Label): unknown {
  if (Array.isArray(value)) {
    const items = value.map((one) => shown(h, one, label)).filter(Boolean);
    return items.length ? h('ol', null, ...items.map((item, at) => h('li', { key: at }, item))) : undefined;
  }
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(label.parts ?? {}).map(([name, part]) => shown(h, (value as Texts)[name], part));
    return parts.filter(Boolean).length ? parts.map((part, at) => h('div', { key: at }, part)) : undefined;
  }
  return typeof value === 'string' && value.trim() ? value : undefined;
}

// The preview pane: the texts of an item in its three languages, side by side, as they are being written.
import type { CustomPreviewTemplate } from '@sveltia/cms';
import { LANGUAGES, type Language } from '#domain/routes.ts';
import type { EditedFolder } from './collections.ts';

const NAMES: Record<Language, string> = { fi: 'Suomi', sv: 'Ruotsi', en: 'Englanti' };
const EMPTY = 'Puuttuu';

/** React's own, which Sveltia puts on the window for templates. */
type CreateElement = (type: string, props: object | null, ...children: unknown[]) => never;

type Texts = Record<string, unknown>;

export function threeLanguages({ labels, texts, body }: EditedFolder): CustomPreviewTemplate {
  const rows = [
    ...Object.entries(labels).filter(([name]) => name in texts.shape),
    ...(body ? ([['body', body]] as const) : []),
  ];
  return ({ entry, document }) => {
    const h = (window as unknown as { h: CreateElement }).h;
    const { data, i18n } = entry.toJS() as unknown as { data: Texts; i18n: Record<string, { data: Texts }> };
    // The pane's own language is not among the others.
    const own = LANGUAGES.find((lang) => !i18n[lang]);
    const textsIn = (lang: Language): Texts => (lang === own ? data : (i18n[lang]?.data ?? {}));
    document.documentElement.dataset.theme = window.document.documentElement.dataset.theme ?? 'light';
    return h(
      'table',
      null,
      h('caption', null, 'Tekstit kolmella kielellä'),
      h('thead', null, h('tr', null, ...LANGUAGES.map((lang) => h('th', { key: lang, scope: 'col' }, NAMES[lang])))),
      ...rows.map(([name, { label }]) =>
        h(
          'tbody',
          { key: name, 'data-key-path': name },
          h('tr', null, h('th', { colSpan: LANGUAGES.length, scope: 'rowgroup' }, label)),
          h('tr', null, ...LANGUAGES.map((lang) => h('td', { key: lang, lang }, content(h, textsIn(lang)[name])))),
        ),
      ),
    );
  };
}

function content(h: CreateElement, value: unknown): unknown {
  if (Array.isArray(value) && value.length)
    return h('ol', null, ...value.map((one, at) => h('li', { key: at }, content(h, one))));
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.values(value).map((one, at) => h('div', { key: at }, content(h, one)));
  if (typeof value === 'string' && value.trim()) return value;
  return h('em', null, EMPTY);
}

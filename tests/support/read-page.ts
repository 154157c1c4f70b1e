// Reads a page that a function rendered: enough of HTML for our own markup, as a browser's forms and links would take it.
export interface Element {
  attributes: Readonly<Record<string, string>>;
  text: string;
}
export interface PageForm {
  action: string;
  /** What a browser would send when no button is named. */
  fields: [string, string][];
  buttons: Element[];
}

/** The inside of a tag: a quoted value may hold >. */
const INSIDE = '(?:"[^"]*"|[^>"])*';
const CONTROLS = new RegExp(`<(?:(input)\\b(${INSIDE})>|(textarea|select)\\b(${INSIDE})>([\\s\\S]*?)</\\3>)`, 'g');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decode = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');

const attributesOf = (inside: string): Record<string, string> =>
  Object.fromEntries(
    [...inside.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decode(value)]),
  );

/** All elements of a kind, in order. Such elements may not stand within each other. */
export function elements(html: string, tag: string): Element[] {
  const isVoid = ['input', 'meta', 'link', 'img'].includes(tag);
  const pattern = isVoid
    ? new RegExp(`<${tag}\\b(${INSIDE})>`, 'g')
    : new RegExp(`<${tag}\\b(${INSIDE})>([\\s\\S]*?)</${tag}>`, 'g');
  return [...html.matchAll(pattern)].map(([, inside = '', content = '']) => ({
    attributes: attributesOf(inside),
    text: decode(content.replace(/<[^>]*>/g, '')),
  }));
}

export const textOf = (html: string): string =>
  decode(html.replace(/<(style|script|head)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
export const titleOf = (html: string): string => elements(html, 'title')[0]?.text ?? '';
export const langOf = (html: string): string => /<html lang="(\w+)"/.exec(html)?.[1] ?? '';
export const mainOf = (html: string): string => /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? '';

/** Where the error summary's links lead, without the #. */
export const faultyFields = (html: string): string[] =>
  elements(/<div class="error-summary"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '', 'a').map(
    ({ attributes }) => attributes.href?.slice(1) ?? '',
  );
export const hasId = (html: string, id: string): boolean => mainOf(html).includes(` id="${id}"`);

export function formsOf(html: string): PageForm[] {
  return [...mainOf(html).matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, inside = '', content = '']) => ({
    action: attributesOf(inside).action ?? '',
    fields: [...content.matchAll(CONTROLS)].flatMap(sent),
    buttons: elements(content, 'button'),
  }));
}

/** The first form's fields by name, the last one winning. */
export const valuesOf = (html: string): Record<string, string> => Object.fromEntries(formsOf(html)[0]?.fields ?? []);

function sent([, input, inputInside, tag, tagInside, content = '']: RegExpMatchArray): [string, string][] {
  const { name = '', value = '', type = 'text', ...rest } = attributesOf((input ? inputInside : tagInside) ?? '');
  if (!name) return [];
  if (tag === 'textarea') return [[name, decode(content)]];
  if (tag === 'select') {
    const options = elements(content, 'option');
    return [[name, (options.find(({ attributes }) => 'selected' in attributes) ?? options[0])?.attributes.value ?? '']];
  }
  if ((type === 'radio' || type === 'checkbox') && !('checked' in rest)) return [];
  return [[name, value]];
}

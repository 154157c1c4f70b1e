// Pours a view into a frame that the build made, so that a page from a function looks as the site does.
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { createT } from '#domain/i18n/t.ts';
import { withoutNobodys } from '#domain/nobody.ts';
import type { Language } from '#domain/routes.ts';
import built from './built/pages.json' with { type: 'json' };

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

/** JSON that may stand in a script element: nothing in it can end the element or begin a comment. */
const embeddedJson = (data: unknown): string => JSON.stringify(data).replace(/</g, '\\u003c');

export interface PageParts {
  frame: keyof typeof built.shells;
  lang: Language;
  title: string;
  /** Says "Error:" before the title, as the first thing that a screen reader reads. */
  hasError?: boolean;
  main: VNode;
  /** What stands beside the brand in the header of frames that leave it to functions. */
  top?: VNode | undefined;
  /** The one other origin that scripts of the page may send to. */
  sendsTo?: string | undefined;
  /** Data for the island that takes the view over. */
  state?: unknown;
}

export function renderPage({ frame, lang, title, hasError = false, main, top, sendsTo, state }: PageParts): string {
  const t = createT(lang);
  const fullTitle = `${hasError ? `${t('form.error')}: ` : ''}${title} – ${t('site.name')}`;
  const data =
    state === undefined ? '' : `<script type="application/json" id="page-state">${embeddedJson(state)}</script>`;
  return policyOf(built.shells[frame][lang], sendsTo)
    .replace('<!--style-->', () => built.style)
    .replace('<!--title-->', () => escapeHtml(fullTitle))
    .replace('<!--state-->', () => data)
    .replace('<!--top-->', () => (top ? renderToString(top) : ''))
    .replace('<!--main-->', () => withoutNobodys(renderToString(main), lang));
}

const POLICY = "default-src 'self';";

/** The page's policy stands in it since the build; where scripts may send is known when it is served. */
function policyOf(shell: string, sendsTo: string | undefined): string {
  if (!sendsTo) return shell;
  if (!shell.includes(POLICY)) throw new Error('the shell has no policy to widen');
  return shell.replace(POLICY, () => `${POLICY}connect-src 'self' ${sendsTo};`);
}

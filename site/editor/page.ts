// The page /admin: nothing but the script, and a policy of its own, which no other page has.
import type { EditorBackend } from './backend.ts';

/**
 * `style-src`: Sveltia sets styles on elements and puts style sheets into the page as it goes; their hashes cannot be known.
 * `blob:`: the preview is a frame that the script writes itself, and pictures of a folder are read from it.
 */
export function editorPolicy({ hosts, pictures }: EditorBackend): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    ['img-src', "'self'", 'data:', 'blob:', ...pictures].join(' '),
    ['connect-src', "'self'", 'data:', 'blob:', ...hosts].join(' '),
    'frame-src blob:',
    'manifest-src blob:',
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; ');
}

export type EditorPage = {
  /** Its address. */ script: string /** A style sheet, in full. */;
  styles: string;
  editor: EditorBackend;
};

export const editorPage = ({ script, styles, editor }: EditorPage): string => `<!doctype html>
<html lang="fi">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${editorPolicy(editor)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Tarjottimen sisältö</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>
${styles}</style>
<script type="module" src="${script}"></script>
</head>
<body data-backend="${attribute(JSON.stringify(editor.backend))}" data-folder-only="${editor.hosts.length === 0}">
<noscript>Sisällön muokkaaminen selaimessa vaatii JavaScriptin. Voit muokata tiedostoja myös ilman sitä: katso CONTRIBUTING.md.</noscript>
</body>
</html>
`;

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

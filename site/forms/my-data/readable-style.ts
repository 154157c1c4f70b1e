// The look of the readable page: the portal's paper and ink, a phone's width, dark and print. Nothing is fetched.
export const STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#f6f4ee, #131816); --ink: light-dark(#1a211e, #edf0ea);
  --soft: light-dark(#414b46, #b9c3bc); --line: light-dark(#d8d5ca, #36403c); --action: light-dark(#0f4c38, #93d6b4); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; hyphens: auto; overflow-wrap: break-word; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; } h2 { margin: 3rem 0 0.5rem; padding-top: 1rem; border-top: 2px solid var(--action); }
h3 { margin: 2rem 0 0.5rem; } a { color: var(--action); }
nav ul { padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; } nav a { display: inline-block; padding: 0.6rem 0; }
dl { margin: 0; } dl div { display: grid; grid-template-columns: 12rem 1fr; gap: 0 1rem; padding: 0.3rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--soft); } dd { margin: 0; white-space: pre-wrap; }
blockquote { margin: 1rem 0; padding: 0.25rem 1rem; border-left: 3px solid var(--line); }
.by { margin: 0.25rem 0; color: var(--soft); font-size: 0.9375rem; } .text { margin: 0.25rem 0; white-space: pre-wrap; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 0.5rem 0; } .named { position: absolute; clip-path: inset(50%); }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--line); white-space: pre-wrap; }
th { hyphens: manual; } td { overflow-wrap: anywhere; min-width: 8.5rem; }
@media (max-width: 40rem) { dl div { display: block; } thead { display: block; position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } tr { display: block; padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
  td { display: block; min-width: 0; border: 0; padding: 0.1rem 0; } td:empty { display: none; } td::before { content: attr(data-label) ': '; color: var(--soft); } }
@media print { body { background: none; color: #000; font-size: 10.5pt; } nav { display: none; } main { max-width: none; padding: 0; }
  article, tr, blockquote { break-inside: avoid-page; } h2, h3 { break-after: avoid; } }
`;

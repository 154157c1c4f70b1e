// /dev/mail: the letters that the mailbox took, as people see them. For laptops and tests only; in English, like all tools.
import { html, raw } from 'hono/html';
import type { StoredLetter } from './mail-store.ts';

const STYLE = raw(`
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 72rem; padding: 1rem; }
  ol { list-style: none; padding: 0; }
  li { border-top: 1px solid #8886; padding: .5rem 0; }
  time, .to { color: light-dark(#555, #aaa); }
  .letter { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
  iframe { background: #fff; border: 1px solid #8886; box-sizing: border-box; height: 75vh; width: 100%; }
  pre { border: 1px solid #8886; box-sizing: border-box; margin: 0; min-height: 75vh; overflow-wrap: anywhere; padding: 1rem; white-space: pre-wrap; }
  h2 { font-size: 1rem; }
`);

const page = (title: string, body: unknown) => html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>
<body>${body}</body>
</html>`;

const time = (letter: StoredLetter) =>
  html`<time datetime="${letter.created_at}">${letter.created_at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}</time>`;

/** Newest first. */
export function mailList(letters: StoredLetter[], total: number) {
  const items = letters.map(
    (letter) =>
      html`<li><a href="/dev/mail/${letter.id}">${letter.subject}</a><br><span class="to">${letter.to.join(', ')}</span> · ${time(letter)}</li>`,
  );
  const shown = total > letters.length ? html`<p>The newest ${letters.length} of ${total}.</p>` : '';
  return page(
    `Mailbox (${total})`,
    html`<h1>Mailbox</h1><p>Letters that would have been sent. The same as data: <a href="/dev/mail.json">mail.json</a></p>
    ${shown}${total ? html`<ol>${items}</ol>` : html`<p>No letters yet.</p>`}`,
  );
}

/** Buttons that do what the letter's person, or a mail server, would do. */
const acts = (letter: StoredLetter) => html`<details><summary>Reply by email</summary>
  <form method="post" action="/dev/mail/${letter.id}/reply">
    <p><label>From <input name="from" value="${letter.to[0] ?? ''}"></label></p>
    <p><label>Text<br><textarea name="text" rows="6" cols="60"></textarea></label></p>
    <p><label><input type="checkbox" name="attachment" value="yes"> with an attachment</label>
    <label><input type="checkbox" name="automatic" value="yes"> as an automatic reply</label></p>
    <p><button>Send the reply</button></p>
  </form></details>
  <details><summary>What becomes of it</summary>
  <form method="post" action="/dev/mail/${letter.id}/event">
    <p>${['bounced', 'complained', 'failed', 'suppressed', 'delivered'].map((kind) => html`<button name="kind" value="${kind}">${kind}</button> `)}</p>
  </form></details>`;

/** `told`: what the portal answered when it was last told of the letter. */
export function mailLetter(letter: StoredLetter, told?: string) {
  // Links open outside the frame, and nothing may run in it. A second doctype, the letter's own, is ignored.
  const framed = `<!doctype html><base target="_blank">${letter.html ?? '<p>(no HTML part)</p>'}`;
  return page(
    letter.subject,
    html`<p><a href="/dev/mail">← Mailbox</a></p><h1>${letter.subject}</h1>
    <p>From ${letter.from}<br>To ${letter.to.join(', ')}${letter.reply_to ? html`<br>Reply to ${letter.reply_to.join(', ')}` : ''}<br>${time(letter)}</p>
    ${told ? html`<p role="status">The portal answered: ${told}</p>` : ''}${acts(letter)}
    <div class="letter">
      <section><h2>HTML</h2><iframe title="The letter as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${framed}"></iframe></section>
      <section><h2>Plain text</h2><pre>${withLinks(letter.text ?? '(no text part)')}</pre></section>
    </div>`,
  );
}

const withLinks = (text: string) =>
  text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:)])/)
    .map((part, index) => (index % 2 ? html`<a href="${part}">${part}</a>` : part));

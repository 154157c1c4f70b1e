// A letter as HTML: one column of real text, one primary link, dark mode left to the mail app's own colours.
import { renderToString } from 'preact-render-to-string';
import type { LetterBlock } from '#domain/content/letter-blocks.ts';
import type { Language } from '#domain/routes.ts';

// Mail apps read styles on elements alone. Pine green and ink as on the site, with no background that a dark mode would fight.
const STYLE = {
  body: 'margin:0;padding:24px 16px;font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif;font-size:17px;line-height:1.5',
  // Addresses and paths of files are longer than a small phone is wide.
  column: 'max-width:600px;margin:0 auto;overflow-wrap:anywhere',
  name: 'margin:0 0 24px;font-weight:600;letter-spacing:.01em',
  paragraph: 'margin:0 0 16px;white-space:pre-line',
  heading: 'margin:28px 0 8px;font-size:19px;line-height:1.3',
  quote: 'margin:0 0 16px;padding:4px 0 4px 16px;border-left:3px solid #1f5c46;white-space:pre-line',
  primary:
    'display:inline-block;padding:12px 20px;border-radius:6px;background:#1f5c46;color:#ffffff;text-decoration:none;font-weight:600',
  link: 'color:#1f5c46;font-weight:600',
  end: 'margin:32px 0 0;padding-top:16px;border-top:1px solid #8a938e;font-size:15px',
  preview: 'display:none;max-height:0;overflow:hidden',
} as const;

function Block({ block, primary }: { block: LetterBlock; primary: boolean }) {
  switch (block.kind) {
    case 'heading':
      return <h2 style={STYLE.heading}>{block.text}</h2>;
    case 'quote':
      return <blockquote style={STYLE.quote}>{block.text}</blockquote>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'link':
      return (
        <p style={STYLE.paragraph}>
          {/* The quiet ones take the page's colours, which a dark mode changes. */}
          <a href={block.target} style={primary ? STYLE.primary : STYLE.link} data-quiet={primary ? undefined : ''}>
            {block.label}
          </a>
        </p>
      );
    default:
      return <p style={STYLE.paragraph}>{block.text}</p>;
  }
}

export function letterHtml(letter: {
  lang: Language;
  subject: string;
  preview: string;
  blocks: readonly LetterBlock[];
  sender: string;
  end: readonly string[];
  /** The links are the answers to a question: none of them may look likelier than another. */
  linksAreAnswers: boolean;
}): string {
  const first = letter.blocks.findIndex(({ kind }) => kind === 'link');
  const page = (
    <html lang={letter.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
        <style>{'@media (prefers-color-scheme:dark){a[data-quiet]{color:#7fd1b0!important}}'}</style>
      </head>
      <body style={STYLE.body}>
        <div style={STYLE.preview}>{letter.preview}</div>
        <div style={STYLE.column}>
          <p style={STYLE.name}>{letter.sender}</p>
          {letter.blocks.map((block, place) => (
            <Block key={place} block={block} primary={letter.linksAreAnswers || place === first} />
          ))}
          <div style={STYLE.end}>
            {letter.end.map((line) => (
              <p key={line} style="margin:0 0 4px">
                {line}
              </p>
            ))}
          </div>
        </div>
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(page)}`;
}

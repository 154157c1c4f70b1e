// How mail programs set off the letter that is answered, in Finnish, Swedish and English, in words that the parser of replies knows.

// The block of headers that Outlook puts above the old letter, whatever its own language: the sender's line and, close below
// it, the line of the day or of the recipient. What follows it is not marked line by line, so all of it goes.
const SENDER = /^[ >*]*(lähettäjä|från|avsändare|from)\s*:/i;
const DAY_OR_RECIPIENT = /^[ >*]*(lähetetty|päivämäärä|päiväys|vastaanottaja|skickat|datum|till|sent|date|to)\s*:/i;
const ABOVE_BLOCK = /^[\s>]*([-_]{2,}.*)?$/;
const OLD_LETTER =
  /^[ >]*-{2,}\s*(alkuperäinen viesti|ursprungligt meddelande|originalmeddelande|original message)\s*-{2,}\s*$/i;

/** Without what stands below a mail program's block of headers. */
export function cutQuotedLetter(text: string): string {
  const lines = text.split('\n');
  const block = lines.findIndex(
    (line, at) =>
      OLD_LETTER.test(line) ||
      (SENDER.test(line) && lines.slice(at + 1, at + 4).some((next) => DAY_OR_RECIPIENT.test(next))),
  );
  if (block < 0) return text;
  const kept = lines.slice(0, block);
  while (kept.length > 0 && ABOVE_BLOCK.test(kept.at(-1) as string)) kept.pop();
  return kept.join('\n');
}

// "pe 27. marrask. 2026 klo 10.15 Tarjotin (a@b) kirjoitti:", "Tarjotin <a@b> kirjoitti 27.11.2026 kello 10.15:",
// "Den fre 27 nov. 2026 kl 10:15 skrev Tarjotin <a@b>:", "On Fri, Nov 27, 2026 at 10:15 AM Tarjotin <a@b> wrote:". The name
// and the address may stand on a line of their own. A year, a number of a day and the colon at the end set it apart from prose.
const WROTE = /\b(kirjoitti|skrev|wrote)\b/i;
const BEGINS = /^[ >]*(on|den|(ma|ti|ke|to|pe|la|su)\b|\d{1,4}[.\s/-]|.{1,120}\b(kirjoitti|skrev|wrote)\b)/i;
const DAY = /\d{1,2}[.\s/-].{0,20}(19|20)\d\d|(19|20)\d\d[.\s/-]\d{1,2}|\d{1,2},? (19|20)\d\d/;
const LONGEST_HEADER = 300;
/** What the parser takes for the header of a quoted letter. */
const KNOWN_HEADER = 'On that day, the portal <letter> wrote:';

/** How many lines, from this one on, are the header of a quoted letter: 0 where there is none. */
function headerLines(lines: readonly string[], at: number): number {
  if (!BEGINS.test((lines[at] as string).slice(0, LONGEST_HEADER))) return 0;
  for (const count of [1, 2, 3]) {
    const header = lines.slice(at, at + count).join(' ');
    if (header.length > LONGEST_HEADER) return 0;
    if (/:\s*$/.test(header)) return WROTE.test(header) && DAY.test(header) ? count : 0;
  }
  return 0;
}

// What telephones and programs add by themselves, with the names of the things: "Lähetetty eilen" begins a sentence.
const THINGS =
  '(iphone|ipad|android|samsung|galaxy|huawei|honor|oneplus|xperia|nokia|puhelime|matkapuhelime|mobil|telefon|phone|mobile|outlook|yahoo|gmail|proton|mail\\b|sähköposti|e-post)';
const DEVICE = new RegExp(
  `^(lähetetty .{0,20}${THINGS}|skickat från .{0,20}${THINGS}|sent from .{0,20}${THINGS}|(hanki|hämta|get) outlook ).{0,80}$`,
  'i',
);
const KNOWN_SIGNATURE = 'Sent from my phone';

// What the parser takes for the beginning of a signature and may be none: lines that part a text, a greeting with a
// postscript after it, a sentence about something that was sent from somewhere. Hidden from it by a mark that nobody sees.
const MAY_BE_TEXT =
  /^\s*([-_=+]{3,}|[_=+]{2}|cheers|best wishes|.{0,30}(regards|cordialement)|bonne .*|bien .*|.{0,10}(sent|gesendet|sendt|enviado|verzonden|verstuurd|envoyé|télécharger) .*)[,!！]*\s*$/i;
const MARK = '\u2060';

/** The text with everything that sets a quoted letter or a signature apart put into the parser's own words. */
export function inKnownWords(text: string): string {
  const lines = text.split('\n');
  // The parser sees no header and no signature in a first line.
  const known: string[] = [''];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as string;
    const header = headerLines(lines, at);
    if (header > 0) {
      // The parser asks for an empty line above it.
      known.push('', KNOWN_HEADER);
      at += header - 1;
    } else if (DEVICE.test(line)) known.push('', KNOWN_SIGNATURE);
    else known.push(MAY_BE_TEXT.test(line) ? MARK + line : line);
  }
  return known.join('\n');
}

export const withoutMarks = (text: string): string => text.replaceAll(MARK, '');

// Draws one picture of a link: the mark, the question in big letters, the path with its stops. Letters become shapes here: no browser gets a font.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import satori from 'satori';
import sharp from 'sharp';
import { SOCIAL_SIZE } from '../domain/social-size.ts';

const EDGE = 80;
const INNER = SOCIAL_SIZE.width - 2 * EDGE;

/** Sizes of the big words, from which the biggest that fits is taken. */
const SIZES = [108, 96, 84, 72];
const LINE = 1.1;
/** The room between the mark and the path. */
const ROOM = 250;
/** Room for the word under the last stop. */
const LAST = 130;
/** How wide a bold letter is, of its size: about, and rather too wide. */
const LETTER = 0.6;

const file = createRequire(import.meta.url).resolve;
const font = async (weight) => ({
  name: 'Noto Sans',
  weight,
  style: 'normal',
  data: await readFile(file(`@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff`)),
});

const TOKENS = new URL('../styles/tokens.css', import.meta.url);

/** What a picture's looks depend on besides its words. */
export const pictureSources = async () =>
  (await Promise.all([TOKENS, new URL(import.meta.url)].map((url) => readFile(url, 'utf8')))).join('\n');

/** The site's own colours in their light form, out of its style sheet. */
async function readColours() {
  const css = await readFile(TOKENS, 'utf8');
  const found = [...css.matchAll(/--([\w-]+): light-dark\((#\w+)/g)].map(([, name, colour]) => [name, colour]);
  return Object.fromEntries(found);
}

const box = (style, ...children) => ({
  type: 'div',
  props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children },
});

function sizeOf(text) {
  const words = text.split(' ');
  return SIZES.find((size) => lines(words, size) * size * LINE <= ROOM) ?? SIZES.at(-1);
}

/** How many lines the words take; too many when one of them is wider than the picture. */
function lines(words, size) {
  let count = 1;
  let used = 0;
  for (const word of words) {
    const width = word.length * size * LETTER;
    if (width > INNER) return Number.POSITIVE_INFINITY;
    if (used + width > INNER) {
      count += 1;
      used = 0;
    }
    used += width + size * 0.3;
  }
  return count;
}

const mark = ({ action, promise }) => ({
  type: 'svg',
  props: {
    width: 84,
    height: 84,
    viewBox: '0 0 34 34',
    fill: 'none',
    children: [
      ['M3 21h28M6 21c.6 4.6 2.6 6.5 6 6.5h10c3.4 0 5.4-1.9 6-6.5', 'M10 12h4.5m5 0H22'].map((d) => ({
        type: 'path',
        props: { d, stroke: action, 'stroke-width': 2.5, 'stroke-linecap': 'round' },
      })),
      { type: 'circle', props: { cx: 7, cy: 12, r: 3, fill: action } },
      { type: 'circle', props: { cx: 17, cy: 12, r: 2.4, stroke: action, 'stroke-width': 2.5 } },
      { type: 'circle', props: { cx: 27, cy: 12, r: 4.4, fill: promise } },
    ].flat(),
  },
});

/** The promise stands at the answer, the second stop. */
function path(stops, colours) {
  const step = (INNER - LAST) / (stops.length - 1);
  return box(
    { position: 'relative', height: 92 },
    box({
      position: 'absolute',
      left: 18,
      top: 16,
      width: step * (stops.length - 1),
      height: 4,
      background: colours.action,
    }),
    ...stops.map((stop, at) =>
      box(
        { position: 'absolute', left: at * step, top: 0, flexDirection: 'column' },
        box({
          width: 36,
          height: 36,
          borderRadius: 18,
          border: at === 1 ? `11px solid ${colours.promise}` : `5px solid ${colours.action}`,
          background: colours.paper,
        }),
        box({ marginTop: 12, fontSize: 28, fontWeight: at === 1 ? 700 : 400, color: colours.ink }, stop),
      ),
    ),
  );
}

/** Reads fonts and colours once and gives what draws one picture after the other. */
export async function pictureDrawer() {
  const [fonts, colours] = await Promise.all([Promise.all([400, 700].map(font)), readColours()]);
  return async ({ text, name, tagline, stops }) => {
    const picture = box(
      {
        ...SOCIAL_SIZE,
        padding: `${EDGE - 16}px ${EDGE}px`,
        flexDirection: 'column',
        justifyContent: 'space-between',
        background: colours.paper,
        color: colours.ink,
        fontFamily: 'Noto Sans',
      },
      box(
        { alignItems: 'center', gap: 20 },
        box({ marginLeft: -7 }, mark(colours)),
        box({ fontSize: 44, fontWeight: 700, letterSpacing: -1 }, name),
        box({ fontSize: 28, color: colours['ink-soft'], marginTop: 10 }, tagline),
      ),
      box(
        { fontSize: sizeOf(text), fontWeight: 700, lineHeight: LINE, letterSpacing: '-0.028em', textWrap: 'balance' },
        text,
      ),
      path(stops, colours),
    );
    const svg = await satori(picture, { ...SOCIAL_SIZE, fonts });
    // A few flat colours and the edges of letters: 16 shades are enough, fit into half a byte, and take half the time.
    return sharp(Buffer.from(svg)).png({ palette: true, colours: 16, dither: 0, effort: 1 }).toBuffer();
  };
}

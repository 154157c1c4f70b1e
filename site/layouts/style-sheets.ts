// The two style sheets, one of which stands in the head of each page, with the hash under which the page's policy lets it in.
// Astro would put in one for all pages, and reckon its hash anew for each.
import reading from '../styles/reading.css?inline';
import whole from '../styles/site.css?inline';

async function sheet(css: string) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css));
  return { css, hash: `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` as const };
}

export const STYLE_SHEETS = { whole: await sheet(whole), reading: await sheet(reading) };

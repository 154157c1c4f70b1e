// Every kind of letter in every language: complete, plain, the same each time, and with nothing in it that is not for its reader.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LETTERS, type LetterKind } from '#domain/content/letter.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { catalogue } from '#lib/catalogue.ts';
import { renderLetter } from '#lib/letters/render-letter.ts';
import { publishedPages } from '#lib/published-pages.ts';
import { ADVISER, CLAIMANT, INVITER, leastLetter, MAIL_ADDRESSES, madeLetter, ROUND } from '../support/made-letter.ts';
import { MAIJA, type Portal, SITE, startPortal } from '../support/portal.ts';
import { elements, langOf, textOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal(); // for the environment that links are made from
});
afterAll(() => portal.close());

const KINDS = Object.keys(LETTERS) as LetterKind[];
const ALL = KINDS.flatMap((kind) => LANGUAGES.map((lang) => [kind, lang] as const));
const isToColleague = (kind: LetterKind) =>
  ['colleague', 'member', 'adviser', 'giver', 'person'].includes(LETTERS[kind].to);
/** What it was about is gone, so nothing leads there. */
const isLast = (kind: LetterKind) => LETTERS[kind].to === 'erased';
const isOfProvider = (kind: LetterKind) => ['provider', 'editor'].includes(LETTERS[kind].to);
/** About several needs, with ways to the desk. */
const isDigest = (kind: LetterKind) => ['digest', 'owner_left', 'stand_in'].includes(kind);
const DESK_PAGES = '|/desk(/absences|/needs/[A-Z0-9]{4}-[A-Z0-9]{4})?';
const addressesIn = (text: string): string[] => text.match(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g) ?? [];
const linksOf = (html: string) => elements(html, 'a').map(({ attributes }) => attributes.href ?? '');

describe.each(ALL)('%s in %s', (kind, lang) => {
  it.each([
    ['with everything', madeLetter],
    ['with the least', leastLetter],
  ])('%s has no unfilled placeholder, no empty link, no label without its value', async (_what, make) => {
    const { subject, html, text } = await renderLetter(make(kind, lang));
    for (const part of [subject, textOf(html), text]) {
      expect(part).not.toMatch(/\{\w*\}|\b(undefined|null|NaN|Invalid Date)\b|\[object| ,|\(\)/);
    }
    for (const item of elements(html, 'li')) expect(item.text).not.toMatch(/[:,]\s*$/);
    const links = linksOf(html);
    // What leads nowhere any more has no link.
    if (kind !== 'withdrawn' && kind !== 'membership_ended') expect(links.length).toBeGreaterThan(0);
    const page = isToColleague(kind)
      ? '|/workspace(/people|/my-data|/shared|/sharing/[0-9a-f-]{36})?'
      : isLast(kind)
        ? '|/(sv/|en/)?[a-z-]+'
        : kind === 'confirm_services'
          ? '|/(sv/|en/)?[a-z-]+/[a-z0-9-]+'
          : isDigest(kind)
            ? DESK_PAGES
            : kind.startsWith('mail') || kind === 'low_answer'
              ? '|/desk/needs/ABCD-2345'
              : '';
    for (const link of links)
      expect(link).toMatch(new RegExp(`^${SITE}(/l/[\\w-]{43}(\\?q_contacted=(yes|no))?${page})$`));
    expect(new Set(links).size).toBe(links.length);
  });

  it('says the same as text, with every link of the HTML and every word of it', async () => {
    const { html, text } = await renderLetter(madeLetter(kind, lang));
    for (const link of linksOf(html)) expect(text).toContain(link);
    for (const tag of ['p', 'li', 'blockquote', 'a']) {
      for (const { text: words } of elements(html, tag)) {
        for (const line of words.split('\n').filter(Boolean)) expect(text).toContain(line);
      }
    }
  });

  it('is a page in its language that needs nothing from elsewhere', async () => {
    const { html } = await renderLetter(madeLetter(kind, lang));
    expect(langOf(html)).toBe(lang);
    expect(html).not.toMatch(/<(img|link|script|iframe|object|embed|video|form|svg)\b|\bsrc=|url\(|@import|<b>/);
    expect([...html.matchAll(/https?:\/\/[^/"\s<]+/g)].every(([origin]) => origin === SITE)).toBe(true);
  });

  it('has a subject of one line that says what it is about, no longer than mail apps show in full', async () => {
    const { subject } = await renderLetter(madeLetter(kind, lang));
    expect(subject).toMatch(/^[^\r\n]{3,100}$/);
    const provider = catalogue.providers.find(({ id }) => id === 'kehitysyhtio-pitkaharju');
    // Of a workspace it names nobody: whoever reads the subject beside the reader learns nothing.
    if (isToColleague(kind) || isLast(kind)) return;
    if (kind === 'steering_pack') return expect(subject).toContain('10');
    const about = isOfProvider(kind) ? provider?.name[lang] : kind === 'digest' ? '29' : 'Nelli Malli';
    expect(subject).toContain(isOfProvider(kind) || isDigest(kind) ? about : 'ABCD-2345');
  });

  it('is the same byte for byte when it is rendered again', async () => {
    expect(await renderLetter(madeLetter(kind, lang))).toEqual(await renderLetter(madeLetter(kind, lang)));
  });

  it("holds no address but its reader's own, unless the reader handles the need", async () => {
    const letter = await renderLetter(
      madeLetter(kind, lang, { author_name: null, expert_name: kind === 'handed_over' ? MAIJA : null }),
    );
    const addresses = addressesIn(`${letter.subject} ${letter.html} ${letter.text}`);
    const may = {
      company: [],
      // A mail from elsewhere is told with its address, and a letter that came back with its.
      coordinator: ['company@saaja.example', ...(kind.startsWith('mail_') ? MAIL_ADDRESSES : [])],
      sender: kind === 'mail_not_taken' ? MAIL_ADDRESSES.slice(0, 1) : [],
      expert: ['company@saaja.example'],
      // What the published pages say, to which the letter asks yes or no.
      provider: addressesIn(JSON.stringify(await publishedPages(ROUND.provider, lang))),
      editor: [ROUND.email],
      // Who invites, or asks to be let in: the address was proved.
      colleague: [INVITER, CLAIMANT],
      member: [INVITER, CLAIMANT],
      adviser: [INVITER],
      giver: [INVITER, ADVISER],
      steering: [],
      person: [],
      erased: [],
    }[LETTERS[kind].to] as string[];
    expect(addresses.filter((address) => ![letter.to, ...may].includes(address))).toEqual([]);
  });
});

it.each(LANGUAGES)('the receipt in %s repeats nothing of what was written', async (lang) => {
  const row = madeLetter('receipt', lang);
  const { subject, html, text } = await renderLetter(row);
  for (const secret of ['Kuvaus', 'kappale', 'Paja', '0201256', '765 4321', 'company@', 'Hitsaus', 'hitsaus']) {
    expect(`${subject}${html}${text}`).not.toContain(secret);
  }
});

it.each(LANGUAGES)('letters in %s that tell the due time tell the date and why it is that date', async (lang) => {
  for (const kind of ['receipt', 'new_need'] as const) {
    const { text } = await renderLetter(madeLetter(kind, lang));
    expect(text).toMatch(/28/);
    expect(text).toMatch(/25/);
  }
});

it('a letter to a company or a provider is answered to a person, an adviser’s to whoever let them in, any other to nobody in particular', async () => {
  const toWhom = {
    company: MAIJA,
    colleague: MAIJA,
    member: MAIJA,
    giver: MAIJA,
    adviser: INVITER,
    steering: MAIJA,
    person: MAIJA,
    erased: MAIJA,
    provider: 'elli@kaupunki.example',
    coordinator: undefined,
    expert: undefined,
    sender: undefined,
    editor: undefined,
  };
  process.env.EDITOR_EMAILS = 'Elli Editori <elli@kaupunki.example>';
  for (const kind of KINDS) {
    expect((await renderLetter(madeLetter(kind, 'fi'))).replyTo).toBe(toWhom[LETTERS[kind].to]);
  }
  delete process.env.EDITOR_EMAILS;
  expect((await renderLetter(madeLetter('confirm_services', 'fi'))).replyTo).toBe(MAIJA);
});

it('the survey letter has a link for each answer', async () => {
  const answers = linksOf((await renderLetter(madeLetter('survey', 'fi'))).html)
    .map((link) => new URL(link).searchParams.get('q_contacted'))
    .filter((answer) => answer !== null);
  expect(answers).toEqual(['yes', 'no']);
});

it('what was written in own words stands in the coordinator’s letter about a low answer, and not in the expert’s', async () => {
  const [coordinators, experts] = await Promise.all(
    (['low_answer', 'low_answer_expert'] as const).map(
      async (kind) => (await renderLetter(madeLetter(kind, 'fi'))).text,
    ),
  );
  expect(coordinators).toContain('Viesti: ei');
  expect(experts).not.toContain('Viesti: ei');
});

// What a person wrote in a mail, as programs in three languages send it: without the quoted letter, without the signature, whole otherwise.
import { expect, it } from 'vitest';
import { countCharacters, LIMITS } from '#domain/limits.ts';
import { readText } from '#lib/mail-in/read-text.ts';

const said = (text: string | null, html: string | null = null): string => readText({ text, html }).text;
const PORTAL = 'Tarjotin <tarjotin@tarjotin.example>';
const QUOTE = '> Hei Sanna!\n>\n> Montako hitsaajaa tarvitsette?\n>\n> --\n> Tarjotin\n';

it.each([
  [
    'Gmail in Finnish, on a Monday',
    `ma 23. marrask. 2026 klo 10.15 Tarjotin (tarjotin@tarjotin.example) kirjoitti:\n\n${QUOTE}`,
  ],
  [
    'Gmail in Finnish, on a Friday',
    `pe 27. marrask. 2026 klo 10.15 Tarjotin (tarjotin@tarjotin.example) kirjoitti:\n\n${QUOTE}`,
  ],
  [
    'Gmail in Finnish, broken into two lines',
    `pe 27. marrask. 2026 klo 10.15 Tarjotin (\ntarjotin@tarjotin.example) kirjoitti:\n\n${QUOTE}`,
  ],
  ['Apple Mail in Finnish', `> ${PORTAL} kirjoitti 27.11.2026 kello 10.15:\n> \n${QUOTE}`],
  [
    'Apple Mail in Finnish, quoting nothing by marks',
    `${PORTAL} kirjoitti 27.11.2026 kello 10.15:\n\nHei Sanna!\n\nMontako?`,
  ],
  ['Thunderbird in Finnish', `27.11.2026 10.15, Tarjotin kirjoitti:\n${QUOTE}`],
  [
    'Outlook in Finnish',
    `________________________________\nLähettäjä: ${PORTAL}\nLähetetty: perjantai 27. marraskuuta 2026 10.15\nVastaanottaja: sanna@paja.example\nAihe: Vastaus\n\nHei Sanna!\n\nMontako?`,
  ],
  [
    'Outlook in Finnish, without a line above',
    `Lähettäjä: ${PORTAL}\nLähetetty: perjantai 27. marraskuuta 2026 10.15\nVastaanottaja: sanna@paja.example\n\nHei Sanna!`,
  ],
  ['an old Outlook in Finnish', `-----Alkuperäinen viesti-----\nLähettäjä: Tarjotin\nPäivä: 27.11.2026\n\nHei Sanna!`],
  ['Gmail in Swedish', `Den fre 27 nov. 2026 kl 10:15 skrev ${PORTAL}:\n\n${QUOTE}`],
  ['Apple Mail in Swedish', `27 nov. 2026 kl. 10:15 skrev ${PORTAL}:\n\n${QUOTE}`],
  ['Thunderbird in Swedish', `Den 2026-11-27 kl. 10:15, skrev Tarjotin:\n${QUOTE}`],
  [
    'Outlook in Swedish',
    `Från: ${PORTAL}\nSkickat: den 27 november 2026 10:15\nTill: sanna@paja.example\nÄmne: Svar\n\nHej Sanna!\n\nHur många?`,
  ],
  ['an old Outlook in Swedish', `-----Ursprungligt meddelande-----\nFrån: Tarjotin\n\nHej Sanna!`],
  ['Gmail in English', `On Fri, Nov 27, 2026 at 10:15 AM ${PORTAL} wrote:\n\n${QUOTE}`],
  [
    'Gmail in English, broken into two lines',
    `On Fri, Nov 27, 2026 at 10:15 AM Tarjotin <\ntarjotin@tarjotin.example> wrote:\n\n${QUOTE}`,
  ],
  [
    'Outlook in English',
    `________________________________\nFrom: ${PORTAL}\nSent: Friday, November 27, 2026 10:15 AM\nTo: Sanna\nSubject: Answer\n\nHello Sanna!\n\nHow many?`,
  ],
  ['Outlook for Mac', `From: ${PORTAL}\nDate: Friday, 27. November 2026 at 10.15\nTo: Sanna\n\nHello Sanna!`],
])('%s', (_, quoted) => {
  expect(said(`Kolme hitsaajaa.\n\nTerveisin\nSanna\n\n${quoted}`)).toBe('Kolme hitsaajaa.\n\nTerveisin\nSanna');
  // Written right above it, as on a phone.
  expect(said(`Kolme hitsaajaa.\n${quoted}`.replaceAll('\n', '\r\n'))).toBe('Kolme hitsaajaa.');
});

it.each([
  '-- \nSanna Seppä\nPaja Oy\n040 123 4567',
  '--\nSanna',
  'Lähetetty iPhonesta',
  'Lähetetty Samsung Galaxy -älypuhelimesta',
  'Lähetetty Outlook for Androidista',
  'Hanki Outlook for iOS',
  'Skickat från min iPhone',
  'Hämta Outlook för Android',
  'Sent from my iPhone',
  'Sent from Outlook for iOS',
])('the signature %j goes', (signature) => {
  expect(said(`Kolme hitsaajaa.\n\n${signature}\n\n${QUOTE}`)).toBe('Kolme hitsaajaa.');
});

it.each([
  ['answers between the quoted lines', '> Montako?\n\nKolme.\n\n> Milloin?\n\nTammikuussa.', 'Kolme.\nTammikuussa.'],
  [
    'an answer below the quoted letter',
    `pe 27. marrask. 2026 klo 10.15 Tarjotin kirjoitti:\n\n${QUOTE}\nKolme.`,
    'Kolme.',
  ],
])('%s', (_, text, expected) => {
  expect(said(text)).toBe(expected);
});

it.each([
  'Tarvitsemme:\n- hitsaajia\n- maalareita\n\n---\n\nMaalarit vasta toukokuussa.',
  'Hinta:\n=====\n1000 euroa',
  'Sent from our warehouse were three letters that nobody answered.\n\nWhat now?',
  'Lähetetty eilen tilaus tehtaalta: saatteko sen?',
  'Yes please.\n\nBest regards,\nSanna\n\nPS. Painters by May too.',
  'Esimieheni kirjoitti: tarvitsemme kolme hitsaajaa.',
  'Asiakas kirjoitti 2.11. näin:\nosaatteko hitsata?',
  'From: the wall to the door it is five metres.\n\nIs that enough?',
  'Lähettäjä: me itse\n\nPaketti on tulossa.',
  'On Monday we wrote to you. Did it come?',
])('what is no signature and no quoted letter stays: %j', (text) => {
  expect(said(text)).toBe(text);
});

it('what stands below two dashes for longer than a signature is text', () => {
  const list = Array.from({ length: 14 }, (_, n) => `${n + 1}. hitsaaja`).join('\n');
  expect(said(`Tässä luettelo\n--\n${list}`)).toContain('14. hitsaaja');
});

it('an emoji, a tab, a NUL and other things that break elsewhere', () => {
  expect(said('Kolme 👩‍🏭\t😀\u0000\u202e!\ud800')).toBe('Kolme 👩‍🏭 😀 !\ufffd');
});

it('HTML alone becomes text, with its lists and links, and can do nothing', () => {
  const html = `<html><head><style>p{color:red}</style><script>alert(1)</script></head><body>
    <p>Kolme <b>hitsaajaa</b> &amp; yksi maalari:</p><ul><li>Anna</li><li>Olli</li></ul>
    <p>Lisää <a href="https://paja.example/tyot">sivultamme</a>. <img src="https://seuranta.example/x.gif"></p>
    <div class="gmail_quote"><div>pe 27. marrask. 2026 klo 10.15 Tarjotin kirjoitti:<br></div><blockquote><p>Hei Sanna!</p></blockquote></div>
  </body></html>`;
  expect(said(null, html)).toBe(
    'Kolme hitsaajaa & yksi maalari:\n\n- Anna\n- Olli\n\nLisää sivultamme [https://paja.example/tyot].',
  );
  // Text that looks like HTML is text: pages and letters escape it.
  expect(said('<b>Kolme</b> <script>alert(1)</script>')).toBe('<b>Kolme</b> <script>alert(1)</script>');
});

it('HTML of Outlook, whose old letter stands below a line', () => {
  const html = `<div class="WordSection1"><p class="MsoNormal">Kolme hitsaajaa.</p><p class="MsoNormal">&nbsp;</p>
    <div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>Lähettäjä:</b> Tarjotin &lt;t@t.example&gt;<br>
    <b>Lähetetty:</b> perjantai 27. marraskuuta 2026 10.15<br><b>Vastaanottaja:</b> Sanna<br><b>Aihe:</b> Vastaus</p></div>
    <p class="MsoNormal">Hei Sanna!</p></div>`;
  expect(said(null, html)).toBe('Kolme hitsaajaa.');
});

it('plain text wins over HTML, and an empty plain text does not', () => {
  expect(said('Kolme.', '<p>Neljä.</p>')).toBe('Kolme.');
  expect(said(' \n ', '<p>Neljä.</p>')).toBe('Neljä.');
});

it.each([null, '', ' \u200b\n', QUOTE, `On Fri, Nov 27, 2026 at 10:15 AM ${PORTAL} wrote:\n\n${QUOTE}`, '-- \nSanna'])(
  'nothing of the person’s own is nothing: %j',
  (text) => {
    expect(readText({ text, html: null })).toEqual({ text: '', wasCut: false });
  },
);

it('a text at the limit is whole, one beyond it is cut, and both fit', () => {
  const { max } = LIMITS.message;
  expect(readText({ text: '😀'.repeat(max), html: null })).toEqual({ text: '😀'.repeat(max), wasCut: false });
  const { text, wasCut } = readText({ text: '😀'.repeat(max + 1), html: null });
  expect(wasCut).toBe(true);
  expect(countCharacters(text)).toBe(max);
  expect(text.endsWith(' […]')).toBe(true);
});

it('a text made to keep the parser busy is read all the same', { timeout: 30_000 }, () => {
  for (const hostile of ['Op schreef\n'.repeat(1000), '1234from<>: '.repeat(400), `${'> '.repeat(30_000)}x`]) {
    expect(typeof readText({ text: hostile, html: null }).text).toBe('string');
  }
  expect(said(null, '<div>'.repeat(20_000))).toBe('');
});

const KEY = 'Ab_-'.repeat(10).concat('xyz');
const LINK = `https://tarjotin.example/l/${KEY}`;

it.each([
  ['German', `Von: ${PORTAL}\nGesendet: Freitag, 27. November 2026 10:15\nAn: Erkki\nBetreff: Tarve`],
  ['Estonian', `Saatja: ${PORTAL}\nSaadetud: reede, 27. november 2026 10:15\nAdressaat: Erkki\nTeema: Tarve`],
  ['Russian', `От: ${PORTAL}\nОтправлено: 27 ноября 2026 г. 10:15\nКому: Erkki\nТема: Tarve`],
  ['no words at all', '| Tarjotin 27.11.2026'],
])('a letter quoted in %s brings none of its keys along', (_, header) => {
  const reply = `reply+${'abcdefg234567'.repeat(4)}@vastaus.tarjotin.example`;
  const wrapped = `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(LINK)}&data=05`;
  const text = said(`Autamme.\n\n${header}\n\nOta tarve: ${LINK}\n${wrapped}\n(${LINK}).\n${reply}`);
  expect(text).toMatch(/^Autamme\./);
  expect(text).not.toContain(KEY);
  expect(text).not.toContain('abcdefg234567');
});

it('an address that holds no key of ours stays as it was written', () => {
  const text = `Katso https://paja.example/l/hinnasto ja https://paja.example/l/${KEY}a`;
  expect(said(text)).toBe(text);
});

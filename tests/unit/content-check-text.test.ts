// Running text: lengths, sentences, images, links.
import { expect, it } from 'vitest';
import { append, type FaultRow, replace, tried } from '../support/made-files.ts';

const A = 'services/a.fi.md';
const A_SV = 'services/a.sv.md';
const PRIVACY = 'pages/privacy.fi.md';

const rows: FaultRow[] = [
  [
    'a body over 5,000 as rendered',
    (files) => {
      append(files, A, `**${'Sana. '.repeat(834)}**`);
      append(files, A_SV, 'Text.');
      append(files, 'services/a.en.md', 'Text.');
    },
    [A, '**Sana', 'body'],
    'Teksti on liian pitkä: 5008 merkkiä sivulla, enintään 5000.',
    'The text is too long: 5008 characters on the page, at most 5000.',
  ],
  [
    'a description over 5,000 with what goes beside the body',
    (files) => {
      append(files, A_SV, 'Ord. '.repeat(990));
      append(files, A, 'Teksti.');
      append(files, 'services/a.en.md', 'Text.');
    },
    [A_SV, 'Ord.', 'body'],
    'Palvelutietovarantoon menevä teksti (forWhom, youGet, duration, body) on liian pitkä: 5045 merkkiä, enintään 5000. Lyhennä jotain niistä.',
    'What goes to the national service register (forWhom, youGet, duration, body) is too long: 5045 characters, at most 5000. Shorten one of them.',
  ],
  [
    'a page over 5,000',
    (files) => append(files, 'pages/privacy.en.md', `\n${'Word. '.repeat(840)}`),
    ['pages/privacy.en.md', 'Teksti.', 'body'],
    'Teksti on pitkä: 5048 merkkiä sivulla. Yli 5000 merkkiä harva lukee.',
    'The text is long: 5048 characters on the page. Few read more than 5000.',
  ],
  [
    'a sentence of 31 words in the body',
    (files) =>
      append(files, 'pages/privacy.en.md', `A first one.\n\nIt has ${'word '.repeat(28)}here. And a last one.`),
    ['pages/privacy.en.md', 'It has', 'body'],
    'Virkkeessä on 31 sanaa, enintään 30 on hyvä. Jaa se kahdeksi: It has word word word word …',
    'The sentence has 31 words, up to 30 is good. Make two of it: It has word word word word …',
  ],
  [
    'a sentence of 31 words in a field',
    (files) => replace(files, A, /conditions: .*/, `conditions: ${'sana '.repeat(30)}loppu.`),
    [A, 'conditions', 'conditions'],
    'Virkkeessä on 31 sanaa, enintään 30 on hyvä. Jaa se kahdeksi: sana sana sana sana sana sana …',
    'The sentence has 31 words, up to 30 is good. Make two of it: sana sana sana sana sana sana …',
  ],
  [
    'an image without words',
    (files) => append(files, 'pages/privacy.en.md', 'Look:\n\n![](/favicon.svg)'),
    ['pages/privacy.en.md', '![](', 'body'],
    'Kuvalta /favicon.svg puuttuu tekstivastine. Kerro hakasulkeissa, mitä kuvassa on: ![teksti](/favicon.svg).',
    'The image /favicon.svg has no alternative text. Say in the brackets what it shows: ![text](/favicon.svg).',
  ],
  [
    'an HTML image without words',
    (files) => append(files, 'pages/privacy.en.md', '<img src="/favicon.svg" alt="">'),
    ['pages/privacy.en.md', '<img', 'body'],
    'Kuvalta /favicon.svg puuttuu tekstivastine. Kerro hakasulkeissa, mitä kuvassa on: ![teksti](/favicon.svg).',
    'The image /favicon.svg has no alternative text. Say in the brackets what it shows: ![text](/favicon.svg).',
  ],
  [
    'an image that is not there',
    (files) => append(files, 'pages/privacy.en.md', '![A map](/map.png)'),
    ['pages/privacy.en.md', '![A', 'body'],
    'Kuvaa /map.png ei ole. Tallenna se kansioon public tai korjaa osoite.',
    'There is no image /map.png. Save it in the folder public, or correct the address.',
  ],
  [
    'an image that is not beside its file',
    (files) => append(files, 'pages/privacy.en.md', '![A map](./map.png)'),
    ['pages/privacy.en.md', '![A', 'body'],
    'Kuvaa ./map.png ei ole. Tallenna se kansioon public tai korjaa osoite.',
    'There is no image ./map.png. Save it in the folder public, or correct the address.',
  ],
  [
    'a link without an address',
    (files) => append(files, PRIVACY, 'Katso [tästä]().'),
    [PRIVACY, '[tästä]', 'body'],
    'Linkiltä puuttuu osoite. Kirjoita se sulkeisiin: [teksti](/osoite).',
    'The link has no address. Write it in the brackets: [text](/address).',
  ],
  [
    'a link to nowhere',
    (files) => append(files, PRIVACY, 'Yksi.\n\n- Katso\n- [palvelu](/palvelut/a-fii)'),
    [PRIVACY, '[palvelu]', 'body'],
    'Linkki ei johda mihinkään: osoitetta /palvelut/a-fii ei ole. Tarkoititko: /palvelut/a-fi?',
    'The link leads nowhere: there is no address /palvelut/a-fii. Did you mean /palvelut/a-fi?',
  ],
  [
    'an HTML link to nowhere',
    (files) => append(files, PRIVACY, 'Katso <a href="/palvelu">palvelut</a>.'),
    [PRIVACY, 'Katso', 'body'],
    'Linkki ei johda mihinkään: osoitetta /palvelu ei ole. Tarkoititko: /palvelut?',
    'The link leads nowhere: there is no address /palvelu. Did you mean /palvelut?',
  ],
  [
    'a link of a reference to nowhere',
    (files) => append(files, PRIVACY, 'Katso [tästä][1].\n\n[1]: /tuottajat/opist'),
    [PRIVACY, '[tästä]', 'body'],
    'Linkki ei johda mihinkään: osoitetta /tuottajat/opist ei ole. Tarkoititko: /tuottajat/opisto?',
    'The link leads nowhere: there is no address /tuottajat/opist. Did you mean /tuottajat/opisto?',
  ],
  [
    'a link with a slash at its end',
    (files) => append(files, PRIVACY, 'Katso [tästä](/palvelut/).'),
    [PRIVACY, 'Katso', 'body'],
    'Linkki ei johda mihinkään: osoitetta /palvelut/ ei ole. Tarkoititko: /palvelut?',
    'The link leads nowhere: there is no address /palvelut/. Did you mean /palvelut?',
  ],
  [
    'a link to an old address',
    (files) => {
      replace(files, A, 'aliases: []', 'aliases: [vanha]');
      append(files, PRIVACY, 'Katso [tästä](/palvelut/vanha#alku).');
    },
    [PRIVACY, 'Katso', 'body'],
    'Linkki johtaa vanhaan osoitteeseen /palvelut/vanha. Uusi on /palvelut/a-fi.',
    'The link leads to the old address /palvelut/vanha. The new one is /palvelut/a-fi.',
  ],
  [
    'a link to another language',
    (files) => append(files, 'pages/privacy.sv.md', 'Se [här](/palvelut/a-fi).'),
    ['pages/privacy.sv.md', 'Se', 'body'],
    'Linkki /palvelut/a-fi johtaa toisenkieliselle sivulle. Tällä kielellä osoite on /sv/tjanster/a-sv.',
    'The link /palvelut/a-fi leads to a page in another language. In this language the address is /sv/tjanster/a-sv.',
  ],
  [
    'a link by the name of a file',
    (files) => append(files, PRIVACY, 'Katso [tästä](../providers/opisto.fi.md).'),
    [PRIVACY, 'Katso', 'body'],
    'Linkin osoite ../providers/opisto.fi.md on vajaa. Oma sivu alkaa vinoviivalla (/), muu sivu https://. Tarkoititko: /tuottajat/opisto?',
    "The link's address ../providers/opisto.fi.md is not whole. A page of ours begins with a slash (/), any other with https://. Did you mean /tuottajat/opisto?",
  ],
  [
    'a link without its beginning',
    (files) => append(files, PRIVACY, 'Katso [tästä](www.vero.fi).'),
    [PRIVACY, 'Katso', 'body'],
    'Linkin osoite www.vero.fi on vajaa. Oma sivu alkaa vinoviivalla (/), muu sivu https://. Tarkoititko: https://www.vero.fi?',
    "The link's address www.vero.fi is not whole. A page of ours begins with a slash (/), any other with https://. Did you mean https://www.vero.fi?",
  ],
  [
    'the need form with an unknown service',
    (files) => append(files, PRIVACY, 'Kerro [tarve](/tarve?palvelu=aa).'),
    [PRIVACY, 'Kerro', 'body'],
    'Linkki ei johda mihinkään: osoitetta /tarve?palvelu=aa ei ole. Tarkoititko: /tarve?palvelu=a?',
    'The link leads nowhere: there is no address /tarve?palvelu=aa. Did you mean /tarve?palvelu=a?',
  ],
  [
    'a heading that is not on this page',
    (files) => append(files, PRIVACY, '## Uusi alku\n\nKatso [tästä](#uusi-allku).'),
    [PRIVACY, 'Katso', 'body'],
    'Sivulla pages/privacy.fi.md ei ole väliotsikkoa, johon #uusi-allku johtaisi. Tarkoititko: #uusi-alku?',
    'The page pages/privacy.fi.md has no heading to which #uusi-allku could lead. Did you mean #uusi-alku?',
  ],
  [
    'a heading that is not on another page',
    (files) => {
      append(files, 'pages/guidance.fi.md', '## Alku');
      append(files, PRIVACY, 'Katso [tästä](/neuvonta#loppu).');
    },
    [PRIVACY, 'Katso', 'body'],
    'Sivulla /neuvonta ei ole väliotsikkoa, johon #loppu johtaisi.',
    'The page /neuvonta has no heading to which #loppu could lead.',
  ],
];

it.each(rows)('%s', (_, ...row) => {
  const { found, wanted } = tried(row);
  expect(found).toEqual(wanted);
});

// Labels of the small collections: tools, alerts, governance, the promise, pages and letters.
import { LEVELS } from '#domain/content/governance.ts';
import { TOOL_KINDS } from '#domain/content/tool.ts';
import { type Labels, named } from './label.ts';

export const toolLabels: Labels = {
  name: { label: 'Nimi' },
  summary: { label: 'Tiivistelmä', hint: 'Mitä työkalulla voi tehdä', isLong: true },
  url: { label: 'Osoite', hint: 'Julkaisijan sivulla, alkaa https://' },
  kind: { label: 'Millainen työkalu', choices: named(TOOL_KINDS, (kind) => `tools.kind.${kind}`) },
  services: { label: 'Palvelut, joissa työkalu auttaa' },
};

export const alertLabels: Labels = {
  text: { label: 'Teksti', hint: 'Mikä on nyt toisin ja mitä voi tehdä sen sijaan', isLong: true },
  all: { label: 'Koskee kaikkia palveluja', hint: 'Jos valitset tämän, jätä palvelut tyhjiksi' },
  services: { label: 'Palvelut, joita tiedote koskee' },
  from: { label: 'Ensimmäinen päivä' },
  to: { label: 'Viimeinen päivä', hint: 'Sen jälkeen sivut eivät enää näytä tiedotetta' },
  added: { label: 'Kirjoitettu', hint: 'Päivä, jona kirjoitat tiedotteen' },
};

export const governanceLabels: Labels = {
  role: { label: 'Rooli', hint: 'Esimerkiksi: Koordinaattori' },
  level: { label: 'Taso', choices: named(LEVELS, (level) => `governance.level.${level}`) },
  tasks: { label: 'Tehtävät', hint: '1–8 kohtaa', one: 'tehtävä' },
  decides: { label: 'Mistä päättää', hint: '1–8 kohtaa', one: 'asia' },
  meets: { label: 'Milloin kokoontuu', hint: 'Esimerkiksi: Neljä kertaa vuodessa' },
  order: { label: 'Järjestys sivulla', hint: 'Numero, ensimmäinen on 1' },
  meetings: {
    label: 'Kokouspäivät',
    hint: 'Ohjausryhmän kokoukset: raportti lähtee jäsenille vähintään seitsemän päivää ennen. Jätä menneet paikoilleen.',
    one: 'kokous',
  },
};

export const promiseLabels: Labels = {
  name: { label: 'Lupaus otsikkona' },
  summary: { label: 'Lupaus yhtenä virkkeenä', isLong: true },
  days: {
    label: 'Työpäivät',
    hint: 'Kuinka monessa työpäivässä ihminen vastaa. Lähetyspäivää ei lasketa. Lupausta mitataan tällä luvulla.',
  },
  version: { label: 'Voimassa alkaen', hint: 'Päivä, josta lähtien lupaus on ollut tämä' },
  phone: { label: 'Puhelin', hint: 'Niille, jotka soittavat mieluummin: +358 40 000 0100. Numero on myös kirjeissä.' },
  phoneHours: {
    label: 'Puhelinaika työpäivisin',
    parts: {
      from: { label: 'Alkaa', hint: 'Esimerkiksi: 9.00' },
      to: { label: 'Päättyy', hint: 'Esimerkiksi: 15.00' },
    },
  },
};

export const pageLabels: Labels = {
  title: { label: 'Otsikko' },
  summary: { label: 'Ingressi', hint: 'Yksi tai kaksi virkettä otsikon alle ja hakukoneille', isLong: true },
  version: { label: 'Voimassa alkaen', hint: 'Päivä, josta lähtien teksti on ollut tämä' },
  controller: {
    label: 'Rekisterinpitäjä',
    hint: 'Vain sivulla ”Mihin suostut, kun jaat tietoja”: menee lupien kuitteihin',
    parts: {
      name: { label: 'Nimi' },
      businessId: { label: 'Y-tunnus' },
      address: { label: 'Osoite' },
      email: { label: 'Sähköposti' },
      phone: { label: 'Puhelin' },
    },
  },
};

export const replyLabels: Labels = {
  title: { label: 'Nimi valikossa', hint: 'Mistä koordinaattori tunnistaa pohjan: Soitan sinulle' },
  order: { label: 'Järjestys valikossa', hint: 'Numero, ensimmäinen on 1' },
};

export const keepingLabels: Labels = {
  order: { label: 'Paikka taulukossa', hint: 'Ensimmäinen on 1' },
  months: { label: 'Kuukausia', hint: 'Tyhjä, jos aika on päivinä' },
  days: { label: 'Päiviä', hint: 'Kuukausien sijasta' },
  becomes: {
    label: 'Mitä sitten tapahtuu',
    choices: { erased: 'Poistetaan', nameless: 'Muutetaan nimettömäksi' },
  },
  title: { label: 'Mitä säilytetään', hint: 'Näkyy tietosuojaselosteessa' },
  from: { label: 'Mistä aika lasketaan', hint: 'Esimerkiksi: asian päättymisestä' },
};

export const letterLabels: Labels = {
  subject: { label: 'Aihe', hint: 'Kirjeen otsikkorivi' },
  preview: { label: 'Esikatselurivi', hint: 'Rivi, jonka sähköpostiohjelma näyttää aiheen vieressä' },
};

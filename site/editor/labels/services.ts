// Labels of a service's fields.
import { FUNDINGS, PLACES, PRICES, SIZES, STAGES, THEMES } from '#domain/content/service.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { type Labels, named } from './label.ts';

export const serviceLabels: Labels = {
  name: { label: 'Nimi', hint: 'Niin kuin asiakas sen tuntee, esimerkiksi: Hitsaajien koulutus' },
  summary: { label: 'Tiivistelmä', hint: 'Yksi virke luetteloihin: mitä yritys saa', isLong: true },
  slug: {
    label: 'Sivun osoitteen loppu',
    hint: 'Pienet kirjaimet a–z, numerot ja yhdysmerkit: hitsaajien-koulutus. Jos muutat tätä, lisää vanha osoite kenttään Vanhat osoitteet.',
  },
  theme: {
    label: 'Aihe',
    hint: 'Aihe, jonka alla palvelu on palvelukartassa',
    choices: named(THEMES, (theme) => `theme.${theme}.name`),
  },
  forWhom: {
    label: 'Kenelle',
    hint: 'Vastaa kysymykseen ”Onko tämä minulle?” yhdellä tai kahdella virkkeellä',
    isLong: true,
  },
  conditions: { label: 'Ehdot', hint: 'Mitä pitää olla kunnossa, ennen kuin palvelun voi saada', isLong: true },
  businessEvents: { label: 'Yrityksen tilanteet', hint: '1–4 tilannetta, joissa palvelu auttaa' },
  sizes: { label: 'Yrityksen koko', choices: named(SIZES, (size) => `size.${size}`) },
  stages: { label: 'Yrityksen vaihe', choices: named(STAGES, (stage) => `stage.${stage}`) },
  municipalities: { label: 'Kunnat', hint: 'Jos et valitse yhtään, palvelu koskee koko maata' },
  youGet: { label: 'Mitä saat', hint: '3–5 lyhyttä kohtaa', one: 'kohta' },
  duration: { label: 'Kesto', hint: 'Esimerkiksi: 20 oppituntia, noin kaksi kuukautta' },
  price: { label: 'Hintaluokka', choices: named(PRICES, (price) => `service.price.${price}`) },
  priceText: { label: 'Hinta sanoin', hint: 'Vastaa kysymykseen ”Mitä tämä maksaa?”', isLong: true },
  funding: {
    label: 'Kuka palvelun rahoittaa',
    choices: named(FUNDINGS, (funding) => `service.funding.${funding}`),
  },
  steps: {
    label: 'Näin se etenee',
    hint: '3–5 vaihetta järjestyksessä',
    one: 'vaihe',
    parts: {
      what: { label: 'Mitä tapahtuu', hint: 'Esimerkiksi: Kerrot, mikä takkuaa' },
      who: { label: 'Kuka tekee', hint: 'Esimerkiksi: Sinä, Koordinaattori tai Kouluttaja' },
      time: { label: 'Milloin tai kuinka kauan', hint: 'Esimerkiksi: Noin 10 minuuttia' },
    },
  },
  channels: {
    label: 'Mistä palvelun saa',
    hint: 'Paras tapa ensin',
    one: 'tapa',
    kinds: {
      form: { label: 'Tarvelomake' },
      phone: {
        label: 'Puhelin',
        parts: { phone: { label: 'Puhelinnumero', hint: 'Kansainvälisessä muodossa: +358 40 000 0100' } },
      },
      email: { label: 'Sähköposti', parts: { email: { label: 'Sähköpostiosoite' } } },
      place: { label: 'Käynti tuottajan luona', parts: { provider: { label: 'Tuottaja' } } },
    },
  },
  place: {
    label: 'Paikka',
    hint: 'Missä palvelua annetaan',
    choices: named(PLACES, (place) => `service.place.${place}`),
  },
  languages: { label: 'Palvelukielet', choices: named(LANGUAGES, (lang) => `language.${lang}`) },
  providers: {
    label: 'Tuottajat',
    hint: 'Vähintään kaksi. Sivu näyttää ne aakkosjärjestyksessä, joten järjestyksellä ei ole väliä.',
  },
  responsible: { label: 'Päävastuussa oleva tuottaja', hint: 'Yksi palvelun tuottajista' },
  producers: {
    label: 'Miten palvelu tuotetaan',
    hint: 'Jokainen palvelun tuottaja kuuluu yhteen näistä',
    parts: {
      self: { label: 'Tekevät itse', hint: 'Julkiset tuottajat' },
      procured: { label: 'Tekevät, koska päävastuussa oleva ostaa' },
      other: { label: 'Tekevät omaan laskuunsa' },
    },
  },
  promise: { label: 'Palvelulupaus', hint: 'Lupaus, joka koskee tätä palvelua' },
  digitalLevel: {
    label: 'Kuinka pitkälle digitaalinen',
    choices: named([0, 1, 2, 3, 4], (level) => `service.digital.${level as 0}`),
  },
  before: { label: 'Ennen tätä', hint: 'Palvelut, joista yritys yleensä tulee tähän' },
  after: { label: 'Tämän jälkeen', hint: 'Palvelut, joihin yritys yleensä jatkaa' },
  related: { label: 'Katso myös', hint: 'Palvelut, joita kannattaa katsoa tämän rinnalla' },
  needs: {
    label: 'Näin asiakas sanoo sen',
    hint: '3–5 lausetta asiakkaan arkikielellä: excel on ihan hepreaa. Haku löytää palvelun näillä.',
    one: 'lause',
  },
  keywords: { label: 'Hakusanat', hint: 'Sanoja, joita teksteissä ei ole', one: 'hakusana' },
  serviceClasses: { label: 'Palveluluokat', hint: 'Palvelutietovarannon luokat, 1–4' },
  targetGroups: { label: 'Kohderyhmät', hint: 'Palvelutietovarannon ryhmän KR2 alaryhmät' },
  ontologyTerms: { label: 'Asiasanat', hint: 'KOKO-ontologian käsitteet, enintään kymmenen' },
  checked: {
    label: 'Viimeksi tarkistettu',
    parts: {
      on: { label: 'Päivä', hint: 'Päivä, jona kaiken todettiin pitävän paikkansa' },
      by: { label: 'Tarkistaja' },
    },
  },
  nextCheck: {
    label: 'Seuraava tarkistus',
    hint: 'Puolen vuoden päähän. Sen jälkeen sivu kertoo, että tieto voi olla vanha.',
  },
  aliases: {
    label: 'Vanhat osoitteet',
    hint: 'Sivun aiemmat osoitteen loput. Ne vievät uuteen osoitteeseen.',
    one: 'osoite',
  },
  sample: { label: 'Esimerkki', hint: 'Keksitty sisältö. Sivu kertoo sen lukijalle.' },
};

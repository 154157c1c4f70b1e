// Labels of a survey's fields: first what holds in every language, then the words.
import type { Label, Labels } from './label.ts';

const KEY: Label = {
  label: 'Tunnus',
  hint: 'Pienet kirjaimet a–z, numerot ja yhdysmerkit. Pidä samana, vaikka sanamuoto muuttuu: sillä vastaukset kuuluvat yhteen.',
};
const OPTIONS: Label = {
  label: 'Vaihtoehtojen tunnukset',
  hint: '2–10 vaihtoehtoa. Niiden sanat kirjoitat kysymyksen sanoihin samassa järjestyksessä.',
  one: 'vaihtoehto',
};

export const surveyLabels: Labels = {
  name: { label: 'Kyselyn nimi', hint: 'Kirjeen aihe ja sivun otsikko. Esimerkiksi: Pidimmekö lupauksemme?' },
  intro: { label: 'Johdanto', hint: 'Miksi kysytään, yhdellä tai kahdella virkkeellä', isLong: true },
  after: {
    label: 'Minkä jälkeen kysely lähtee',
    choices: {
      first_response: 'Ensimmäinen vastaus yritykselle',
      midway: 'Palvelu on käynnistynyt',
      closing: 'Asia on hoidettu loppuun',
    },
  },
  delayHours: {
    label: 'Viive työtunteina',
    hint: 'Työpäivässä on 8 tuntia, kello 8–16. Esimerkiksi 16 on kaksi työpäivää.',
  },
  anonymous: {
    label: 'Nimetön',
    hint: 'Ei voi muuttaa enää sen jälkeen, kun joku on vastannut. Nimettömästä vastauksesta ei synny tehtävää.',
  },
  seenBy: {
    label: 'Ketkä näkevät yhteenvedon',
    hint: 'Koordinaattorien lisäksi. Yhteenvedossa on aina vähintään viisi vastausta.',
    choices: { provider: 'Palvelun tuottaja', steering: 'Ohjausryhmä', public: 'Kaikki' },
  },
  questions: {
    label: 'Kysymykset',
    hint: '1–5 kysymystä. Ensimmäiseen vastataan jo kirjeen linkistä, joten se ei voi olla teksti.',
    one: 'kysymys',
    kinds: {
      fact: {
        label: 'Kyllä vai ei',
        parts: {
          key: KEY,
          checksContact: {
            label: 'Kysyy, otettiinko yhteyttä',
            hint: 'Ei-vastaus näytetään koordinaattoreille sen rinnalla, mitä on kirjattu',
          },
        },
      },
      scale: { label: 'Asteikko 1–5', parts: { key: KEY } },
      one_of: { label: 'Yksi vaihtoehdoista', parts: { key: KEY, options: OPTIONS } },
      some_of: { label: 'Yksi tai useampi vaihtoehdoista', parts: { key: KEY, options: OPTIONS } },
      text: { label: 'Omin sanoin', parts: { key: KEY } },
    },
  },
  asked: {
    label: 'Kysymysten sanat',
    hint: 'Jokaiselle kysymykselle omansa, joka kielellä',
    one: 'kysymyksen sanat',
    parts: {
      key: { label: 'Kysymyksen tunnus', hint: 'Sama kuin yllä kysymyksissä' },
      text: { label: 'Kysymys', hint: 'Esimerkiksi: Auttoiko se sinua eteenpäin?' },
      answers: {
        label: 'Vastausten sanat',
        hint: 'Kyllä vai ei: kaksi. Asteikko: mitä 1 ja 5 tarkoittavat. Vaihtoehdot: samassa järjestyksessä. Omin sanoin: ei yhtään.',
        one: 'vastaus',
      },
    },
  },
  thanks: { label: 'Kiitos vastauksen jälkeen', hint: 'Kerro myös, mitä vastauksella tehdään', isLong: true },
};

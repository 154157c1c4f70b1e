// Labels of an event's fields.
import { PLACES, PRICES } from '#domain/content/service.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { type Labels, named } from './label.ts';

export const eventLabels: Labels = {
  title: { label: 'Nimi' },
  summary: { label: 'Tiivistelmä', hint: 'Yksi virke luetteloihin: mitä osallistuja saa', isLong: true },
  slug: {
    label: 'Sivun osoitteen loppu',
    hint: 'Pienet kirjaimet a–z, numerot ja yhdysmerkit: starttirahailta',
  },
  starts: { label: 'Alkaa', hint: 'Suomen aikaa' },
  ends: { label: 'Päättyy', hint: 'Suomen aikaa' },
  place: { label: 'Paikka', choices: named(PLACES, (place) => `service.place.${place}`) },
  address: { label: 'Osoite', hint: 'Vain, kun tapahtuma on paikan päällä: Mallikuja 8, Koivuselkä' },
  languages: { label: 'Puhutut kielet', choices: named(LANGUAGES, (lang) => `language.${lang}`) },
  price: { label: 'Hintaluokka', choices: named(PRICES, (price) => `service.price.${price}`) },
  capacity: { label: 'Paikkoja', hint: 'Jätä tyhjäksi, jos määrää ei ole rajattu' },
  providers: { label: 'Järjestäjät' },
  services: { label: 'Palvelut', hint: 'Palvelut, joista tapahtumassa kerrotaan' },
  added: { label: 'Lisätty kalenteriin', hint: 'Sivuston muutosten syöte kertoo tapahtumasta tänä päivänä' },
};

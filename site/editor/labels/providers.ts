// Labels of a provider's fields.
import { PROVIDER_KINDS } from '#domain/content/provider.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { type Labels, named } from './label.ts';

export const providerLabels: Labels = {
  name: { label: 'Nimi' },
  summary: { label: 'Tiivistelmä', hint: 'Yksi virke luetteloihin: ketä tuottaja auttaa ja missä', isLong: true },
  kind: { label: 'Millainen organisaatio', choices: named(PROVIDER_KINDS, (kind) => `provider.kind.${kind}`) },
  strengths: { label: 'Vahvuudet', hint: '2–4 kohtaa: mikä erottaa tuottajan muista', one: 'vahvuus' },
  languages: { label: 'Palvelukielet', choices: named(LANGUAGES, (lang) => `language.${lang}`) },
  municipalities: { label: 'Kunnat', hint: 'Jos et valitse yhtään, tuottaja palvelee koko maata' },
  contactEmail: { label: 'Sähköposti', hint: 'Osoite, johon tarjouspyynnöt ja kysymykset menevät' },
  contactLanguage: {
    label: 'Kirjeiden kieli',
    hint: 'Jos et valitse, kirjeet ovat suomeksi',
    choices: named(LANGUAGES, (lang) => `language.${lang}`),
  },
  contactPhone: { label: 'Puhelin', hint: 'Kansainvälisessä muodossa: +358 40 000 0100' },
  businessId: { label: 'Y-tunnus', hint: 'Esimerkiksi: 0201256-6' },
  formerly: {
    label: 'Aiemmat tunnukset',
    hint: 'Jos tuottajan tunnus vaihtui tai siihen liitettiin toinen tuottaja: vanha tunnus, jotta aiemmat luvut säilyvät',
    one: 'tunnus',
  },
  confirmed: { label: 'Tuottaja vahvisti viimeksi', hint: 'Päivä, jona tuottaja sanoi tekstiensä pitävän paikkansa' },
  sample: { label: 'Esimerkki', hint: 'Keksitty organisaatio. Sivu kertoo sen lukijalle.' },
};

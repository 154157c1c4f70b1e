// Labels of an experience's fields.
import type { Labels } from './label.ts';

export const experienceLabels: Labels = {
  quote: { label: 'Mitä yritys sanoi', hint: '1–3 virkettä yrityksen omin sanoin', isLong: true },
  who: { label: 'Kuka sanoi', hint: 'Ala ja koko ilman nimeä: Koiratrimmaamo, yksinyrittäjä' },
  outcome: { label: 'Mitä siitä seurasi', hint: 'Yksi tosiasia', isLong: true },
  service: { label: 'Palvelu, jota yritys käytti' },
  provider: { label: 'Tuottaja, joka antoi palvelun' },
  given: { label: 'Milloin yritys sanoi tämän' },
  consent: {
    label: 'Yrityksen suostumus',
    parts: {
      on: { label: 'Milloin annettu' },
      by: { label: 'Kuka antoi', hint: 'Tehtävä, ei nimeä: yrityksen edustaja' },
      scope: { label: 'Mitä se koskee', choices: { public: 'Saa julkaista tällä sivustolla' } },
    },
  },
  sample: { label: 'Esimerkki', hint: 'Keksitty kokemus. Sivu kertoo sen lukijalle.' },
};

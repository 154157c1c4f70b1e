// Labels of what was changed because of feedback.
import { THEMES } from '#domain/content/service.ts';
import { type Labels, named } from './label.ts';

export const changeLabels: Labels = {
  title: { label: 'Mikä muuttui', hint: 'Lyhyesti: Koulutus alkaa myös illalla' },
  said: {
    label: 'Mitä sanottiin',
    hint: 'Omin sanoin, ei lainauksena. Ketään ei saa tunnistaa tästä.',
    isLong: true,
  },
  did: { label: 'Mitä teimme', isLong: true },
  survey: { label: 'Kysely, jossa näin sanottiin' },
  heard: {
    label: 'Milloin näin sanottiin',
    parts: {
      from: { label: 'Ensimmäinen kuukausi', hint: 'Vuosi ja kuukausi: 2026-05' },
      to: { label: 'Viimeinen kuukausi', hint: 'Sama kuin ensimmäinen, jos kuukausia on yksi' },
    },
  },
  changed: {
    label: 'Mistä päivästä alkaen muutos on voimassa',
    hint: 'Ohjausryhmä lukee muutoksesta sen kuukauden raportissa',
  },
  services: { label: 'Palvelut, joita muutos koskee', hint: 'Jätä tyhjäksi, jos se koskee kaikkia' },
  provider: { label: 'Tuottaja, jota muutos koskee', hint: 'Näkyy sivulla, ei ohjausryhmän raportissa' },
  theme: { label: 'Aihe, jota muutos koskee', choices: named(THEMES, (theme) => `theme.${theme}.name`) },
  sample: { label: 'Esimerkki', hint: 'Keksitty muutos. Sivu kertoo sen lukijalle.' },
};

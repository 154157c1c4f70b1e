// The words around faults and tasks in what npm run content:check and the build print.
import type { FaultLanguage } from '../content/fault-texts.ts';
import type { TaskKind } from './editor-tasks.ts';

type Texts = {
  warning: string;
  tasks: string;
  kinds: Record<TaskKind, string>;
  counts: (counts: { faults: number; warnings: number; tasks: number; files: number; seconds: string }) => string;
  no_folder: (folder: string) => string;
};

export const REPORT_TEXTS: Record<FaultLanguage, Texts> = {
  fi: {
    warning: 'huomautus: ',
    tasks: 'Tehtävää toimittajille',
    kinds: {
      stale: 'Palvelut, jotka pitää tarkistaa uudelleen',
      without_provider: 'Palvelut, joilla ei ole tuottajaa',
      without_service: 'Tuottajat, joilla ei ole palvelua',
      untranslated: 'Käännös puuttuu',
      unconfirmed: 'Tuottajat, jotka eivät ole vahvistaneet tietojaan puoleen vuoteen',
      past_events: 'Menneet tapahtumat',
      ended_alerts: 'Päättyneet tiedotteet, jotka voi poistaa',
    },
    counts: ({ faults, warnings, tasks, files, seconds }) =>
      `${faults} ${faults === 1 ? 'virhe' : 'virhettä'}, ${warnings} ${warnings === 1 ? 'huomautus' : 'huomautusta'}, ` +
      `${tasks} ${tasks === 1 ? 'tehtävä' : 'tehtävää'}. ` +
      `${files} ${files === 1 ? 'tiedosto tarkistettiin' : 'tiedostoa tarkistettiin'} ${seconds.replace('.', ',')} sekunnissa.`,
    no_folder: (folder) => `Kansiota ${folder} ei ole, tai se ei ole kansio.`,
  },
  en: {
    warning: 'warning: ',
    tasks: 'Tasks for editors',
    kinds: {
      stale: 'Services to be checked again',
      without_provider: 'Services that no provider gives',
      without_service: 'Providers that give no service',
      untranslated: 'No translation',
      unconfirmed: 'Providers that have not confirmed their texts for half a year',
      past_events: 'Past events',
      ended_alerts: 'Alerts that are over and can be deleted',
    },
    counts: ({ faults, warnings, tasks, files, seconds }) =>
      `${faults} fault${faults === 1 ? '' : 's'}, ${warnings} warning${warnings === 1 ? '' : 's'}, ` +
      `${tasks} task${tasks === 1 ? '' : 's'}. ${files} file${files === 1 ? '' : 's'} checked in ${seconds} seconds.`,
    no_folder: (folder) => `There is no folder ${folder}, or it is not a folder.`,
  },
};

// What a coordinator's or an expert's form sends, by the purpose of its link, so that tests can walk through all of them.
import { helsinkiDate, helsinkiTime } from '#domain/helsinki-time.ts';
import type { Purpose } from './portal.ts';

export const ACTS: Readonly<
  Record<Exclude<Purpose, 'see_need' | 'reply_to_need' | 'answer_survey'>, Record<string, string>>
> = {
  take_need: { act: 'take' },
  answer_need: { answer: 'Soitamme huomenna ja kerromme koulutuksista.' },
  log_contact: {
    channel: 'phone',
    // The clock time of a form is exact to the minute, and a need that came in this minute is not older than it.
    date: helsinkiDate(new Date()),
    time: helsinkiTime(new Date()),
    note: 'Sovimme tapaamisesta.',
  },
  ask_more: { question: 'Montako hitsaajaa ja mihin mennessä?' },
  hand_over_need: { to: 'provider:tuulisalmen-ammattiopisto', note: 'Teillä on sopiva koulutus.' },
  decline_need: { reason: 'Tähän verkostolla ei ole palvelua.' },
};

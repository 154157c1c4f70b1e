// What a coordinator's or an expert's form sends, by the purpose of its link, so that tests can walk through all of them.
import { helsinkiDate, helsinkiTime } from '#domain/helsinki-time.ts';
import type { Purpose } from './portal.ts';

type OfOffice = Exclude<Purpose, 'see_need' | 'reply_to_need'>;

export const ACTS: Readonly<
  Record<Extract<Purpose, `${string}_need` | 'log_contact' | 'ask_more'> & OfOffice, Record<string, string>>
> = {
  take_need: { act: 'take' },
  answer_need: { answer: 'Soitamme huomenna ja kerromme koulutuksista.' },
  /** Made when asked for: a form's clock time is exact to the minute, and may not lie before the need. */
  get log_contact() {
    const now = new Date();
    return { channel: 'phone', date: helsinkiDate(now), time: helsinkiTime(now), note: 'Sovimme tapaamisesta.' };
  },
  ask_more: { question: 'Montako hitsaajaa ja mihin mennessä?' },
  hand_over_need: { to: 'provider:tuulisalmen-ammattiopisto', note: 'Teillä on sopiva koulutus.' },
  decline_need: { reason: 'Tähän verkostolla ei ole palvelua.' },
};

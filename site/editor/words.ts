// Sveltia's Finnish words that we say otherwise, and those that it does not have: what an editor meets is Finnish and says what to do.
import { type FaultCode, faultText } from '#domain/content/fault-texts.ts';
import { formFaultText } from './form-faults.ts';

/** The first sentence says the limit; how much there is now, as the second says, Sveltia does not tell. */
const limit = (code: FaultCode): string =>
  faultText({ code, params: { min: '{$min}', max: '{$max}' } }, 'fi').replace(/\. .*$/, '.');

const range = (number: FaultCode, list: FaultCode) => ({
  number: limit(number),
  select: limit(list),
  add: limit(list),
});

export type Words = { [key: string]: string | Words };

/** By the keys of Sveltia's locales; the build stops at one that it does not know. Faults are worded as the content's checks word them. */
export const WORDS: Words = {
  validation: {
    value_missing: formFaultText({ code: 'field_empty' }),
    too_short: limit('too_short'),
    too_long: limit('too_long'),
    range_underflow: range('too_low', 'too_few'),
    range_overflow: range('too_high', 'too_many'),
  },
  saving_entry: { error: { title: 'Muutoksia ei tallennettu', description: '' } },
  select_item: 'Valitse {$name}',
  show_errors: 'Näytä virheet',
  sign_in_using_access_token: 'Kirjaudu käyttöoikeustunnuksella',
  personal_access_token: 'Käyttöoikeustunnus',
  work_with_local_repo: 'Muokkaa oman koneen kansiota',
  work_with_local_repo_description: 'Valitse kansio, jossa Tarjottimen tiedostot ovat: sen sisällä on kansio content.',
  preview: 'Kolme kieltä',
  show_preview: 'Näytä kolme kieltä rinnakkain',
  slug: 'Tunnus',
  edit_slug_error: { empty: 'Kirjoita tunnus.', duplicate: 'Tunnus on jo käytössä.' },
  list_item_options: 'Kohdan toiminnot',
  entry_sidebar: {
    slug: {
      title: 'Tunnus',
      generated_on_save: 'Tunnus tehdään sisällöstä, kun tallennat.',
      unavailable: 'Tällä ei ole tunnusta.',
    },
  },
  deleting_referenced_entries_note: 'Myös viittaukset tähän poistetaan muualta ({$count}).',
  cannot_delete_referenced_entries: 'Tätä ei voi poistaa, koska seuraavat kentät tarvitsevat sen. Muuta ensin ne:',
  save_conflict: {
    title: 'Joku muu on muuttanut tätä',
    modified_by: '{$name} muutti tätä {$date}, kun se oli jo auki sinulla.',
    modified: 'Tätä on muutettu sen jälkeen, kun avasit sen.',
    deleted: 'Tämä on poistettu sen jälkeen, kun avasit sen.',
    overwrite_warning: 'Jos tallennat nyt, toisen muutokset katoavat.',
    recreate_warning: 'Jos tallennat nyt, tämä luodaan uudelleen.',
    save_anyway: 'Tallenna silti',
    branch_moved: 'Joku muu tallensi samaan aikaan. Tallenna uudelleen.',
  },
  remote_change: {
    reload_entry: 'Avaa uudelleen',
    confirm_reloading_entry: 'Haluatko avata tämän uudelleen? Tallentamattomat muutokset katoavat.',
  },
};

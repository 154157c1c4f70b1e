// A fault as it is said to somebody who fills in a form: no field names, signs or file names, which only a file has.
import { type FaultCode, type FaultParams, faultText } from '#domain/content/fault-texts.ts';
import { serviceLabels } from './labels/services.ts';

/** Instead of the sentence that speaks of the file; the others stand as they are. */
const SAID_IN_FORM: Partial<Record<FaultCode, string>> = {
  missing_field: 'Tämä puuttuu. Täytä se.',
  field_empty: 'Tämä on tyhjä. Täytä se.',
  list_empty: 'Tämä on tyhjä. Lisää ainakin yksi.',
  wants_quotes: 'Tähän kuuluu teksti.',
  wants_number: 'Tähän kuuluu luku.',
  wants_list: 'Tähän kuuluu luettelo.',
  wants_fields: 'Tästä puuttuu osia.',
  wants_yes_no: 'Valitse kyllä tai ei.',
  local_time: 'Tähän kuuluu päivä ja kellonaika.',
  clock: 'Tähän kuuluu kellonaika, esimerkiksi 9.00.',
  phone: 'Tähän kuuluu puhelinnumero, joka alkaa plusmerkillä ja maan numerolla: +358 40 000 0100.',
  sample_email: 'Esimerkkisisällössä osoite päättyy .example, jottei se ole kenenkään oikea osoite.',
  alert_services: 'Valitse joko palvelut, joita tiedote koskee, tai että se koskee kaikkia.',
  alert_order: 'Viimeinen päivä ei voi olla ennen ensimmäistä.',
  event_order: 'Tapahtuma ei voi loppua ennen kuin se alkaa.',
  event_address: 'Paikalla pidettävällä tapahtumalla on osoite, etätapahtumalla ei.',
  consent_public: 'Kokemuksen voi julkaista vain yrityksen suostumuksella. Merkitse, kun se on saatu.',
  responsible_outside: '{value} ei ole tuottajien joukossa. Lisää se tuottajiin tai vaihda vastuutaho.',
  producer_outside: '{value} ei ole tuottajien joukossa. Lisää se tuottajiin tai poista se tästä.',
  producer_twice: '{value} on kahdessa kohdassa. Jätä se vain yhteen.',
  producer_missing: '{value} puuttuu. Lisää se johonkin kohdista.',
  code_unknown: '{value} ei ole luettelossa. Valitse toinen.',
  missing_translation: 'Tekstit puuttuvat tällä kielellä. Kirjoita ne.',
  missing_body: 'Teksti puuttuu tällä kielellä. Kirjoita se.',
  date_past: 'Päivä {date} oli mennyt jo silloin, kun tämä kirjoitettiin ({day}). Korjaa päivä.',
};

export const formFaultText = ({ code, params }: { code: FaultCode; params?: FaultParams | undefined }): string =>
  faultText({ code, params: params && inWords(params) }, 'fi', SAID_IN_FORM[code]);

/** Names of fields are those of the form, and what is allowed stands in its choices. */
function inWords({ parts, known: _, ...params }: FaultParams): FaultParams {
  if (typeof parts !== 'string') return params;
  const labels = parts.split(', ').map((field) => serviceLabels[field]?.label ?? 'Teksti');
  return { ...params, parts: labels.join(', ') };
}

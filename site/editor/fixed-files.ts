// The files that the code knows by name: letters by what happened, pages by what the law or the site needs.
import { KEEPING_KINDS, type KeepingKind } from '#domain/content/keeping.ts';
import { LETTERS, type LetterKind } from '#domain/content/letter.ts';
import { type PageId, REQUIRED_PAGES } from '#domain/content/page.ts';

const PAGE_NAMES: Record<PageId, string> = {
  privacy: 'Tietosuojaseloste',
  sharing: 'Mihin suostutaan, kun tietoja jaetaan',
  accessibility: 'Saavutettavuusseloste',
  guidance: 'Neuvonta',
  joining: 'Liity verkostoon',
  changes: 'Muutokset palveluihin',
};

const LETTER_NAMES: Record<LetterKind, string> = {
  receipt: 'Kuittaus tarpeesta',
  answer: 'Vastaus yritykselle',
  question: 'Lisäkysymys yritykselle',
  declined: 'Tarve jää ratkaisematta',
  closed: 'Asia on päätetty',
  referred: 'Apua verkoston ulkopuolelta',
  handed_over: 'Tarve siirtyi asiantuntijalle',
  survey: 'Palautekysely',
  survey_reminder: 'Muistutus palautekyselystä',
  low_answer: 'Koordinaattorille: yritys antoi heikon palautteen',
  low_answer_expert: 'Asiantuntijalle: yritys antoi heikon palautteen',
  follow_up_reminder: 'Muistutus verkoston asiantuntijalle: yritys odottaa yhteydenottoa',
  follow_up_answer: 'Vastaus palautteeseen, kun asia on päättynyt',
  new_link: 'Uusi linkki',
  new_need: 'Uusi tarve koordinaattorille',
  reply_received: 'Yritys vastasi koordinaattorille',
  withdrawn: 'Yritys perui tarpeen',
  handover_asked: 'Siirtopyyntö asiantuntijalle',
  handover_declined: 'Asiantuntija ei ota tarvetta',
  mail_taken_in_part: 'Lähettäjälle: osa sähköpostista jäi pois',
  mail_not_taken: 'Lähettäjälle: sähköpostia ei lisätty asiaan',
  mail_set_aside: 'Koordinaattorille: sähköposti katsottavaksi',
  mails_set_aside: 'Koordinaattorille: lisää sähköpostia katsottavaksi',
  mail_came_back: 'Koordinaattorille: viesti ei mennyt perille',
  digest: 'Päivän tarpeet koordinaattorille',
  owner_left: 'Koordinaattorille: toisen tarpeet siirtyivät',
  stand_in: 'Koordinaattorille: sijaistat toista',
  expert_reminder: 'Muistutus asiantuntijalle',
  promise_late: 'Yritykselle: vastaus on myöhässä',
  handover_returned: 'Siirtopyyntöön ei vastattu',
  handover_taken_late: 'Asiantuntija otti palanneen tarpeen',
  handover_settled: 'Asiantuntijalle: toinen otti tarpeen',
  handover_ended: 'Asiantuntija kertoi, miten kävi',
  joined: 'Tarpeet yhdistettiin',
  join_undone: 'Yhdistäminen peruttiin',
  joined_to_yours: 'Koordinaattorille: tarpeeseen yhdistettiin toinen',
  confirm_services: 'Tuottajalle: ovatko tiedot yhä oikein',
  mistake_reported: 'Toimitukselle: tuottaja ilmoitti virheestä',
  mistake_handled: 'Tuottajalle: tiedot on korjattu',
  steering_pack: 'Raportti ohjausryhmälle',
  provider_figures: 'Tuottajalle: kuukauden luvut',
  colleague_invited: 'Kutsu yrityksen työtilaan',
  claim_asked: 'Omistajalle: joku pyytää pääsyä työtilaan',
  data_taken_out: 'Kuitti: tietoja otettiin työtilasta',
  erasure_asked: 'Omistajille: työtila poistetaan',
  erasure_undone: 'Omistajille: poisto peruttiin',
  erasure_done: 'Viimeinen viesti: tiedot on poistettu',
  own_erasure_asked: 'Henkilölle: omat tiedot poistetaan',
  own_erasure_undone: 'Henkilölle: omien tietojen poisto peruttiin',
  own_erasure_done: 'Henkilölle, viimeinen viesti: omat tiedot on poistettu',
  workspace_unused: 'Omistajille: työtilaa ei ole käytetty',
  claim_settled: 'Vastaus sille, joka pyysi pääsyä',
  adviser_invited: 'Neuvonantajalle: yritys jakaa tietoja',
  adviser_extended: 'Neuvonantajalle: suostumus jatkuu',
  adviser_ended: 'Neuvonantajalle: suostumus on päättynyt',
  consent_given: 'Kuitti annetusta suostumuksesta',
  consent_ending: 'Yritykselle: suostumus päättyy pian',
  consent_over: 'Yritykselle: suostumus on päättynyt',
  comment: 'Yritykselle: neuvonantaja kommentoi',
  comment_received: 'Koordinaattorille: neuvonantaja kommentoi',
  membership_ended: 'Poistetulle: et ole enää työtilassa',
  contact_passed: 'Omistajalle: sinusta tuli yhteyshenkilö',
  number_moved: 'Omistajalle: Y-tunnus siirtyi toiselle',
};

const braced = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ');

/** A letter is plain Markdown: an editor for rich text would escape the braces of {placeholders}. */
const letterHint = (kind: LetterKind): string => {
  const { must, may } = LETTERS[kind];
  const optional = may.length ? ` Voit käyttää myös näitä: ${braced(may)}.` : '';
  return `Kirjeessä pitää olla: ${braced(must)}.${optional} Linkki omassa kappaleessaan on kirjeen painike.`;
};

export const pageFiles = REQUIRED_PAGES.map((id) => ({ id, label: PAGE_NAMES[id] }));

const KEEPING_NAMES: Record<KeepingKind, string> = {
  needs: 'Tarpeet',
  letters: 'Lähetetyt sähköpostit',
  'delivery-reports': 'Ilmoitukset perillemenosta',
  links: 'Viestien linkit',
  mails: 'Saapuneet sähköpostit',
  'sign-ins': 'Kirjautumiset',
  codes: 'Kertakoodien pyynnöt',
  looks: 'Katselut',
  'workspace-log': 'Työtilan loki',
  workspaces: 'Käyttämättömät työtilat',
  invitations: 'Kutsut työtilaan',
  claims: 'Pyynnöt päästä työtilaan',
  consents: 'Yrityksen antamat suostumukset',
  receipts: 'Kuitit ottamisesta ja poistamisesta',
  'survey-texts': 'Nimettömien vastausten tekstit',
  digests: 'Koordinaattorien koosteet',
  confirmations: 'Tuottajien tarkistukset',
  coordinators: 'Koordinaattorit ja poissaolot',
  'erased-links': 'Poistettujen asioiden linkit',
  'keeping-runs': 'Loki poistamisesta',
};

export const keepingFiles = KEEPING_KINDS.map((id) => ({ id, label: KEEPING_NAMES[id] }));

export const letterFiles = (Object.keys(LETTERS) as LetterKind[]).map((id) => ({
  id,
  label: LETTER_NAMES[id],
  bodyHint: letterHint(id),
}));

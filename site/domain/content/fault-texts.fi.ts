// What an editor is told in Finnish: a sentence for each fault, and words that stand in others.
export const fi = {
  // Files
  no_content: 'Kansiossa ei ole sisältöä. Siinä pitää olla ainakin nämä kansiot: {folders}.',
  folder_unknown: 'Kansiota {folder} ei tunneta, joten sen tiedostot eivät näy missään.',
  name_wrong:
    'Tiedoston nimi on väärin. Oikea muoto on tunnus.kieli.md: tunnuksessa vain a–z, 0–9 ja viivoja, kielenä fi, sv tai en. Esimerkiksi {example}.',
  name_folder: 'Tiedosto ei voi olla alikansiossa. Siirrä se tänne: {right}.',
  duplicate_id: 'Sama tunnus on jo tiedostolla {other}. Anna toiselle oma tunnus tai poista toinen.',
  not_content: 'Tämä ei ole sisältötiedosto, joten se ei näy missään. Poista se, jos sitä ei tarvita.',
  unreadable: 'Tiedostoa ei voi lukea ({reason}).',
  file_too_big:
    'Tiedosto on liian suuri: {size} kilotavua, enintään {max}. Onko siihen liitetty muuta kuin tekstiä, vaikkapa kuva?',
  file_empty: 'Tiedosto on tyhjä. Kopioi malliksi toinen saman kansion tiedosto tai poista tämä.',
  not_utf8: 'Tiedostoa ei ole tallennettu UTF-8-muodossa, joten ä ja ö menisivät rikki. Tallenna se UTF-8-muodossa.',
  utf8_bom:
    'Tiedoston alussa on näkymätön merkki (tavujärjestysmerkki, BOM). Tallenna tiedosto UTF-8-muodossa ilman BOM-merkkiä.',
  garbled: 'Tekstissä on rikki menneitä kirjaimia: {found}. Kirjoita ne uudelleen ja tallenna UTF-8-muodossa.',
  front_matter_missing:
    'Tiedoston ensimmäisellä rivillä pitää olla kolme viivaa (---), sitten kentät ja sitten taas rivi, jolla on kolme viivaa.',
  front_matter_open: 'Kenttien jälkeen pitää olla rivi, jolla on kolme viivaa (---) eikä mitään muuta.',
  front_matter_shape:
    'Kolmen viivan rivien väliin kuuluu kenttiä, kukin omalle rivilleen: kentän nimi, kaksoispiste, välilyönti ja arvo.',

  // How fields are written (YAML)
  yaml_tab: 'Rivin alussa on sarkain. Sisennä välilyönneillä.',
  yaml_indent:
    'Rivi alkaa väärästä kohdasta. Saman tason rivit alkavat samasta kohdasta, alemman tason rivit kaksi välilyöntiä oikeammalta.',
  yaml_colon:
    'Kaksoispiste ja välilyönti keskellä tekstiä luetaan uuden kentän aluksi. Pane koko teksti lainausmerkkeihin.',
  yaml_line: 'Rivillä pitää olla kentän nimi, kaksoispiste, välilyönti ja arvo, tai luettelossa viiva ja arvo.',
  yaml_quote:
    'Lainausmerkit eivät täsmää. Tekstin alussa ja lopussa pitää olla samanlainen lainausmerkki. Käytä tekstin sisällä kaarevia merkkejä (” ja ’).',
  yaml_start: 'Teksti ei voi alkaa merkillä {character}. Pane koko teksti lainausmerkkeihin.',
  yaml_bracket: 'Sulje puuttuu, niitä on liikaa tai välistä puuttuu pilkku: avaavalla ja sulkevalla sulkeella on pari.',
  yaml_escape: 'Kenoviiva kaksinkertaisten lainausmerkkien välissä pitää kirjoittaa kahdesti (\\\\).',
  yaml_twice: 'Kenttä {name} on samassa kohdassa kahdesti. Poista toinen.',
  yaml_other: 'Riviä ei voi lukea. Vertaa sitä toisen tiedoston samaan kohtaan. (Tarkemmin: {reason}.)',
  text_cut: 'Merkin # jälkeistä tekstiä ei lueta: {cut}. Jos se kuuluu tekstiin, pane koko teksti lainausmerkkeihin.',

  // Fields and their values
  unknown_field: 'Tällaista kenttää ei ole.',
  fact_in_translation:
    'Tämä tieto on kaikilla kielillä sama, joten se kuuluu vain tiedostoon {finnish}. Poista se tästä.',
  missing_field: 'Kenttä puuttuu. Lisää se.',
  field_empty: 'Kenttä on tyhjä. Kirjoita siihen arvo.',
  list_empty: 'Kenttä on tyhjä. Jos siihen ei tule mitään, kirjoita [].',
  wants_text: 'Tähän kuuluu teksti.',
  wants_quotes: 'Tähän kuuluu teksti. Pane arvo lainausmerkkeihin: {quoted}.',
  wants_number: 'Tähän kuuluu luku ilman lainausmerkkejä.',
  wants_whole_number: 'Tähän kuuluu kokonaisluku.',
  wants_list: 'Tähän kuuluu luettelo: [yksi, toinen], tai kukin omalle rivilleen viivan jälkeen.',
  wants_fields: 'Tähän kuuluu kenttiä: {fields}.',
  wants_yes_no: 'Tähän kuuluu true (kyllä) tai false (ei) ilman lainausmerkkejä.',
  too_long: 'Teksti on liian pitkä: enintään {max} merkkiä. Nyt niitä on {length}.',
  too_short: 'Teksti on liian lyhyt: vähintään {min} merkkiä. Nyt niitä on {length}.',
  too_many: 'Kohtia on liikaa: enintään {max}. Nyt niitä on {count}.',
  too_few: 'Kohtia on liian vähän: vähintään {min}. Nyt niitä on {count}.',
  too_high: 'Luku on liian suuri: enintään {max}. Nyt se on {value}.',
  too_low: 'Luku on liian pieni: vähintään {min}. Nyt se on {value}.',
  not_allowed: 'Arvo ”{value}” ei käy tähän.',
  wrong_value: 'Arvo ei käy tähän ({reason}).',
  slug: 'Osoitteessa voi olla vain a–z, 0–9 ja yksittäisiä viivoja, esimerkiksi hitsaajien-koulutus.',
  date: 'Tähän kuuluu päivä, joka on olemassa, muodossa 2026-11-02.',
  local_time: "Tähän kuuluu päivä ja kellonaika lainausmerkeissä, esimerkiksi '2027-01-14T16:30'.",
  no_such_day: 'Tällaista päivää ei ole. Korjaa päivä.',
  clock: "Tähän kuuluu kellonaika lainausmerkeissä, esimerkiksi '9.00'.",
  phone: "Tähän kuuluu puhelinnumero, joka alkaa plusmerkillä ja maan numerolla, lainausmerkeissä: '+358 40 000 0100'.",
  email: 'Tähän kuuluu sähköpostiosoite, esimerkiksi palvelut@opisto.example.',
  url: 'Tähän kuuluu osoite, joka alkaa https://.',
  business_id: 'Tähän kuuluu Y-tunnus, jonka tarkistusnumero täsmää, esimerkiksi 0201256-6.',
  sample_email: 'Esimerkkisisällössä (sample: true) osoite päättyy .example, jottei se ole kenenkään oikea osoite.',
  alert_services: 'Kerro joko palvelut, joita tiedote koskee (services), tai että se koskee kaikkia (all: true).',
  alert_order: 'Viimeinen päivä (to) ei voi olla ennen ensimmäistä (from).',
  month: "Tähän kuuluu kuukausi, esimerkiksi '2026-05'.",
  heard_order: 'Viimeinen kuukausi (heard.to) ei voi olla ennen ensimmäistä (heard.from).',
  changed_before: 'Muutos (changed) ei voi olla ajalta ennen palautetta (heard).',
  event_order: 'Tapahtuma ei voi loppua (ends) ennen kuin se alkaa (starts).',
  event_address: 'Paikalla pidettävällä tapahtumalla (place: onsite) on osoite, etätapahtumalla ei.',
  consent_public: 'Kokemuksen voi julkaista vain yrityksen suostumuksella. Kun se on saatu, tähän kuuluu public.',
  stands_twice: 'Arvo ”{value}” on luettelossa kahdesti. Poista toinen.',

  // Between files
  missing_translation: 'Tiedosto puuttuu. Kirjoita samat tekstit tällä kielellä. Malli: {model}.',
  missing_finnish: 'Suomenkielinen tiedosto puuttuu. Tiedot ovat siinä, joten muut kielet eivät näy ilman sitä.',
  missing_file: 'Tiedosto puuttuu, ja sivusto tarvitsee sen.',
  missing_body: 'Kenttien alta puuttuu teksti, joka on tiedostossa {finnish}. Kirjoita se tällä kielellä.',
  missing_promise: 'Kansiossa pitää olla palvelulupaus.',
  missing_survey: 'Kansiossa pitää olla kysely, jossa on after: first_response.',
  missing_controller:
    'Sivu tarvitsee rekisterinpitäjän: nimi, Y-tunnus, osoite, sähköposti ja puhelin menevät lupien kuitteihin.',
  missing_version:
    'Sivu tarvitsee päivän, josta alkaen se on ollut voimassa: muistiin jää, kuka näki minkäkin version.',
  missing_keeping: 'Tämän tietolajin säilytysaika puuttuu, joten sen tietoja ei poistettaisi koskaan.',
  keeping_unknown: 'Tämän nimistä tietolajia ei ole, joten säilytysaikaa ei noudateta missään.',
  keeping_time: 'Anna säilytysaika joko kuukausina (months) tai päivinä (days), ei molempina.',
  page_unknown: 'Tämän nimistä sivua ei ole, joten teksti ei näy missään.',
  reference_unknown: 'Tiedostoa {wanted} ei ole. Korjaa tunnus tai ota se pois.',
  reference_self: 'Palvelu ei voi viitata itseensä. Poista viittaus.',
  responsible_outside: 'Vastuutaho {value} puuttuu luettelosta providers. Lisää se sinne tai vaihda vastuutaho.',
  producer_outside: '{value} puuttuu luettelosta providers. Lisää se sinne tai poista se tästä.',
  producer_twice: '{value} on kahdessa kohdassa. Jätä se vain yhteen: self, procured tai other.',
  producer_missing: '{value} puuttuu. Lisää se johonkin näistä: self, procured tai other.',
  code_unknown: 'Koodia {value} ei ole luettelossa {list} (versio {version}, {source}).',
  target_group_part: 'KR2 yksin ei riitä. Lisää tarkempi ryhmä, esimerkiksi KR2.3.',
  service_classes_many: 'Palveluluokkia on liikaa: {count}, enintään {max}.',
  address_reserved: 'Osoite {address} on sivuston oma sivu. Anna tälle toinen.',
  address_taken: 'Osoite {address} on jo käytössä: {other}. Anna tälle oma.',

  // Surveys
  question_key: 'Tunnuksessa voi olla vain a–z, 0–9 ja yksittäisiä viivoja, esimerkiksi auttoiko-palvelu.',
  question_twice: 'Kysymys {key} on kahdesti. Anna toiselle oma tunnus tai poista se.',
  question_checks_anonymous:
    'Nimettömän kyselyn vastausta ei voi verrata siihen, mitä on kirjattu. Poista checksContact tai tee kyselystä nimellinen.',
  question_first_text:
    'Ensimmäiseen kysymykseen vastataan kirjeen linkistä, joten siinä pitää olla valmiit vastaukset. Siirrä tekstikysymys myöhemmäksi.',
  question_words_missing: 'Kysymykseltä {key} puuttuvat sanat tällä kielellä. Lisää ne.',
  question_unknown: 'Tiedostossa {finnish} ei ole tällaista kysymystä. Korjaa tunnus tai poista kysymys.',
  question_answers:
    'Vastausten sanoja on {count}, mutta niitä pitää olla {wanted}. Kyllä ja ei: kaksi. Asteikko: kaksi, ensin mitä 1 tarkoittaa, sitten 5. Valinnat: yhtä monta kuin vaihtoehtoja, samassa järjestyksessä. Teksti: ei yhtään, siis [].',

  // Dates
  date_past: 'Päivä {date} oli mennyt jo silloin, kun tämä kirjoitettiin ({written}: {day}). Korjaa päivä.',
  check_far: 'Seuraava tarkistus on yli vuoden päässä edellisestä ({day}). Tarkista vuosiluku.',
  meeting_off:
    'Kokouspäivä {date} on viikonloppu tai muu vapaapäivä. Tarkista päivä. Raportti lähtee joka tapauksessa ajoissa.',
  date_future: 'Päivä {date} on vasta tulossa. Tarkista vuosiluku.',

  // Running text
  text_too_long: 'Teksti on liian pitkä: {length} merkkiä sivulla, enintään {max}.',
  text_long: 'Teksti on pitkä: {length} merkkiä sivulla. Yli {max} merkkiä harva lukee.',
  register_too_long:
    'Palvelutietovarantoon menevä teksti ({parts}) on liian pitkä: {length} merkkiä, enintään {max}. Lyhennä jotain niistä.',
  sentence_long: 'Virkkeessä on {count} sanaa, enintään {max} on hyvä. Jaa se kahdeksi: {beginning}',
  image_text: 'Kuvalta {image} puuttuu tekstivastine. Kerro hakasulkeissa, mitä kuvassa on: ![teksti]({image}).',
  image_missing: 'Kuvaa {image} ei ole. Tallenna se kansioon public tai korjaa osoite.',
  link_empty: 'Linkiltä puuttuu osoite. Kirjoita se sulkeisiin: [teksti](/osoite).',
  link_unknown: 'Linkki ei johda mihinkään: osoitetta {address} ei ole.',
  link_relative: 'Linkin osoite {address} on vajaa. Oma sivu alkaa vinoviivalla (/), muu sivu https://.',
  link_old: 'Linkki johtaa vanhaan osoitteeseen {address}. Uusi on {right}.',
  link_language: 'Linkki {address} johtaa toisenkieliselle sivulle. Tällä kielellä osoite on {right}.',
  link_anchor: 'Sivulla {page} ei ole väliotsikkoa, johon {anchor} johtaisi.',

  // Letters
  reply_empty: 'Vastauspohjasta puuttuu teksti. Kirjoita se kenttien alle.',
  reply_placeholder: '{placeholder} ei täyty vastauspohjassa.',
  reply_formatting: 'Vastauspohja on pelkkää tekstiä. Poista muotoilu tai linkki: {excerpt}',
  letter_unknown: 'Tämän nimistä kirjettä ei ole, joten se ei lähde kenellekään.',
  letter_must: 'Kirjeessä pitää olla {placeholder}. Lisää se tekstiin.',
  letter_placeholder: '{placeholder} ei käy tähän kirjeeseen.',
  letter_alone: '{placeholder} on kokonaisia kappaleita: kirjoita se yksin omaan kappaleeseensa.',
  letter_head: '{placeholder} ei käy tähän kenttään. Poista se.',
  letter_link_alone: 'Linkki on yksin omassa kappaleessaan, jolloin siitä tulee painike: {excerpt}',
  letter_link_target: 'Linkki johtaa merkintään, esimerkiksi [Avaa]({status_link}): {excerpt}',
  letter_formatting: 'Kirjeet ovat pelkkää tekstiä. Poista muotoilu: {excerpt}',
  letter_numbers: 'Kirjeen luettelo alkaa viivoilla, ei numeroilla: {excerpt}',
  letter_nested: 'Kirjeen luettelossa ei voi olla toista luetteloa: {excerpt}',
  letter_quote: 'Kirjeen lainauksessa voi olla vain tekstiä: {excerpt}',
  letter_block:
    'Kirjeessä voi olla kappaleita, väliotsikoita, luetteloita, lainauksia ja linkkejä, ei muuta: {excerpt}',

  // Interface texts
  json_broken:
    'Tiedostoa ei voi lukea. Joka rivillä on "avain": "teksti" ja lopussa pilkku, viimeisellä ei. (Tarkemmin: {reason}.)',
  text_unknown: 'Tällaista tekstiä ei ole missään. Poista rivi.',
  text_missing: 'Teksti puuttuu. Lisää rivi. Kääntäjälle: {note}',
  text_empty: 'Teksti on tyhjä. Kääntäjälle: {note}',
  text_twice: 'Sama avain on tiedostossa kahdesti. Poista toinen.',
  text_placeholders: 'Tekstissä pitää olla samat merkinnät kuin suomenkielisessä: {wanted}.',
} as const;

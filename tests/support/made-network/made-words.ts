// Words of each language out of which texts are made up: plain ones of the field, so that pages look and compress as real ones do.
import type { Language } from '#domain/routes.ts';

type Words = {
  stems: string[];
  /** What a stem may end in; the empty one stands several times because most words have none. */
  endings: string[];
  /** Words that are never bent. */
  others: string[];
  /** Of a hundred stems, how many are joined with another one. */
  joinedShare: number;
};

const list = (words: string): string[] => words.trim().split(/\s+/);

export const WORDS: Record<Language, Words> = {
  fi: {
    stems: list(`
      aika ala alku alue apu arki arvio asia asiakas ehto energia ensiapu esimies etu hakemus hanke hinta
      hitsaus huolto hygienia idea ilmoitus jakso johto jäte kassa kasvu kauppa kehitys keskus kestävyys kieli
      kirja koe kokous kone kortti koulu kuljetus kumppani kunta kunto kurssi kustannus käyttö käytäntö laatu
      laina laite laki lasku liike lomake lupa lämpö maksu malli markkina matka menetelmä merkki mitta muutos
      myynti neuvo numero näyttö ohje oikeus oma omistaja opas opiskelija oppi osa palaute palkka palvelu pankki
      perhe perustaja pohja polku puhelin puku päätös raha rahoitus rakennus raportti rekisteri riski ruoka
      ryhmä sali selvitys seuranta sijoitus sopimus suunnitelma suunta sähkö taito talo talous tarjous tarve
      tavara tavoite tehdas tekijä terveys testi tieto tila tilaus todistus toimi toive tuki tulos tunti
      tuotanto tuote turva tutkinto työ työnantaja urakka uutinen vaihe vaihto vakuutus valinta vastaus velka
      verkko verkosto vero vienti viesti viikko vika viranomainen voima vuokra vuosi väki ympäristö yrittäjä
      yritys ääni
    `),
    others: list(`
      saat kerrot teemme autamme sinulle yhdessä ensin sitten kun jos tai ja että myös uusi oikea pian maksutta
      etänä paikalla sinä me on ei voi pitää kuka missä mitä ennen jälkeen vielä jo noin kaksi kolme päivässä
      nopeasti itse teille
    `),
    endings: ['', '', '', 'n', 'a', 'ssa', 'sta', 'lla', 'lle', 'ksi', 't', 'jen', 'si', 'mme', 'nne', 'ssasi'],
    joinedShare: 45,
  },
  sv: {
    stems: list(`
      affär anställning ansvar ansökan arbete arbetsgivare avtal bank behov beslut besök betalning bidrag bil
      blankett bolag bransch brist bygg chef data del digital ekonomi elev energi erfarenhet export fabrik
      faktura fel finans framtid fråga förening företag försäkring förändring glasögon grund grupp handel
      handledning hjälp hälsa hållbarhet idé instruktion intyg investering kassa kommun kontakt kontor kontroll
      kostnad kund kunskap kurs kvalitet lag lager ledning leverans livsmedel lokal lån löfte lön marknad maskin
      mat material medel mentor metod miljö myndighet mål möte nivå nyhet nätverk offert område omställning
      ordning partner pengar personal plan plats praktik pris process produkt projekt prov rapport risk ritning
      råd samtal semester skatt skola skuld språk studie stöd svar svets säkerhet team teknik test tid tillstånd
      tjänst uppdrag uppgift utbildning vecka verksamhet verkstad verktyg villkor väg värme växt yrke ägare
      ärende år öppning översättning
    `),
    others: list(`
      du får vi hjälper med och att eller som för till när om inte kan ska också först sedan ny rätt snart
      gratis på i av ditt din era alla två tre dagar före efter redan själv tillsammans berättar är
    `),
    endings: ['', '', '', 'en', 'et', 'er', 'erna', 's', 'ens', 'ar'],
    joinedShare: 35,
  },
  en: {
    stems: list(`
      account address advice adviser agency agreement answer application area audit authority balance bank
      benefit branch building business buyer calculation calendar capital career cash certificate chance change
      charge check class client colleague community company competence condition construction consultant
      contract cooperative cost course customer deadline debt decision delivery department description design
      digital direction document duty economy education effort employee employer energy equipment evening exam
      experience export factory family fee field file finance food form founder funding future goal grant group
      growth guide health heating help holiday hour house idea industry inspection instruction insurance
      interview inventory invoice job knowledge language law leader lesson letter level licence list loan
      location machine manager manufacturing market material measure meeting member mentor message method minute
      mistake model month need network news note notice number offer office operation opinion order organisation
      owner package partner path payment pension people period permit person phase phone place plan practice
      premises price problem product profit project promise proposal purchase quality question quote reason
      record region register rent repair report request result risk rule safety salary sales sample schedule
      school season sector security service shop site skill software solution staff stage standard start step
      storage strategy student subject succession supplier supply support survey table task tax teacher team
      technology template term test time tool tourism town trade training transport trial vehicle view visit
      volume wage waiting warehouse waste weekday welding work worker workshop year
    `),
    others: list(`
      you get we help with and to or that for when if not can will also first then new right soon free on in of
      your their all two three days before after already yourself together tell is the a the a at from by about
      own small good short
    `),
    endings: ['', '', '', 's'],
    joinedShare: 0,
  },
};

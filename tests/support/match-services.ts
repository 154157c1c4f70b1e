// A few services in three languages, as short as a service can be: what finds them besides is the everyday words.
import type { ServiceText } from '#domain/match/match-data.ts';
import type { Language } from '#domain/routes.ts';

const service = (
  slug: string,
  title: string,
  summary: string,
  keywords: string[],
  needs: string[] = [],
): ServiceText => ({
  slug,
  title,
  summary,
  keywords,
  body: '',
  needs,
});

export const MATCH_SERVICES: Record<Language, ServiceText[]> = {
  fi: [
    service('hitsaus', 'Hitsauskoulutus', 'Kursseja ja pätevyyskokeita hitsaajille.', ['hitsaus', 'pätevyyskoe']),
    service('trukki', 'Trukkikoulutus', 'Teoria, ajokoe ja kirjallinen lupa.', ['trukki', 'nostolaite']),
    service('talousapu', 'Yrittäjän talousapu', 'Neuvoja, kun kassa ei riitä.', ['maksuvaikeudet', 'konkurssi']),
    service('muutosturva', 'Muutosturva', 'Tukea, kun väkeä on vähennettävä.', ['muutosneuvottelut', 'lomautus']),
    service('rekrytointipalvelu', 'Rekrytointipalvelu', 'Autamme löytämään tekijät.', ['työnvälitys']),
    service('energia', 'Energianeuvonta', 'Säästökohteet sähkössä ja lämmössä.', ['energia', 'lämmitys']),
    service('starttiraha', 'Starttiraha', 'Toimeentulo yrityksen alkuun.', ['starttiraha']),
    service('ensiapu', 'Ensiapukoulutus', 'Kurssit työpaikoille.', ['ensiapu', 'EA1']),
  ],
  sv: [
    service('muutosturva', 'Omställningsskydd', 'Stöd när personal måste minskas.', ['permittering', 'uppsägning']),
    service('energia', 'Energirådgivning', 'Var el och värme kan sparas.', ['energi', 'uppvärmning']),
    service('talousapu', 'Ekonomihjälp', 'Råd när kassan inte räcker.', ['betalningssvårigheter', 'konkurs']),
    service('starttiraha', 'Startpeng', 'Utkomst i företagets början.', ['startpeng']),
  ],
  en: [
    service('muutosturva', 'Change security', 'Help when staff must be reduced.', ['layoffs', 'redundancy']),
    service('energia', 'Energy advice', 'Where electricity and heat can be saved.', ['energy', 'heating']),
    service('talousapu', 'Financial trouble advice', 'When the cash does not last.', ['debt', 'bankruptcy']),
    service('starttiraha', 'Start-up grant', 'A living while the company begins.', ['start-up grant']),
  ],
};

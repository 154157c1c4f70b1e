// A need that the form takes as it is, from an address that no other test uses.
export interface NeedFields {
  description: string;
  services: string[];
  business_id: string;
  no_business_id: string;
  company_name: string;
  contact_name: string;
  contact_email: string;
  contact_phone: string;
  contact_by: string;
  language: string;
  notice_version: string;
  website: string;
}

let people = 0;

export function goodNeed(changes: Partial<NeedFields> = {}): NeedFields {
  people += 1;
  return {
    description: 'Etsimme kesäksi kaksi hitsaajaa ja kouluttaisimme nykyisiä.',
    services: ['hitsauskoulutus'],
    business_id: '0201256-6',
    no_business_id: '',
    company_name: 'Paja Oy',
    contact_name: 'Kirsi Korhonen',
    contact_email: `kirsi${people}@paja.example`,
    contact_phone: '040 123 4567',
    contact_by: 'phone',
    language: 'fi',
    notice_version: '2026-11-22',
    website: '',
    ...changes,
  };
}

/** The same as a browser's form sends it. */
export const needForm = (changes: Partial<NeedFields> = {}): [string, string][] =>
  Object.entries(goodNeed(changes)).flatMap(([name, value]) =>
    [value].flat().map((text): [string, string] => [name, text]),
  );

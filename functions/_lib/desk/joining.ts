// What SQL tells of joining a need with others of its company, as the desk's page wants it.
import type { Language } from '#domain/routes.ts';
import type { DeskNeedPage } from '#forms/desk-need/desk-need-page.ts';
import { serviceName } from '../catalogue.ts';

interface Joined {
  reference: string;
  may_undo: boolean;
}
/** As api.desk_joining gives it. */
export interface JoiningRow {
  goes_on: Joined | null;
  joined: Joined[];
  offers: {
    reference: string;
    received_at: string;
    description: string;
    contact_name: string;
    contact_email: string;
    other_contact: boolean;
    services: string[];
    words: string[];
    is_alike: boolean;
  }[];
}

export const deskJoining = (reference: string, row: JoiningRow, lang: Language): DeskNeedPage['joining'] => ({
  goesOn: row.goes_on?.reference ?? null,
  joined: row.joined.map((one) => one.reference),
  undoable: [
    ...(row.goes_on?.may_undo ? [reference] : []),
    ...row.joined.filter(({ may_undo }) => may_undo).map((one) => one.reference),
  ],
  offers: row.offers.map((offer) => ({
    reference: offer.reference,
    start: offer.description,
    receivedAt: new Date(offer.received_at),
    serviceNames: offer.services.map((id) => serviceName(id, lang)),
    words: offer.words,
    isAlike: offer.is_alike,
    otherContact: offer.other_contact ? `${offer.contact_name}, ${offer.contact_email}` : null,
  })),
});

// What providers confirmed through their letters, as the build read it before it began (site/integrations/read-published.mjs).
import { type Confirmations, confirmationOf } from '#domain/confirmations.ts';
import { today } from './today.ts';

declare const __CONFIRMATIONS__: [id: string, day: string][] | null;
const confirmations: Confirmations = new Map(__CONFIRMATIONS__);

/** The day on which a provider last confirmed its texts through a letter; undefined when it never did. */
export const confirmedByLetter = (id: string): string | undefined => confirmationOf(id, confirmations, today());

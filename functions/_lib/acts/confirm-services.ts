// confirm-services: the texts that were shown are right; or the confirmation is taken back.
import { ConfirmServices } from '#forms/confirm-services.tsx';
import { asSystem, type Enums } from '../db.ts';
import { publishedPages, textsHash } from '../published-pages.ts';
import { type ActResult, done, gone, wrong } from './act.ts';
import { confirmationAct } from './confirmation-act.tsx';

const CONFIRMED = {
  confirmed: done('confirmed'),
  already_confirmed: done('already_confirmed'),
  no_link: gone,
} as const satisfies Record<Enums['confirm_services_outcome'], ActResult>;

const UNDONE = {
  undone: done('confirmation_undone'),
  not_confirmed: done('not_confirmed'),
  no_link: gone,
} as const satisfies Record<Enums['undo_confirmation_outcome'], ActResult>;

export const confirmServices = confirmationAct({
  view: ConfirmServices,
  title: 'confirm-services.title',
  deeds: ['confirmed', 'already_confirmed', 'confirmation_undone', 'not_confirmed'],
  async run({ hash, link, round, fields }) {
    if (fields.act === 'undo') return UNDONE[await asSystem().rpc('undo_confirmation', { p_token_hash: hash })];
    // A deploy came between the page and its button: nobody confirms texts that they have not seen.
    const pages = (await publishedPages(round.provider, link.language)) ?? [];
    if (fields.texts !== textsHash(pages)) return wrong('texts', 'confirm-services.error.texts.changed');
    return CONFIRMED[await asSystem().rpc('confirm_services', { p_token_hash: hash })];
  },
});

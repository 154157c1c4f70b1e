// The desk's door: it opens to the coordinators who are listed.
import { DESK } from '#domain/routes.ts';
import type { DeskActView } from '#forms/desk-need/act-view.ts';
import { deskActViews } from '#forms/desk-need/act-views.ts';
import type { Call, PostCall } from '../handle.ts';
import { getAt, type Inside, postAt, refuseAt } from '../sign-in/at-door.tsx';
import type { Door } from '../sign-in/door.ts';
import { deskPage } from './desk-page.tsx';
import { keepCoordinators } from './keep-coordinators.ts';

export interface DeskPerson {
  email: string;
  name: string | null;
  isLead: boolean;
}
export type DeskCall = Call & Inside<DeskPerson>;
export type DeskPost = PostCall & Inside<DeskPerson>;

export const desk: Door<DeskPerson> = {
  name: 'desk',
  paths: { home: DESK.list, signIn: DESK.signIn, signOut: DESK.signOut, language: DESK.language },
  written: [...Object.values<DeskActView>(deskActViews).flatMap(({ written }) => written), 'corrected'],
  prepare: keepCoordinators,
  async ask(db) {
    const [row] = await db.rpc('desk_session', {});
    return row && { ...row, person: { email: row.email, name: row.name, isLead: row.is_lead } };
  },
  end: (db, everywhere) => db.rpc('desk_sign_out', { p_everywhere: everywhere }),
  // A coordinator reads the desk as the browser does, or as chosen there.
  language: () => null,
  page: deskPage,
};

export const getAtDesk = (run: (call: DeskCall) => Promise<Response>) => getAt(desk, run);
export const postAtDesk = (run: (call: DeskPost) => Promise<Response>) => postAt(desk, run);
export const refuseAtDesk = refuseAt(desk);

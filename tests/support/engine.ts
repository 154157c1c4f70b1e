// A portal with a given clock, whose schedule runs when a test says so; what came of it as plain lines.

import { drainOutbox } from '#lib/drain-outbox.ts';
import type { StoredLetter } from '../../functions/_local/mail-store.ts';
import walkLadder from '../../functions/walk-ladder.ts';
import { type GivenClock, giveClock } from './given-clock.ts';
import { MAIJA, MATTI, type Portal, startPortal } from './portal.ts';
import { type Args, type Claims, call } from './sql-call.ts';
import { linksOf } from './sql-links.ts';
import { expert } from './sql-needs.ts';
import { asReplica } from './sql-time.ts';

export { MAIJA, MATTI };
export const NELLI = 'nelli.malli@kaupunki.example';
export const LISTED = `Maija Malli <${MAIJA}>, Matti Malli <${MATTI}>, Nelli Malli <${NELLI}>`;

export interface Engine {
  portal: Portal;
  clock: GivenClock;
  /** The schedule's run at a moment. */
  walk(at: string | Date): Promise<void>;
  /** The outbox's own run at a moment, as each minute. */
  drain(at: string | Date): Promise<void>;
  /** A need that comes in at a moment; its first letters are gone. */
  need(at: string | Date, changes?: { company_name?: string; language?: string }): Promise<EngineNeed>;
  /** A new session each time: twelve hours are soon over where years pass. */
  atDesk(email: string): Promise<Claims>;
  addAbsence(email: string, first: string, last: string, deputy: string | null): Promise<string>;
  /** What stands in the log of a need since it came in, as "kind at ISO minute". */
  log(need: EngineNeed): Promise<string[]>;
  /** Letters of the engine to an address that the mailbox has taken, oldest first. */
  letters(to: string): StoredLetter[];
  /** As if nothing had come in yet: what one test left open is no matter of the next. */
  forget(): Promise<void>;
  close(): Promise<void>;
}
export interface EngineNeed {
  id: string;
  reference: string;
  email: string;
}

/** Only the letters of a need's coming in, an answer or a survey have other subjects than these. */
const OF_ENGINE =
  /^(Päivän tarpeet|Vastauksemme on myöhässä|Vårt svar är|Our answer is late|Muistutus|Sinä sijaistat|Katso, kenellä tarpeet)/;

export async function startEngine(at: string): Promise<Engine> {
  const portal = await startPortal();
  process.env.COORDINATOR_EMAILS = LISTED;
  const { pool } = portal.db;
  let forgotten = 0;
  const clock = await giveClock(pool, at);
  await walkLadder();
  const drain = async (moment: string | Date) => {
    await clock.set(moment);
    await drainOutbox();
  };
  const atDesk = async (email: string): Promise<Claims> => {
    const session_id = crypto.randomUUID();
    await call(pool, 'begin_session', {
      p_door: 'desk',
      p_session_id: session_id,
      p_email: email,
      p_own_device: false,
    });
    return { email, session_id };
  };
  return {
    portal,
    clock,
    drain,
    atDesk,
    async walk(moment) {
      await clock.set(moment);
      await walkLadder();
    },
    async need(moment, changes = {}) {
      await clock.set(moment);
      const { reference, email } = await portal.sendNeed(changes);
      const [row] = await portal.rows<{ id: string }>('select id from app.needs where reference = $1', [reference]);
      return { id: row?.id as string, reference, email };
    },
    async addAbsence(email, p_first_day, p_last_day, p_deputy) {
      return call(pool, 'desk_add_absence', { p_first_day, p_last_day, p_deputy }, await atDesk(email));
    },
    async log({ id }) {
      const rows = await portal.rows<{ line: string }>(
        `select kind || ' at ' || to_char(at at time zone 'Europe/Helsinki', 'YYYY-MM-DD HH24:MI') as line
         from app.events where need_id = $1 and kind <> 'received' order by id`,
        [id],
      );
      return rows.map(({ line }) => line);
    },
    letters: (to) =>
      portal
        .letters()
        .reverse()
        .slice(forgotten)
        .filter((letter) => letter.to.includes(to) && OF_ENGINE.test(letter.subject)),
    async forget() {
      await asReplica(pool, (client) =>
        client.query(
          'delete from app.ladder_steps; delete from app.outbox; delete from app.digests; delete from app.events; delete from app.hand_overs; delete from app.links; delete from app.messages; delete from app.needs; delete from app.absences',
        ),
      );
      forgotten = portal.letters().length;
    },
    close: () => portal.close(),
  };
}

/** What the person behind a need's link does. */
export const acts = (engine: Engine, need: EngineNeed, email: string) => {
  const { pool } = engine.portal.db;
  const hash = async (
    purpose: 'answer_need' | 'take_need' | 'decline_need' | 'reply_to_need' | 'see_need' | 'hand_over_need',
  ) => (await linksOf(pool, need.id, email))[purpose];
  return {
    answer: async (p_body = 'Soitamme huomenna.') =>
      call(pool, 'answer_need', { p_token_hash: await hash('answer_need'), p_body }),
    take: async () => call(pool, 'take_need', { p_token_hash: await hash('take_need') }),
    decline: async (p_reason = 'Ei meiltä.') =>
      call(pool, 'decline_need', { p_token_hash: await hash('decline_need'), p_reason }),
    reply: async (p_body = 'Hei, vieläkö?') =>
      call(pool, 'reply_to_need', { p_token_hash: await hash('reply_to_need'), p_body }),
    withdraw: async () => call(pool, 'withdraw_need', { p_token_hash: await hash('see_need') }),
    handOver: async (address: string, p_links: Args<'hand_over_need'>['p_links']) =>
      call(pool, 'hand_over_need', {
        p_token_hash: await hash('hand_over_need'),
        p_people: [expert(address)],
        p_note: null,
        p_links,
      }),
  };
};

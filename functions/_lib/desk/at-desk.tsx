// The desk's door: an endpoint's handler runs for a coordinator with a living session, and for nobody else.
import { createT } from '#domain/i18n/t.ts';
import { DESK } from '#domain/routes.ts';
import { KeptAtDesk } from '#forms/desk-kept.tsx';
import { asWritten } from '../acts/act.ts';
import type { Caller } from '../db.ts';
import type { Call, Handlers, PostCall } from '../handle.ts';
import { renderPage } from '../page.ts';
import { PROBLEMS, type ProblemCode, problemWords } from '../problem-page.tsx';
import { html, seeOther } from '../respond.ts';
import { type DeskPerson, deskSession, type NoSession } from './session.ts';
import { noTokensCookie } from './session-cookie.ts';

interface AtDesk {
  person: DeskPerson;
  /** By the database's clock, which rules. */
  now: Date;
  /** As the person: row-level security decides. */
  db: Caller;
}
export type DeskCall = Call & AtDesk;
export type DeskPost = PostCall & AtDesk;

/** To sign-in, and from there back to where the person was. */
export const signInPath = (next: string, why: NoSession): string =>
  `${DESK.signIn}?${new URLSearchParams({ ...(why === 'none' ? {} : { why }), ...(next === DESK.list ? {} : { next }) })}`.replace(
    /\?$/,
    '',
  );

async function enter<One extends Call>(
  call: One,
  run: (call: One & AtDesk) => Promise<Response>,
  refused: (why: NoSession) => Response,
): Promise<Response> {
  const session = await deskSession(call.request);
  if (session.status !== 'living') {
    const response = refused(session.status);
    response.headers.append('set-cookie', noTokensCookie());
    return response;
  }
  const response = await run({ ...call, person: session.person, now: session.now, db: session.db });
  if (session.renewed) response.headers.append('set-cookie', session.renewed);
  return response;
}

export const getAtDesk =
  (run: (call: DeskCall) => Promise<Response>): NonNullable<Handlers['GET']> =>
  (call) =>
    enter(call, run, (why) => seeOther(signInPath(call.url.pathname + call.url.search, why)));

/** What was written is kept: the person signs in in another window and sends it again from this one. */
export const postAtDesk =
  (run: (call: DeskPost) => Promise<Response>): NonNullable<Handlers['POST']> =>
  (call) =>
    enter(call, run, (why) => {
      const t = createT(call.lang);
      return kept(
        call,
        { title: t('desk.ended.title'), text: t(`desk.why.${why}`) },
        401,
        {},
        signInPath(call.url.pathname, why),
      );
    });

function kept(
  { url, fields, lang }: PostCall,
  problem: { title: string; text: string; phone?: string | undefined },
  status: number,
  headers: Record<string, string>,
  signIn?: string,
): Response {
  const main = (
    <KeptAtDesk t={createT(lang)} path={url.pathname} problem={problem} values={asWritten(fields)} signIn={signIn} />
  );
  return html(renderPage({ frame: 'desk', lang, title: problem.title, hasError: true, main }), status, headers);
}

/** A post at the desk that cannot be taken just now: shown again as it was written, to be sent once more. */
export const refuseAtDesk: NonNullable<Handlers['refuse']> = (call, problem: ProblemCode, headers) =>
  kept(call, problemWords(problem, call.lang), PROBLEMS[problem], headers);

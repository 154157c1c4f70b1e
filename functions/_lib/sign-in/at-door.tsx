// Behind a door: an endpoint's handler runs for whoever has a living session there, and for nobody else.
import { createT } from '#domain/i18n/t.ts';
import { KeptForm } from '#forms/kept-form.tsx';
import { asWritten } from '../acts/act.ts';
import type { Caller } from '../db.ts';
import type { Call, Handlers, PostCall } from '../handle.ts';
import { chosenLanguage } from '../language.ts';
import { PROBLEMS, type ProblemCode, problemWords } from '../problem-page.tsx';
import { seeOther } from '../respond.ts';
import type { Door } from './door.ts';
import { type NoSession, sessionAt } from './session.ts';
import { noTokensCookie } from './session-cookie.ts';

export interface Inside<Person> {
  person: Person;
  /** By the database's clock, which rules. */
  now: Date;
  /** As the person: row-level security decides. */
  db: Caller;
}

/** To sign-in, and from there back to where the person was. */
export const signInPath = ({ paths }: Pick<Door<never>, 'paths'>, next: string, why: NoSession): string =>
  `${paths.signIn}?${new URLSearchParams({ ...(why === 'none' ? {} : { why }), ...(next === paths.home ? {} : { next }) })}`.replace(
    /\?$/,
    '',
  );

async function enter<Person, One extends Call>(
  door: Door<Person>,
  call: One,
  run: (call: One & Inside<Person>) => Promise<Response>,
  refused: (why: NoSession) => Response,
): Promise<Response> {
  const session = await sessionAt(door, call.request);
  if (session.status !== 'living') {
    const response = refused(session.status);
    response.headers.append('set-cookie', noTokensCookie(door.name));
    return response;
  }
  const { person, now, db } = session;
  const lang = chosenLanguage(call.request) ?? door.language(person) ?? call.lang;
  const response = await run({ ...call, lang, person, now, db });
  if (session.renewed) response.headers.append('set-cookie', session.renewed);
  return response;
}

export const getAt =
  <Person,>(
    door: Door<Person>,
    run: (call: Call & Inside<Person>) => Promise<Response>,
  ): NonNullable<Handlers['GET']> =>
  (call) =>
    enter(door, call, run, (why) => seeOther(signInPath(door, call.url.pathname + call.url.search, why)));

/** What was written is kept: the person signs in in another window and sends it again from this one. */
export const postAt =
  <Person,>(
    door: Door<Person>,
    run: (call: PostCall & Inside<Person>) => Promise<Response>,
  ): NonNullable<Handlers['POST']> =>
  (call) =>
    enter(door, call, run, (why) => {
      const t = createT(call.lang);
      const problem = { title: t('kept.title'), text: t(`sign-in.why.${why}`) };
      return kept(door, call, problem, 401, {}, signInPath(door, call.url.pathname, why));
    });

function kept<Person>(
  door: Door<Person>,
  call: PostCall,
  problem: { title: string; text: string; phone?: string | undefined },
  status: number,
  headers: Record<string, string>,
  signIn?: string,
): Response {
  const main = (
    <KeptForm
      t={createT(call.lang)}
      path={call.url.pathname}
      problem={problem}
      values={asWritten(call.fields)}
      written={door.written}
      signIn={signIn}
    />
  );
  return door.page(call, { title: problem.title, hasError: true, main, status, headers });
}

/** A post behind the door that cannot be taken just now: shown again as it was written, to be sent once more. */
export const refuseAt =
  <Person,>(door: Door<Person>): NonNullable<Handlers['refuse']> =>
  (call, problem: ProblemCode, headers) =>
    kept(door, call, problemWords(problem, call.lang), PROBLEMS[problem], headers);

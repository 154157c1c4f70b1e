// request-link: the form's answers. Known and unknown addresses get the same page, after the same time.
import { setTimeout as sleep } from 'node:timers/promises';
import { requestLinkSchema } from '#domain/forms/request-link.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { isLanguage, routes } from '#domain/routes.ts';
import type { Problem } from '#forms/parts/problem-note.tsx';
import { PlainPage } from '#forms/plain-page.tsx';
import { RequestLinkForm } from '#forms/request-link.tsx';
import { asWritten } from './acts/act.ts';
import { phone } from './catalogue.ts';
import { asSystem } from './db.ts';
import { drainQuietly } from './drain-outbox.ts';
import type { Handlers, PostCall } from './handle.ts';
import { LINKS_FOR, mintLinks } from './links.ts';
import { renderPage } from './page.ts';
import { coordinators } from './people.ts';
import { PROBLEMS, problemWords } from './problem-page.tsx';
import { html, json, problemJson } from './respond.ts';

/** Three needs at most are answered with links, each with one person's whole set. */
const MOST_LINKS = 3 * LINKS_FOR.coordinator;

/** Longer than the database takes for an address that it knows: how long the answer took must not tell whether it does. */
const ANSWER_AFTER_MS = 300;

function formAgain(
  call: PostCall,
  status: number,
  errors: Record<string, string>,
  problem?: Problem,
  headers: Record<string, string> = {},
) {
  const lang = isLanguage(call.fields.language) ? call.fields.language : call.lang;
  const t = createT(lang);
  const title = t('linkPage.title');
  const main = (
    <div class="stack">
      <h1>{title}</h1>
      <RequestLinkForm t={t} lang={lang} values={asWritten(call.fields)} errors={errors} problem={problem} />
    </div>
  );
  return html(renderPage({ frame: 'frame', lang, title, hasError: true, main }), status, headers);
}

export async function requestLink(call: PostCall): Promise<Response> {
  const form = requestLinkSchema.safeParse(call.fields);
  if (!form.success) {
    const errors = form.error.issues.map(({ path, message }) => ({ field: String(path[0]), code: message }));
    if (call.isJson) return problemJson(422, 'invalid', { errors });
    const t = createT(isLanguage(call.fields.language) ? call.fields.language : call.lang);
    const words = errors.map(
      ({ field, code }) => [field, t(`request-link.error.${field}.${code}` as StringKey)] as const,
    );
    return formAgain(call, 422, Object.fromEntries(words));
  }
  const { email, reference, language } = form.data;
  const p_links = mintLinks(MOST_LINKS);
  const p_coordinators = coordinators().map((coordinator) => coordinator.email);
  await Promise.all([
    asSystem().rpc('request_link', { p_email: email, p_reference: reference, p_coordinators, p_links }),
    sleep(ANSWER_AFTER_MS),
  ]);
  call.waitUntil(drainQuietly());
  if (call.isJson) return json({ status: 'requested' }, 202);
  const t = createT(language);
  const title = t('request-link.done.title');
  const texts = [t('request-link.done.text'), t('request-link.done.wait', { phone })];
  const main = (
    <PlainPage title={title} texts={texts} next={{ path: routes.path('home', language), label: t('problem.home') }} />
  );
  return html(renderPage({ frame: 'frame', lang: language, title, main }));
}

export const refuseRequestLink: Handlers['refuse'] = (call, problem, headers) => {
  const lang = isLanguage(call.fields.language) ? call.fields.language : call.lang;
  return formAgain(call, PROBLEMS[problem], {}, problemWords(problem, lang), headers);
};

// The answers of a letter's link: its page, the page after its button, and the one page of every dead link.
import { createT } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';
import { PlainPage } from '#forms/plain-page.tsx';
import type { ActResult } from './acts/act.ts';
import { acts } from './acts/acts.ts';
import { phone } from './catalogue.ts';
import { asSystem } from './db.ts';
import { drainQuietly } from './drain-outbox.ts';
import type { Call, PostCall } from './handle.ts';
import { tokenHash } from './links.ts';
import { type OpenedLink, openLink } from './opened-link.ts';
import { renderPage } from './page.ts';
import { html, seeOther } from './respond.ts';

/** Unknown, expired, revoked and altered links get the same page, so that it tells nothing to who tries. */
function deadLink(lang: Language): Response {
  const t = createT(lang);
  const title = t('dead-link.title');
  const next = { path: routes.path('requestLink', lang), label: t('dead-link.button') };
  const main = <PlainPage title={title} texts={[t('dead-link.text'), t('dead-link.way', { phone })]} next={next} />;
  return html(renderPage({ frame: 'frame', lang, title, main }), 404);
}

/** What it led to was erased: whoever kept the letter is told, and nothing is left to ask a new link for. */
function erasedLink(lang: Language): Response {
  const t = createT(lang);
  const title = t('erased-link.title');
  const next = { path: routes.needForm(lang), label: t('erased-link.button') };
  return html(
    renderPage({
      frame: 'frame',
      lang,
      title,
      main: <PlainPage title={title} texts={[t('erased-link.text')]} next={next} />,
    }),
    410,
  );
}

async function noLink(token: string, lang: Language): Promise<Response> {
  const hash = tokenHash(token);
  const wasErased = hash !== undefined && (await asSystem().rpc('link_was_erased', { p_token_hash: hash }));
  return wasErased ? erasedLink(lang) : deadLink(lang);
}

async function livingLink(
  link: OpenedLink,
  { url, params, lang: asked }: Call,
  result?: Extract<ActResult, { status: 'wrong' }>,
): Promise<Response> {
  const lang = link.language;
  const t = createT(lang);
  const act = acts[link.purpose];
  const shown = await act.show(link, {
    token: params.token ?? '',
    path: url.pathname,
    query: url.searchParams,
    did: result ? undefined : act.deeds.find((deed) => deed === url.searchParams.get('did')),
    values: result?.values ?? {},
    errors: Object.fromEntries(Object.entries(result?.errors ?? {}).map(([field, key]) => [field, t(key)])),
  });
  if (!shown) return deadLink(asked);
  if (shown instanceof Response) return shown;
  return html(renderPage({ frame: 'frame', lang, hasError: Boolean(result), ...shown }), result ? 422 : 200);
}

export async function showLink(call: Call): Promise<Response> {
  const opened = await openLink(call.params.token ?? '');
  return opened ? livingLink(opened.link, call) : noLink(call.params.token ?? '', call.lang);
}

export async function actOnLink(call: PostCall): Promise<Response> {
  const { url, params, lang, fields, waitUntil } = call;
  const token = params.token ?? '';
  const opened = await openLink(token);
  if (!opened) return noLink(token, lang);
  const result = await acts[opened.link.purpose].run({ ...opened, token, fields });
  if (result.status === 'gone') return deadLink(lang);
  if (result.status === 'wrong') return livingLink(opened.link, call, result);
  waitUntil(drainQuietly());
  return seeOther(result.did ? `${url.pathname}?did=${result.did}` : url.pathname);
}

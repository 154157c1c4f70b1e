// The answers of a letter's link: its page, the page after its button, and the one page of every dead link.
import { createT } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';
import { PlainPage } from '#forms/plain-page.tsx';
import type { ActResult } from './acts/act.ts';
import { acts } from './acts/acts.ts';
import { catalogue, phone } from './catalogue.ts';
import { drainQuietly } from './drain-outbox.ts';
import type { Call, PostCall } from './handle.ts';
import { linkPage, type OpenedLink, openLink } from './opened-link.ts';
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

function livingLink(
  link: OpenedLink,
  path: string,
  asked: URLSearchParams,
  result?: Extract<ActResult, { status: 'wrong' }>,
): Response {
  const lang = link.language;
  const t = createT(lang);
  const act = acts[link.purpose];
  const errors = Object.fromEntries(Object.entries(result?.errors ?? {}).map(([field, key]) => [field, t(key)]));
  const did = DEEDS[link.purpose].find((deed) => deed === asked.get('did'));
  const View = act.view;
  const main = (
    <View
      t={t}
      lang={lang}
      page={linkPage(link, path)}
      did={result ? undefined : did}
      values={result?.values ?? tapped(link, asked)}
      errors={errors}
    />
  );
  const title = t(act.title(link), { reference: link.reference });
  return html(renderPage({ frame: 'frame', lang, title, hasError: Boolean(result), main }), result ? 422 : 200);
}

/** What was tapped in a survey letter stands in the address; no other form is filled from there. */
function tapped(link: OpenedLink, asked: URLSearchParams): Record<string, string> {
  const answer = catalogue.survey.answers.find((known) => known === asked.get('answer'));
  return link.purpose === 'answer_survey' && answer ? { answer } : {};
}

const SAID = ['said', 'already_said', 'closed'];
/** What can be said at the top of a page after its own button, and no other: the address is anybody's to write. */
const DEEDS: Record<OpenedLink['purpose'], readonly string[]> = {
  see_need: ['withdrawn', 'already_withdrawn', 'restored', 'not_withdrawn', 'restore_too_late', 'closed'],
  reply_to_need: SAID,
  answer_survey: [],
  take_need: ['taken', 'already_yours', 'taken_by_other', 'released', 'not_yours', 'too_late', 'closed'],
  answer_need: SAID,
  log_contact: ['logged', 'already_logged', 'closed'],
  ask_more: SAID,
  hand_over_need: ['handed_over', 'closed'],
  decline_need: [...SAID, 'taken_by_other'],
};

export async function showLink({ url, params, lang }: Call): Promise<Response> {
  const opened = await openLink(params.token ?? '');
  return opened ? livingLink(opened.link, url.pathname, url.searchParams) : deadLink(lang);
}

export async function actOnLink({ url, params, lang, fields, waitUntil }: PostCall): Promise<Response> {
  const opened = await openLink(params.token ?? '');
  if (!opened) return deadLink(lang);
  const result = await acts[opened.link.purpose].run({ ...opened, fields });
  if (result.status === 'gone') return deadLink(lang);
  if (result.status === 'wrong') return livingLink(opened.link, url.pathname, url.searchParams, result);
  waitUntil(drainQuietly());
  return seeOther(result.did ? `${url.pathname}?did=${result.did}` : url.pathname);
}

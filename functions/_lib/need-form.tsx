// The need form as pages: opened, stepped through, and shown again with everything kept when something is wrong.
import {
  NEED_STEPS,
  type NeedFaults,
  type NeedStep,
  type NeedValues,
  needFaults,
  needValues,
  STEP_ORDER,
  stepOfFaults,
  withoutTold,
} from '#domain/forms/send-need-checks.ts';
import { createT } from '#domain/i18n/t.ts';
import { isLanguage, LANGUAGES, type Language, routes, SERVICE_QUERY } from '#domain/routes.ts';
import type { Problem } from '#forms/parts/problem-note.tsx';
import { SendNeed, type SendNeedProps } from '#forms/send-need.tsx';
import { catalogue, knowsService } from './catalogue.ts';
import { hostName } from './cookies.ts';
import type { Call, Handlers, PostCall } from './handle.ts';
import { needFormTexts } from './need-form-texts.ts';
import { renderPage } from './page.ts';
import { PROBLEMS, problemWords } from './problem-page.tsx';
import { html, keptByNetwork } from './respond.ts';
import { mayBeSignedIn, type Told, toldInWorkspace } from './workspace/told.ts';

interface FormPage {
  lang: Language;
  step: NeedStep;
  values: NeedValues;
  faults?: NeedFaults;
  problem?: Problem;
  told?: Told | undefined;
  status?: number;
  headers?: Record<string, string>;
}

export function needFormResponse({
  lang,
  step,
  values,
  faults = {},
  problem,
  told,
  status = 200,
  headers = {},
}: FormPage): Response {
  const t = createT(lang);
  const serviceNames = Object.fromEntries(catalogue.services.map(({ id, name }) => [id, name[lang]]));
  const paths = {
    form: routes.path('needForm', lang),
    privacy: routes.path('privacy', lang),
    allServices: routes.path('compare', lang),
    words: routes.words(lang),
  };
  const props: SendNeedProps = {
    lang,
    step,
    values,
    faults,
    serviceNames,
    offered: values.services,
    problem,
    told: told?.told,
    days: catalogue.promise.days,
    paths,
  };
  const hasError = Object.keys(faults).length > 0 || problem !== undefined;
  const main = <SendNeed t={t} {...props} />;
  const state = { ...props, texts: needFormTexts(lang) };
  const page = renderPage({ frame: 'need-form', lang, title: t(`send-need.title.${step}`), hasError, main, state });
  const cookies: Record<string, string> = told?.renewed ? { 'set-cookie': told.renewed } : {};
  return html(withServiceInLinks(page, lang, values.services), status, { ...KEPT_FOR_BACK, ...headers, ...cookies });
}

// A step is the answer to a post. Kept by this browser alone, or its back button would show an error in the step's place.
const KEPT_FOR_BACK = { 'cache-control': 'private, no-cache' };

/** The language switch stays on the same page, with the same services chosen. */
function withServiceInLinks(page: string, lang: Language, services: readonly string[]): string {
  const ids = services.filter(knowsService);
  if (ids.length === 0) return page;
  return LANGUAGES.filter((other) => other !== lang).reduce((html, other) => {
    const query = ids.map((id) => `${SERVICE_QUERY[other]}=${id}`).join('&amp;');
    const path = routes.path('needForm', other);
    return html.replace(`href="${path}"`, () => `href="${path}?${query}"`);
  }, page);
}

/** What the page gives and nobody writes: its own where there is none or a wrong one, or the form could never be sent. */
export const withFacts = (values: NeedValues, lang: Language): NeedValues => ({
  ...values,
  language: isLanguage(values.language) ? values.language : lang,
  notice_version: needFaults(values, ['notice_version']).notice_version
    ? catalogue.notice.version
    : values.notice_version,
});

export async function openNeedForm({ request, url, lang }: Call): Promise<Response> {
  const services = [...new Set(url.searchParams.getAll(SERVICE_QUERY[lang]).filter(knowsService))];
  const told = await toldInWorkspace(request, lang);
  const values = withFacts({ ...(told?.values ?? needValues({ language: lang })), services }, lang);
  // For one person: kept nowhere. Without a session, too, while the browser brings a cookie of one: the answer depends on it.
  const headers: Record<string, string> = mayBeSignedIn(request) ? { 'cache-control': 'no-store' } : forEverybody(lang);
  return needFormResponse({ lang, step: 'need', values, told, headers });
}

/** The same for everybody who is not signed in: kept by Netlify's cache until the next deploy, for each chosen service. */
const forEverybody = (lang: Language): Record<string, string> => ({
  ...keptByNetwork('max-age=86400'),
  // A browser with a session's cookie never gets the copy of those without.
  'netlify-vary': `query=${SERVICE_QUERY[lang]},cookie=${hostName('workspace')}`,
  'x-robots-tag': 'all',
});

const isStep = (value: unknown): value is NeedStep => STEP_ORDER.includes(value as NeedStep);

/** Forward only past a step without faults; back, and to any step named, always. */
export async function stepNeedForm({ request, fields, lang }: PostCall): Promise<Response> {
  const values = withFacts(needValues(fields), lang);
  const told = await toldInWorkspace(request, lang);
  const step = isStep(fields.step) ? fields.step : 'need';
  const place = STEP_ORDER.indexOf(step);
  if (fields.go === 'back') return needFormResponse({ lang, step: STEP_ORDER[place - 1] ?? 'need', values, told });
  if (fields.go === 'other')
    return needFormResponse({ lang, step, values: withoutTold(values, told?.told ?? {}), told });
  if (isStep(fields.go) && STEP_ORDER.indexOf(fields.go) < place)
    return needFormResponse({ lang, step: fields.go, values, told });
  const faults = needFaults(
    values,
    STEP_ORDER.slice(0, place + 1).flatMap((name) => [...NEED_STEPS[name]]),
    knowsService,
  );
  if (Object.keys(faults).length > 0)
    return needFormResponse({ lang, step: stepOfFaults(faults), values, faults, told, status: 422 });
  return needFormResponse({ lang, step: STEP_ORDER[place + 1] ?? 'check', values, told });
}

/** The form again, at its last step or where it stood, with what stands in the way and everything that was written. */
export const refuseNeed: Handlers['refuse'] = ({ fields, lang: addressLang }, problem, headers) => {
  const values = needValues(fields);
  const lang = isLanguage(values.language) ? values.language : addressLang;
  const step = isStep(fields.step) ? fields.step : 'check';
  return needFormResponse({
    lang,
    step,
    values: withFacts(values, lang),
    problem: problemWords(problem, lang),
    status: PROBLEMS[problem],
    headers,
  });
};

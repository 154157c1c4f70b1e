// A problem as a person sees it: what it is and what to do, or the same as problem+json for a program.
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';
import type { Problem } from '#forms/parts/problem-note.tsx';
import { PlainPage } from '#forms/plain-page.tsx';
import { phone } from './catalogue.ts';
import { renderPage } from './page.ts';
import { html, problemJson } from './respond.ts';

export const PROBLEMS = {
  forbidden: 403,
  not_allowed: 405,
  too_large: 413,
  wrong_type: 415,
  malformed: 400,
  too_many_from_address: 429,
  too_many_requests: 429,
  unavailable: 503,
  fault: 500,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

export const problemWords = (code: ProblemCode, lang: Language): Problem => {
  const t = createT(lang);
  return {
    title: t(`problem.${code}.title` as StringKey),
    text: t(`problem.${code}.text` as StringKey),
    phone,
  };
};

export function problemResponse(
  code: ProblemCode,
  lang: Language,
  asJson: boolean,
  headers: Record<string, string> = {},
): Response {
  const status = PROBLEMS[code];
  const words = problemWords(code, lang);
  if (asJson) return problemJson(status, code, { headers, detail: `${words.text} ${words.phone}` });
  const t = createT(lang);
  const main = (
    <PlainPage
      title={words.title}
      texts={[words.text, t('letter.phone', { phone })]}
      next={{ path: routes.path('home', lang), label: t('problem.home') }}
    />
  );
  return html(renderPage({ frame: 'frame', lang, title: words.title, main }), status, headers);
}

// A page of the desk: the frame of the site with the desk's own header.
import { createT } from '#domain/i18n/t.ts';
import { DeskTop } from '#forms/parts/desk-top.tsx';
import type { Call } from '../handle.ts';
import { renderPage } from '../page.ts';
import { html } from '../respond.ts';
import type { DoorPage } from '../sign-in/door.ts';
import type { DeskPerson } from './door.ts';

/** Without a person it is a page before the door: sign-in. */
export function deskPage(call: Pick<Call, 'url' | 'lang'> & { person?: DeskPerson }, page: DoorPage): Response {
  const { lang, url, person } = call;
  const { title, main, hasError = false, status = 200, headers = {} } = page;
  const here = url.pathname + url.search;
  const name = person && (person.name ?? person.email);
  const top = <DeskTop t={createT(lang)} lang={lang} path={url.pathname} here={here} name={name} />;
  return html(renderPage({ frame: 'desk', lang, title, hasError, main, top }), status, headers);
}

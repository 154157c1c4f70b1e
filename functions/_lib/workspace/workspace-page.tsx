// A page of the workspace: the frame of the site with the workspace's own header, and the one page for what is not there.
import { createT } from '#domain/i18n/t.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { WorkspaceTop } from '#forms/parts/workspace-top.tsx';
import { PlainPage } from '#forms/plain-page.tsx';
import type { Call } from '../handle.ts';
import { renderPage } from '../page.ts';
import { html } from '../respond.ts';
import type { DoorPage } from '../sign-in/door.ts';
import type { WorkspacePerson } from './door.ts';
import { erasuresOf } from './erasures-of.tsx';

type Shown = Pick<Call, 'url' | 'lang'> & { person?: WorkspacePerson };

/** Without a person it is a page before the door: sign-in. */
export function workspacePage(call: Shown, page: DoorPage): Response {
  const { lang, url, person } = call;
  const { title, hasError = false, status = 200, headers = {}, sendsTo } = page;
  const here = url.pathname + url.search;
  const top = <WorkspaceTop t={createT(lang)} lang={lang} path={url.pathname} here={here} person={person} />;
  const main = person?.erasures.length ? (
    <>
      {erasuresOf(person.erasures, lang)}
      {page.main}
    </>
  ) : (
    page.main
  );
  return html(renderPage({ frame: 'workspace', lang, title, hasError, main, top, sendsTo }), status, headers);
}

/** The same for what does not exist and for what is another company's. */
export function notInWorkspace(call: Shown): Response {
  const t = createT(call.lang);
  const title = t('workspace.not-found.title');
  const next = { path: WORKSPACE.home, label: t('workspace.not-found.next') };
  const main = <PlainPage title={title} texts={[t('workspace.not-found.text')]} next={next} />;
  return workspacePage(call, { title, main, status: 404 });
}

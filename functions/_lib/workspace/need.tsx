// workspace-need: a need of the company, as behind its letter's link: status, thread, reply, withdrawal. The acts are the same.
import { messageSchema } from '#domain/forms/message.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { normaliseReference } from '#domain/reference.ts';
import { routes, WORKSPACE } from '#domain/routes.ts';
import type { LinkPage } from '#forms/link-page.ts';
import { ReplyToNeed } from '#forms/reply-to-need.tsx';
import { SeeNeed } from '#forms/see-need.tsx';
import { type ActResult, asWritten, wrong } from '../acts/act.ts';
import { replyToNeed } from '../acts/reply-to-need.ts';
import { REPLIES } from '../acts/say.ts';
import { RESTORED, seeNeed, WITHDRAWN } from '../acts/see-need.ts';
import { drainQuietly } from '../drain-outbox.ts';
import { linkPage, type OpenedLink } from '../opened-link.ts';
import { seeOther } from '../respond.ts';
import type { WorkspaceCall, WorkspacePost } from './door.ts';
import { needsToOwn } from './own-company.ts';
import { notInWorkspace, workspacePage } from './workspace-page.tsx';

type Wrong = Extract<ActResult, { status: 'wrong' }>;

const referenceOf = ({ params }: WorkspaceCall): string => normaliseReference(params.reference ?? '') ?? '';
const isReply = ({ url }: WorkspaceCall): boolean => url.pathname.endsWith('/reply');

/** The need as behind a link of this person's own, with the workspace's addresses in the place of other links. */
async function readNeed(call: WorkspaceCall): Promise<LinkPage | undefined> {
  const { lang, person, db } = call;
  const [row] = await db.rpc('workspace_need', { p_reference: referenceOf(call) });
  if (!row) return undefined;
  const reader = { person_role: 'company', person_email: person.email, person_name: person.name, language: lang };
  const nothing = { links: {}, survey_answer: null, confirmation: null, task: null };
  const purpose = isReply(call) ? 'reply_to_need' : 'see_need';
  const goesOn = row.goes_on as { reference: string } | null;
  const opened = { ...row, ...reader, ...nothing, purpose, goes_on: undefined } as unknown as OpenedLink;
  return {
    ...linkPage(opened, call.url.pathname),
    goesOn: goesOn && { reference: goesOn.reference, path: routes.workspaceNeed(goesOn.reference) },
    workspacePath: null,
    paths: { see_need: routes.workspaceNeed(row.reference), reply_to_need: routes.workspaceReply(row.reference) },
  };
}

/** Not in the workspace yet: about one's own one is asked there first. */
async function waitsForYes(call: WorkspaceCall): Promise<Response> {
  const toOwn = await needsToOwn(call);
  const isOwn = toOwn.some(({ needs }) => needs.some(({ reference }) => reference === referenceOf(call)));
  return isOwn ? seeOther(WORKSPACE.home) : notInWorkspace(call);
}

export async function showNeed(call: WorkspaceCall, result?: Wrong): Promise<Response> {
  const page = await readNeed(call);
  if (!page) return waitsForYes(call);
  const { lang, url } = call;
  const t = createT(lang);
  const [View, act, title] = isReply(call)
    ? [ReplyToNeed, replyToNeed, t('reply-to-need.title')]
    : [SeeNeed, seeNeed, t('see-need.title', { reference: page.need.reference })];
  const main = (
    <View
      t={t}
      lang={lang}
      page={page}
      did={result ? undefined : act.deeds.find((deed) => deed === url.searchParams.get('did'))}
      values={result?.values ?? {}}
      errors={Object.fromEntries(Object.entries(result?.errors ?? {}).map(([field, key]) => [field, t(key)]))}
    />
  );
  return workspacePage(call, { title, main, hasError: Boolean(result), status: result ? 422 : 200 });
}

async function act(call: WorkspacePost): Promise<ActResult> {
  const { db, fields } = call;
  const p_reference = referenceOf(call);
  if (isReply(call)) {
    const form = messageSchema('reply').safeParse(fields);
    if (!form.success)
      return wrong('reply', `form.message.${form.error.issues[0]?.message}` as StringKey, asWritten(fields));
    return REPLIES[await db.rpc('workspace_reply', { p_reference, p_body: form.data.reply as string })];
  }
  if (fields.act === 'restore') return RESTORED[await db.rpc('workspace_restore', { p_reference })];
  // As behind a link: a button alone is not enough to end a matter.
  if (fields.sure !== 'yes') return wrong('sure', 'see-need.error.sure.missing');
  return WITHDRAWN[await db.rpc('workspace_withdraw', { p_reference })];
}

export async function actOnNeed(call: WorkspacePost): Promise<Response> {
  const result = await act(call);
  if (result.status === 'gone') return notInWorkspace(call);
  if (result.status === 'wrong') return showNeed(call, result);
  call.waitUntil(drainQuietly());
  return seeOther(result.did ? `${call.url.pathname}?did=${result.did}` : WORKSPACE.home);
}

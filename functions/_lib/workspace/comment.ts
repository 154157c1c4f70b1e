// comment: an adviser says something about a shared need; what cannot be taken any more is given back.
import { messageSchema } from '#domain/forms/message.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { normaliseReference } from '#domain/reference.ts';
import { routes } from '#domain/routes.ts';
import type { Enums } from '../db.ts';
import { drainQuietly } from '../drain-outbox.ts';
import { seeOther } from '../respond.ts';
import { isId } from './company.ts';
import type { Deed } from './did.ts';
import type { WorkspacePost } from './door.ts';
import { showSharedConsent } from './shared.tsx';
import { notInWorkspace } from './workspace-page.tsx';

export async function comment(call: WorkspacePost): Promise<Response> {
  const { fields, params, db, lang } = call;
  const { consent } = params;
  const reference = normaliseReference(String(fields.reference ?? '')) ?? '';
  if (!isId(consent) || !reference) return notInWorkspace(call);
  const written = typeof fields.comment === 'string' ? fields.comment : '';
  const wrong = (key: StringKey) => showSharedConsent(call, { reference, comment: written, error: createT(lang)(key) });
  const form = messageSchema('comment').safeParse(fields);
  if (!form.success) return wrong(`form.message.${form.error.issues[0]?.message}` as StringKey);
  const args = { p_consent: consent, p_reference: reference, p_body: form.data.comment as string };
  const outcome = await db.rpc('workspace_comment', args);
  const said = (deed: Deed) => async () => {
    call.waitUntil(drainQuietly());
    return seeOther(`${routes.sharedConsent(consent)}?did=${deed}&about=${reference}`);
  };
  // The page says what has become of the consent, and gives back what was written.
  const over = () => showSharedConsent(call, { reference, comment: written });
  const replies = {
    said: said('commented'),
    already_said: said('commented'),
    withdrawn: over,
    expired: over,
    read_only: () => wrong('shared.error.read_only'),
    closed: () => wrong('shared.error.closed'),
    too_many: () => wrong('shared.error.too_many'),
    not_shared: async () => notInWorkspace(call),
  } as const satisfies Record<Enums['comment_outcome'], () => Promise<Response>>;
  return replies[outcome]();
}

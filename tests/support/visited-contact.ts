// A provider's contact of a running portal: asked as the schedule would on a working morning, whatever the hour of the test.
import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { Language } from '#domain/routes.ts';
import { builtCatalogue } from './built-catalogue.ts';
import type { Letter, VisitedPortal } from './visited-portal.ts';

/** Its letter, with the links in it. */
export async function askVisited(
  portal: VisitedPortal,
  provider: string,
  lang: Language,
): Promise<{ email: string; letter: Letter }> {
  await portal.backDate('confirmations', 'provider = $1', [provider], '400 days');
  const contacts = builtCatalogue().providers.map(({ id, contactEmail }) => ({
    provider: id,
    email: contactEmail,
    language: lang,
    confirmed: id === provider ? '2020-01-01' : '2999-01-01',
    texts: 'a'.repeat(64),
  }));
  const links = Array.from({ length: 2 }, () => {
    const id = randomUUID();
    const token = createHmac('sha256', portal.linkSecret()).update(`link:${id}`).digest('base64url');
    return { id, hash: createHash('sha256').update(token).digest('hex') };
  });
  const [done] = await portal.rows<{ asked: number }>('select asked from api.ask_confirmations($1, 1, $2)', [
    JSON.stringify(contacts),
    JSON.stringify(links),
  ]);
  if (done?.asked !== 1) throw new Error(`${done?.asked} contacts were asked`);
  await portal.drain();
  await portal.quiet(); // letters of an earlier round look the same: the newest is this one's only when it has gone
  const email = contacts.find((contact) => contact.provider === provider)?.email ?? '';
  return { email, letter: await portal.letter('confirm_services', email, lang, '') };
}

/** As if the hour had passed after which a reporter is told. */
export async function sendHandled(portal: VisitedPortal): Promise<void> {
  await portal.rows(`update app.outbox set send_after = now() where letter = 'mistake_handled' and sent_at is null`);
  await portal.drain();
  await portal.quiet();
}

// Contacts of the built content that have been asked to confirm their texts, for tests of functions: the links that they got.
import type { Language } from '#domain/routes.ts';
import { catalogue } from '#lib/catalogue.ts';
import { asSystem } from '#lib/db.ts';
import { linkPath, mintLinks } from '#lib/links.ts';
import { publishedPages, textsHash } from '#lib/published-pages.ts';
import { backDate } from './back-date.ts';
import type { Portal } from './portal.ts';

/** A provider of the sample content with two services. */
export const LUOTSI = 'mentoriyhdistys-luotsi';
/** One whose page is read with a dozen services. */
export const VINDSUND = 'yrkesinstitutet-vindsund';

export const emailOf = (provider: string): string =>
  catalogue.providers.find(({ id }) => id === provider)?.contactEmail ?? '';

export interface AskedContact {
  id: string;
  provider: string;
  email: string;
  /** Paths of its two links. */
  confirm: string;
  report: string;
}

/** Asks one provider's contact, as if its last half year were over; its letter waits in the outbox. */
export async function askContact(portal: Portal, provider: string, language: Language = 'fi'): Promise<AskedContact> {
  await backDate(portal.db.pool, 'confirmations', 'provider = $1', [provider], '400 days');
  const contacts = catalogue.providers.map(({ id, contactEmail }) => ({
    provider: id,
    email: contactEmail,
    language,
    confirmed: id === provider ? '2020-01-01' : '2999-01-01',
    texts: '',
  }));
  const texts = textsHash((await publishedPages(provider, language)) ?? []);
  const [done] = await asSystem().rpc('ask_confirmations', {
    p_contacts: contacts.map((one) => (one.provider === provider ? { ...one, texts } : one)),
    p_most: 1,
    p_links: mintLinks(2),
  });
  if (done?.asked !== 1) throw new Error(`${done?.asked} contacts were asked`);
  const rows = await portal.rows<{ id: string; purpose: string; round: string }>(
    `select l.id, l.purpose, c.id as round from app.links l join app.confirmations c on c.id = l.confirmation_id
     where c.provider = $1 and c.ended_at is null`,
    [provider],
  );
  const path = (purpose: string) => linkPath(rows.find((row) => row.purpose === purpose)?.id ?? '');
  return {
    id: rows[0]?.round ?? '',
    provider,
    email: emailOf(provider),
    confirm: path('confirm_services'),
    report: path('report_mistake'),
  };
}

/** The editors' links of a contact's newest report, by address. */
export async function taskLinks(portal: Portal, { id }: AskedContact): Promise<Record<string, string>> {
  const rows = await portal.rows<{ id: string; email: string }>(
    `select l.id, l.person_email as email from app.links l
     where l.task_id = (select t.id from app.editor_tasks t where t.confirmation_id = $1 order by t.created_at desc limit 1)`,
    [id],
  );
  return Object.fromEntries(rows.map((row) => [row.email, linkPath(row.id)]));
}

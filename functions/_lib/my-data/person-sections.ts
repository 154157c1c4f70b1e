// What is the person's own: where she belongs, how to reach her, where she signed in, what she did.
import { formatDate } from '#domain/i18n/dates.ts';
import type { DataSection } from '#forms/my-data/readable-data.tsx';
import { factHead, factRows, logHead, logRows, referenceOf, rowsOf } from './company-sections.ts';
import { type Tables, text } from './rows.ts';
import { join, type Words } from './words.ts';

/** `all`: also what an owner reads of the company as a whole. */
export function personSections(tables: Tables, words: Words, all: boolean): DataSection[] {
  const { t, when, of, letter } = words;
  const rows = (name: string) => rowsOf(tables, name);
  const signIns = {
    title: t('data.sign-ins'),
    head: [t('data.from'), t('data.until'), t('data.ended')],
    rows: rows('sessions').map((row) => [when(row, 'created_at'), when(row, 'expires_at'), when(row, 'revoked_at')]),
  };
  if (!all)
    return [{ id: 'sign-ins', title: t('data.sign-ins'), empty: t('data.nothing'), tables: [signIns], entries: [] }];
  const own = [
    { title: t('workspace.profile.you'), head: factHead(words), rows: factRows(rows('profile_facts'), words) },
    {
      title: t('data.members'),
      head: [t('workspace.people.role'), t('data.from'), t('data.until')],
      rows: rows('members').map((row) => [
        of('workspace.role', text(row, 'role')),
        when(row, 'since'),
        when(row, 'left_at'),
      ]),
    },
    {
      title: t('workspace.people.invited'),
      head: [t('data.address'), t('data.who'), t('data.from')],
      rows: rows('member_invitations').map((row) => [
        text(row, 'email'),
        text(row, 'invited_by'),
        when(row, 'invited_at'),
      ]),
    },
    {
      title: t('workspace.claim.title'),
      head: [t('data.what'), t('data.when'), t('data.ended')],
      rows: rows('claims').map((row) => [text(row, 'business_id'), when(row, 'asked_at'), when(row, 'settled_at')]),
    },
    {
      title: t('data.consents'),
      head: [t('data.who'), t('data.purpose'), t('data.from'), t('data.until')],
      rows: rows('consents').map((row) => [
        join(text(row, 'grantee_name'), text(row, 'grantee_organisation'), text(row, 'grantee_email')),
        text(row, 'purpose'),
        when(row, 'given_at'),
        when(row, 'ends_at'),
      ]),
    },
    {
      title: t('consent.events'),
      head: [t('data.when'), t('data.what'), t('data.until')],
      rows: rows('consent_events').map((row) => [
        when(row, 'at'),
        of('consent.event', text(row, 'kind')),
        formatDate(text(row, 'ends_on'), words.lang, 'short'),
      ]),
    },
    signIns,
    {
      title: t('data.letters'),
      head: [t('data.what'), t('data.when')],
      rows: rows('outbox').map((row) => [
        letter(text(row, 'letter'), referenceOf(tables, row)),
        when(row, 'sent_at') || t('data.not-sent'),
      ]),
    },
    { title: t('data.log'), head: logHead(words), rows: logRows(rows('company_events'), words) },
  ];
  return [{ id: 'own', title: t('data.own'), empty: t('data.nothing'), tables: own, entries: [] }];
}

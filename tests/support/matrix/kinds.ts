// Every kind of person that the matrix of rights knows. Each has a real token in world.ts; a new kind is a line here and there.
export const KINDS = {
  anon: 'whoever has no token',
  nobody: 'whoever proved an address that has nothing here',
  owner: 'an owner of the company',
  member: 'a member of the company',
  former_member: 'a former member',
  other_company: 'an owner of another company',
  invited: 'a colleague who is invited',
  claimant: 'whoever claims the company',
  asked: 'whoever is asked whether needs with her address are hers',
  adviser_profile: 'an adviser with whom the profile is shared',
  adviser_needs: 'an adviser with whom the need is shared',
  adviser_needs_comment: 'an adviser who may comment on the need',
  adviser_messages: 'an adviser with whom the need and its messages are shared',
  adviser_messages_comment: 'an adviser who may comment and sees the messages',
  adviser_documents: 'an adviser with whom documents are shared',
  adviser_expired: 'an adviser whose consent, to everything, has ended',
  adviser_withdrawn: 'an adviser whose consent, to everything, was withdrawn',
  owner_unsigned: 'an owner without a session',
  owner_signed_out: 'an owner who signed out',
  owner_expired: 'an owner whose session expired',
  owner_impersonated: "somebody with the owner's session and another address",
  handling: 'the coordinator who handles the need',
  coordinator: 'a coordinator who does not handle it',
  coordinator_signed_out: 'a coordinator who signed out',
  coordinator_left: 'a coordinator who is listed no more',
  coordinator_as_company: 'a coordinator with a session of the workspace',
  expert: 'the expert whom the need was handed over to',
  steering: 'one of the steering group',
  system: 'the system, with the secret key',
} as const satisfies Record<string, string>;
export type Kind = keyof typeof KINDS;
export const ALL_KINDS = Object.keys(KINDS) as Kind[];

/** Names for several kinds at once, for the lines of the matrix. A kind named by itself goes before its groups, a later group before an earlier one. */
export const GROUPS = {
  company: ['owner', 'member'],
  /** People of other companies, who read their own. */
  others: ['other_company', 'coordinator_as_company'],
  desk: ['handling', 'coordinator'],
  /** By a consent in force: of whichever part, of a need, and of its messages too. */
  adviser: [
    'adviser_profile',
    'adviser_needs',
    'adviser_needs_comment',
    'adviser_messages',
    'adviser_messages_comment',
    'adviser_documents',
  ],
  adviser_of_need: ['adviser_needs', 'adviser_needs_comment', 'adviser_messages', 'adviser_messages_comment'],
  adviser_of_messages: ['adviser_messages', 'adviser_messages_comment'],
  adviser_over: ['adviser_expired', 'adviser_withdrawn'],
} as const satisfies Record<string, readonly Kind[]>;
export type Who = Kind | keyof typeof GROUPS;

/** What a line says of a kind, by itself or through its group. */
export function ofKind<T>(line: Partial<Record<Who, T>>, kind: Kind): T | undefined {
  if (kind in line) return line[kind];
  const group = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).findLast(
    (name) => name in line && (GROUPS[name] as readonly Kind[]).includes(kind),
  );
  return group && line[group];
}

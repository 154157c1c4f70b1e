// The world of the matrix: a company with every kind of person around it, each with a real token, and a row of everything.
import { decodeJwt, type JWTPayload, SignJWT } from 'jose';
import type { TestDatabase } from '../database.ts';
import { call, type Enums } from '../sql-call.ts';
import { ALL_PARTS, endDaysAgo, newConsent, withdraw } from '../sql-consents.ts';
import { LIST } from '../sql-desk.ts';
import { keepDocument } from '../sql-documents.ts';
import { linkPool } from '../sql-links.ts';
import { mailed, replyLink, sendLetterTo, tell } from '../sql-mail.ts';
import { ERKKI, expert, MAIJA, MATTI, newAddress, newNeed, type TestNeed } from '../sql-needs.ts';
import { inviteTo, keepVersion, QUESTIONS } from '../sql-surveys.ts';
import { newBusinessId, ownAll, type TestCompany } from '../sql-workspace.ts';
import type { Kind } from './kinds.ts';
import { type Marks, newMarks } from './marks.ts';
import { enter, proveAddress, sessionIn } from './prove-address.ts';

export interface World {
  db: TestDatabase;
  marks: Marks;
  tokens: Record<Exclude<Kind, 'anon' | 'system'>, string>;
  /** The company and what is of it; other things by the names under which functions' lines ask for them. */
  company: string;
  /** The companies of those who are of another one. */
  companies: Partial<Record<Kind, string>>;
  email: string;
  /** The need that MAIJA handles and has answered. */
  need: TestNeed;
  /** Others of the company: MAIJA's unanswered one; nobody's; one joined to `need`; a withdrawn one; one just sent. */
  taken: TestNeed;
  free: TestNeed;
  joined: TestNeed;
  withdrawn: TestNeed;
  fresh: TestNeed;
  /** The number of needs that wait for their sender's yes. */
  asked: { businessId: string };
  invitation: string;
  claim: string;
  absence: string;
  /** What shares the need and its messages with `adviser_messages_comment`. */
  consent: string;
  /** One by which nobody has looked yet. */
  unused: string;
  document: string;
  /** A document that the owner is sending. */
  pending: string;
}

/** What a desk act wants beside its own: the page showed everything. */
export const onNeed = ({ reference }: TestNeed) => ({
  p_reference: reference,
  p_seen: 1_000_000,
  p_links: linkPool(6),
});
/** For handing over, which mints links for others too. */
export const linksToOthers = () => ({ own: linkPool(6), people: linkPool(30) });

export async function makeWorld(db: TestDatabase, marks: Marks = newMarks()): Promise<World> {
  const world = { db, marks, tokens: {}, companies: {}, email: newAddress() } as unknown as World;
  // One after the other: each stands on what the others made.
  for (const step of STEPS) await step(world);
  return world;
}

const one = async ({ db }: World, sql: string, ...values: unknown[]): Promise<string> =>
  (await db.pool.query<{ id: string }>(sql, values)).rows[0]?.id as string;
const sessionOf = (token: string) => ({ email: decodeJwt(token).email as string, session_id: sessionIn(token) });

/** Somebody has a company of their own. */
async function ownCompany(world: World, kind: keyof World['tokens'], email: string): Promise<void> {
  const { id } = await newNeed(world.db.pool, { p_business_id: newBusinessId(), p_contact_email: email });
  world.tokens[kind] = await enter(world.db, 'workspace', email);
  await ownAll(world.db.pool, as(world, kind));
  world.companies[kind] = await one(world, 'select company_id as id from app.needs where id = $1', id);
}

/** As a person of the world. */
export const as = (world: World, kind: keyof World['tokens']) => sessionOf(world.tokens[kind]);

/** With everything that a page wants of it. */
function askedSurvey({ pool }: TestDatabase) {
  const inAll = (text: string) => ({ fi: text, sv: text, en: text });
  const questions = QUESTIONS.map((question) => ({ ...question, answers: { no: inAll('Ei'), yes: inAll('Kyllä') } }));
  const texts = { name: inAll('Ensivastaus'), intro: inAll('Kerro.'), thanks: inAll('Kiitos.'), seen_by: [] };
  return keepVersion(pool, { event: 'first_response' }, questions, texts);
}

const STEPS: ((world: World) => Promise<void>)[] = [
  async function aCompanyIsMadeOfItsNeeds(world) {
    const { db, marks } = world;
    const businessId = newBusinessId();
    const send = (text: string, from = world.email) =>
      newNeed(db.pool, {
        p_contact_email: from,
        p_business_id: businessId,
        p_company_name: `${marks.name} Oy`,
        p_contact_phone: marks.contact,
        p_description: `Tarvitsemme apua, ja sana on ${text}.`,
      });
    world.need = await send(marks.need);
    for (const name of ['taken', 'free', 'joined', 'withdrawn'] as const) world[name] = await send(marks.other_need);
    world.tokens.owner = await enter(db, 'workspace', world.email);
    await ownAll(db.pool, as(world, 'owner'));
    world.company = await one(world, 'select company_id as id from app.needs where id = $1', world.need.id);
    await call(db.pool, 'withdraw_need', { p_token_hash: world.withdrawn.company.see_need });
    world.fresh = await send(marks.other_need, newAddress());
    const facts = { p_company: world.company, p_values: { contact_name: marks.profile } };
    await call(db.pool, 'workspace_correct_profile', facts, as(world, 'owner'));
    const asked = await newNeed(db.pool, { p_business_id: newBusinessId() });
    world.tokens.asked = await enter(db, 'workspace', asked.email);
    const number = await one(world, 'select business_id as id from app.needs where id = $1', asked.id);
    world.asked = { businessId: number };
    const claim = await newNeed(db.pool, { p_business_id: businessId, p_contact_email: marks.claim });
    world.tokens.claimant = await enter(db, 'workspace', marks.claim);
    await ownAll(db.pool, as(world, 'claimant'));
    world.claim = await one(world, 'select id from app.claims where need_id = $1', claim.id);
  },

  async function itHasPeople(world) {
    const { db, marks, company } = world;
    const invite = async (email: string) => {
      const args = { p_company: company, p_email: email, p_role: 'member', p_language: 'fi' } as const;
      await call(db.pool, 'workspace_invite_colleague', args, as(world, 'owner'));
      return one(world, 'select id from app.member_invitations where email = $1', email);
    };
    const join = async (email: string) => {
      const p_invitation = await invite(email);
      const token = await enter(db, 'workspace', email);
      await call(db.pool, 'workspace_join_company', { p_invitation }, sessionOf(token));
      return token;
    };
    world.tokens.member = await join(marks.people);
    const former = newAddress();
    world.tokens.former_member = await join(former);
    const ended = { p_company: company, p_email: former, p_links: [] };
    await call(db.pool, 'workspace_end_membership', ended, as(world, 'owner'));
    world.invitation = await invite(marks.invitation);
    world.tokens.invited = await enter(db, 'workspace', marks.invitation);
    await ownCompany(world, 'other_company', newAddress());
    await call(db.pool, 'workspace_ask_erasure', { p_company: company }, as(world, 'owner'));
  },

  async function coordinatorsAreAtTheDesk(world) {
    const { db } = world;
    const left = newAddress();
    await call(db.pool, 'keep_coordinators', { p_coordinators: [...LIST, { email: left, name: 'Leo Lähtenyt' }] });
    world.tokens.handling = await enter(db, 'desk', MAIJA);
    world.tokens.coordinator = await enter(db, 'desk', MATTI);
    world.tokens.coordinator_signed_out = await enter(db, 'desk', MATTI);
    await call(db.pool, 'desk_sign_out', { p_everywhere: false }, as(world, 'coordinator_signed_out'));
    world.tokens.coordinator_left = await enter(db, 'desk', left);
    await call(db.pool, 'keep_coordinators', { p_coordinators: LIST });
    await ownCompany(world, 'coordinator_as_company', MATTI);
  },

  async function theNeedIsHandled(world) {
    const { db, marks, need, taken, joined } = world;
    const maija = as(world, 'handling');
    await call(db.pool, 'desk_join_need', { ...onNeed(joined), p_with: need.reference }, maija);
    await call(db.pool, 'desk_take_need', onNeed(taken), maija);
    await call(db.pool, 'desk_answer_need', { ...onNeed(need), p_body: `Vastaus: ${marks.messages}` }, maija);
    await call(db.pool, 'reply_to_need', { p_token_hash: need.company.reply_to_need, p_body: marks.messages });
    await call(db.pool, 'desk_write_note', { ...onNeed(need), p_body: `Muista ${marks.colleagues}` }, maija);
    const people = [expert(ERKKI), expert('kieltaytyja@opisto.example')];
    const ask = { ...onNeed(need), p_links: linksToOthers(), p_people: people, p_note: marks.colleagues };
    await call(db.pool, 'desk_hand_over_need', ask, maija);
    const declines = await one(
      world,
      `select encode(token_hash, 'hex') as id from app.links where need_id = $1 and purpose = 'decline_need' and person_email = $2`,
      need.id,
      people[1]?.email,
    );
    await call(db.pool, 'decline_need', { p_token_hash: declines, p_reason: `En ehdi: ${marks.colleagues}` });
    const survey = await inviteTo(db.pool, need, await askedSurvey(db));
    await call(db.pool, 'answer_survey', {
      p_token_hash: survey.link,
      p_answers: [
        { question: 'contacted', choices: ['no'] },
        { question: 'words', body: `Palaute: ${marks.messages}` },
      ] as never,
      p_follow_up_due: '2100-01-01',
    });
    await call(db.pool, 'open_link', { p_token_hash: need.maija.answer_need });
    await mailed(db.pool, await replyLink(db.pool, need), 'joku@muualla.example');
    await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, need.email));
    world.tokens.expert = await proveAddress(db, ERKKI);
  },

  async function itHasDocuments(world) {
    const { db, marks, company } = world;
    const begin = { p_company: company, p_name: `${marks.document}.pdf`, p_size: 1000 };
    const [kept] = await call(db.pool, 'workspace_begin_document', begin, as(world, 'owner'));
    const [pending] = await call(db.pool, 'workspace_begin_document', begin, as(world, 'owner'));
    await keepDocument(db.pool, kept?.object_id as string, begin.p_name);
    world.document = kept?.document as string;
    world.pending = pending?.document as string;
  },

  async function aCoordinatorIsAway(world) {
    const days = { p_first_day: '2100-01-04', p_last_day: '2100-01-08', p_deputy: MATTI };
    await call(world.db.pool, 'desk_add_absence', days, as(world, 'handling'));
    world.absence = await one(world, 'select id from app.absences');
  },

  async function itSharesWithAdvisers(world) {
    const { db, need, email } = world;
    const company = { id: world.company, need, owner: { email } } as TestCompany;
    const share = async (kind: keyof World['tokens'], parts: Enums['consent_part'][], mayComment = false) => {
      const consent = await newConsent(db.pool, company, { parts, mayComment });
      world.tokens[kind] = await enter(db, 'workspace', consent.email);
      // It was looked at before: that it was used for the first time is noted once, and reading changes nothing else.
      await db.pool.query('update app.consents set first_used_at = now() where id = $1', [consent.id]);
      return consent;
    };
    await share('adviser_profile', ['profile']);
    await share('adviser_needs', ['needs']);
    await share('adviser_needs_comment', ['needs'], true);
    await share('adviser_messages', ['needs', 'messages']);
    world.consent = (await share('adviser_messages_comment', ['needs', 'messages'], true)).id;
    await share('adviser_documents', ['documents']);
    await endDaysAgo(db.pool, await share('adviser_expired', ALL_PARTS, true), 1);
    await withdraw(db.pool, await share('adviser_withdrawn', ALL_PARTS, true));
    world.unused = (await newConsent(db.pool, company)).id;
  },

  async function othersHaveNoSession(world) {
    const { db, email, tokens } = world;
    tokens.nobody = await proveAddress(db, newAddress());
    tokens.steering = await proveAddress(db, 'ohjausryhma@kaupunki.example');
    tokens.owner_unsigned = await proveAddress(db, email);
    tokens.owner_signed_out = await enter(db, 'workspace', email);
    await call(db.pool, 'workspace_sign_out', { p_everywhere: false }, as(world, 'owner_signed_out'));
    tokens.owner_expired = await enter(db, 'workspace', email);
    await db.pool.query(
      `update app.sessions set created_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = $1`,
      [sessionIn(tokens.owner_expired)],
    );
    // No service would sign this; were one to, the address in it must still be the session's.
    const claims: JWTPayload = decodeJwt(tokens.owner);
    tokens.owner_impersonated = await new SignJWT({ ...claims, email: newAddress() })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(db.jwtSecret));
  },
];

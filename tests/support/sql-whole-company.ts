// A company with a row in every table that may hold something of a company, and its mark in all that people wrote.
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { type Claims, call } from './sql-call.ts';
import { newConsent } from './sql-consents.ts';
import { signIn } from './sql-desk.ts';
import { begin, keepDocument } from './sql-documents.ts';
import { linkPool } from './sql-links.ts';
import { answerLink, mailed, replyLink, sendLetterTo, tell } from './sql-mail.ts';
import { handOver, MAIJA, newNeed, type TestNeed } from './sql-needs.ts';
import { answered, inviteTo, keepVersion } from './sql-surveys.ts';
import { newColleague, newCompany, signInAtWorkspace, type TestCompany } from './sql-workspace.ts';

export interface WholeCompany extends TestCompany {
  /** Stands in every text and address of the company's people, and in nobody else's. */
  mark: string;
  colleague: Claims;
  /** Closed, withdrawn in time, referred. */
  ended: TestNeed[];
}

/** All its needs have ended. */
export async function newWholeCompany(pool: pg.Pool): Promise<WholeCompany> {
  const mark = `merkki${randomBytes(5).toString('hex')}`;
  const address = (name: string) => `${name}-${mark}@firma.example`;
  const texts = {
    p_description: `Tarvitsemme apua, ${mark}, ja kerromme siitä näin.`,
    p_company_name: `Yritys ${mark} Oy`,
    p_contact_name: `Yrjö ${mark}`,
    p_contact_email: address('omistaja'),
  };
  const desk = await signIn(pool, MAIJA);
  const company = await newCompany(pool, { ...texts, p_idempotency_key: `key-${mark}` });
  const { need, owner, businessId } = company;
  const colleague = await newColleague(pool, company, address('kollega'));
  const invited = { p_company: company.id, p_role: 'member' as const, p_language: 'fi' as const };
  await call(pool, 'workspace_invite_colleague', { ...invited, p_email: address('kutsuttu') }, owner);

  // Somebody else names the number, and waits.
  await newNeed(pool, { p_business_id: businessId, p_contact_email: address('toinen'), p_contact_name: `T ${mark}` });
  await signInAtWorkspace(pool, address('toinen'));

  const later = await newNeed(pool, { ...texts, p_business_id: businessId, p_services: [] });
  const third = await newNeed(pool, { ...texts, p_business_id: businessId, p_services: ['vienti'] });
  await signInAtWorkspace(pool, need.email);
  await call(
    pool,
    'workspace_correct_profile',
    { p_company: company.id, p_values: { company_name: `Uusi ${mark}` } },
    owner,
  );

  await handOver(pool, need);
  await call(pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: `Hei ${mark}, soitan.` });
  await mailed(pool, await replyLink(pool, need), need.email, { p_body: `Kiitos ${mark}.` });
  await mailed(pool, await replyLink(pool, need), address('muualta'), { p_body: `Minäkin ${mark}.` });
  await mailed(pool, await answerLink(pool, need, MAIJA), MAIJA, { p_body: `Vastaus ${mark}.` });
  await tell(pool, 'bounced', await sendLetterTo(pool, need, need.email, 'receipt'), { reason: `no ${mark}` });
  await tell(pool, 'delivered', await sendLetterTo(pool, need, need.email, 'answer'));
  const survey = await inviteTo(pool, need, await keepVersion(pool, { event: 'first_response' }));
  await pool.query(
    `insert into app.outbox (letter, about, link_set) select 'survey', $1, set_id from app.links where token_hash = decode($2, 'hex')`,
    [survey.id, survey.link],
  );
  await call(pool, 'answer_survey', {
    p_token_hash: survey.link,
    p_answers: [
      { question: 'contacted', choices: ['no'] },
      { question: 'words', body: `Palaute ${mark}.` },
    ] as never,
    p_follow_up_due: '2100-01-01',
  });
  const at = { p_reference: need.reference, p_seen: 1_000_000, p_links: linkPool(6) };
  await call(pool, 'desk_need', { p_reference: need.reference }, desk);
  await call(pool, 'desk_write_note', { ...at, p_body: `Muista ${mark}.` }, desk);
  await pool.query(`insert into app.ladder_steps (need_id, step) values ($1, 'remind')`, [need.id]);
  await call(pool, 'desk_close_need', { ...at, p_outcome: 'helped', p_body: `Valmis ${mark}.` }, desk);
  await call(pool, 'withdraw_need', { p_token_hash: later.company.see_need });
  await call(
    pool,
    'desk_refer_need',
    {
      ...at,
      p_reference: third.reference,
      p_to: `Ville ${mark}`,
      p_contact: `ville-${mark}@x.example`,
      p_body: `Ville ${mark}.`,
    },
    desk,
  );
  // Asked, and answered in a chosen and in a written way; shared with an adviser, who has looked and commented.
  const asked = await keepVersion(pool);
  await answered(pool, await inviteTo(pool, need, asked), new Date().toISOString(), [
    { question: 'contacted', choices: ['yes'] },
    { question: 'words', body: `Hyvin ${mark}.` },
  ]);
  const consent = await newConsent(pool, company, { email: address('neuvoja') });
  await pool.query(
    'insert into app.consent_reminders (consent_id, ends_on, days_before) select id, ends_on, 7 from app.consents where id = $1',
    [consent.id],
  );
  const name = `Tarjous ${mark}.pdf`;
  await keepDocument(pool, (await begin(pool, company, { name })).object, name);
  await pool.query(
    `insert into app.looks (company_id, need_id, part, way, person_role, person_email, at)
     values ($1, $2, 'need', 'workspace', 'adviser', $3, now())`,
    [company.id, need.id, address('neuvoja')],
  );
  await call(pool, 'workspace_take_out', { p_company: company.id }, owner);
  return { ...company, mark, colleague, ended: [need, later, third] };
}

/** Every table of the database, and of sign-in's, in which a word still stands. */
export async function tablesWith(pool: pg.Pool, word: string): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('app', 'auth', 'storage') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await pool.query(`select from ${name} t where to_jsonb(t)::text ilike $1 limit 1`, [
      `%${word}%`,
    ]);
    if (rowCount) found.push(name);
  }
  return found;
}

// Many needs at once, straight into the tables: made-up words whose frequencies fall as those of a language do.
import type pg from 'pg';

/** What people write here, made longer by numbers: the first words come in every third need, the last ones in a few. */
const STEMS = [
  'tarvitsemme koulutus hitsaus rahoitus vienti verkkokauppa rekrytointi kone lupa asiakas myynti kevät',
  'trukki sukupolvenvaihdos investointi digitalisaatio ravintola varasto kuljetus yrittäjä perustaa laajennus',
  'tilitoimisto tuki laina takaus kansainvälinen messut tuotekehitys patentti ympäristö energia',
]
  .join(' ')
  .split(' ');
const WORDS = STEMS.length * 40;

/** Brings the number of needs up to `count`. One in five is open; half of those have an owner, a third are late. */
export async function seedNeeds(client: pg.Client, count: number): Promise<void> {
  const { rows } = await client.query<{ count: number }>('select count(*)::integer as count from app.needs');
  const from = rows[0]?.count ?? 0;
  if (from >= count) return;
  // Its index of words is made once at the end: entry by entry a million needs would take most of an hour.
  const index = await client.query<{ definition: string }>(
    `select pg_get_indexdef('app.needs_by_words'::regclass) as definition`,
  );
  await client.query('drop index app.needs_by_words');
  await client.query('begin; set local session_replication_role = replica');
  await client.query(
    `insert into app.needs (reference, state, language, description, services, business_id, founder, company_name, contact_name,
       contact_email, contact_phone, contact_by, notice_version, fingerprint, received_at, promise_days, due_at,
       owner_email, owner_name, first_response_at, promise_kept, closed_at, outcome, waits_for_company)
     select
       upper(translate(lpad(to_hex(n / 4096), 4, '0') || '-' || lpad(to_hex(n % 4096), 4, '0'), '01', 'XY')),
       case when is_open then case when has_owner then 'claimed' else 'received' end else 'closed' end::api.need_state,
       'fi', 'Tarve numero ' || n || ': ' || words.text, array['hitsauskoulutus'], lpad((n % 10000000)::text, 7, '0') || '-6', false,
       initcap(words.company) || ' Oy', 'Kirsi ' || initcap(words.company), 'kirsi' || n || '@firma' || n % 9973 || '.example',
       '+358 40 ' || lpad(n::text, 7, '0'), 'email', '2026-11-22', n::text,
       at, 2, at + interval '2 days',
       case when has_owner or not is_open then 'bench-' || n / 10 % 5 || '@city.example' end, null,
       case when not is_open or n % 7 = 0 then at + interval '5 hours' end,
       case when not is_open or n % 7 = 0 then true end,
       case when not is_open then at + interval '9 hours' end, case when not is_open then 'helped' end::api.need_outcome,
       n % 3 = 0
     from generate_series($1::integer, $2::integer - 1) n
     cross join lateral (select
       n % 5 = 0 as is_open, n % 10 = 0 as has_owner,
       now() - make_interval(secs => (n * 7919::bigint % 1000003) * case when n % 5 = 0 then 0.5 else 60 end) as at
     ) facts
     cross join lateral (
       -- The square of a fair number falls as words of a language do: few are common, most are rare.
       select string_agg(($3::text[])[1 + place % cardinality($3::text[])] || coalesce(nullif(place / cardinality($3::text[]), 0)::text, ''), ' ') as text,
         min(($3::text[])[1 + place % cardinality($3::text[])]) || n % 4999 as company
       from (select floor($4 * power(random(), 3))::integer as place from generate_series(1, 25 + n % 20) where n >= 0) places
     ) words`,
    [from, count, STEMS, WORDS],
  );
  await client.query('commit');
  await client.query(index.rows[0]?.definition ?? '');
  await client.query('vacuum analyze app.needs');
}

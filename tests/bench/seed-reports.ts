// Needs and answers of two years at once, straight into the tables: as many answers as asked for, in cells as they are released.
import type pg from 'pg';

const MONTHS = 24;
/** Of three surveys; a sheet answers all its questions. */
const SURVEYS = [
  { survey: 'bench-first-response', event: 'first_response', anonymous: false, keys: ['contacted', 'helped', 'words'] },
  { survey: 'bench-midway', event: 'midway', anonymous: true, keys: ['going', 'contacted', 'missed', 'words'] },
  { survey: 'bench-closing', event: 'closing', anonymous: true, keys: ['goals', 'helped', 'next', 'missed', 'words'] },
] as const;
/** What somebody wrote, by a number n. */
const WORDS = `case n % 3 when 0 then '=HYPERLINK("https://paha.example";"klikkaa")' when 1 then 'Hyvin meni <b>kaikki</b>.'
  else 'Apu tuli; nopeasti. Ensimmäinen soitto tuli jo samana päivänä, ja sovimme heti, mitä seuraavaksi tehdään.' end`;
/** One of three who answer writes something. */
const WRITTEN = 1 / 3;
const shareOf = (key: string): number => (key === 'words' ? WRITTEN : 1);
const QUESTIONS = SURVEYS.reduce((count, { keys }) => count + keys.reduce((sum, key) => sum + shareOf(key), 0), 0);
const inAll = (text: string) => ({ fi: text, sv: text, en: text });
const KINDS: Record<string, object> = {
  contacted: { kind: 'fact', text: inAll('Otettiinko sinuun yhteyttä?') },
  going: { kind: 'fact', text: inAll('Eteneekö palvelu niin kuin sovittiin?') },
  helped: { kind: 'scale', text: inAll('Auttoiko palvelu sinua eteenpäin?') },
  goals: { kind: 'scale', text: inAll('Saavutettiinko tavoitteet?') },
  next: {
    kind: 'one_of',
    options: ['nothing', 'new-need', 'same-again'],
    text: inAll('Mitä seuraavaksi?'),
    answers: {
      nothing: inAll('En tarvitse muuta'),
      'new-need': inAll('Minulla on uusi tarve'),
      'same-again': inAll('Jatkaisin samaa palvelua'),
    },
  },
  missed: {
    kind: 'some_of',
    options: ['speed', 'skill', 'price'],
    text: inAll('Mitä jäit kaipaamaan?'),
    answers: { speed: inAll('Nopeutta'), skill: inAll('Osaamista'), price: inAll('Edullisempaa hintaa') },
  },
  words: { kind: 'text', text: inAll('Mitä muuta haluat sanoa?') },
};

export interface SeededService {
  id: string;
  theme: string;
  providers: readonly string[];
}

/** A need stands behind every five answers. Rows that are there already stay; call it once a database. */
export async function seedReports(
  client: pg.Client,
  answers: number,
  services: readonly SeededService[],
): Promise<void> {
  await client.query('begin; set local session_replication_role = replica');
  for (const { survey, event, anonymous, keys } of SURVEYS) {
    await client.query(
      `insert into app.survey_versions (survey, version, event, anonymous, questions) values ($1, 1, $2, $3, $4)`,
      [survey, event, anonymous, JSON.stringify(keys.map((key) => ({ key, ...KINDS[key] })))],
    );
  }
  const ids = services.map(({ id }) => id);
  await client.query(
    `insert into app.needs (reference, state, language, description, services, business_id, contact_name, contact_email, contact_by,
       notice_version, fingerprint, received_at, promise_days, due_at, owner_email, first_response_at, promise_kept,
       closed_at, outcome, referred_to, referred_contact)
     select upper(translate(lpad(to_hex(n / 4096), 4, '0') || '-' || lpad(to_hex(n % 4096), 4, '0'), '01', 'XY')),
       state, 'fi', 'Tarvitsemme apua, tarve numero ' || n,
       case when n % 9 = 0 then '{}' when n % 4 = 0 then array[($2::text[])[1 + n % 7], ($2::text[])[1 + n % $3]] else array[($2::text[])[1 + (n * 7919::bigint % $3)]] end,
       '0201256-6', 'Kirsi', 'kirsi' || n || '@firma' || n % 9973 || '.example', 'email', '2026-11-22', n::text,
       at, 2, at + interval '3 days', 'bench@city.example',
       case when n % 31 > 0 then at + make_interval(hours => case when n % 13 = 0 then 90 else n % 60 end) end,
       case when n % 31 > 0 then n % 13 > 0 end,
       case when state <> 'claimed' then at + interval '9 days' end,
       case when state = 'closed' then (array['helped', 'helped', 'helped', 'informed', 'went_elsewhere', 'not_needed', 'not_reached'])[1 + n % 7]::api.need_outcome end,
       case when state = 'referred' then 'Toinen' end, case when state = 'referred' then '09 1' end
     from generate_series(1, $1::integer) n cross join lateral (
       select now() - make_interval(secs => (n * 7919::bigint % 1000003) * ($4 * 30.4 * 86.4 / 1000) * 1000) as at,
         case when n % 10 < 7 then 'closed' when n % 10 = 7 then 'referred' when n % 20 = 8 then 'declined' else 'claimed' end::api.need_state as state
     ) facts`,
    [Math.ceil(answers / 5), ids, ids.length, MONTHS / 1000],
  );
  for (const { survey, keys } of SURVEYS) {
    for (const [place, key] of keys.entries()) {
      const inMonth = (answers / MONTHS / QUESTIONS) * shareOf(key);
      // So many groups in a month and question that each holds five or more.
      const groups = Math.max(1, Math.min(services.length * 3, Math.floor(inMonth / 6)));
      await client.query(
        `insert into app.answer_cells (survey, version, question, month, theme, provider, service, answers, counts)
         select $1, 1, $2, (date_trunc('month', now()) - make_interval(months => m))::date,
           f.fact ->> 'theme', f.fact ->> 'provider', f.fact ->> 'service', size, case $3
             when 'fact' then jsonb_build_object('yes', size - size / (6 + m % 5), 'no', size / (6 + m % 5))
             when 'scale' then jsonb_build_object('5', size / 2, '4', size - size / 2 - size / 5, '2', size / 5)
             when 'text' then '{}' when 'one_of' then jsonb_build_object('nothing', size / 2, 'new-need', size - size / 2)
             else jsonb_build_object('speed', size / 2, 'skill', size / 3, 'price', size / 4) end
         from generate_series(1, ${MONTHS}) m cross join generate_series(0, $4::integer - 1) g
         cross join lateral (select greatest(5, ($5::float / $4)::integer + (m * 3 + g + $7::integer) % 4)::integer as size) s
         cross join lateral (select $6::jsonb -> g as fact) f`,
        [
          survey,
          key,
          (KINDS[key] as { kind: string }).kind,
          groups,
          inMonth,
          JSON.stringify(facts(services, groups)),
          place,
        ],
      );
    }
  }
  // As many texts as the cells say: one of three who answer writes something.
  await client.query(
    `insert into app.opened_texts (survey, version, question, month, theme, provider, service, body, may_show)
     select c.survey, c.version, c.question, c.month, c.theme, c.provider, c.service, ${WORDS}, n % 2 = 0
     from app.answer_cells c join app.survey_versions v on v.survey = c.survey and v.anonymous
     cross join generate_series(1, c.answers) n where c.question = 'words'`,
  );
  await client.query(
    `insert into app.survey_invitations (need_id, event, survey, version, anonymous, link_id, invited_at, answered_at)
     select n.id, v.event, v.survey, 1, v.anonymous, gen_random_uuid(), n.received_at + interval '2 days',
       case when not v.anonymous and row_number() over () % 5 < 2 then n.received_at + interval '3 days' end
     from app.needs n cross join app.survey_versions v where v.survey like 'bench-%' and n.received_at < now() - interval '3 days'`,
  );
  await client.query(
    `insert into app.named_answers (invitation_id, question, choices, body, counted_in)
     select i.id, a.question, a.choices, a.body, date_trunc('month', i.answered_at)
     from (select i.*, row_number() over () as n from app.survey_invitations i where i.answered_at is not null) i
     cross join lateral (values
       ('contacted', array[case when n % 7 > 0 then 'yes' else 'no' end], null),
       ('helped', array[(1 + n % 5)::text], null),
       ('words', null, case when n % 3 = 0 then ${WORDS} end)
     ) a (question, choices, body) where num_nonnulls(a.choices, a.body) = 1`,
  );
  // Of every third need somebody of the network was asked.
  await client.query(
    `insert into app.hand_overs (need_id, state, from_email, to_role, to_email, to_name, asked_at, decided_at, ended_at)
     select n.id, h.state, 'bench@city.example', 'expert', 'expert' || n.place % 40 || '@tuottaja.example', 'Asiantuntija',
       n.received_at + interval '1 day', n.received_at + interval '2 days',
       case when h.state in ('helped', 'no_help', 'not_reachable') then n.received_at + interval '8 days' end
     from (select id, received_at, row_number() over () as place from app.needs) n
     cross join lateral (select case n.place % 10 when 0 then 'declined' when 1 then 'no_help' when 2 then 'not_reachable'
       when 3 then 'taken' else 'helped' end::api.hand_over_state as state) h
     where n.place % 3 = 0`,
  );
  // The trigger that keeps it was off.
  await client.query(`select app.keep_answer_months(array(select distinct month from app.answer_cells))`);
  await client.query('commit');
  await client.query('vacuum analyze');
}

/** No two groups share all three facts; the first is of those that share none. */
const facts = (services: readonly SeededService[], groups: number) =>
  [
    {},
    ...services.flatMap(({ id, theme, providers }) => providers.map((provider) => ({ theme, provider, service: id }))),
  ].slice(0, groups);

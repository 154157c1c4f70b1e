-- release-answers: a set of rows is cut at max_rows on its way out. What was cut off missed its month's count, which is made once,
-- and from a thousand envelopes a month on it would have waited for ever. One value is not cut.
drop function api.sealed_answers(date);

-- [{ key_hash, envelope }]
create function api.sealed_answers(p_month date) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'key_hash', encode(s.key_hash, 'hex'), 'envelope', translate(encode(s.envelope, 'base64'), e'\n', '')
  )), '[]')
  from app.sealed_answers s
  where s.envelope is not null and s.answered_on < p_month + interval '1 month' and s.answered_on < app.helsinki_day(now()) - 8
$$;

comment on function api.sealed_answers is 'For the schedule that opens them: all envelopes of anonymous answers up to the end of a month, which can be changed no more.';
revoke execute on function api.sealed_answers from public, anon, authenticated, service_role;
grant execute on function api.sealed_answers to service_role;

-- What was asked and answered before surveys had versions: letters that went out stay alive, waiting ones are asked anew.
-- Their question is kept as it stood then, in a version of its own.
insert into app.survey_versions (survey, version, event, anonymous, questions, texts)
select 'first-response', 1, 'first_response', false,
  '[{
    "key": "contacted", "kind": "fact", "checks_contact": true,
    "text": {"fi": "Otettiinko sinuun yhteyttä?", "sv": "Blev du kontaktad?", "en": "Were you contacted?"},
    "answers": {
      "yes": {"fi": "Kyllä, minuun otettiin yhteyttä", "sv": "Ja, jag har blivit kontaktad", "en": "Yes, I was contacted"},
      "no": {"fi": "Ei, minuun ei ole otettu yhteyttä", "sv": "Nej, jag har inte blivit kontaktad", "en": "No, nobody has contacted me"}
    }
  }]'::jsonb,
  '{
    "name": {"fi": "Pidimmekö lupauksemme?", "sv": "Höll vi vårt löfte?", "en": "Did we keep our promise?"},
    "intro": {"fi": "Lupasimme ottaa sinuun yhteyttä. Kerro, pidimmekö lupauksen.", "sv": "Vi lovade att kontakta dig. Berätta om vi höll löftet.", "en": "We promised to contact you. Tell us whether we kept our promise."},
    "thanks": {"fi": "Kiitos vastauksestasi!", "sv": "Tack för ditt svar!", "en": "Thank you for your answer!"},
    "seen_by": []
  }'::jsonb
where exists (select from app.survey_answers) or exists (select from app.outbox where letter = 'survey' and need_id is not null);

insert into app.survey_invitations (need_id, event, survey, version, anonymous, link_id, service, invited_at, reminded_at, answered_at)
select n.id, 'first_response', 'first-response', 1, false, l.id, case when cardinality(n.services) = 1 then n.services[1] end,
  asked.at, asked.at + interval '1 second', a.answered_at
from app.needs n
join lateral (
  select coalesce(min(o.sent_at), (select b.answered_at from app.survey_answers b where b.need_id = n.id)) as at,
    (array_agg(o.link_set order by o.sent_at))[1] as link_set
  from app.outbox o where o.need_id = n.id and o.letter = 'survey' and o.sent_at is not null
) asked on asked.at is not null
join lateral (
  select k.id from app.links k
  where k.need_id = n.id and k.purpose = 'answer_survey'
  order by (k.set_id = asked.link_set) desc, k.created_at limit 1
) l on true
left join app.survey_answers a on a.need_id = n.id;

insert into app.named_answers (invitation_id, question, choices, changed_at)
select i.id, 'contacted', array[a.answer], coalesce(a.changed_at, a.answered_at)
from app.survey_answers a join app.survey_invitations i on i.need_id = a.need_id and i.event = 'first_response'
where a.answer in ('yes', 'no');

insert into app.service_events (need_id, event, happened_at)
select o.need_id, 'first_response', coalesce(n.first_response_at, o.created_at)
from app.outbox o join app.needs n on n.id = o.need_id
where o.letter = 'survey' and o.need_id is not null and o.sent_at is null and o.dropped_at is null
on conflict do nothing;
update app.outbox set dropped_at = now(), stuck_at = null, leased_until = null
where letter = 'survey' and need_id is not null and sent_at is null and dropped_at is null;

drop table app.survey_answers;
-- A survey's letter is about its invitation, of which there is one for an event.
drop index app.outbox_has_one_survey_for_a_need;
-- For the pages of a need, which tell in one word whether the company was contacted.
create view app.survey_answers with (security_invoker = true) as
select distinct on (i.need_id) i.need_id, i.survey, i.version, a.choices[1] as answer, i.answered_at, a.changed_at
from app.survey_invitations i
join app.survey_versions v on v.survey = i.survey and v.version = i.version
join app.named_answers a on a.invitation_id = i.id and a.question = v.questions -> 0 ->> 'key'
where i.event = 'first_response' and v.questions -> 0 ->> 'kind' = 'fact'
order by i.need_id, i.answered_at desc;
comment on view app.survey_answers is 'The first fact that a company told after its first response: yes or no.';

create policy coordinators_read on app.survey_versions for select to authenticated using ((select app.desk_person()) is not null);
create policy coordinators_read on app.survey_invitations for select to authenticated using ((select app.desk_person()) is not null);
create policy coordinators_read on app.named_answers for select to authenticated using ((select app.desk_person()) is not null);
create policy coordinators_read on app.follow_ups for select to authenticated using ((select app.desk_person()) is not null);
grant select on app.survey_versions, app.survey_invitations, app.named_answers, app.follow_ups, app.survey_answers to authenticated;

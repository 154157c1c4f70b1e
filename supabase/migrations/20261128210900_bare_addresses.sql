-- share: a bare address such as huono.example/x is a link in most mail programs, and so is refused as one that is written out.

-- The same as site/domain/leads-somewhere.ts, where the reasons stand; one table of lines is asked of both.
create function app.leads_somewhere(p_line text) returns boolean
language plpgsql immutable
set search_path = ''
as $$
declare
  c_shortened constant text :=
      '[Aa][Ll][Kk]|[Bb][Ll]|[Cc][Aa]|[Ee][Dd]|[Ee][Ll][Ii]|[Ee][Mm]|[Ee][Ss][Ii][Mm]|[Ee][Tt][Cc]|[Ff][Rr]|'
      || '[Hh][Uu][Oo][Mm]|[Jj][Nn][Ee]|[Kk][Kk]|[Kk][Ll]|[Kk][Ll][Oo]|[Kk][Oo]|[Kk][Pp][Ll]|[Kk][Ss]|[Kk][Tt][Ss]|'
      || '[Ll][Kk][Mm]|[Mm][Kk]|[Mm][Mm]|[Nn][Kk]|[Nn][Rr]|[Nn][Rr][Oo]|[Nn][Ss]|[Oo][Bb][Ss]|[Oo][Ss]|[Pp][Uu][Hh]|'
      || '[Pp][Vv][Mm]|[Rr][Ee][Ss][Pp]|[Ss][Ii][Ss]|[Ss][Tt]|[Tt][Ee][Ll]|[Tt][Jj]|[Tt][Mm][Ss]|[Tt][Ss]|[Vv][Rr][Tt]|'
      || '[Yy][Hh][Tt]|[Yy][Mm]|[Yy][Mm][Ss]';
  c_countries constant text :=
      'ac|ad|ae|af|ag|ai|al|am|ao|aq|ar|as|at|au|aw|ax|az|ba|bb|bd|be|bf|bg|bh|bi|bj|bm|bn|bo|br|bs|bt|bv|bw|by|bz|'
      || 'ca|cc|cd|cf|cg|ch|ci|ck|cl|cm|cn|co|cr|cu|cv|cw|cx|cy|cz|de|dj|dk|dm|do|dz|ec|ee|eg|er|es|et|eu|fi|fj|fk|fm|'
      || 'fo|fr|ga|gb|gd|ge|gf|gg|gh|gi|gl|gm|gn|gp|gq|gr|gs|gt|gu|gw|gy|hk|hm|hn|hr|ht|hu|id|ie|il|im|in|io|iq|ir|is|'
      || 'it|je|jm|jo|jp|ke|kg|kh|ki|km|kn|kp|kr|kw|ky|kz|la|lb|lc|li|lk|lr|ls|lt|lu|lv|ly|ma|mc|md|me|mg|mh|mk|ml|mm|'
      || 'mn|mo|mp|mq|mr|ms|mt|mu|mv|mw|mx|my|mz|na|nc|ne|nf|ng|ni|nl|no|np|nr|nu|nz|om|pa|pe|pf|pg|ph|pk|pl|pm|pn|pr|'
      || 'ps|pt|pw|py|qa|re|ro|rs|ru|rw|sa|sb|sc|sd|se|sg|sh|si|sj|sk|sl|sm|sn|so|sr|ss|st|su|sv|sx|sy|sz|tc|td|tf|tg|'
      || 'th|tj|tk|tl|tm|tn|to|tr|tt|tv|tw|tz|ua|ug|uk|us|uy|uz|va|vc|ve|vg|vi|vn|vu|wf|ws|ye|yt|za|zm|zw';
  c_others constant text :=
      '[Cc][Oo][Mm]|[Nn][Ee][Tt]|[Oo][Rr][Gg]|[Ii][Nn][Ff][Oo]|[Bb][Ii][Zz]|[Aa][Pp][Pp]|[Dd][Ee][Vv]|'
      || '[Pp][Aa][Gg][Ee]|[Ss][Ii][Tt][Ee]|[Oo][Nn][Ll][Ii][Nn][Ee]|[Ss][Hh][Oo][Pp]|[Ss][Tt][Oo][Rr][Ee]|[Xx][Yy][Zz]|'
      || '[Tt][Oo][Pp]|[Cc][Ll][Uu][Bb]|[Ll][Ii][Vv][Ee]|[Ll][Ii][Nn][Kk]|[Cc][Ll][Ii][Cc][Kk]|[Cc][Ll][Oo][Uu][Dd]|'
      || '[Tt][Ee][Cc][Hh]|[Ss][Pp][Aa][Cc][Ee]|[Ww][Ee][Bb][Ss][Ii][Tt][Ee]|[Ii][Cc][Uu]|[Bb][Uu][Zz][Zz]|'
      || '[Ll][Ii][Ff][Ee]|[Ww][Oo][Rr][Kk]|[Ww][Oo][Rr][Ll][Dd]|[Tt][Oo][Dd][Aa][Yy]|[Ee][Mm][Aa][Ii][Ll]|[Zz][Ii][Pp]|'
      || '[Mm][Oo][Vv]|[Pp][Rr][Oo]|[Nn][Aa][Mm][Ee]|[Mm][Oo][Bb][Ii]|[Ff][Uu][Nn]|[Vv][Ii][Pp]|[Ww][Ii][Nn]|'
      || '[Bb][Ii][Dd]|[Ll][Oo][Aa][Nn]|[Mm][Ee][Nn]|[Dd][Aa][Tt][Ee]|[Rr][Ee][Vv][Ii][Ee][Ww]|'
      || '[Dd][Oo][Ww][Nn][Ll][Oo][Aa][Dd]|[Ss][Tt][Rr][Ee][Aa][Mm]|[Dd][Ii][Gg][Ii][Tt][Aa][Ll]|'
      || '[Aa][Gg][Ee][Nn][Cc][Yy]|[Cc][Oo][Mm][Pp][Aa][Nn][Yy]|[Ss][Oo][Ll][Uu][Tt][Ii][Oo][Nn][Ss]|'
      || '[Ss][Ee][Rr][Vv][Ii][Cc][Ee][Ss]|[Ss][Uu][Pp][Pp][Oo][Rr][Tt]|[Cc][Ee][Nn][Tt][Ee][Rr]|[Gg][Rr][Oo][Uu][Pp]|'
      || '[Mm][Ee][Dd][Ii][Aa]|[Nn][Ee][Ww][Ss]|[Bb][Ll][Oo][Gg]|[Ff][Ii][Nn][Aa][Nn][Cc][Ee]|[Mm][Oo][Nn][Ee][Yy]|'
      || '[Bb][Aa][Nn][Kk]|[Ll][Aa][Ww]|[Ee][Dd][Uu]|[Gg][Oo][Vv]|[Ii][Nn][Tt]|[Ee][Xx][Aa][Mm][Pp][Ll][Ee]';
  c_start constant text := '(?<![A-Za-zÅÄÖåäö0-9.-])(?!(?:' || c_shortened || ')\.)[A-Za-zÅÄÖåäö0-9-]*[A-Za-zÅÄÖåäö][A-Za-zÅÄÖåäö0-9-]*(?:\.[A-Za-zÅÄÖåäö0-9-]+)*\.';
begin
  return p_line ~* '://|www\.|@'
    or p_line ~ (c_start || '[A-Za-z]{2,}(?:[/?#][^ ]|:[0-9])')
    or p_line ~ (c_start || '(?:' || c_others || '|' || c_countries || '|' || upper(c_countries) || ')(?![A-Za-zÅÄÖåäö0-9-]|\.[A-Za-zÅÄÖåäö])');
end $$;

-- A trigger and no check: a consent that was given before goes on, and is taken back, as it is.
create function app.tg_consents__leads_nowhere() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.replaces is null
     and (app.leads_somewhere(new.grantee_name) or app.leads_somewhere(new.grantee_organisation) or app.leads_somewhere(new.purpose)) then
    raise exception 'what a stranger reads leads nowhere' using errcode = 'CLEAD';
  end if;
  return null;
end $$;

create trigger _300_leads_nowhere after insert on app.consents
for each row execute function app.tg_consents__leads_nowhere();

-- As before: a company's name that would lead somewhere is left out of what a stranger reads.
create or replace function app.consent_told(p_consent app.consents) returns jsonb
language sql stable
set search_path = ''
as $$
  select app.consent_called(p_consent) || jsonb_build_object(
    'business_id', c.business_id,
    'company', (select name from (select app.fact_of(c.id, null, 'company_name') as name) known where name !~ '[[:cntrl:]]' and not app.leads_somewhere(name)),
    'withdrawn_by', p_consent.withdrawn_by, 'today', app.helsinki_day(now())
  )
  from app.companies c where c.id = p_consent.company_id
$$;

-- A change of master data names for whom it was made as well, where one person acted for another: the seventh part of what the
-- application says at the beginning of a transaction.
create or replace function audit.tell_change() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    personal text[] := tg_argv[4];
    secret text[] := tg_argv[5];
    -- Counters of rows that came after the trigger are nobody's business either.
    skipped text[] := tg_argv[6]::text[] || '{version}'::text[];
    before jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) - skipped end;
    after jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) - skipped end;
    whole jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
    company uuid := coalesce((whole ->> 'company_id')::uuid, nullif(current_setting('simba.company', true), '')::uuid);
    at timestamptz := coalesce(audit.acting(6)::timestamptz, clock_timestamp());
    event uuid := simba.new_id(at);
    subject uuid := (whole ->> tg_argv[1])::uuid;
    changed text[];
    told jsonb;
    hidden jsonb;
    plain text;
begin
    select array_agg(field order by field),
           jsonb_object_agg(replace(field, '_', '-'), was_and_is)
               filter (where field <> all (personal) and field <> all (secret)),
           jsonb_object_agg(replace(field, '_', '-'), was_and_is) filter (where field = any (personal))
      into changed, told, hidden
      from (select field, jsonb_strip_nulls(jsonb_build_object('old', before ->> field, 'new', after ->> field))
              from jsonb_object_keys(before || after) field
             where before ->> field is distinct from after ->> field) difference (field, was_and_is);
    if changed is null then
        return null;
    end if;
    if company is null then
        raise exception 'A change of %.% needs a company in whose trail it stands', tg_table_schema, tg_table_name
            using errcode = 'restrict_violation', constraint = 'change_stands_in_a_trail',
                  schema = tg_table_schema, table = tg_table_name;
    end if;
    if hidden is not null then
        plain := jsonb_build_object('salt', gen_random_uuid(), 'values', hidden)::text;
    end if;
    insert into audit.business_event
           (company_id, id, at, actor, on_behalf_of, name, subject_kind, subject_id, work, channel, address, session,
            record, fields, changes, personal_hash)
    values (company, event, at,
            coalesce(audit.acting(1), 'system:sql'), audit.acting(7),
            case tg_op when 'INSERT' then 'record-added' when 'DELETE' then 'record-removed' else 'record-changed' end,
            tg_argv[0], subject, audit.acting(5)::uuid, coalesce(audit.acting(2), 'SQL'), audit.acting(3),
            audit.acting(4), replace(tg_table_schema || '.' || tg_table_name, '_', '-'),
            string_to_array(replace(array_to_string(changed, ','), '_', '-'), ','), coalesce(told, '{}'),
            sha256(convert_to(plain, 'UTF8')));
    insert into audit.event_subject (company_id, event_id, subject_kind, subject_id)
    select company, event, kind, id
      from (values (tg_argv[0], subject), (nullif(tg_argv[2], ''), (whole ->> tg_argv[3])::uuid)) concerned (kind, id)
     where kind is not null and id is not null;
    if hidden is not null then
        insert into audit.unsealed_value (company_id, event_id, person_kind, person_id, work, plain)
        select company, event, kind, id, audit.acting(5)::uuid, plain
          from (values (1, nullif(tg_argv[7], ''),
                       (select (whole ->> field)::uuid
                          from unnest(string_to_array(tg_argv[8], ',')) with ordinality columns (field, place)
                         where whole ->> field is not null order by place limit 1)),
                       (2, nullif(tg_argv[2], ''), (whole ->> tg_argv[3])::uuid),
                       (3, tg_argv[0], subject)) person (place, kind, id)
         where kind is not null and id is not null
         order by place limit 1;
    end if;
    return null;
end
$$;

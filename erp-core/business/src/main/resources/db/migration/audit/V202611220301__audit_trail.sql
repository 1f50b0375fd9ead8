call simba.module_schema('audit');

create table audit.business_event (
    company_id uuid not null,
    id uuid not null,
    position bigint generated always as identity,
    at timestamptz not null,
    actor text not null,
    on_behalf_of text,
    name text not null,
    outcome text not null default 'DONE',
    subject_kind text not null,
    subject_id uuid not null,
    work uuid,
    channel text not null default 'SQL',
    address text,
    session text,
    reason text,
    record text,
    fields text[],
    changes jsonb,
    personal_hash bytea,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (company_id, id),
    constraint business_event_has_a_place unique (company_id, position),
    constraint business_event_names_its_actor check (actor ~ '^(person|process|route|system):.+$'),
    constraint business_event_names_whom_it_was_for check (on_behalf_of ~ '^(person|process|route|system):.+$'),
    constraint business_event_outcome_is_known check (outcome in ('DONE', 'REFUSED')),
    constraint business_event_channel_is_known check (
        channel in ('PAGE', 'REST', 'PROCESS', 'ROUTE', 'SYSTEM', 'SQL')),
    constraint business_event_change_names_its_record check (
        (record is null) = (fields is null) and (record is null) = (changes is null)),
    constraint business_event_personal_belongs_to_a_change check (personal_hash is null or record is not null)
);
comment on table audit.business_event is 'What happened in the business and what changed: told once, kept for ever, never changed';
comment on column audit.business_event.work is 'The transaction it happened in: what belongs together';
comment on column audit.business_event.channel is 'Through which door; SQL where a statement came past the application';
comment on column audit.business_event.session is 'A fingerprint of session or token, by which acts of one session are known';
comment on column audit.business_event.record is 'For a change: which kind of record, schema and table in words';
comment on column audit.business_event.changes is 'For a change: old and new value per field; secrets and personal values are not among them';
comment on column audit.business_event.personal_hash is 'SHA-256 over the personal values of a change, with a salt among them';
call simba.company_wall('audit.business_event', 'select, insert');
create index business_event_by_person on audit.business_event (company_id, actor, position desc)
    where actor like 'person:%';

-- No foreign key: both are written by one statement, and neither can be changed or removed.
create table audit.event_subject (
    company_id uuid not null,
    event_id uuid not null,
    subject_kind text not null,
    subject_id uuid not null,
    primary key (company_id, subject_kind, subject_id, event_id)
);
comment on table audit.event_subject is 'In whose history an event stands: what it happened to and what else it concerns';
call simba.company_wall('audit.event_subject', 'select, insert');

-- Personal values of a change on their way to their person's key: written by the trigger, taken away before the
-- transaction ends. What a statement past the application leaves here is taken by the next job.
create table audit.unsealed_value (
    company_id uuid not null,
    event_id uuid not null,
    person_kind text not null,
    person_id uuid not null,
    work uuid,
    plain text not null,
    primary key (company_id, event_id)
);
comment on table audit.unsealed_value is 'Personal values of changes that are not encrypted yet';
call simba.company_wall('audit.unsealed_value', 'select, delete');

-- The owner may do whatever the grants withhold from the application; these triggers refuse the owner too.
create trigger business_event_is_never_changed
    before update or delete on audit.business_event
    for each row execute function simba.refuse('the audit trail is only added to');
create trigger business_event_is_never_emptied
    before truncate on audit.business_event
    for each statement execute function simba.refuse('the audit trail is only added to');
create trigger event_subject_is_never_changed
    before update or delete on audit.event_subject
    for each row execute function simba.refuse('the audit trail is only added to');
create trigger event_subject_is_never_emptied
    before truncate on audit.event_subject
    for each statement execute function simba.refuse('the audit trail is only added to');

-- Who acts, as the application says at the beginning of every transaction that writes: actor, channel, address, session,
-- work and moment, one after the other.
create function audit.acting(part integer) returns text
    language sql stable
    as $$ select nullif(split_part(current_setting('simba.acting', true), chr(31), part), '') $$;
grant execute on function audit.acting(integer) to simba_app;

-- Tells a change of master data, whoever made it and by whichever way. Arguments: kind of the subject and the column of
-- its id, kind and column of another record it concerns, then as arrays the personal, the secret and the skipped columns.
create function audit.tell_change() returns trigger
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
           (company_id, id, at, actor, name, subject_kind, subject_id, work, channel, address, session,
            record, fields, changes, personal_hash)
    values (company, event, at,
            coalesce(audit.acting(1), 'system:sql'),
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
        values (company, event, coalesce(nullif(tg_argv[2], ''), tg_argv[0]),
                case when tg_argv[2] = '' then subject else (whole ->> tg_argv[3])::uuid end,
                audit.acting(5)::uuid, plain);
    end if;
    return null;
end
$$;

-- Puts a table of master data under the trail: from then on no change of a row goes untold, whoever makes it.
--   call audit.keep_trail_of('party.party', 'party', personal => '{name,street}');
-- subject: the kind of record it is to people; subject_column: where its id stands; concerns: another record in whose
-- history it belongs, with the column of its id. personal: values that go under a key of their own for the person (the
-- record concerned, otherwise the subject). secret: told that they changed, never what to. without: columns nobody
-- needs told. just: these columns alone, and only when a row is changed or removed, for records whose coming is told by
-- an event; comes_when: the condition under which their coming is told too.
create procedure audit.keep_trail_of(
        tracked regclass, subject text, subject_column text default 'id',
        concerns text default '', concerns_column text default '',
        personal text[] default '{}', secret text[] default '{}', without text[] default '{}', just text[] default null,
        comes_when text default null)
    language plpgsql
    as $$
declare
    skipped text[];
    arguments text;
    something_changed text := 'old.* is distinct from new.*';
begin
    select array_agg(attname::text) into skipped from pg_catalog.pg_attribute
     where attrelid = tracked and attnum > 0 and not attisdropped
       and (attgenerated <> '' or attname = any (without || '{company_id,id,version}'::text[])
            or (just is not null and attname <> all (just)));
    arguments := format('%L, %L, %L, %L, %L, %L, %L', subject, subject_column, concerns, concerns_column,
                        personal, secret, skipped);
    if just is null or comes_when is not null then
        execute format('create trigger trail_tells_what_comes after insert on %s for each row when (%s)'
                       ' execute function audit.tell_change(%s)', tracked, coalesce(comes_when, 'true'), arguments);
    end if;
    if just is not null then
        select string_agg(format('old.%1$I is distinct from new.%1$I', field), ' or ') into something_changed
          from unnest(just) field;
    end if;
    execute format('create trigger trail_tells_what_changes after update on %s for each row when (%s)'
                   ' execute function audit.tell_change(%s)', tracked, something_changed, arguments);
    execute format('create trigger trail_tells_what_goes after delete on %s for each row'
                   ' execute function audit.tell_change(%s)', tracked, arguments);
end
$$;

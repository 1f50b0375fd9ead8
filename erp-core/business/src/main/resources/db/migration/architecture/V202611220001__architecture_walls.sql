-- The walls of the data. Every business table is put behind the same wall by one call:
--   call simba.company_wall('ledger.journal_entry');
-- Rows of other companies can then be neither seen nor written, by the application's role or by the owner.
create schema if not exists simba;

comment on schema simba is 'What the walls of the data are made of';

create function simba.current_company() returns uuid
    language sql stable parallel safe
    as $$ select nullif(current_setting('simba.company', true), '')::uuid $$;

comment on function simba.current_company() is 'The company of the running transaction, or null';

-- Privileges are named per table, for example 'select, insert' for records that are only ever added.
create procedure simba.company_wall(business_table regclass, privileges text default 'select, insert, update, delete')
    language plpgsql
    as $$
begin
    execute format('alter table %s enable row level security', business_table);
    execute format('alter table %s force row level security', business_table);
    execute format(
        'create policy company_wall on %s using (company_id = (select nullif(current_setting(''simba.company'', true), '''')::uuid))'
        ' with check (company_id = (select nullif(current_setting(''simba.company'', true), '''')::uuid))',
        business_table);
    execute format('grant %s on %s to simba_app', privileges, business_table);
end
$$;

-- A schema of a module: owned by the migrating role, used by the application.
create procedure simba.module_schema(module text)
    language plpgsql
    as $$
begin
    execute format('create schema if not exists %I', module);
    execute format('grant usage on schema %I to simba_app', module);
end
$$;

-- Refuses whatever fires it: for records the law forbids to change. With a condition on the trigger ("when") it guards
-- the columns named there; the trigger's name is the name of the rule.
create function simba.refuse() returns trigger
    language plpgsql
    as $$
begin
    raise exception '% on %.% is refused: %', tg_op, tg_table_schema, tg_table_name, tg_argv[0]
        using errcode = 'restrict_violation', constraint = tg_name, schema = tg_table_schema, table = tg_table_name;
end
$$;

-- Names the rule that was broken, for guards that have to look further than their own row.
create function simba.refuse(rule text, about text) returns void
    language plpgsql
    as $$
begin
    raise exception '%', about using errcode = 'restrict_violation', constraint = rule;
end
$$;

-- Ids as the program makes them (RFC 9562, version 7): they grow with time.
create function simba.new_id(made_at timestamptz) returns uuid
    language sql volatile
    as $$
        select encode(set_byte(overlay(uuid_send(gen_random_uuid())
                                       placing substring(int8send((extract(epoch from made_at) * 1000)::bigint) from 3)
                                       from 1 for 6),
                               6, 112 + floor(random() * 16)::integer),
                      'hex')::uuid
    $$;

grant usage on schema simba to simba_app;
grant execute on all functions in schema simba to simba_app;

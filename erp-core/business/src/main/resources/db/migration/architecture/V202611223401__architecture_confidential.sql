-- Confidential records: what only the holders of certain duties may see. A record is a document, or anything that speaks
-- of one: its invoice, its tasks. Every table that shows such a record is put behind a second wall by one call:
--   call simba.confidential_wall('invoice.purchase_invoice', array['id']);
-- and a table whose rows become confidential together with another record follows it by
--   call simba.confidential_follower('invoice.purchase_invoice', 'id', 'document_id');
create table simba.confidential_record (
    company_id uuid not null,
    id uuid not null,
    document_id uuid not null,
    duties text[] not null,
    primary key (company_id, id, document_id),
    constraint confidential_record_is_seen_by_somebody check (cardinality(duties) > 0)
);
comment on table simba.confidential_record is
    'Confidential records, the document that makes them so and the duties that open them; kept by triggers, read by the walls alone';
create index confidential_record_by_document on simba.confidential_record (company_id, document_id);
call simba.company_wall('simba.confidential_record');
revoke all on simba.confidential_record from simba_app;

-- What the one who acts may see is told at the beginning of every transaction: duties, or * for processes and jobs.
-- Where nothing was told, nothing confidential is seen.
create function simba.hidden_records() returns setof uuid
    language plpgsql stable parallel safe rows 100 security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    sees constant text := coalesce(current_setting('simba.sees', true), '');
begin
    if sees <> '*' then
        return query select r.id from simba.confidential_record r
                      where r.company_id = simba.current_company() and not r.duties && string_to_array(sees, ',');
    end if;
end
$$;
comment on function simba.hidden_records() is 'What the one who acts may not see';
revoke all on function simba.hidden_records() from public;
grant execute on function simba.hidden_records() to simba_app;

-- For single values beside what stays visible, such as the number of a document in the ledger.
create function simba.is_hidden(record uuid) returns boolean
    language plpgsql stable parallel safe security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    sees constant text := coalesce(current_setting('simba.sees', true), '');
begin
    return sees <> '*' and record is not null and exists (
        select from simba.confidential_record r
         where r.company_id = simba.current_company() and r.id = record
           and not r.duties && string_to_array(sees, ','));
end
$$;
comment on function simba.is_hidden(uuid) is 'Whether the one who acts may not see this record';
revoke all on function simba.is_hidden(uuid) from public;
grant execute on function simba.is_hidden(uuid) to simba_app;

-- Rows may be added without being seen: whoever puts a document into a class need not be able to open it afterwards.
create procedure simba.confidential_wall(business_table regclass, columns text[])
    language plpgsql
    as $$
declare
    seen text;
begin
    select string_agg(format('(%1$I is null or %1$I not in (select simba.hidden_records()))', c), ' and ')
      into seen from unnest(columns) c;
    execute format(
        'create policy confidential_wall on %s as restrictive to simba_app'
        ' using ((select coalesce(current_setting(''simba.sees'', true), '''')) = ''*'' or (%s)) with check (true)',
        business_table, seen);
end
$$;

-- From now on these duties open the document and what follows it; none opens it to everybody.
create function simba.keep_confidential(company uuid, document uuid, opened_by text[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    delete from simba.confidential_record r where r.company_id = company and r.document_id = document;
    if cardinality(opened_by) > 0 then
        insert into simba.confidential_record (company_id, id, document_id, duties)
        values (company, document, document, opened_by);
    end if;
end
$$;
revoke all on function simba.keep_confidential(uuid, uuid, text[]) from public;

create procedure simba.confidential_follower(source regclass, id_column text, parent_column text)
    language plpgsql
    as $procedure$
declare
    schema_name text;
    table_name text;
begin
    select n.nspname, c.relname into schema_name, table_name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = source;
    execute format($f$
        create function %1$I.%2$I() returns trigger
            language plpgsql security definer set search_path = pg_catalog, pg_temp
            as $trigger$
        begin
            insert into simba.confidential_record (company_id, id, document_id, duties)
            select r.company_id, new.%3$I, r.document_id, r.duties from simba.confidential_record r
             where r.company_id = new.company_id and r.id = new.%4$I
                on conflict do nothing;
            return null;
        end
        $trigger$$f$, schema_name, table_name || '_comes_confidential', id_column, parent_column);
    execute format('create trigger comes_confidential after insert on %s for each row when (new.%I is not null)'
        ' execute function %I.%I()', source, parent_column, schema_name, table_name || '_comes_confidential');
    execute format($f$
        create function %1$I.%2$I() returns trigger
            language plpgsql security definer set search_path = pg_catalog, pg_temp
            as $trigger$
        begin
            insert into simba.confidential_record (company_id, id, document_id, duties)
            select s.company_id, s.%4$I, new.document_id, new.duties from %3$s s
             where s.company_id = new.company_id and s.%5$I = new.id
                on conflict do nothing;
            return null;
        end
        $trigger$$f$, schema_name, table_name || '_becomes_confidential', source, id_column, parent_column);
    execute format('create trigger %I after insert on simba.confidential_record for each row execute function %I.%I()',
        schema_name || '_' || table_name || '_follows', schema_name, table_name || '_becomes_confidential');
end
$procedure$;

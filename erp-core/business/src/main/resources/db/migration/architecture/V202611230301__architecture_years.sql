-- Tables that grow without end lie by calendar year, a partition each, made when the first row of the year comes. A
-- partition addressed by its own name is past what its parent demands: so it stands behind the same wall, grants nothing,
-- and refuses whoever writes it by name.
create function simba.open_year(parent regclass, year integer) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    home name := (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = parent);
    base name := (select c.relname from pg_class c where c.oid = parent);
    part text := format('%I.%I', home, base || '_' || year);
begin
    perform pg_advisory_xact_lock(hashtextextended(part, 4));
    if to_regclass(part) is not null then
        return;
    end if;
    -- Attached and not made in place: that would wait for every transaction which has written to the parent.
    execute format('create table %s (like %s including all excluding indexes)', part, parent);
    execute format('alter table %s enable row level security', part);
    execute format('alter table %s force row level security', part);
    execute format(
        'create policy company_wall on %s using (company_id = (select nullif(current_setting(''simba.company'', true), '''')::uuid))'
        ' with check (company_id = (select nullif(current_setting(''simba.company'', true), '''')::uuid))', part);
    execute format('create trigger %I before insert or update or delete or truncate on %s'
        ' for each statement execute function simba.refuse(%L)',
        base || '_is_written_as_a_whole', part, 'its rows are written through ' || parent);
    execute format('alter table %s attach partition %s for values from (%L) to (%L)', parent, part,
        make_date(year, 1, 1), make_date(year + 1, 1, 1));
end
$$;
comment on function simba.open_year(regclass, integer) is
    'Makes the partition of a calendar year, behind the same wall as its parent';
revoke execute on function simba.open_year(regclass, integer) from public;

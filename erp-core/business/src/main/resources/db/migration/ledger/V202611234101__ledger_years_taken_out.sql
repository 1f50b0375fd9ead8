-- A year is away because it was taken out, not because its lines are missing: which ones were taken out, and what their lines
-- were, is noted here, where no dump can bring another note along.
create table ledger.year_away (
    year integer primary key,
    detached_at timestamptz not null,
    companies jsonb not null
);
comment on table ledger.year_away is
    'Global: the calendar years whose lines the operator took out of the books, and per company what they were';
grant select (year) on ledger.year_away to simba_app;

insert into ledger.year_away (year, detached_at, companies)
select substring(c.relname from '\d{4}$')::integer,
       (obj_description(c.oid, 'pg_class')::jsonb ->> 'detached')::timestamptz,
       obj_description(c.oid, 'pg_class')::jsonb -> 'companies'
  from pg_catalog.pg_class c
 where c.relnamespace = 'ledger'::regnamespace and c.relkind = 'r' and c.relname ~ '^journal_line_\d{4}$'
   and not c.relispartition and obj_description(c.oid, 'pg_class') is not null;

create or replace function ledger.years_away() returns integer[]
    language sql stable
    as $$
    select coalesce(array_agg(a.year order by a.year), '{}')
      from ledger.year_away a
     where not ledger.year_is_attached(a.year)
       and exists (select from ledger.journal_entry e
                    where e.company_id = simba.current_company()
                      and e.posting_date between make_date(a.year, 1, 1) and make_date(a.year, 12, 31))
    $$;

create or replace procedure ledger.detach_year(year integer)
    language plpgsql
    as $$
declare
    part text := 'journal_line_' || year;
begin
    perform pg_advisory_xact_lock(hashtextextended(format('%I.%I', 'ledger', part), 4));
    lock table ledger.journal_line in access exclusive mode;
    if not ledger.year_is_attached(year) then
        perform simba.refuse('journal_year_is_detached_once', year || ' has no lines here');
    end if;
    perform ledger.judge_year_of_all(year);
    insert into ledger.year_away (year, detached_at, companies) values (year, now(), ledger.lines_of_year(year));
    execute format('alter table ledger.journal_line detach partition ledger.%I', part);
end
$$;

create or replace procedure ledger.attach_year(year integer)
    language plpgsql
    as $$
declare
    part text := 'journal_line_' || year;
    noted jsonb;
    found jsonb;
begin
    perform pg_advisory_xact_lock(hashtextextended(format('%I.%I', 'ledger', part), 4));
    lock table ledger.journal_line in access exclusive mode;
    if to_regclass('ledger.' || part) is null or ledger.year_is_attached(year) then
        perform simba.refuse('journal_year_is_read_back', 'there is no detached ledger.' || part);
    end if;
    select a.companies into noted from ledger.year_away a where a.year = attach_year.year;
    found := ledger.lines_of_year(year);
    if noted is distinct from found then
        perform simba.refuse('journal_year_is_read_back_as_it_was', year || ': ' || coalesce(
            (select coalesce(d.short_name, k.company) from jsonb_object_keys(coalesce(noted, '{}') || found) as k (company)
               left join company.directory d on d.company_id::text = k.company
              where noted -> k.company is distinct from found -> k.company order by 1 limit 1), 'no note'));
    end if;
    execute format('alter table ledger.journal_line attach partition ledger.%I for values from (%L) to (%L)', part,
                   make_date(year, 1, 1), make_date(year + 1, 1, 1));
    delete from ledger.year_away a where a.year = attach_year.year;
    perform ledger.judge_year_of_all(year);
end
$$;

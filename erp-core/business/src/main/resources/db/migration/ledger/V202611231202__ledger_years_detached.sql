-- A calendar year nobody changes any more can be kept elsewhere: its lines are detached, may be dumped and dropped, and are
-- read back and verified before they belong to the books again. For the operator, as the owner of the tables; the
-- application may do neither. docs/operating/years.md says how.

-- Items are written with their lines in one step, by the trigger of the lines; a key would hold every year here for ever.
alter table ledger.open_item drop constraint open_item_company_id_entry_id_line_number_posting_date_fkey;

create function ledger.year_is_attached(year integer) returns boolean
    language sql stable
    as $$
    select exists (select from pg_catalog.pg_inherits i
                     join pg_catalog.pg_class c on c.oid = i.inhrelid
                    where i.inhparent = 'ledger.journal_line'::regclass and c.relname = 'journal_line_' || year)
    $$;

create function ledger.year_detached_between(first_day date, last_day date) returns integer
    language sql stable
    as $$
    select min(y.year)::integer
      from (select distinct extract(year from e.posting_date)::integer as year
              from generate_series(extract(year from first_day)::integer, extract(year from last_day)::integer) as g (year)
             cross join lateral (select e.posting_date from ledger.journal_entry e
                                  where not ledger.year_is_attached(g.year) and e.company_id = simba.current_company()
                                    and e.posting_date between make_date(g.year, 1, 1) and make_date(g.year, 12, 31)
                                  limit 1) e) y
    $$;
comment on function ledger.year_detached_between(date, date) is
    'The first calendar year whose lines the company has and are kept elsewhere at present';
revoke execute on function ledger.year_is_attached(integer), ledger.year_detached_between(date, date) from public;
grant execute on function ledger.year_is_attached(integer), ledger.year_detached_between(date, date) to simba_app;

-- What tells of each company whether the lines of a year are the ones there were: their number, and a sum over them all.
create function ledger.lines_of_year(year integer) returns jsonb
    language plpgsql
    as $$
declare
    company uuid;
    counted jsonb;
    found jsonb := '{}';
begin
    for company in select d.company_id from company.directory d order by d.company_id loop
        perform set_config('simba.company', company::text, true);
        execute format('select jsonb_build_object(''lines'', count(*), ''sum'', coalesce(sum(hashtextextended('
                       'to_jsonb(l)::text, 0)), 0)::text) from ledger.%I l where l.company_id = $1',
                       'journal_line_' || year) into counted using company;
        if (counted ->> 'lines')::bigint > 0 then
            found := found || jsonb_build_object(company::text, counted);
        end if;
    end loop;
    perform set_config('simba.company', '', true);
    return found;
end
$$;

-- Every company: it has nothing open in the year, and what is kept of its books is what its lines say.
create function ledger.judge_year_of_all(year integer) returns void
    language plpgsql
    as $$
declare
    company record;
    unlocked text;
    difference text;
begin
    for company in select d.company_id, d.short_name from company.directory d order by d.company_id loop
        perform set_config('simba.company', company.company_id::text, true);
        select y.code into unlocked
          from company.fiscal_year y
         where y.company_id = company.company_id and y.locked_at is null
           and y.first_day <= make_date(year, 12, 31) and y.last_day >= make_date(year, 1, 1)
         order by y.first_day limit 1;
        if unlocked is not null then
            perform simba.refuse('journal_year_is_finally_closed', company.short_name || ' has not locked ' || unlocked);
        end if;
        select d.what || ' of ' || d.about into difference
          from (select what, about from ledger.differences()
                union all select what, about from ledger.turnover_differences()) d limit 1;
        if difference is not null then
            perform simba.refuse('journal_year_agrees_with_the_books', company.short_name || ': ' || difference);
        end if;
    end loop;
    perform set_config('simba.company', '', true);
end
$$;

create procedure ledger.detach_year(year integer)
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
    execute format('comment on table ledger.%I is %L', part,
                   jsonb_build_object('detached', now(), 'companies', ledger.lines_of_year(year)));
    execute format('alter table ledger.journal_line detach partition ledger.%I', part);
end
$$;
comment on procedure ledger.detach_year(integer) is
    'Takes the lines of a calendar year out of the books, once every company has locked every fiscal year that touches it';

create procedure ledger.attach_year(year integer)
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
    noted := obj_description(to_regclass('ledger.' || part), 'pg_class')::jsonb -> 'companies';
    found := ledger.lines_of_year(year);
    if noted is distinct from found then
        perform simba.refuse('journal_year_is_read_back_as_it_was', year || ': ' || coalesce(
            (select coalesce(d.short_name, k.company) from jsonb_object_keys(coalesce(noted, '{}') || found) as k (company)
               left join company.directory d on d.company_id::text = k.company
              where noted -> k.company is distinct from found -> k.company order by 1 limit 1), 'no note'));
    end if;
    execute format('alter table ledger.journal_line attach partition ledger.%I for values from (%L) to (%L)', part,
                   make_date(year, 1, 1), make_date(year + 1, 1, 1));
    execute format('comment on table ledger.%I is null', part);
    perform ledger.judge_year_of_all(year);
end
$$;
comment on procedure ledger.attach_year(integer) is
    'Puts the lines of a calendar year back, if they are the very ones that were detached and agree with the books';
revoke execute on procedure ledger.detach_year(integer), ledger.attach_year(integer) from public;
revoke execute on function ledger.lines_of_year(integer), ledger.judge_year_of_all(integer) from public;

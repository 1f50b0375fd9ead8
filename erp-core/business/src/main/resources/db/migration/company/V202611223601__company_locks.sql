-- Fiscal years of any length and the locks of their periods. A period is locked as a whole or for one area of the books;
-- the stricter of the two counts. The VAT lock guards the VAT register, whose period is the month a tax is declared in.
alter table company.fiscal_year
    add column locked_at timestamptz,
    add column locked_by text,
    add constraint fiscal_year_lock_names_who check ((locked_at is null) = (locked_by is null));
comment on column company.fiscal_year.locked_at is 'Since when nothing about the year changes any more; never taken back';

alter table company.fiscal_period
    drop constraint fiscal_period_state_is_known,
    add constraint fiscal_period_state_is_known check (state in ('OPEN', 'SOFT_CLOSED', 'CLOSED')),
    add column closing boolean not null default false,
    add column sales_lock text not null default 'OPEN',
    add column purchases_lock text not null default 'OPEN',
    add column bank_lock text not null default 'OPEN',
    add column general_lock text not null default 'OPEN',
    add column vat_lock text not null default 'OPEN',
    add constraint fiscal_period_locks_are_known check (
        sales_lock in ('OPEN', 'SOFT_CLOSED', 'CLOSED') and purchases_lock in ('OPEN', 'SOFT_CLOSED', 'CLOSED')
        and bank_lock in ('OPEN', 'SOFT_CLOSED', 'CLOSED') and general_lock in ('OPEN', 'SOFT_CLOSED', 'CLOSED')
        and vat_lock in ('OPEN', 'SOFT_CLOSED', 'CLOSED'));
comment on column company.fiscal_period.closing is 'A period for closing entries over the last day of its year';

create table company.period_exception (
    company_id uuid not null,
    id uuid not null,
    fiscal_period_id uuid not null,
    area text,
    person_id uuid,
    reason text not null,
    granted_by text not null,
    granted_at timestamptz not null,
    ends_at timestamptz not null,
    revoked_by text,
    revoked_at timestamptz,
    primary key (company_id, id),
    foreign key (company_id, fiscal_period_id) references company.fiscal_period (company_id, id),
    constraint period_exception_area_is_known check (area in ('SALES', 'PURCHASES', 'BANK', 'GENERAL', 'VAT')),
    constraint period_exception_has_a_reason check (btrim(reason) <> ''),
    constraint period_exception_is_time_boxed check (ends_at > granted_at and ends_at <= granted_at + interval '31 days'),
    constraint period_exception_revocation_names_who check ((revoked_at is null) = (revoked_by is null))
);
comment on table company.period_exception is 'Who may still post into a locked period, in which area, until when and why';
create index period_exception_by_period on company.period_exception (company_id, fiscal_period_id, ends_at);
call simba.company_wall('company.period_exception', 'select, insert');
grant update (revoked_by, revoked_at) on company.period_exception to simba_app;

-- How far a period is locked for an area.
create function company.lock_of(period company.fiscal_period, area text) returns text
    language sql immutable
    as $$
    select case when 'CLOSED' in (whole, part) then 'CLOSED' when 'SOFT_CLOSED' in (whole, part) then 'SOFT_CLOSED'
                else 'OPEN' end
      from (select case when area = 'VAT' then 'OPEN' else period.state end as whole,
                   case area when 'SALES' then period.sales_lock when 'PURCHASES' then period.purchases_lock
                             when 'BANK' then period.bank_lock when 'GENERAL' then period.general_lock
                             when 'VAT' then period.vat_lock else 'CLOSED' end as part) locks
    $$;

-- Whether an exception lets this actor post into the period at this moment. None does into a locked year.
create function company.excepted(period company.fiscal_period, posted_area text, actor text, moment timestamptz)
    returns boolean
    language sql stable
    as $$
    select exists (
        select from company.period_exception e
          join company.fiscal_year y on y.company_id = e.company_id and y.id = period.fiscal_year_id
         where e.company_id = period.company_id and e.fiscal_period_id = period.id and y.locked_at is null
           and (e.area is null or e.area = posted_area)
           and (e.person_id is null or 'person:' || e.person_id = actor)
           and e.revoked_at is null and e.granted_at <= moment and moment < e.ends_at)
    $$;
grant execute on function company.lock_of(company.fiscal_period, text),
    company.excepted(company.fiscal_period, text, text, timestamptz) to simba_app;

-- Whoever changes a lock waits for the postings under way; nothing changes in a locked year.
drop trigger fiscal_period_closes_alone on company.fiscal_period;
create or replace function company.close_alone() returns trigger
    language plpgsql
    as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(old.id::text, 1));
    if (new.company_id, new.id, new.fiscal_year_id, new.code, new.number, new.first_day, new.last_day, new.closing)
            is distinct from
            (old.company_id, old.id, old.fiscal_year_id, old.code, old.number, old.first_day, old.last_day, old.closing)
    then
        perform simba.refuse('fiscal_period_keeps_its_days', old.code);
    end if;
    if (select y.locked_at is not null from company.fiscal_year y
         where y.company_id = old.company_id and y.id = old.fiscal_year_id)
            and (new.state <> 'CLOSED' or new.vat_lock <> 'CLOSED') then
        perform simba.refuse('fiscal_year_lock_is_final', old.code);
    end if;
    return new;
end
$$;
create trigger fiscal_period_closes_alone
    before update on company.fiscal_period
    for each row when (old.* is distinct from new.*)
    execute function company.close_alone();

-- Years are locked one after the other, with all their periods, once and for all.
create function company.lock_year() returns trigger
    language plpgsql
    as $$
begin
    if (new.company_id, new.id, new.code, new.first_day, new.last_day)
            is distinct from (old.company_id, old.id, old.code, old.first_day, old.last_day) then
        perform simba.refuse('fiscal_year_keeps_its_days', old.code);
    elsif old.locked_at is not null then
        perform simba.refuse('fiscal_year_lock_is_final', old.code);
    elsif exists (select from company.fiscal_year earlier
                   where earlier.company_id = new.company_id and earlier.last_day < new.first_day
                     and earlier.locked_at is null) then
        perform simba.refuse('fiscal_years_are_locked_in_order', old.code);
    end if;
    perform pg_advisory_xact_lock(hashtextextended(p.id::text, 1))
       from (select id from company.fiscal_period
              where company_id = new.company_id and fiscal_year_id = new.id order by id) p;
    update company.fiscal_period p set state = 'CLOSED', vat_lock = 'CLOSED'
     where p.company_id = new.company_id and p.fiscal_year_id = new.id
       and (p.state <> 'CLOSED' or p.vat_lock <> 'CLOSED');
    return new;
end
$$;
create trigger fiscal_year_locks_for_good
    before update on company.fiscal_year
    for each row when (old.* is distinct from new.*)
    execute function company.lock_year();

-- A year follows the one before or goes before the first: no day belongs to two years, none between two to no year. Its
-- ordinary periods share its days the same way; closing periods lie over its last day.
create function company.judge_calendar() returns trigger
    language plpgsql
    as $$
declare
    year company.fiscal_year;
begin
    select * into year from company.fiscal_year y
     where y.company_id = new.company_id
       and y.id = case tg_table_name when 'fiscal_year' then new.id else (to_jsonb(new) ->> 'fiscal_year_id')::uuid end;
    if exists (select from (select y.first_day - lag(y.last_day) over (order by y.first_day) as distance
                              from company.fiscal_year y where y.company_id = new.company_id) years
                where distance <> 1) then
        perform simba.refuse('fiscal_years_follow_each_other', year.code);
    end if;
    if exists (select from (select p.first_day - lag(p.last_day) over (order by p.first_day) as distance,
                                   min(p.first_day) over () as first_day, max(p.last_day) over () as last_day
                              from company.fiscal_period p
                             where p.company_id = new.company_id and p.fiscal_year_id = year.id and not p.closing) days
                where distance <> 1 or first_day <> year.first_day or last_day <> year.last_day) then
        perform simba.refuse('fiscal_periods_share_the_year', year.code);
    end if;
    if exists (select from company.fiscal_period p
                where p.company_id = new.company_id and p.fiscal_year_id = year.id and p.closing
                  and (p.first_day <> year.last_day or p.last_day <> year.last_day)) then
        perform simba.refuse('closing_period_lies_over_the_last_day', year.code);
    end if;
    if year.locked_at is not null then
        perform simba.refuse('fiscal_year_lock_is_final', year.code);
    end if;
    return null;
end
$$;
create constraint trigger fiscal_years_follow_each_other
    after insert on company.fiscal_year deferrable initially deferred
    for each row execute function company.judge_calendar();
create constraint trigger fiscal_periods_share_the_year
    after insert on company.fiscal_period deferrable initially deferred
    for each row execute function company.judge_calendar();

create trigger fiscal_year_is_never_deleted
    before delete on company.fiscal_year
    for each row execute function simba.refuse('entries are counted in it');
create trigger fiscal_years_are_never_emptied
    before truncate on company.fiscal_year
    for each statement execute function simba.refuse('entries are counted in it');
create trigger fiscal_period_is_never_deleted
    before delete on company.fiscal_period
    for each row execute function simba.refuse('entries name it');
create trigger fiscal_periods_are_never_emptied
    before truncate on company.fiscal_period
    for each statement execute function simba.refuse('entries name it');
create trigger period_exception_is_never_deleted
    before delete or truncate on company.period_exception
    for each statement execute function simba.refuse('an exception is taken back, never deleted');

create function company.judge_exception() returns trigger
    language plpgsql
    as $$
begin
    if tg_op = 'UPDATE' and (old.revoked_at is not null
            or to_jsonb(new) - '{revoked_at,revoked_by}'::text[] <> to_jsonb(old) - '{revoked_at,revoked_by}'::text[]) then
        perform simba.refuse('period_exception_is_only_taken_back', old.id::text);
    elsif tg_op = 'INSERT' and exists (
            select from company.fiscal_period p
              join company.fiscal_year y on y.company_id = p.company_id and y.id = p.fiscal_year_id
             where p.company_id = new.company_id and p.id = new.fiscal_period_id and y.locked_at is not null) then
        perform simba.refuse('fiscal_year_lock_is_final', 'no exceptions into a locked year');
    end if;
    return new;
end
$$;
create trigger period_exception_is_only_taken_back
    before insert or update on company.period_exception
    for each row execute function company.judge_exception();

revoke execute on function company.close_alone(), company.lock_year(), company.judge_calendar(),
    company.judge_exception() from public;

-- "Account X equals Y at the end of day D", kept as data and checked each night. What is asserted never changes; it is
-- withdrawn with a reason. What a check found is worked out here, whoever asks.
create table ledger.balance_assertion (
    company_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    day date not null,
    balance numeric(19, 4) not null,
    source text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawn_for text,
    primary key (company_id, id),
    foreign key (company_id, account_id) references ledger.account (company_id, id),
    constraint balance_assertion_is_withdrawn_for_a_reason check (
        (withdrawn_at is null and withdrawn_by is null and withdrawn_for is null)
        or (withdrawn_at is not null and withdrawn_by is not null and btrim(withdrawn_for) <> '')),
    constraint balance_assertion_source_says_something check (btrim(source) <> '')
);
comment on table ledger.balance_assertion is 'What somebody says the balance of an account is at the end of a day';
comment on column ledger.balance_assertion.balance is 'Debit less credit in the company''s currency, with all accounts below it';
comment on column ledger.balance_assertion.source is 'Where it is known from, such as the number of a bank statement';
create unique index balance_assertion_stands_once on ledger.balance_assertion (company_id, account_id, day)
    where withdrawn_at is null;
call simba.company_wall('ledger.balance_assertion', 'select, insert');
grant update (withdrawn_at, withdrawn_by, withdrawn_for) on ledger.balance_assertion to simba_app;

create table ledger.assertion_check (
    company_id uuid not null,
    id uuid not null,
    assertion_id uuid not null,
    checked_at timestamptz not null,
    actual numeric(19, 4) not null,
    holds boolean not null,
    primary key (company_id, id),
    foreign key (company_id, assertion_id) references ledger.balance_assertion (company_id, id)
);
comment on table ledger.assertion_check is 'What stood on the account when an assertion was checked; only ever added to';
create index assertion_check_by_assertion on ledger.assertion_check (company_id, assertion_id, checked_at desc);
call simba.company_wall('ledger.assertion_check', 'select, insert');

create function ledger.balance_at(of_account uuid, at_day date) returns numeric
    language sql stable
    as $$
    with recursive below as (
        select a.id from ledger.account a where a.company_id = simba.current_company() and a.id = of_account
        union all
        select c.id from ledger.account c join below on c.parent_id = below.id
         where c.company_id = simba.current_company())
    select coalesce(sum(l.debit - l.credit), 0)
      from ledger.account_day l
     where l.company_id = simba.current_company() and l.account_id in (select id from below) and l.day <= at_day
    $$;
comment on function ledger.balance_at(uuid, date) is 'Debit less credit of an account and those below it at the end of a day';
revoke execute on function ledger.balance_at(uuid, date) from public;
grant execute on function ledger.balance_at(uuid, date) to simba_app;

create function ledger.check_assertion() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    asserted ledger.balance_assertion;
begin
    select * into asserted from ledger.balance_assertion a
     where a.company_id = new.company_id and a.id = new.assertion_id;
    if asserted.id is null or asserted.withdrawn_at is not null then
        perform simba.refuse('assertion_check_is_of_one_that_stands', new.assertion_id::text);
    end if;
    new.actual := ledger.balance_at(asserted.account_id, asserted.day);
    new.holds := new.actual = asserted.balance;
    return new;
end
$$;
create trigger assertion_check_finds_the_truth
    before insert on ledger.assertion_check
    for each row execute function ledger.check_assertion();

create function ledger.guard_assertion() returns trigger
    language plpgsql
    as $$
begin
    if old.withdrawn_at is not null
            or to_jsonb(new) - '{withdrawn_at,withdrawn_by,withdrawn_for}'::text[]
               <> to_jsonb(old) - '{withdrawn_at,withdrawn_by,withdrawn_for}'::text[] then
        perform simba.refuse('balance_assertion_is_only_withdrawn', old.id::text);
    end if;
    return new;
end
$$;
create trigger balance_assertion_is_only_withdrawn
    before update on ledger.balance_assertion
    for each row execute function ledger.guard_assertion();
create trigger balance_assertion_is_never_deleted
    before delete or truncate on ledger.balance_assertion
    for each statement execute function simba.refuse('an assertion is withdrawn, never deleted');
create trigger assertion_check_is_never_changed
    before update or delete or truncate on ledger.assertion_check
    for each statement execute function simba.refuse('what was found stays found');
revoke execute on function ledger.check_assertion(), ledger.guard_assertion() from public;

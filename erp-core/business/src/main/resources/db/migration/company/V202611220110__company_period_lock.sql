-- Closing a period and posting into it exclude each other: who posts holds the period in common until the end of his
-- transaction, who closes holds it alone. So nothing is recorded in a period after it was closed, whoever is faster.
create function company.hold_period(holding_company uuid, period uuid) returns company.fiscal_period
    language plpgsql
    as $$
declare
    held company.fiscal_period;
begin
    perform pg_advisory_xact_lock_shared(hashtextextended(period::text, 1));
    select * into held from company.fiscal_period where company_id = holding_company and id = period;
    return held;
end
$$;
comment on function company.hold_period(uuid, uuid) is 'The period, kept from closing until the transaction ends';

create function company.close_alone() returns trigger
    language plpgsql
    as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(old.id::text, 1));
    return new;
end
$$;
create trigger fiscal_period_closes_alone
    before update of state on company.fiscal_period
    for each row when (old.state is distinct from new.state)
    execute function company.close_alone();

-- Rates are added, never changed and never taken away: amounts in the books were computed with them.
create trigger exchange_rate_is_never_changed
    before update or delete or truncate on company.exchange_rate
    for each statement execute function simba.refuse('a published rate stays as it was published');

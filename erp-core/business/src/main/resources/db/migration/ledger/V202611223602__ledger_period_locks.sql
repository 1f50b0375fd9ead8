-- The lock of a period is judged for the area of the entry's journal, in the transaction that posts: open takes everybody,
-- soft-closed who holds the duty, and an exception in force whom it names. What identity says of a person is asked here
-- and not taken from whoever writes.
create function ledger.judge_lock(period company.fiscal_period, area text, actor text, moment timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    level text := company.lock_of(period, area);
begin
    if level = 'OPEN' or company.excepted(period, area, actor, moment) then
        return;
    elsif level = 'CLOSED' then
        perform simba.refuse('journal_entry_period_is_open', period.code || ' is closed for ' || area);
    elsif actor like 'system:%' or (actor like 'person:%' and exists (
            select from identity.held(split_part(actor, ':', 2)::uuid) h
             where h.duty = 'POST_INTO_SOFT_CLOSED_PERIOD')) then
        return;
    end if;
    perform simba.refuse('journal_entry_soft_closed_period_takes_few', period.code || ' is soft-closed for ' || area);
end
$$;

create or replace function ledger.record_entry() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    period company.fiscal_period;
    last_number bigint;
    last_recorded timestamptz;
begin
    period := company.hold_period(new.company_id, new.fiscal_period_id);
    if period.id is null then
        perform simba.refuse('journal_entry_names_its_period', 'no such period');
    elsif new.posting_date not between period.first_day and period.last_day then
        perform simba.refuse('journal_entry_posting_date_lies_in_its_period',
            new.posting_date || ' is not in ' || period.code);
    elsif new.fiscal_year_id <> period.fiscal_year_id then
        perform simba.refuse('journal_entry_counts_in_the_year_of_its_period', period.code);
    end if;
    if (period.state, period.sales_lock, period.purchases_lock, period.bank_lock, period.general_lock)
            <> ('OPEN', 'OPEN', 'OPEN', 'OPEN', 'OPEN') then
        perform ledger.judge_lock(period, (select j.kind from ledger.journal j
                                            where j.company_id = new.company_id and j.id = new.journal_id),
                                  new.recorded_by, new.recorded_at);
    end if;
    perform pg_advisory_xact_lock(hashtextextended(new.journal_id::text || new.fiscal_year_id::text, 2));
    select e.number, e.recorded_at into last_number, last_recorded
      from ledger.journal_entry e
     where e.company_id = new.company_id and e.journal_id = new.journal_id and e.fiscal_year_id = new.fiscal_year_id
     order by e.number desc limit 1;
    last_number := coalesce(last_number, 0);
    if new.number is null then
        new.number := last_number + 1;
        new.recorded_at := greatest(new.recorded_at, last_recorded);
    elsif new.number <> last_number + 1 then
        perform simba.refuse('journal_entry_numbers_have_no_gap', new.number || ' does not follow ' || last_number);
    elsif new.recorded_at < last_recorded then
        perform simba.refuse('journal_entry_numbers_follow_recording', new.recorded_at || ' is before ' || last_recorded);
    end if;
    return new;
end
$$;
-- What was set on the function before goes with its replacement.
alter function ledger.record_entry() set enable_seqscan = off;
alter function ledger.record_entry() set plan_cache_mode = force_generic_plan;
revoke execute on function ledger.judge_lock(company.fiscal_period, text, text, timestamptz) from public;

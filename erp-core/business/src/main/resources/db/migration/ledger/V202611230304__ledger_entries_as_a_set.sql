-- Entries are judged as a set, as lines are: one entry or a thousand in a statement cost one judgement. A number that isn't
-- given is taken before, under the lock of journal and year; one that is given is judged like any other.
create or replace function ledger.record_entry() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    last_number bigint;
    last_recorded timestamptz;
begin
    perform pg_advisory_xact_lock(hashtextextended(new.journal_id::text || new.fiscal_year_id::text, 2));
    select e.number, e.recorded_at into last_number, last_recorded
      from ledger.journal_entry e
     where e.company_id = new.company_id and e.journal_id = new.journal_id and e.fiscal_year_id = new.fiscal_year_id
     order by e.number desc limit 1;
    new.number := coalesce(last_number, 0) + 1;
    new.recorded_at := greatest(new.recorded_at, last_recorded);
    return new;
end
$$;
alter function ledger.record_entry() set enable_seqscan = off;
alter function ledger.record_entry() set plan_cache_mode = force_generic_plan;
drop trigger journal_entry_is_recorded_in_order on ledger.journal_entry;
create trigger journal_entry_is_recorded_in_order
    before insert on ledger.journal_entry
    for each row when (new.number is null) execute function ledger.record_entry();

create function ledger.judge_entries() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    held record;
    broken record;
begin
    for held in select distinct n.company_id, n.fiscal_period_id from new_entries n order by n.fiscal_period_id loop
        perform company.hold_period(held.company_id, held.fiscal_period_id);
    end loop;
    select judged.rule, judged.about into broken
      from (select case
                       when p.id is null then 'journal_entry_names_its_period'
                       when n.posting_date not between p.first_day and p.last_day
                            then 'journal_entry_posting_date_lies_in_its_period'
                       when n.fiscal_year_id <> p.fiscal_year_id then 'journal_entry_counts_in_the_year_of_its_period'
                       when n.number <> 1 and last.number is distinct from n.number - 1
                            then 'journal_entry_numbers_have_no_gap'
                       when n.recorded_at < last.recorded_at then 'journal_entry_numbers_follow_recording'
                       when (p.state, p.sales_lock, p.purchases_lock, p.bank_lock, p.general_lock)
                            <> ('OPEN', 'OPEN', 'OPEN', 'OPEN', 'OPEN') then 'LOCKED'
                   end as rule,
                   'entry ' || n.number || ' of ' || n.posting_date || coalesce(' in ' || p.code, '') as about
              from (select e.*, lag(e.number) over series as before_number, lag(e.recorded_at) over series as before_recorded
                      from new_entries e
                    window series as (partition by e.company_id, e.journal_id, e.fiscal_year_id order by e.number)) n
              left join company.fiscal_period p on p.company_id = n.company_id and p.id = n.fiscal_period_id
              -- Only the first of a row of numbers has to look into the table for the one before it.
              left join lateral (
                    select n.before_number as number, n.before_recorded as recorded_at where n.before_number = n.number - 1
                    union all
                    (select e.number, e.recorded_at from ledger.journal_entry e
                      where n.before_number is distinct from n.number - 1
                        and e.company_id = n.company_id and e.journal_id = n.journal_id
                        and e.fiscal_year_id = n.fiscal_year_id and e.number < n.number
                      order by e.number desc limit 1)) last on true) judged
     where judged.rule is not null
     order by judged.rule = 'LOCKED'
     limit 1;
    if broken.rule = 'LOCKED' then
        for held in select distinct p as period, j.kind, n.recorded_by, n.recorded_at
                      from new_entries n
                      join company.fiscal_period p on p.company_id = n.company_id and p.id = n.fiscal_period_id
                      join ledger.journal j on j.company_id = n.company_id and j.id = n.journal_id
                     where (p.state, p.sales_lock, p.purchases_lock, p.bank_lock, p.general_lock)
                           <> ('OPEN', 'OPEN', 'OPEN', 'OPEN', 'OPEN') loop
            perform ledger.judge_lock(held.period, held.kind, held.recorded_by, held.recorded_at);
        end loop;
    elsif broken.rule is not null then
        perform simba.refuse(broken.rule, broken.about);
    end if;
    return null;
end
$$;
alter function ledger.judge_entries() set enable_seqscan = off;
alter function ledger.judge_entries() set enable_hashjoin = off;
alter function ledger.judge_entries() set enable_mergejoin = off;
alter function ledger.judge_entries() set plan_cache_mode = force_generic_plan;
revoke execute on function ledger.judge_entries() from public;
create trigger journal_entries_are_judged_together
    after insert on ledger.journal_entry
    referencing new table as new_entries
    for each statement execute function ledger.judge_entries();

-- What a batch is copied into before it is posted; gone with its transaction. COPY goes to no table behind a wall.
create function ledger.open_stage() returns void
    language sql
    as $$
    create temporary table entry_stage (
        place integer not null, key text not null, id uuid not null, journal_id uuid not null,
        fiscal_period_id uuid not null, kind text not null, operation_date date not null, document_date date not null,
        posting_date date not null, narration text not null, document_id uuid, document_number text,
        approval_reference text, hash text not null, line_count smallint not null, total numeric not null
    ) on commit drop;
    create temporary table line_stage (
        entry_id uuid not null, posting_date date not null, line_number smallint not null, account_id uuid not null,
        debit numeric, credit numeric, currency text, transaction_amount numeric, rate numeric, rate_date date,
        rate_table text, rate_source text, party_id uuid, vat_code text, due_date date, cost_centre_id uuid, dimensions jsonb, text text,
        open_item boolean not null, split_payment boolean not null
    ) on commit drop
    $$;

-- Everything staged in two statements: numbers are taken here, last, and the triggers judge, sum and open the items of all
-- of it as a set, as they do for one entry.
create function ledger.post_staged(recording timestamptz, recorder text) returns void
    language plpgsql
    as $$
declare
    own_company uuid := simba.current_company();
    series record;
begin
    for series in select distinct s.journal_id, p.fiscal_year_id
                    from entry_stage s
                    join company.fiscal_period p on p.company_id = own_company and p.id = s.fiscal_period_id
                   order by s.journal_id, p.fiscal_year_id loop
        perform pg_advisory_xact_lock(hashtextextended(series.journal_id::text || series.fiscal_year_id::text, 2));
    end loop;
    with staged as (
        select s.*, p.fiscal_year_id
          from entry_stage s
          join company.fiscal_period p on p.company_id = own_company and p.id = s.fiscal_period_id),
    last as (
        select n.journal_id, n.fiscal_year_id, e.number, e.recorded_at
          from (select distinct s.journal_id, s.fiscal_year_id from staged s) n
         cross join lateral (select e.number, e.recorded_at from ledger.journal_entry e
                              where e.company_id = own_company and e.journal_id = n.journal_id
                                and e.fiscal_year_id = n.fiscal_year_id
                              order by e.number desc limit 1) e)
    insert into ledger.journal_entry (company_id, id, journal_id, fiscal_year_id, fiscal_period_id, number, kind,
                                      operation_date, document_date, posting_date, recorded_at, recorded_by, narration,
                                      document_id, document_number, approval_reference, idempotency_key, input_hash,
                                      line_count, total)
    select own_company, s.id, s.journal_id, s.fiscal_year_id, s.fiscal_period_id,
           coalesce(l.number, 0) + row_number() over (partition by s.journal_id, s.fiscal_year_id order by s.place),
           s.kind, s.operation_date, s.document_date, s.posting_date, greatest(recording, l.recorded_at), recorder,
           s.narration, s.document_id, s.document_number, s.approval_reference, s.key, s.hash, s.line_count, s.total
      from staged s
      left join last l on l.journal_id = s.journal_id and l.fiscal_year_id = s.fiscal_year_id;
    insert into ledger.journal_line (company_id, entry_id, line_number, account_id, posting_date, debit, credit, currency,
                                     transaction_amount, rate, rate_date, rate_table, rate_source, party_id, vat_code,
                                     due_date, cost_centre_id, dimensions, text, open_item, split_payment)
    select own_company, l.entry_id, l.line_number, l.account_id, l.posting_date, coalesce(l.debit, 0),
           coalesce(l.credit, 0), l.currency, l.transaction_amount, l.rate, l.rate_date, l.rate_table, l.rate_source,
           l.party_id, l.vat_code, l.due_date, l.cost_centre_id, l.dimensions, l.text, l.open_item, l.split_payment
      from line_stage l;
end
$$;
comment on function ledger.post_staged(timestamptz, text) is 'Puts all staged entries with their lines into the books';
revoke execute on function ledger.open_stage(), ledger.post_staged(timestamptz, text) from public;
grant execute on function ledger.open_stage(), ledger.post_staged(timestamptz, text) to simba_app;

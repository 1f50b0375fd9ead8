-- Entries and lines are judged in one pass each, whatever there are of them. Few go by keys, with a plan that is kept; many
-- are planned anew, since what suits one entry does not suit a thousand.

-- What these named is never deleted and is looked up by the pass anyway, whose rules have names.
alter table ledger.journal_entry
    drop constraint journal_entry_company_id_journal_id_fkey,
    drop constraint journal_entry_company_id_fiscal_period_id_fkey;
-- Written by the pass alone, of accounts and journals it has judged.
alter table ledger.turnover_day
    drop constraint turnover_day_company_id_account_id_fkey,
    drop constraint turnover_day_company_id_journal_id_fkey;
alter table ledger.turnover_month
    drop constraint turnover_month_company_id_account_id_fkey,
    drop constraint turnover_month_company_id_journal_id_fkey;
alter table ledger.turnover_part
    drop constraint turnover_part_company_id_account_id_fkey,
    drop constraint turnover_part_company_id_journal_id_fkey;
-- A check that calls a function is planned again for every statement; the pass judges this, where the plan is kept.
alter table ledger.journal_line drop constraint journal_line_is_scaled_to_its_currency;
do $$
declare
    part regclass;
begin
    for part in select i.inhrelid from pg_catalog.pg_inherits i where i.inhparent = 'ledger.journal_line'::regclass loop
        execute format('alter table %s drop constraint if exists journal_line_is_scaled_to_its_currency', part);
    end loop;
end
$$;
-- Most entries reverse nothing and have no business in it.
alter table ledger.journal_entry drop constraint journal_entry_is_reversed_once;
create unique index journal_entry_is_reversed_once on ledger.journal_entry (company_id, reversal_of)
    where reversal_of is not null;

-- That entries have their lines is looked at when a transaction ends, once for all that were posted by one statement: the
-- first of them says how many there are, and that it says so rightly is judged with the entries.
alter table ledger.journal_entry add column posted_together integer not null default 1;
comment on column ledger.journal_entry.posted_together is
    'How many entries of its journal and year one statement posted from this number on; 0 if an earlier one says it';
create or replace function ledger.refuse_entry_without_lines() returns trigger
    language plpgsql
    as $$
declare
    without uuid;
begin
    if new.posted_together = 1 then
        if not exists (select from ledger.journal_line l
                        where l.company_id = new.company_id and l.entry_id = new.id and l.line_number = 1
                          and l.posting_date = new.posting_date) then
            without := new.id;
        end if;
    else
        select e.id into without
          from ledger.journal_entry e
         where e.company_id = new.company_id and e.journal_id = new.journal_id and e.fiscal_year_id = new.fiscal_year_id
           and e.number between new.number and new.number + new.posted_together - 1
           and (select l.line_number from ledger.journal_line l
                 where l.company_id = e.company_id and l.entry_id = e.id and l.line_number = 1
                   and l.posting_date = e.posting_date) is null
         limit 1;
    end if;
    if without is not null then
        perform simba.refuse('journal_entry_has_lines', 'entry ' || without);
    end if;
    return null;
end
$$;
alter function ledger.refuse_entry_without_lines() reset all;
alter function ledger.refuse_entry_without_lines() security invoker;
drop trigger journal_entry_has_lines on ledger.journal_entry;
create constraint trigger journal_entry_has_lines
    after insert on ledger.journal_entry deferrable initially deferred
    for each row when (new.posted_together > 0) execute function ledger.refuse_entry_without_lines();

drop trigger journal_lines_are_summed on ledger.journal_line;
drop function ledger.keep_turnover();
drop trigger journal_line_dimensions_are_judged_together on ledger.journal_line;
drop function ledger.judge_dimensions();

do $build$
declare
    -- Judges the lines and sums them. Of a line the first rule it breaks counts, then what its entry breaks as a whole.
    -- Turnover is written in the order of accounts, so that two postings never wait for each other in a circle.
    lines text := $q$
        with entry_of as materialized (
            select e.company_id, e.id, e.journal_id, e.posting_date, e.kind, e.line_count, e.total
              from (select distinct l.company_id, l.entry_id from new_lines l) n
              join ledger.journal_entry e on e.company_id = n.company_id and e.id = n.entry_id),
        line as materialized (
            select l.company_id, l.entry_id, l.account_id, l.posting_date, l.line_number, l.debit, l.credit, e.journal_id,
                   e.line_count, e.total, l.open_item, l.currency is not null or l.cost_centre_id is not null as parted,
                   l.dimensions is not null or r.account_id is not null as has_dimensions,
                   case when e.id is null then 1
                        when l.posting_date <> e.posting_date then 3
                        when a.id is null then 4
                        when not a.postable or e.posting_date < a.active_from or e.posting_date > a.active_to then 5
                        when a.control is not null and l.party_id is null then 6
                        when l.open_item and (a.control is null or l.due_date is null) then 7
                        when a.cost_centre_required and l.cost_centre_id is null then 8
                        when l.cost_centre_id is not null and c.id is null then 9
                        when e.posting_date < c.active_from or e.posting_date > c.active_to then 10
                        when coalesce(l.currency, b.base_currency) <> a.currency then 11
                        when min_scale(l.debit + l.credit) > b.decimals then 12
                        when l.currency is not null
                             and min_scale(l.transaction_amount) > ledger.decimals(l.currency::text) then 16
                        when (l.debit < 0 or l.credit < 0) and e.kind not in ('CORRECTION', 'RED_REVERSAL') then 13
                   end as broken
              from new_lines l
              left join entry_of e on e.id = l.entry_id and e.company_id = l.company_id
              left join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
              left join ledger.cost_centre c on c.company_id = l.company_id and c.id = l.cost_centre_id
              left join (select b.id, b.company_id, b.base_currency, ledger.decimals(b.base_currency) as decimals
                           from company.company b offset 0) b on b.company_id = l.company_id and b.id = l.company_id
              left join (select distinct x.company_id, x.account_id from ledger.account_axis x
                          where x.rule = 'REQUIRED') r on r.company_id = l.company_id and r.account_id = l.account_id),
        entry as (
            select l.entry_id, bool_or(l.open_item) as opens, bool_or(l.parted) as parted,
                   bool_or(l.has_dimensions) as has_dimensions,
                   case when min(l.broken) = 1 then 1
                        when count(*) <> max(l.line_count) or min(l.line_number) <> 1
                             or max(l.line_number) <> max(l.line_count) then 2
                        when min(l.broken) is not null then min(l.broken)
                        when sum(l.debit) <> sum(l.credit) then 14
                        when sum(l.debit) <> max(l.total) then 15 end as broken
              from line l
             group by l.entry_id),
        days as (
            select l.company_id, l.account_id, l.posting_date, l.journal_id, sum(l.debit) as debit, sum(l.credit) as credit
              from line l where l.broken is null
             group by l.company_id, l.account_id, l.posting_date, l.journal_id),
        by_day as (
            insert into ledger.turnover_day as kept (company_id, account_id, day, journal_id, debit, credit)
            select d.company_id, d.account_id, d.posting_date, d.journal_id, d.debit, d.credit
              from days d order by d.account_id, d.posting_date, d.journal_id
            on conflict (company_id, account_id, day, journal_id)
               do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit),
        by_month as (
            insert into ledger.turnover_month as kept (company_id, account_id, month, journal_id, debit, credit)
            select d.company_id, d.account_id, date_trunc('month', d.posting_date::timestamp)::date, d.journal_id,
                   sum(d.debit), sum(d.credit)
              from days d
             group by 1, 2, 3, 4
             order by d.account_id, 3, d.journal_id
            on conflict (company_id, account_id, month, journal_id)
               do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit)
        select (array['journal_line_belongs_to_an_entry', 'journal_entry_lines_come_together',
                      'journal_line_stands_under_its_posting_date', 'journal_line_names_an_account',
                      'journal_line_account_is_open_for_entries', 'control_account_names_its_party',
                      'open_item_stands_on_a_control_account', 'account_names_its_cost_centre',
                      'journal_line_names_a_cost_centre', 'journal_line_cost_centre_is_active',
                      'journal_line_is_in_the_currency_of_its_account', 'journal_line_is_scaled_to_the_base_currency',
                      'journal_line_is_negative_only_in_a_correction', 'journal_entry_balances',
                      'journal_entry_total_is_the_sum_of_its_debits',
                      'journal_line_is_scaled_to_its_currency'])[min(e.broken)] as rule,
               (array_agg(e.entry_id order by e.broken) filter (where e.broken is not null))[1] as entry_id,
               bool_or(e.opens) as opens, bool_or(e.parted) as parted, bool_or(e.has_dimensions) as has_dimensions
          from entry e$q$;
    -- Judges entries; locks last, since only they ask who writes.
    entries text := $q$
        select judged.rule, judged.about
          from (select case
                           when j.id is null then 'journal_entry_names_its_journal'
                           when p.id is null then 'journal_entry_names_its_period'
                           when n.posting_date not between p.first_day and p.last_day
                                then 'journal_entry_posting_date_lies_in_its_period'
                           when n.fiscal_year_id <> p.fiscal_year_id then 'journal_entry_counts_in_the_year_of_its_period'
                           when n.number <> 1 and last.number is distinct from n.number - 1
                                then 'journal_entry_numbers_have_no_gap'
                           when n.recorded_at < last.recorded_at then 'journal_entry_numbers_follow_recording'
                           when n.posted_together <> 1 and n.first_says <> n.together
                                then 'journal_entry_counts_what_is_posted_with_it'
                           when (p.state, p.sales_lock, p.purchases_lock, p.bank_lock, p.general_lock)
                                <> ('OPEN', 'OPEN', 'OPEN', 'OPEN', 'OPEN') then 'LOCKED'
                       end as rule,
                       'entry ' || n.number || ' of ' || n.posting_date || coalesce(' in ' || p.code, '') as about
                  from (select e.company_id, e.journal_id, e.fiscal_year_id, e.fiscal_period_id, e.number, e.posting_date,
                               e.recorded_at, e.posted_together, lag(e.number) over series as before_number,
                               lag(e.recorded_at) over series as before_recorded,
                               first_value(e.posted_together) over series as first_says,
                               count(*) over (partition by e.company_id, e.journal_id, e.fiscal_year_id) as together
                          from new_entries e
                        window series as (partition by e.company_id, e.journal_id, e.fiscal_year_id order by e.number)) n
                  left join ledger.journal j on j.company_id = n.company_id and j.id = n.journal_id
                  left join company.fiscal_period p on p.company_id = n.company_id and p.id = n.fiscal_period_id
                  -- Only the first of a row of numbers has to look into the table for the one before it.
                  left join lateral (
                        select n.before_number as number, n.before_recorded as recorded_at
                         where n.before_number = n.number - 1
                        union all
                        (select e.number, e.recorded_at from ledger.journal_entry e
                          where n.before_number is distinct from n.number - 1
                            and e.company_id = n.company_id and e.journal_id = n.journal_id
                            and e.fiscal_year_id = n.fiscal_year_id and e.number < n.number
                          order by e.number desc limit 1)) last on true) judged
         where judged.rule is not null
         order by judged.rule = 'LOCKED'
         limit 1$q$;
begin
    execute format($f$
        create or replace function ledger.judge_lines() returns trigger
            language plpgsql security definer set search_path = pg_catalog, pg_temp
            as $t$
        declare
            judged record;
        begin
            if (select count(*) from (select from new_lines limit 101) l) <= 100 then
                %1$s into judged;
            else
                execute %1$L into judged;
            end if;
            if judged.rule is not null then
                perform simba.refuse(judged.rule, 'entry ' || judged.entry_id);
            end if;
            if judged.has_dimensions then
                %2$s
            end if;
            if judged.parted then
                %3$s
            end if;
            if judged.opens then
                %4$s
            end if;
            return null;
        end
        $t$ $f$, lines,
        $q$select d.rule, d.entry_id into judged.rule, judged.entry_id
                  from (select l.entry_id,
                               case
                                   when x.id is null then 'journal_line_names_its_axes'
                                   when v.id is null then 'journal_line_names_values_of_its_axes'
                                   when l.posting_date < x.active_from or l.posting_date > x.active_to
                                        or l.posting_date < v.active_from or l.posting_date > v.active_to
                                        then 'journal_line_dimension_is_active'
                                   when r.rule = 'FORBIDDEN' then 'account_takes_no_such_dimension'
                                   when r.allowed <> '{}' and v.id <> all (r.allowed)
                                        then 'account_takes_allowed_values_only'
                               end as rule
                          from new_lines l
                         cross join lateral jsonb_each_text(l.dimensions) d
                          left join ledger.axis x on x.company_id = l.company_id
                               and x.id = case when d.key ~ '^[0-9a-f-]{36}$' then d.key::uuid end
                          left join ledger.axis_value v on v.company_id = l.company_id and v.axis_id = x.id
                               and v.id = case when d.value ~ '^[0-9a-f-]{36}$' then d.value::uuid end
                          left join ledger.account_axis r on r.company_id = l.company_id and r.account_id = l.account_id
                               and r.axis_id = x.id
                        union all
                        select l.entry_id, 'account_names_its_dimensions'
                          from new_lines l
                          join ledger.account_axis r on r.company_id = l.company_id and r.account_id = l.account_id
                          join ledger.axis x on x.company_id = r.company_id and x.id = r.axis_id
                         where r.rule = 'REQUIRED'
                           and l.posting_date between x.active_from and coalesce(x.active_to, 'infinity')
                           and l.dimensions ->> r.axis_id::text is null) d
                 where d.rule is not null
                 limit 1;
                if judged.rule is not null then
                    perform simba.refuse(judged.rule, 'entry ' || judged.entry_id);
                end if;$q$,
        $q$insert into ledger.turnover_part as kept (company_id, account_id, month, journal_id, kind, part, debit, credit,
                                                          amount)
                select l.company_id, l.account_id, date_trunc('month', l.posting_date)::date, e.journal_id, p.kind, p.part,
                       sum(l.debit), sum(l.credit),
                       sum(case when p.kind <> 'CURRENCY' then 0 when l.debit <> 0 then l.transaction_amount
                                else -l.transaction_amount end)
                  from new_lines l
                  join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
                 cross join lateral (values ('CURRENCY', l.currency::text),
                                            ('COST_CENTRE', l.cost_centre_id::text)) p (kind, part)
                 where p.part is not null
                 group by 1, 2, 3, 4, 5, 6
                 order by l.account_id, 3, e.journal_id, p.kind, p.part
                on conflict (company_id, account_id, month, journal_id, kind, part)
                   do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit,
                                 amount = kept.amount + excluded.amount;$q$,
        $q$insert into ledger.open_item (company_id, id, entry_id, line_number, posting_date, account_id, party_id, side,
                                              currency, amount, remaining, base_amount, due_date, document_id, split_payment)
                select l.company_id, gen_random_uuid(), l.entry_id, l.line_number, l.posting_date, l.account_id, l.party_id,
                       case when l.debit <> 0 then 'DEBIT' else 'CREDIT' end,
                       coalesce(l.currency, b.base_currency), coalesce(l.transaction_amount, l.debit + l.credit),
                       coalesce(l.transaction_amount, l.debit + l.credit), l.debit + l.credit, l.due_date, e.document_id,
                       l.split_payment
                  from new_lines l
                  join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
                  join company.company b on b.company_id = l.company_id
                 where l.open_item;$q$);
    execute format($f$
        create or replace function ledger.judge_entries() returns trigger
            language plpgsql security definer set search_path = pg_catalog, pg_temp
            as $t$
        declare
            held record;
            broken record;
        begin
            for held in select distinct n.company_id, n.fiscal_period_id from new_entries n order by n.fiscal_period_id loop
                perform company.hold_period(held.company_id, held.fiscal_period_id);
            end loop;
            if (select count(*) from (select from new_entries limit 51) n) <= 50 then
                %1$s into broken;
            else
                execute %1$L into broken;
            end if;
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
        $t$ $f$, entries);
end
$build$;
alter function ledger.judge_lines() reset all;
alter function ledger.judge_lines() set search_path = pg_catalog, pg_temp;
alter function ledger.judge_entries() reset all;
alter function ledger.judge_entries() set search_path = pg_catalog, pg_temp;

-- What a batch is copied into before it is posted, once per connection; empty again after each transaction. COPY goes to no
-- table behind a wall.
create or replace function ledger.open_stage() returns void
    language plpgsql
    as $$
begin
    if to_regclass('pg_temp.entry_stage') is not null then
        return;
    end if;
    create temporary table entry_stage (
        place integer not null, key text not null, id uuid not null, journal_id uuid not null,
        fiscal_period_id uuid not null, kind text not null, operation_date date not null, document_date date not null,
        posting_date date not null, narration text not null, document_id uuid, document_number text,
        approval_reference text, hash text not null, line_count smallint not null, total numeric not null
    ) on commit delete rows;
    create temporary table line_stage (
        entry_id uuid not null, posting_date date not null, line_number smallint not null, account_id uuid not null,
        debit numeric, credit numeric, currency text, transaction_amount numeric, rate numeric, rate_date date,
        rate_table text, rate_source text, party_id uuid, vat_code text, due_date date, cost_centre_id uuid,
        dimensions jsonb, text text, open_item boolean not null, split_payment boolean not null
    ) on commit delete rows;
end
$$;

create or replace function ledger.post_staged(recording timestamptz, recorder text) returns void
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
        select s.*, p.fiscal_year_id, row_number() over numbered as nth,
               count(*) over (partition by s.journal_id, p.fiscal_year_id) as together
          from entry_stage s
          join company.fiscal_period p on p.company_id = own_company and p.id = s.fiscal_period_id
        window numbered as (partition by s.journal_id, p.fiscal_year_id order by s.place)),
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
                                      line_count, total, posted_together)
    select own_company, s.id, s.journal_id, s.fiscal_year_id, s.fiscal_period_id, coalesce(l.number, 0) + s.nth,
           s.kind, s.operation_date, s.document_date, s.posting_date, greatest(recording, l.recorded_at), recorder,
           s.narration, s.document_id, s.document_number, s.approval_reference, s.key, s.hash, s.line_count, s.total,
           case when s.nth = 1 then s.together else 0 end
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

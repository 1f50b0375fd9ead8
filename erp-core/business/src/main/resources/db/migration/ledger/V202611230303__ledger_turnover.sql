-- Turnover by account and day, and by account and month, is kept in the posting transaction and is exact to the last
-- committed entry. It is kept by journal: postings into one journal wait for each other anyway, for the number, and
-- postings into different journals never meet in a row.
drop table ledger.account_day;
drop table ledger.account_month;

create table ledger.turnover_day (
    company_id uuid not null,
    account_id uuid not null,
    day date not null,
    journal_id uuid not null,
    debit numeric(19, 4) not null,
    credit numeric(19, 4) not null,
    primary key (company_id, account_id, day, journal_id),
    foreign key (company_id, account_id) references ledger.account (company_id, id),
    foreign key (company_id, journal_id) references ledger.journal (company_id, id)
) with (fillfactor = 80);
comment on table ledger.turnover_day is 'Turnover per account, posting date and journal, kept by the trigger of the lines; reports sum it';
create index turnover_day_by_day on ledger.turnover_day (company_id, day);
call simba.company_wall('ledger.turnover_day', 'select');

create table ledger.turnover_month (
    company_id uuid not null,
    account_id uuid not null,
    month date not null,
    journal_id uuid not null,
    debit numeric(19, 4) not null,
    credit numeric(19, 4) not null,
    primary key (company_id, account_id, month, journal_id),
    foreign key (company_id, account_id) references ledger.account (company_id, id),
    foreign key (company_id, journal_id) references ledger.journal (company_id, id),
    constraint turnover_month_is_named_by_its_first_day check (extract(day from month) = 1)
) with (fillfactor = 80);
comment on table ledger.turnover_month is 'The same by calendar month, so that a report over years reads months and only the edges by day';
call simba.company_wall('ledger.turnover_month', 'select');

create table ledger.turnover_part (
    company_id uuid not null,
    account_id uuid not null,
    month date not null,
    journal_id uuid not null,
    kind text not null,
    part text not null,
    debit numeric(19, 4) not null,
    credit numeric(19, 4) not null,
    amount numeric(19, 4) not null,
    primary key (company_id, account_id, month, journal_id, kind, part),
    foreign key (company_id, account_id) references ledger.account (company_id, id),
    foreign key (company_id, journal_id) references ledger.journal (company_id, id),
    constraint turnover_part_kind_is_known check (kind in ('CURRENCY', 'COST_CENTRE')),
    constraint turnover_part_is_named_by_the_first_day_of_its_month check (extract(day from month) = 1)
) with (fillfactor = 80);
comment on table ledger.turnover_part is 'The part of a month''s turnover in a foreign currency, or of a cost centre';
comment on column ledger.turnover_part.part is 'The currency''s code, or the cost centre''s id';
comment on column ledger.turnover_part.amount is 'In the foreign currency, debit less credit; 0 for a cost centre';
call simba.company_wall('ledger.turnover_part', 'select');

create view ledger.account_day with (security_invoker = true) as
    select company_id, account_id, day, sum(debit) as debit, sum(credit) as credit
      from ledger.turnover_day group by company_id, account_id, day;
comment on view ledger.account_day is 'Turnover per account and posting date, over all journals';
create view ledger.account_month with (security_invoker = true) as
    select company_id, account_id, month, sum(debit) as debit, sum(credit) as credit
      from ledger.turnover_month group by company_id, account_id, month;
comment on view ledger.account_month is 'Turnover per account and calendar month, over all journals';
grant select on ledger.account_day, ledger.account_month to simba_app;

-- Lines are judged here and summed beside it.
create or replace function ledger.judge_lines() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    broken record;
begin
    select judged.rule, judged.entry_id into broken
      from (select l.entry_id,
                   case
                       when max(e.line_count) is null then 'journal_line_belongs_to_an_entry'
                       when count(*) <> max(e.line_count) or min(l.line_number) <> 1
                            or max(l.line_number) <> max(e.line_count) then 'journal_entry_lines_come_together'
                       when bool_or(l.posting_date <> e.posting_date) then 'journal_line_stands_under_its_posting_date'
                       when bool_or(a.id is null) then 'journal_line_names_an_account'
                       when bool_or(not a.postable or e.posting_date < a.active_from or e.posting_date > a.active_to)
                            then 'journal_line_account_is_open_for_entries'
                       when bool_or(a.control is not null and l.party_id is null)
                            then 'control_account_names_its_party'
                       when bool_or(l.open_item and (a.control is null or l.due_date is null))
                            then 'open_item_stands_on_a_control_account'
                       when bool_or(a.cost_centre_required and l.cost_centre_id is null)
                            then 'account_names_its_cost_centre'
                       when bool_or(l.cost_centre_id is not null and c.id is null)
                            then 'journal_line_names_a_cost_centre'
                       when bool_or(e.posting_date < c.active_from or e.posting_date > c.active_to)
                            then 'journal_line_cost_centre_is_active'
                       when bool_or(coalesce(l.currency, b.base_currency) <> a.currency)
                            then 'journal_line_is_in_the_currency_of_its_account'
                       when bool_or(l.debit + l.credit <> round(l.debit + l.credit, ledger.decimals(b.base_currency)))
                            then 'journal_line_is_scaled_to_the_base_currency'
                       when max(e.kind) not in ('CORRECTION', 'RED_REVERSAL') and bool_or(l.debit < 0 or l.credit < 0)
                            then 'journal_line_is_negative_only_in_a_correction'
                       when sum(l.debit) <> sum(l.credit) then 'journal_entry_balances'
                       when sum(l.debit) <> max(e.total) then 'journal_entry_total_is_the_sum_of_its_debits'
                   end as rule
              from new_lines l
              left join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
              left join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
              left join ledger.cost_centre c on c.company_id = l.company_id and c.id = l.cost_centre_id
              left join company.company b on b.company_id = l.company_id and b.id = l.company_id
             group by l.entry_id) judged
     where judged.rule is not null
     limit 1;
    if broken.rule is not null then
        perform simba.refuse(broken.rule, 'entry ' || broken.entry_id);
    end if;

    insert into ledger.open_item (company_id, id, entry_id, line_number, posting_date, account_id, party_id, side, currency,
                                  amount, remaining, base_amount, due_date, document_id, split_payment)
    select l.company_id, gen_random_uuid(), l.entry_id, l.line_number, l.posting_date, l.account_id, l.party_id,
           case when l.debit <> 0 then 'DEBIT' else 'CREDIT' end,
           coalesce(l.currency, b.base_currency), coalesce(l.transaction_amount, l.debit + l.credit),
           coalesce(l.transaction_amount, l.debit + l.credit), l.debit + l.credit, l.due_date, e.document_id,
           l.split_payment
      from new_lines l
      join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
      join company.company b on b.company_id = l.company_id
     where l.open_item;
    return null;
end
$$;
alter function ledger.judge_lines() set enable_seqscan = off;
alter function ledger.judge_lines() set enable_hashjoin = off;
alter function ledger.judge_lines() set enable_mergejoin = off;
alter function ledger.judge_lines() set plan_cache_mode = force_generic_plan;

-- Always in the order of accounts, so that two postings never wait for each other in a circle.
create function ledger.keep_turnover() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    with days as (
        select l.company_id, l.account_id, l.posting_date, e.journal_id, sum(l.debit) as debit, sum(l.credit) as credit
          from new_lines l
          join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
         group by l.company_id, l.account_id, l.posting_date, e.journal_id),
    by_day as (
        insert into ledger.turnover_day as kept (company_id, account_id, day, journal_id, debit, credit)
        select d.company_id, d.account_id, d.posting_date, d.journal_id, d.debit, d.credit
          from days d order by d.account_id, d.posting_date, d.journal_id
        on conflict (company_id, account_id, day, journal_id)
           do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit)
    insert into ledger.turnover_month as kept (company_id, account_id, month, journal_id, debit, credit)
    select d.company_id, d.account_id, date_trunc('month', d.posting_date)::date, d.journal_id, sum(d.debit), sum(d.credit)
      from days d
     group by d.company_id, d.account_id, date_trunc('month', d.posting_date)::date, d.journal_id
     order by d.account_id, date_trunc('month', d.posting_date)::date, d.journal_id
    on conflict (company_id, account_id, month, journal_id)
       do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit;

    if exists (select from new_lines l where l.currency is not null or l.cost_centre_id is not null) then
        insert into ledger.turnover_part as kept (company_id, account_id, month, journal_id, kind, part, debit, credit, amount)
        select l.company_id, l.account_id, date_trunc('month', l.posting_date)::date, e.journal_id, p.kind, p.part,
               sum(l.debit), sum(l.credit),
               sum(case when p.kind <> 'CURRENCY' then 0 when l.debit <> 0 then l.transaction_amount
                        else -l.transaction_amount end)
          from new_lines l
          join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
         cross join lateral (values ('CURRENCY', l.currency::text), ('COST_CENTRE', l.cost_centre_id::text)) p (kind, part)
         where p.part is not null
         group by l.company_id, l.account_id, date_trunc('month', l.posting_date)::date, e.journal_id, p.kind, p.part
         order by l.account_id, date_trunc('month', l.posting_date)::date, e.journal_id, p.kind, p.part
        on conflict (company_id, account_id, month, journal_id, kind, part)
           do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit,
                         amount = kept.amount + excluded.amount;
    end if;
    return null;
end
$$;
alter function ledger.keep_turnover() set enable_seqscan = off;
alter function ledger.keep_turnover() set enable_hashjoin = off;
alter function ledger.keep_turnover() set enable_mergejoin = off;
alter function ledger.keep_turnover() set plan_cache_mode = force_generic_plan;
revoke execute on function ledger.keep_turnover() from public;
create trigger journal_lines_are_summed
    after insert on ledger.journal_line
    referencing new table as new_lines
    for each statement execute function ledger.keep_turnover();

-- What is kept by journal and of parts, against the lines. The tests ask it beside ledger.differences().
create function ledger.turnover_differences()
    returns table (what text, about text, kept numeric, counted numeric)
    language sql stable
    as $$
    with lines as (
        select l.account_id, l.posting_date, e.journal_id, l.debit, l.credit, l.currency::text as currency,
               l.cost_centre_id::text as cost_centre,
               case when l.debit <> 0 then l.transaction_amount else -l.transaction_amount end as amount
          from ledger.journal_line l
          join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
         where l.company_id = simba.current_company()),
    counted as (
        select 'day' as what, account_id, posting_date as day, journal_id, '' as part, sum(debit) as debit,
               sum(credit) as credit, 0 as amount
          from lines group by account_id, posting_date, journal_id
        union all
        select 'month', account_id, date_trunc('month', posting_date)::date, journal_id, '', sum(debit), sum(credit), 0
          from lines group by 2, 3, 4
        union all
        select 'CURRENCY', account_id, date_trunc('month', posting_date)::date, journal_id, currency, sum(debit),
               sum(credit), sum(amount)
          from lines where currency is not null group by 2, 3, 4, 5
        union all
        select 'COST_CENTRE', account_id, date_trunc('month', posting_date)::date, journal_id, cost_centre, sum(debit),
               sum(credit), 0
          from lines where cost_centre is not null group by 2, 3, 4, 5),
    kept as (
        select 'day' as what, account_id, day, journal_id, '' as part, debit, credit, 0 as amount
          from ledger.turnover_day where company_id = simba.current_company()
        union all
        select 'month', account_id, month, journal_id, '', debit, credit, 0
          from ledger.turnover_month where company_id = simba.current_company()
        union all
        select kind, account_id, month, journal_id, part, debit, credit, amount
          from ledger.turnover_part where company_id = simba.current_company())
    select 'turnover ' || what, account_id || ' ' || day || ' ' || journal_id || ' ' || part,
           coalesce(k.debit, 0) - coalesce(k.credit, 0), coalesce(c.debit, 0) - coalesce(c.credit, 0)
      from kept k full join counted c using (what, account_id, day, journal_id, part)
     where (k.debit, k.credit, k.amount) is distinct from (c.debit, c.credit, c.amount)
    $$;
comment on function ledger.turnover_differences() is 'Where turnover kept by journal, currency or cost centre differs from the lines';
revoke execute on function ledger.turnover_differences() from public;
grant execute on function ledger.turnover_differences() to simba_app;

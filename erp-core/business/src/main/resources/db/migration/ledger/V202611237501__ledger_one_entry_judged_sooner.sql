-- A single entry is judged by fewer questions, which say the same: what it is and what is broken in its lines is asked at
-- once, cost centres and foreign currencies only if a line names one (all cost centres were read for each entry), and a day's
-- turnover is summed once for its month too. That a year has its partition is asked once a statement, not of each entry.
do $build$
declare
    of_lines text := pg_get_functiondef('ledger.judge_lines()'::regprocedure);
    of_entries text := pg_get_functiondef('ledger.judge_entries()'::regprocedure);
    single constant text := 'if begins.more is false then';
    many constant text := 'elsif begins.more then';
    one constant text := 'if one.more is false then';
    others constant text := '    else
        for held in select distinct n.company_id, n.fiscal_period_id from new_entries n
                     order by n.fiscal_period_id loop
';
begin
    if strpos(of_lines, single) = 0 or strpos(of_lines, many) = 0 or strpos(of_lines, 'own record;') = 0
       or strpos(of_entries, one) = 0 or strpos(of_entries, others) = 0 then
        raise exception 'The rules of the ledger are not as they were left';
    end if;
    of_lines := replace(of_lines, 'own record;', 'own record;
    parts integer;');
    execute substr(of_lines, 1, strpos(of_lines, single) - 1) || $new$if begins.more is false then
        select h.journal_id, h.posting_date, s.opens, s.parted, s.has_dimensions, case
                   when s.broken = 1 then 1
                   when s.lines <> h.line_count or s.first <> 1 or s.last <> h.line_count then 2
                   when s.broken is not null then s.broken
                   when s.debit <> s.credit then 14
                   when s.debit <> h.total then 15
               end as broken
          into own
          from (select) entry
          left join (ledger.journal_entry h
                     join company.company k on k.company_id = h.company_id and k.id = h.company_id)
                 on h.company_id = begins.company_id and h.id = begins.entry_id
         cross join lateral (
                select count(*) as lines, min(l.line_number) as first, max(l.line_number) as last, sum(l.debit) as debit,
                       sum(l.credit) as credit, bool_or(l.open_item) as opens,
                       bool_or(l.currency is not null or l.cost_centre_id is not null) as parted,
                       bool_or(l.dimensions is not null
                               or exists (select from ledger.account_axis x
                                           where x.company_id = l.company_id and x.account_id = l.account_id
                                             and x.rule = 'REQUIRED')) as has_dimensions,
                       min(case
                           when h.id is null then 1
                           when l.posting_date <> h.posting_date then 3
                           when a.id is null then 4
                           when not a.postable or h.posting_date < a.active_from or h.posting_date > a.active_to then 5
                           when a.control is not null and l.party_id is null then 6
                           when l.open_item and (a.control is null or l.due_date is null) then 7
                           when a.cost_centre_required and l.cost_centre_id is null then 8
                           when coalesce(l.currency, k.base_currency) <> a.currency then 11
                           when min_scale(l.debit + l.credit) > ledger.decimals(k.base_currency) then 12
                           when (l.debit < 0 or l.credit < 0) and h.kind not in ('CORRECTION', 'RED_REVERSAL') then 13
                       end) as broken
                  from new_lines l
                  left join ledger.account a on a.company_id = l.company_id and a.id = l.account_id) s;
        if own.parted then
            select min(case
                       when l.cost_centre_id is not null and c.id is null then 9
                       when l.posting_date < c.active_from or l.posting_date > c.active_to then 10
                       when l.currency is not null
                            and min_scale(l.transaction_amount) > ledger.decimals(l.currency::text) then 16
                   end)
              into parts
              from new_lines l
              left join ledger.cost_centre c on c.company_id = l.company_id and c.id = l.cost_centre_id;
            own.broken := case when own.broken in (14, 15) then coalesce(parts, own.broken)
                               when own.broken in (1, 2) then own.broken
                               else least(own.broken, parts) end;
        end if;
        select (array['journal_line_belongs_to_an_entry', 'journal_entry_lines_come_together',
                      'journal_line_stands_under_its_posting_date', 'journal_line_names_an_account',
                      'journal_line_account_is_open_for_entries', 'control_account_names_its_party',
                      'open_item_stands_on_a_control_account', 'account_names_its_cost_centre',
                      'journal_line_names_a_cost_centre', 'journal_line_cost_centre_is_active',
                      'journal_line_is_in_the_currency_of_its_account', 'journal_line_is_scaled_to_the_base_currency',
                      'journal_line_is_negative_only_in_a_correction', 'journal_entry_balances',
                      'journal_entry_total_is_the_sum_of_its_debits', 'journal_line_is_scaled_to_its_currency'])[own.broken]
                   as rule, begins.entry_id, own.opens, own.parted, own.has_dimensions
          into judged;
        if judged.rule is null then
            with summed as materialized (
                select l.account_id, sum(l.debit) as debit, sum(l.credit) as credit
                  from new_lines l group by l.account_id order by l.account_id),
            by_day as (
                insert into ledger.turnover_day as kept (company_id, account_id, day, journal_id, debit, credit)
                select begins.company_id, s.account_id, own.posting_date, own.journal_id, s.debit, s.credit from summed s
                on conflict (company_id, account_id, day, journal_id)
                   do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit)
            insert into ledger.turnover_month as kept (company_id, account_id, month, journal_id, debit, credit)
            select begins.company_id, s.account_id, date_trunc('month', own.posting_date::timestamp)::date,
                   own.journal_id, s.debit, s.credit
              from summed s
            on conflict (company_id, account_id, month, journal_id)
               do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit;
        end if;
    $new$ || substr(of_lines, strpos(of_lines, many));

    execute substr(of_entries, 1, strpos(of_entries, one) - 1) || $new$if one.more is false then
        if to_regclass('ledger.journal_line_' || extract(year from one.posting_date)) is null then
            perform simba.open_year('ledger.journal_line', extract(year from one.posting_date)::integer);
        end if;
        term := company.hold_period(one.company_id, one.fiscal_period_id);
        select j.id, j.kind, before.number, before.recorded_at
          into earlier
          from (select) entry
          left join ledger.journal j on j.company_id = one.company_id and j.id = one.journal_id
          left join lateral (
                select e.number, e.recorded_at from ledger.journal_entry e
                 where e.company_id = one.company_id and e.journal_id = one.journal_id
                   and e.fiscal_year_id = one.fiscal_year_id and e.number < one.number
                 order by e.number desc limit 1) before on true;
        if (earlier.id is not null and term.id is not null
            and one.posting_date between term.first_day and term.last_day
            and one.fiscal_year_id = term.fiscal_year_id
            and (one.number = 1 or earlier.number = one.number - 1)
            and one.recorded_at >= coalesce(earlier.recorded_at, '-infinity')
            and one.posted_together = 1
            and term.state = 'OPEN' and term.sales_lock = 'OPEN' and term.purchases_lock = 'OPEN'
            and term.bank_lock = 'OPEN' and term.general_lock = 'OPEN') then
            return null;
        end if;
        select case
        when earlier.id is null then 'journal_entry_names_its_journal'
        when term.id is null then 'journal_entry_names_its_period'
        when one.posting_date not between term.first_day and term.last_day
             then 'journal_entry_posting_date_lies_in_its_period'
        when one.fiscal_year_id <> term.fiscal_year_id then 'journal_entry_counts_in_the_year_of_its_period'
        when one.number <> 1 and earlier.number is distinct from one.number - 1
             then 'journal_entry_numbers_have_no_gap'
        when one.recorded_at < earlier.recorded_at then 'journal_entry_numbers_follow_recording'
        when one.posted_together <> 1 then 'journal_entry_counts_what_is_posted_with_it'
        when (term.state, term.sales_lock, term.purchases_lock, term.bank_lock, term.general_lock)
             <> ('OPEN', 'OPEN', 'OPEN', 'OPEN', 'OPEN') then 'LOCKED'
               end as rule,
               'entry ' || one.number || ' of ' || one.posting_date || coalesce(' in ' || term.code, '') as about
          into broken;
        if broken.rule = 'LOCKED' then
            perform ledger.judge_lock(term, earlier.kind, one.recorded_by, one.recorded_at);
            return null;
        end if;
    else
        for held in select distinct n.company_id, n.fiscal_period_id, extract(year from n.posting_date)::integer as year
                      from new_entries n
                     order by n.fiscal_period_id, 3 loop
            if to_regclass('ledger.journal_line_' || held.year) is null then
                perform simba.open_year('ledger.journal_line', held.year);
            end if;
$new$ || substr(of_entries, strpos(of_entries, others) + length(others));
end
$build$;
drop trigger journal_entry_finds_its_year_open on ledger.journal_entry;
drop function ledger.open_year();

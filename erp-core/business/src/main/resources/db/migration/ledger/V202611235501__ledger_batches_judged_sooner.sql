-- A batch is nearly always sound, and that it is takes less to see than by which rule each of its entries would be refused:
-- numbers in a row, recorded at one moment, within open periods. Only what leaves a doubt is judged entry by entry. Lines are
-- summed by what tells accounts apart alone, sorted once; their company is that of the statement, whatever the wall shows.

create or replace function ledger.judge_entries() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    one record;
    term company.fiscal_period;
    book ledger.journal;
    earlier record;
    held record;
    broken record;
    doubtful boolean;
begin
    select e.*, e.posted_together as first_says, 1 as together,
           exists (select from new_entries o where o.id <> e.id) as more
      into one from new_entries e limit 1;
    if one.more is false then
        term := company.hold_period(one.company_id, one.fiscal_period_id);
        select * into book from ledger.journal j where j.company_id = one.company_id and j.id = one.journal_id;
        select e.number, e.recorded_at into earlier
          from ledger.journal_entry e
         where e.company_id = one.company_id and e.journal_id = one.journal_id
           and e.fiscal_year_id = one.fiscal_year_id and e.number < one.number
         order by e.number desc limit 1;
        select case
        when book.id is null then 'journal_entry_names_its_journal'
        when term.id is null then 'journal_entry_names_its_period'
        when one.posting_date not between term.first_day and term.last_day
             then 'journal_entry_posting_date_lies_in_its_period'
        when one.fiscal_year_id <> term.fiscal_year_id then 'journal_entry_counts_in_the_year_of_its_period'
        when one.number <> 1 and earlier.number is distinct from one.number - 1
             then 'journal_entry_numbers_have_no_gap'
        when one.recorded_at < earlier.recorded_at then 'journal_entry_numbers_follow_recording'
        when one.posted_together <> 1 and one.first_says <> one.together
             then 'journal_entry_counts_what_is_posted_with_it'
        when (term.state, term.sales_lock, term.purchases_lock, term.bank_lock, term.general_lock)
             <> ('OPEN', 'OPEN', 'OPEN', 'OPEN', 'OPEN') then 'LOCKED'
               end as rule,
               'entry ' || one.number || ' of ' || one.posting_date || coalesce(' in ' || term.code, '') as about
          into broken;
        if broken.rule = 'LOCKED' then
            perform ledger.judge_lock(term, book.kind, one.recorded_by, one.recorded_at);
            return null;
        end if;
    else
        for held in select distinct n.company_id, n.fiscal_period_id from new_entries n
                     order by n.fiscal_period_id loop
            perform company.hold_period(held.company_id, held.fiscal_period_id);
        end loop;
        select bool_or((s.entries = s.last - s.first + 1
                        and (s.first = 1 or before.number = s.first - 1)
                        and s.first_recorded = s.last_recorded
                        and s.first_recorded >= coalesce(before.recorded_at, '-infinity')
                        and s.saying = 1 and s.said = s.entries and s.first_saying = s.first) is not true)
            or (select bool_or((j.id is not null and p.first_day <= t.first_day and p.last_day >= t.last_day
                                and p.fiscal_year_id = t.fiscal_year_id
                                and (p.state, p.sales_lock, p.purchases_lock, p.bank_lock, p.general_lock)
                                    = ('OPEN', 'OPEN', 'OPEN', 'OPEN', 'OPEN')) is not true)
                  from (select e.company_id, e.journal_id, e.fiscal_year_id, e.fiscal_period_id,
                               min(e.posting_date) as first_day, max(e.posting_date) as last_day
                          from new_entries e
                         group by e.company_id, e.journal_id, e.fiscal_year_id, e.fiscal_period_id) t
                  left join ledger.journal j on j.company_id = t.company_id and j.id = t.journal_id
                  left join company.fiscal_period p
                         on p.company_id = t.company_id and p.id = t.fiscal_period_id)
          into doubtful
          from (select e.company_id, e.journal_id, e.fiscal_year_id, count(*) as entries,
                       min(e.number) as first, max(e.number) as last,
                       min(e.recorded_at) as first_recorded, max(e.recorded_at) as last_recorded,
                       count(*) filter (where e.posted_together <> 0) as saying,
                       max(e.posted_together) as said,
                       min(e.number) filter (where e.posted_together <> 0) as first_saying
                  from new_entries e
                 group by e.company_id, e.journal_id, e.fiscal_year_id) s
          left join lateral (
                select e.number, e.recorded_at from ledger.journal_entry e
                 where e.company_id = s.company_id and e.journal_id = s.journal_id
                   and e.fiscal_year_id = s.fiscal_year_id and e.number < s.first
                 order by e.number desc limit 1) before on true;
        if doubtful is false then
            return null;
        end if;
        execute $q$
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
                end as rule, 'entry ' || n.number || ' of ' || n.posting_date || coalesce(' in ' || p.code, '') as about
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
             limit 1$q$ into broken;
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
$$;

create or replace function ledger.judge_lines() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    begins record;
    own record;
    judged record;
begin
    select f.company_id, f.entry_id, exists (select from new_lines o where o.entry_id <> f.entry_id) as more
      into begins from new_lines f limit 1;
    if begins.more is false then
        select h.id, h.journal_id, h.posting_date, h.kind, h.line_count, h.total, k.base_currency,
               ledger.decimals(k.base_currency) as decimals
          into own
          from ledger.journal_entry h
          join company.company k on k.company_id = h.company_id and k.id = h.company_id
         where h.company_id = begins.company_id and h.id = begins.entry_id;
        select (array['journal_line_belongs_to_an_entry', 'journal_entry_lines_come_together',
              'journal_line_stands_under_its_posting_date', 'journal_line_names_an_account',
              'journal_line_account_is_open_for_entries', 'control_account_names_its_party',
              'open_item_stands_on_a_control_account', 'account_names_its_cost_centre',
              'journal_line_names_a_cost_centre', 'journal_line_cost_centre_is_active',
              'journal_line_is_in_the_currency_of_its_account', 'journal_line_is_scaled_to_the_base_currency',
              'journal_line_is_negative_only_in_a_correction', 'journal_entry_balances',
              'journal_entry_total_is_the_sum_of_its_debits', 'journal_line_is_scaled_to_its_currency'])[case
        when min(l.broken) = 1 then 1
        when count(*) <> own.line_count or min(l.line_number) <> 1 or max(l.line_number) <> own.line_count then 2
        when min(l.broken) is not null then min(l.broken)
        when sum(l.debit) <> sum(l.credit) then 14
        when sum(l.debit) <> own.total then 15
    end] as rule, begins.entry_id, bool_or(l.open_item) as opens, bool_or(l.parted) as parted,
               bool_or(l.has_dimensions) as has_dimensions
          into judged
          from (select l.line_number, l.debit, l.credit, l.open_item,
                       l.currency is not null or l.cost_centre_id is not null as parted,
                       l.dimensions is not null
                           or exists (select from ledger.account_axis x
                                       where x.company_id = l.company_id and x.account_id = l.account_id
                                         and x.rule = 'REQUIRED') as has_dimensions,
                       case
        when own.id is null then 1
        when l.posting_date <> own.posting_date then 3
        when a.id is null then 4
        when not a.postable or own.posting_date < a.active_from or own.posting_date > a.active_to then 5
        when a.control is not null and l.party_id is null then 6
        when l.open_item and (a.control is null or l.due_date is null) then 7
        when a.cost_centre_required and l.cost_centre_id is null then 8
        when l.cost_centre_id is not null and c.id is null then 9
        when own.posting_date < c.active_from or own.posting_date > c.active_to then 10
        when coalesce(l.currency, own.base_currency) <> a.currency then 11
        when min_scale(l.debit + l.credit) > own.decimals then 12
        when l.currency is not null
             and min_scale(l.transaction_amount) > ledger.decimals(l.currency::text) then 16
        when (l.debit < 0 or l.credit < 0) and own.kind not in ('CORRECTION', 'RED_REVERSAL') then 13
    end as broken
                  from new_lines l
                  left join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
                  left join ledger.cost_centre c on c.company_id = l.company_id and c.id = l.cost_centre_id) l;
        if judged.rule is null then
            insert into ledger.turnover_day as kept (company_id, account_id, day, journal_id, debit, credit)
            select begins.company_id, l.account_id, own.posting_date, own.journal_id, sum(l.debit), sum(l.credit)
              from new_lines l group by l.account_id order by l.account_id
            on conflict (company_id, account_id, day, journal_id)
               do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit;
            insert into ledger.turnover_month as kept (company_id, account_id, month, journal_id, debit, credit)
            select begins.company_id, l.account_id, date_trunc('month', own.posting_date::timestamp)::date,
                   own.journal_id, sum(l.debit), sum(l.credit)
              from new_lines l group by l.account_id order by l.account_id
            on conflict (company_id, account_id, month, journal_id)
               do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit;
        end if;
    elsif begins.more then
        execute $q$
            with entry_of as materialized (
                select e.company_id, e.id, e.journal_id, e.posting_date, e.kind, e.line_count, e.total
                  from (select distinct l.entry_id from new_lines l) n
                  join ledger.journal_entry e on e.company_id = $1 and e.id = n.entry_id),
            line as materialized (
                select l.company_id, l.entry_id, l.account_id, l.posting_date, l.line_number, l.debit, l.credit, e.journal_id,
                       e.line_count, e.total, l.open_item, l.currency is not null or l.cost_centre_id is not null as parted,
                       l.dimensions is not null or r.account_id is not null as has_dimensions, case
                    when e.id is null then 1
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
                       bool_or(l.has_dimensions) as has_dimensions, case
                    when min(l.broken) = 1 then 1
                    when count(*) <> max(l.line_count) or min(l.line_number) <> 1 or max(l.line_number) <> max(l.line_count) then 2
                    when min(l.broken) is not null then min(l.broken)
                    when sum(l.debit) <> sum(l.credit) then 14
                    when sum(l.debit) <> max(l.total) then 15
                end as broken
                  from line l
                 group by l.entry_id),
            days as materialized (
                select l.account_id, l.posting_date, l.journal_id, sum(l.debit) as debit, sum(l.credit) as credit
                  from line l where l.broken is null
                 group by l.account_id, l.posting_date, l.journal_id
                 order by l.account_id, l.posting_date, l.journal_id),
            by_day as (
                insert into ledger.turnover_day as kept (company_id, account_id, day, journal_id, debit, credit)
                select $1, d.account_id, d.posting_date, d.journal_id, d.debit, d.credit from days d
                on conflict (company_id, account_id, day, journal_id)
                   do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit),
            by_month as (
                insert into ledger.turnover_month as kept (company_id, account_id, month, journal_id, debit, credit)
                select $1, d.account_id, date_trunc('month', d.posting_date::timestamp)::date, d.journal_id,
                       sum(d.debit), sum(d.credit)
                  from days d
                 group by d.account_id, 3, d.journal_id
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
                          'journal_entry_total_is_the_sum_of_its_debits', 'journal_line_is_scaled_to_its_currency'])[min(e.broken)] as rule,
                   (array_agg(e.entry_id order by e.broken) filter (where e.broken is not null))[1] as entry_id,
                   bool_or(e.opens) as opens, bool_or(e.parted) as parted, bool_or(e.has_dimensions) as has_dimensions
              from entry e$q$ into judged using begins.company_id;
    else
        return null;
    end if;
    if judged.rule is not null then
        perform simba.refuse(judged.rule, 'entry ' || judged.entry_id);
    end if;
    if judged.has_dimensions then
        select d.rule, d.entry_id into judged.rule, judged.entry_id
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
        end if;
    end if;
    if judged.has_dimensions then
        insert into ledger.turnover_part as kept (company_id, account_id, month, journal_id, kind, part, debit, credit,
                                                  amount)
        select l.company_id, l.account_id, date_trunc('month', l.posting_date)::date, e.journal_id, 'AXIS', d.value,
               sum(l.debit), sum(l.credit), 0
          from new_lines l
          join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
         cross join lateral jsonb_each_text(l.dimensions) d
         group by 1, 2, 3, 4, 6
         order by l.account_id, 3, e.journal_id, d.value
        on conflict (company_id, account_id, month, journal_id, kind, part)
           do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit;
    end if;
    if judged.parted then
        insert into ledger.turnover_part as kept (company_id, account_id, month, journal_id, kind, part, debit, credit,
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
                         amount = kept.amount + excluded.amount;
    end if;
    if judged.opens then
        insert into ledger.open_item (company_id, id, entry_id, line_number, posting_date, account_id, party_id, side,
                                      currency, amount, remaining, base_amount, due_date, document_id, split_payment)
        select l.company_id, gen_random_uuid(), l.entry_id, l.line_number, l.posting_date, l.account_id, l.party_id,
               case when l.debit <> 0 then 'DEBIT' else 'CREDIT' end,
               coalesce(l.currency, b.base_currency), coalesce(l.transaction_amount, l.debit + l.credit),
               coalesce(l.transaction_amount, l.debit + l.credit), l.debit + l.credit, l.due_date, e.document_id,
               l.split_payment
          from new_lines l
          join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
          join company.company b on b.company_id = l.company_id
         where l.open_item;
    end if;
    return null;
end
$$;

-- Most statements post one entry. Preparing the plan that judges any number of them took longer than judging: one entry is
-- looked at with what it names held in variables, by plans of a table or two; many go as a set, as before. The rules are
-- written once for both.

do $build$
declare
    -- Of an entry {n}, its period {p}, its journal {j} and the entry {last} numbered before it. Locks come last, since only
    -- they ask who writes.
    of_entry text := $q$case
                when {j}.id is null then 'journal_entry_names_its_journal'
                when {p}.id is null then 'journal_entry_names_its_period'
                when {n}.posting_date not between {p}.first_day and {p}.last_day
                     then 'journal_entry_posting_date_lies_in_its_period'
                when {n}.fiscal_year_id <> {p}.fiscal_year_id then 'journal_entry_counts_in_the_year_of_its_period'
                when {n}.number <> 1 and {last}.number is distinct from {n}.number - 1
                     then 'journal_entry_numbers_have_no_gap'
                when {n}.recorded_at < {last}.recorded_at then 'journal_entry_numbers_follow_recording'
                when {n}.posted_together <> 1 and {n}.first_says <> {n}.together
                     then 'journal_entry_counts_what_is_posted_with_it'
                when ({p}.state, {p}.sales_lock, {p}.purchases_lock, {p}.bank_lock, {p}.general_lock)
                     <> ('OPEN', 'OPEN', 'OPEN', 'OPEN', 'OPEN') then 'LOCKED'
            end$q$;
    about_entry text := $q$'entry ' || {n}.number || ' of ' || {n}.posting_date || coalesce(' in ' || {p}.code, '')$q$;
    -- Of a line l of an entry {e}, its account a and cost centre c, in a company {b}. The first rule it breaks counts.
    of_line text := $q$case
                when {e}.id is null then 1
                when l.posting_date <> {e}.posting_date then 3
                when a.id is null then 4
                when not a.postable or {e}.posting_date < a.active_from or {e}.posting_date > a.active_to then 5
                when a.control is not null and l.party_id is null then 6
                when l.open_item and (a.control is null or l.due_date is null) then 7
                when a.cost_centre_required and l.cost_centre_id is null then 8
                when l.cost_centre_id is not null and c.id is null then 9
                when {e}.posting_date < c.active_from or {e}.posting_date > c.active_to then 10
                when coalesce(l.currency, {b}.base_currency) <> a.currency then 11
                when min_scale(l.debit + l.credit) > {b}.decimals then 12
                when l.currency is not null
                     and min_scale(l.transaction_amount) > ledger.decimals(l.currency::text) then 16
                when (l.debit < 0 or l.credit < 0) and {e}.kind not in ('CORRECTION', 'RED_REVERSAL') then 13
            end$q$;
    -- Of all lines of an entry, then what it breaks as a whole.
    of_lines text := $q$case
                when min(l.broken) = 1 then 1
                when count(*) <> {count} or min(l.line_number) <> 1 or max(l.line_number) <> {count} then 2
                when min(l.broken) is not null then min(l.broken)
                when sum(l.debit) <> sum(l.credit) then 14
                when sum(l.debit) <> {total} then 15
            end$q$;
    names text := $q$(array['journal_line_belongs_to_an_entry', 'journal_entry_lines_come_together',
                      'journal_line_stands_under_its_posting_date', 'journal_line_names_an_account',
                      'journal_line_account_is_open_for_entries', 'control_account_names_its_party',
                      'open_item_stands_on_a_control_account', 'account_names_its_cost_centre',
                      'journal_line_names_a_cost_centre', 'journal_line_cost_centre_is_active',
                      'journal_line_is_in_the_currency_of_its_account', 'journal_line_is_scaled_to_the_base_currency',
                      'journal_line_is_negative_only_in_a_correction', 'journal_entry_balances',
                      'journal_entry_total_is_the_sum_of_its_debits', 'journal_line_is_scaled_to_its_currency'])$q$;
    parted text := 'l.currency is not null or l.cost_centre_id is not null';
    -- Turnover is written in the order of accounts, so that two postings never wait for each other in a circle.
    many_lines text := $q$
        with entry_of as materialized (
            select e.company_id, e.id, e.journal_id, e.posting_date, e.kind, e.line_count, e.total
              from (select distinct l.company_id, l.entry_id from new_lines l) n
              join ledger.journal_entry e on e.company_id = n.company_id and e.id = n.entry_id),
        line as materialized (
            select l.company_id, l.entry_id, l.account_id, l.posting_date, l.line_number, l.debit, l.credit, e.journal_id,
                   e.line_count, e.total, l.open_item, {parted} as parted,
                   l.dimensions is not null or r.account_id is not null as has_dimensions, {of_line} as broken
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
                   bool_or(l.has_dimensions) as has_dimensions, {of_lines} as broken
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
        select {names}[min(e.broken)] as rule,
               (array_agg(e.entry_id order by e.broken) filter (where e.broken is not null))[1] as entry_id,
               bool_or(e.opens) as opens, bool_or(e.parted) as parted, bool_or(e.has_dimensions) as has_dimensions
          from entry e$q$;
    many_entries text := $q$
        select judged.rule, judged.about
          from (select {of_entry} as rule, {about} as about
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
    -- What is done with lines that are sound: their dimensions are judged, parts of turnover kept, items opened.
    judging text := pg_get_functiondef('ledger.judge_lines()'::regprocedure);
    rest text := substr(judging, strpos(judging, 'if judged.rule is not null then'),
                        strpos(judging, 'return null;') - strpos(judging, 'if judged.rule is not null then'));
begin
    if rest = '' or strpos(rest, '''AXIS''') = 0 or strpos(rest, 'ledger.open_item') = 0 then
        raise exception 'ledger.judge_lines is not as it was left';
    end if;
    execute format($f$
        create or replace function ledger.judge_entries() returns trigger
            language plpgsql security definer set search_path = pg_catalog, pg_temp
            as $t$
        declare
            one record;
            term company.fiscal_period;
            book ledger.journal;
            earlier record;
            held record;
            broken record;
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
                select %1$s as rule, %2$s as about into broken;
                if broken.rule = 'LOCKED' then
                    perform ledger.judge_lock(term, book.kind, one.recorded_by, one.recorded_at);
                    return null;
                end if;
            else
                for held in select distinct n.company_id, n.fiscal_period_id from new_entries n
                             order by n.fiscal_period_id loop
                    perform company.hold_period(held.company_id, held.fiscal_period_id);
                end loop;
                execute %3$L into broken;
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
        $t$ $f$,
        replace(replace(replace(replace(of_entry, '{n}', 'one'), '{p}', 'term'), '{j}', 'book'), '{last}', 'earlier'),
        replace(replace(about_entry, '{n}', 'one'), '{p}', 'term'),
        replace(replace(replace(replace(replace(replace(many_entries, '{of_entry}', of_entry), '{about}', about_entry),
            '{n}', 'n'), '{p}', 'p'), '{j}', 'j'), '{last}', 'last'));

    execute format($f$
        create or replace function ledger.judge_lines() returns trigger
            language plpgsql security definer set search_path = pg_catalog, pg_temp
            as $t$
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
                select %1$s[%2$s] as rule, begins.entry_id, bool_or(l.open_item) as opens, bool_or(l.parted) as parted,
                       bool_or(l.has_dimensions) as has_dimensions
                  into judged
                  from (select l.line_number, l.debit, l.credit, l.open_item, %3$s as parted,
                               l.dimensions is not null
                                   or exists (select from ledger.account_axis x
                                               where x.company_id = l.company_id and x.account_id = l.account_id
                                                 and x.rule = 'REQUIRED') as has_dimensions,
                               %4$s as broken
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
                execute %5$L into judged;
            else
                return null;
            end if;
            %6$s
            return null;
        end
        $t$ $f$,
        names,
        replace(replace(of_lines, '{count}', 'own.line_count'), '{total}', 'own.total'),
        parted,
        replace(replace(of_line, '{e}', 'own'), '{b}', 'own'),
        replace(replace(replace(replace(replace(replace(replace(replace(many_lines, '{of_line}', of_line),
            '{of_lines}', of_lines), '{names}', names), '{parted}', parted), '{e}', 'e'), '{b}', 'b'),
            '{count}', 'max(l.line_count)'), '{total}', 'max(l.total)'),
        rest);
end
$build$;

-- Several years may be away at once. Lines that are kept elsewhere can't be counted here: turnover of such a year is looked at
-- when it is taken out and again when it is read back, and left out of every look in between.
create function ledger.years_away() returns integer[]
    language sql stable
    as $$
    select coalesce(array_agg(y.year order by y.year), '{}')
      from (select min(e.posting_date) as first_day, max(e.posting_date) as last_day
              from ledger.journal_entry e where e.company_id = simba.current_company()) kept
     cross join lateral generate_series(extract(year from kept.first_day)::integer,
                                        extract(year from kept.last_day)::integer) as y (year)
     where not ledger.year_is_attached(y.year)
       and exists (select from ledger.journal_entry e
                    where e.company_id = simba.current_company()
                      and e.posting_date between make_date(y.year, 1, 1) and make_date(y.year, 12, 31))
    $$;
comment on function ledger.years_away() is 'The calendar years of the company''s entries whose lines are kept elsewhere at present';
revoke execute on function ledger.years_away() from public;
grant execute on function ledger.years_away() to simba_app;

-- An entry that has lost all its lines is a difference as well.
create or replace function ledger.differences()
    returns table (what text, about text, kept numeric, counted numeric)
    language sql stable
    as $$
    with line_days as (
        select l.account_id, l.posting_date as day, sum(l.debit) as debit, sum(l.credit) as credit
          from ledger.journal_line l where l.company_id = simba.current_company()
         group by l.account_id, l.posting_date),
    kept_days as (
        select d.account_id, d.day, d.debit, d.credit
          from ledger.account_day d
         where d.company_id = simba.current_company()
           and extract(year from d.day)::integer <> all ((select ledger.years_away())::integer[]))
    select 'account-day', account_id || ' ' || day, coalesce(k.debit, 0) - coalesce(k.credit, 0),
           coalesce(l.debit, 0) - coalesce(l.credit, 0)
      from kept_days k full join line_days l using (account_id, day)
     where k.debit is distinct from l.debit or k.credit is distinct from l.credit
    union all
    select 'account-month', account_id || ' ' || month, coalesce(k.debit, 0) - coalesce(k.credit, 0),
           coalesce(l.debit, 0) - coalesce(l.credit, 0)
      from (select m.account_id, m.month, m.debit, m.credit
              from ledger.account_month m
             where m.company_id = simba.current_company()
               and extract(year from m.month)::integer <> all ((select ledger.years_away())::integer[])) k
      full join (select account_id, date_trunc('month', day)::date as month, sum(debit) as debit, sum(credit) as credit
                   from line_days group by 1, 2) l using (account_id, month)
     where k.debit is distinct from l.debit or k.credit is distinct from l.credit
    union all
    select 'entry', e.id::text, e.total, coalesce(sum(l.debit), 0)
      from ledger.journal_entry e
      left join ledger.journal_line l on l.company_id = e.company_id and l.entry_id = e.id
     where e.company_id = simba.current_company()
       and extract(year from e.posting_date)::integer <> all ((select ledger.years_away())::integer[])
     group by e.id, e.total, e.line_count
    having count(l.entry_id) <> e.line_count or sum(l.debit) <> sum(l.credit) or sum(l.debit) <> e.total
    union all
    select 'number', e.journal_id || ' ' || e.fiscal_year_id, max(e.number), count(*)
      from ledger.journal_entry e
     where e.company_id = simba.current_company()
     group by e.journal_id, e.fiscal_year_id
    having max(e.number) <> count(*)
    union all
    select o.what, o.about, o.kept, o.counted from ledger.open_item_differences() o
    union all
    select 'open-item-of-line', l.entry_id || ' ' || l.line_number, count(i.id), 1
      from ledger.journal_line l
      left join ledger.open_item i
        on i.company_id = l.company_id and i.entry_id = l.entry_id and i.line_number = l.line_number
     where l.company_id = simba.current_company() and l.open_item
     group by l.entry_id, l.line_number
    having count(i.id) <> 1
    $$;

create or replace function ledger.turnover_differences()
    returns table (what text, about text, kept numeric, counted numeric)
    language sql stable
    as $$
    with lines as (
        select l.account_id, l.posting_date, e.journal_id, l.debit, l.credit, l.currency::text as currency,
               l.cost_centre_id::text as cost_centre, l.dimensions,
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
          from lines where cost_centre is not null group by 2, 3, 4, 5
        union all
        select 'AXIS', account_id, date_trunc('month', posting_date)::date, journal_id, d.value, sum(debit), sum(credit), 0
          from lines cross join lateral jsonb_each_text(dimensions) d group by 2, 3, 4, 5),
    kept as (
        select k.*
          from (select 'day' as what, account_id, day, journal_id, '' as part, debit, credit, 0 as amount
                  from ledger.turnover_day where company_id = simba.current_company()
                 union all
                select 'month', account_id, month, journal_id, '', debit, credit, 0
                  from ledger.turnover_month where company_id = simba.current_company()
                 union all
                select kind, account_id, month, journal_id, part, debit, credit, amount
                  from ledger.turnover_part where company_id = simba.current_company()) k
         where extract(year from k.day)::integer <> all ((select ledger.years_away())::integer[]))
    select 'turnover ' || what, account_id || ' ' || day || ' ' || journal_id || ' ' || part,
           coalesce(k.debit, 0) - coalesce(k.credit, 0), coalesce(c.debit, 0) - coalesce(c.credit, 0)
      from kept k full join counted c using (what, account_id, day, journal_id, part)
     where (k.debit, k.credit, k.amount) is distinct from (c.debit, c.credit, c.amount)
    $$;

-- The part of a month's turnover that belongs to a value of an axis is kept in the posting transaction too, as that of a cost
-- centre is. Lines without dimensions pay nothing for it.
alter table ledger.turnover_part
    drop constraint turnover_part_kind_is_known,
    add constraint turnover_part_kind_is_known check (kind in ('CURRENCY', 'COST_CENTRE', 'AXIS'));
comment on table ledger.turnover_part is
    'The part of a month''s turnover in a foreign currency, of a cost centre, or of a value of an axis';
comment on column ledger.turnover_part.part is 'The currency''s code, or the id of the cost centre or value';
comment on column ledger.turnover_part.amount is 'In the foreign currency, debit less credit; 0 for a cost centre or value';

do $build$
declare
    judging text := pg_get_functiondef('ledger.judge_lines()'::regprocedure);
    keeping text := $q$if judged.has_dimensions then
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
            if judged.parted then$q$;
begin
    if strpos(judging, 'if judged.parted then') = 0 then
        raise exception 'ledger.judge_lines has no place for the turnover of axes';
    end if;
    execute replace(judging, 'if judged.parted then', keeping);
end
$build$;

-- What was posted before. The owner sees past the wall for this alone.
alter table ledger.journal_line no force row level security;
alter table ledger.journal_entry no force row level security;
alter table ledger.turnover_part no force row level security;
insert into ledger.turnover_part (company_id, account_id, month, journal_id, kind, part, debit, credit, amount)
select l.company_id, l.account_id, date_trunc('month', l.posting_date)::date, e.journal_id, 'AXIS', d.value,
       sum(l.debit), sum(l.credit), 0
  from ledger.journal_line l
  join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
 cross join lateral jsonb_each_text(l.dimensions) d
 group by 1, 2, 3, 4, 6;
alter table ledger.journal_line force row level security;
alter table ledger.journal_entry force row level security;
alter table ledger.turnover_part force row level security;

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
comment on function ledger.turnover_differences() is
    'Where turnover kept by journal, currency, cost centre or value of an axis differs from the lines';

-- Whether what is kept beside the lines agrees with them. No row means that it does. Tests ask after every story.
create function ledger.differences()
    returns table (what text, about text, kept numeric, counted numeric)
    language sql stable
    as $$
    with line_days as (
        select l.account_id, l.posting_date as day, sum(l.debit) as debit, sum(l.credit) as credit
          from ledger.journal_line l where l.company_id = simba.current_company()
         group by l.account_id, l.posting_date),
    kept_days as (
        select d.account_id, d.day, d.debit, d.credit
          from ledger.account_day d where d.company_id = simba.current_company())
    select 'account-day', account_id || ' ' || day, coalesce(k.debit, 0) - coalesce(k.credit, 0),
           coalesce(l.debit, 0) - coalesce(l.credit, 0)
      from kept_days k full join line_days l using (account_id, day)
     where k.debit is distinct from l.debit or k.credit is distinct from l.credit
    union all
    select 'account-month', account_id || ' ' || month, coalesce(k.debit, 0) - coalesce(k.credit, 0),
           coalesce(l.debit, 0) - coalesce(l.credit, 0)
      from (select m.account_id, m.month, m.debit, m.credit
              from ledger.account_month m where m.company_id = simba.current_company()) k
      full join (select account_id, date_trunc('month', day)::date as month, sum(debit) as debit, sum(credit) as credit
                   from line_days group by 1, 2) l using (account_id, month)
     where k.debit is distinct from l.debit or k.credit is distinct from l.credit
    union all
    select 'entry', e.id::text, e.total, sum(l.debit)
      from ledger.journal_entry e
      join ledger.journal_line l on l.company_id = e.company_id and l.entry_id = e.id
     where e.company_id = simba.current_company()
     group by e.id, e.total, e.line_count
    having sum(l.debit) <> sum(l.credit) or sum(l.debit) <> e.total or count(*) <> e.line_count
    union all
    select 'number', e.journal_id || ' ' || e.fiscal_year_id, max(e.number), count(*)
      from ledger.journal_entry e
     where e.company_id = simba.current_company()
     group by e.journal_id, e.fiscal_year_id
    having max(e.number) <> count(*)
    union all
    select 'open-item', i.id::text, i.remaining, i.amount - sign(i.amount) * coalesce(sum(a.amount), 0)
      from ledger.open_item i
      left join ledger.allocation a on a.company_id = i.company_id and (a.item_id = i.id or a.against_id = i.id)
     where i.company_id = simba.current_company()
     group by i.id, i.remaining, i.amount
    having i.remaining <> i.amount - sign(i.amount) * coalesce(sum(a.amount), 0)
    union all
    select 'open-item-of-line', l.entry_id || ' ' || l.line_number, count(i.id), 1
      from ledger.journal_line l
      left join ledger.open_item i
        on i.company_id = l.company_id and i.entry_id = l.entry_id and i.line_number = l.line_number
     where l.company_id = simba.current_company() and l.open_item
     group by l.entry_id, l.line_number
    having count(i.id) <> 1
    $$;
comment on function ledger.differences() is 'Where balances, numbers or open items of the company differ from its lines';
revoke execute on function ledger.differences() from public;
grant execute on function ledger.differences() to simba_app;

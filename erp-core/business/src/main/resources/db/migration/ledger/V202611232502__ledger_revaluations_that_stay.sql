-- A valuation may stay in the books until the next one, which then posts only what has changed since, also for items settled
-- meanwhile; and it values the balances of accounts kept in a foreign currency, such as those of banks.
alter table ledger.revaluation
    add column method text not null default 'REVERSED',
    add column accounts integer not null default 0,
    alter column back_id drop not null,
    add constraint revaluation_method_is_known check (method in ('REVERSED', 'CUMULATIVE')),
    add constraint revaluation_comes_back_unless_it_stays check ((back_id is null) = (method = 'CUMULATIVE'));
alter table ledger.revaluation alter column method drop default, alter column accounts drop default;
comment on column ledger.revaluation.method is 'REVERSED: posted back on the next day; CUMULATIVE: stays, the next one counts it';

alter table ledger.revalued_item
    add column adjusted numeric(19, 4) not null default 0,
    drop constraint revalued_item_differs_by_its_rate,
    drop constraint revalued_item_is_open,
    add constraint revalued_item_differs_by_its_rate check (difference = value - carried - adjusted),
    add constraint revalued_item_is_open check (
        carried >= 0 and value >= 0 and rate > 0
        and (open_amount > 0 or (open_amount = 0 and carried = 0 and value = 0 and adjusted <> 0)));
alter table ledger.revalued_item alter column adjusted drop default;
comment on column ledger.revalued_item.adjusted is
    'What valuations that stay have added to it before; of an item settled since, with nothing open, it is taken out again';

create table ledger.revalued_account (
    company_id uuid not null,
    revaluation_id uuid not null,
    account_id uuid not null,
    currency char(3) not null,
    balance numeric(19, 4) not null,
    carried numeric(19, 4) not null,
    rate numeric(18, 8) not null,
    rate_date date not null,
    rate_table text not null,
    value numeric(19, 4) not null,
    difference numeric(19, 4) not null,
    primary key (company_id, revaluation_id, account_id),
    foreign key (company_id, revaluation_id) references ledger.revaluation (company_id, id),
    foreign key (company_id, account_id) references ledger.account (company_id, id),
    constraint revalued_account_differs_by_its_rate check (difference = value - carried),
    constraint revalued_account_has_a_rate check (rate > 0)
);
comment on table ledger.revalued_account is
    'What an account in foreign currency held on the day, debit less credit, what the books held for it, and what that is worth';
create index revalued_account_by_account on ledger.revalued_account (company_id, account_id);
call simba.company_wall('ledger.revalued_account', 'select, insert');
create trigger revalued_account_is_never_changed
    before update or delete or truncate on ledger.revalued_account
    for each statement execute function simba.refuse('what an account was worth stays written');

-- What accounts kept in one foreign currency held at the end of a day: by months, and by lines in the month of the day.
create function ledger.foreign_balances(at_day date, base char(3))
    returns table (account_id uuid, currency char(3), balance numeric, carried numeric)
    language sql stable
    as $$
    select a.id, a.currency,
           coalesce((select sum(p.amount) from ledger.turnover_part p
                      where p.company_id = a.company_id and p.account_id = a.id and p.kind = 'CURRENCY'
                        and p.part = a.currency::text and p.month < date_trunc('month', at_day)::date), 0)
           + coalesce((select sum(case when l.debit <> 0 then l.transaction_amount else -l.transaction_amount end)
                         from ledger.journal_line l
                        where l.company_id = a.company_id and l.account_id = a.id
                          and l.posting_date between date_trunc('month', at_day)::date and at_day), 0),
           coalesce((select sum(m.debit - m.credit) from ledger.turnover_month m
                      where m.company_id = a.company_id and m.account_id = a.id
                        and m.month < date_trunc('month', at_day)::date), 0)
           + coalesce((select sum(d.debit - d.credit) from ledger.turnover_day d
                        where d.company_id = a.company_id and d.account_id = a.id
                          and d.day between date_trunc('month', at_day)::date and at_day), 0)
      from ledger.account a
     where a.company_id = simba.current_company() and a.currency <> base and a.control is null and a.postable
       and a.type in ('ASSET', 'LIABILITY')
    $$;
comment on function ledger.foreign_balances(date, char) is
    'Balances of accounts kept in one foreign currency, in it and in the books, at the end of a day';
revoke execute on function ledger.foreign_balances(date, char) from public;
grant execute on function ledger.foreign_balances(date, char) to simba_app;

create or replace function ledger.judge_revalued_item() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    of_day date;
begin
    select r.day into of_day from ledger.revaluation r
     where r.company_id = new.company_id and r.id = new.revaluation_id and r.taken_back_at is null;
    perform from ledger.open_item i where i.company_id = new.company_id and i.id = new.item_id for update;
    if exists (select from ledger.revalued_item v
                 join ledger.revaluation r on r.company_id = v.company_id and r.id = v.revaluation_id
                where v.company_id = new.company_id and v.item_id = new.item_id and r.day = of_day
                  and r.taken_back_at is null) then
        perform simba.refuse('item_is_revalued_once_a_day', new.item_id || ' on ' || of_day);
    end if;
    if new.adjusted <> coalesce((
            select sum(v.difference) from ledger.revalued_item v
              join ledger.revaluation r on r.company_id = v.company_id and r.id = v.revaluation_id
             where v.company_id = new.company_id and v.item_id = new.item_id and r.method = 'CUMULATIVE'
               and r.day < of_day and r.taken_back_at is null), 0) then
        perform simba.refuse('revalued_item_counts_what_stayed', new.item_id || ' on ' || of_day);
    end if;
    return new;
end
$$;

-- Valuations that stay build on each other, day after day; the last one is taken back first.
create function ledger.judge_order_of_revaluations() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if new.method = 'CUMULATIVE' and exists (
            select from ledger.revaluation r
             where r.company_id = new.company_id and r.id <> new.id and r.taken_back_at is null and r.day > new.day
               and (r.method = 'CUMULATIVE' or tg_op = 'INSERT' or (
                    exists (select from ledger.revalued_item v
                              join ledger.revalued_item w on w.company_id = v.company_id and w.item_id = v.item_id
                             where v.company_id = new.company_id and v.revaluation_id = new.id and w.revaluation_id = r.id)
                    or exists (select from ledger.revalued_account v
                                 join ledger.revalued_account w
                                   on w.company_id = v.company_id and w.account_id = v.account_id
                                where v.company_id = new.company_id and v.revaluation_id = new.id
                                  and w.revaluation_id = r.id)))) then
        perform simba.refuse('revaluations_that_stay_follow_each_other', new.id || ' on ' || new.day);
    end if;
    return new;
end
$$;
create trigger revaluations_that_stay_follow_each_other
    before insert or update on ledger.revaluation
    for each row execute function ledger.judge_order_of_revaluations();

-- The entry of the day posts the differences on the accounts of the items and on accounts in foreign currency; that of the next
-- day, where there is one, is its opposite.
create or replace function ledger.judge_revaluation() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if (select count(*) from ledger.revalued_item v
         where v.company_id = new.company_id and v.revaluation_id = new.id) <> new.items
            or (select count(*) from ledger.revalued_account v
                 where v.company_id = new.company_id and v.revaluation_id = new.id) <> new.accounts
            or not exists (select from ledger.journal_entry e
                            where e.company_id = new.company_id and e.id = new.entry_id and e.posting_date = new.day)
            or new.back_id is not null
               and not exists (select from ledger.journal_entry e
                                where e.company_id = new.company_id and e.id = new.back_id
                                  and e.posting_date = new.day + 1) then
        perform simba.refuse('revaluation_is_written_whole', new.id::text);
    end if;
    if exists (
            select from (
                    select i.account_id, i.party_id, i.currency,
                           sum(ledger.effect(i.side, i.amount) * v.difference) as base
                      from ledger.revalued_item v
                      join ledger.open_item i on i.company_id = v.company_id and i.id = v.item_id
                     where v.company_id = new.company_id and v.revaluation_id = new.id
                     group by i.account_id, i.party_id, i.currency) due
              full join (
                    select l.account_id, l.party_id, l.currency, sum(l.debit - l.credit) as base
                      from ledger.journal_line l
                     where l.company_id = new.company_id and l.entry_id = new.entry_id and l.party_id is not null
                     group by l.account_id, l.party_id, l.currency) posted using (account_id, party_id, currency)
             where coalesce(due.base, 0) <> coalesce(posted.base, 0))
       or exists (
            select from (
                    select v.account_id, v.currency, v.difference as base from ledger.revalued_account v
                     where v.company_id = new.company_id and v.revaluation_id = new.id) due
              full join (
                    select l.account_id, l.currency, sum(l.debit - l.credit) as base
                      from ledger.journal_line l
                     where l.company_id = new.company_id and l.entry_id = new.entry_id and l.party_id is null
                       and l.currency is not null
                     group by l.account_id, l.currency) posted using (account_id, currency)
             where coalesce(due.base, 0) <> coalesce(posted.base, 0))
       or new.back_id is not null and exists (
            select from ledger.journal_line l
             where l.company_id = new.company_id and l.entry_id in (new.entry_id, new.back_id)
             group by l.account_id, l.party_id, l.currency having sum(l.debit - l.credit) <> 0) then
        perform simba.refuse('revaluation_posts_its_differences', new.id::text);
    end if;
    return null;
end
$$;

create or replace function ledger.keep_revaluation_entries() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if exists (select from ledger.revaluation r
                where r.company_id = new.company_id
                  and case tg_table_name when 'revaluation' then r.id = new.id
                      else (to_jsonb(new) ->> 'reversal_of')::uuid in (r.entry_id, r.back_id) end
                  and (r.taken_back_at is null or (
                       select count(*) from ledger.journal_entry e
                        where e.company_id = r.company_id and e.reversal_of in (r.entry_id, r.back_id))
                       <> case when r.back_id is null then 1 else 2 end)) then
        perform simba.refuse('revaluation_entries_go_back_together', new.id::text);
    end if;
    return null;
end
$$;
revoke execute on function ledger.judge_order_of_revaluations() from public;

-- Which account the program takes where nobody names one.
create table ledger.account_purpose (
    company_id uuid not null,
    id uuid not null,
    purpose text not null,
    account_id uuid not null,
    primary key (company_id, id),
    constraint account_purpose_is_served_by_one unique (company_id, purpose),
    foreign key (company_id, account_id) references ledger.account (company_id, id),
    constraint account_purpose_is_known check (purpose in (
        'EXCHANGE_GAIN', 'EXCHANGE_LOSS', 'REVALUATION_GAIN', 'REVALUATION_LOSS', 'YEAR_RESULT'))
);
comment on table ledger.account_purpose is 'The accounts of exchange differences and of the result, chosen once per company';
call simba.company_wall('ledger.account_purpose', 'select, insert, update');

create function ledger.judge_purpose() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if not exists (select from ledger.account a
                    where a.company_id = new.company_id and a.id = new.account_id and a.postable
                      and a.control is null and a.currency is null
                      and a.type = any (case new.purpose
                              when 'EXCHANGE_GAIN' then array['REVENUE', 'EXPENSE']
                              when 'EXCHANGE_LOSS' then array['REVENUE', 'EXPENSE']
                              when 'REVALUATION_GAIN' then array['REVENUE', 'EXPENSE', 'EQUITY']
                              when 'REVALUATION_LOSS' then array['REVENUE', 'EXPENSE', 'EQUITY']
                              else array['EQUITY'] end)) then
        perform simba.refuse('account_fits_its_purpose', new.purpose);
    end if;
    return null;
end
$$;
create trigger account_fits_its_purpose
    after insert or update on ledger.account_purpose
    for each row execute function ledger.judge_purpose();
create trigger account_purpose_is_never_deleted
    before delete or truncate on ledger.account_purpose
    for each statement execute function simba.refuse('another account is chosen, none is taken away');
revoke execute on function ledger.judge_purpose() from public;
call audit.keep_trail_of('ledger.account_purpose', 'account', 'account_id');

-- Items of a party settled together, with one entry for what the books must say of it.
create table ledger.settlement (
    company_id uuid not null,
    id uuid not null,
    party_id uuid not null,
    day date not null,
    reason text,
    entry_id uuid,
    undoes uuid,
    parts smallint not null,
    idempotency_key text not null,
    input_hash text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (company_id, id),
    foreign key (company_id, entry_id) references ledger.journal_entry (company_id, id),
    foreign key (company_id, undoes) references ledger.settlement (company_id, id),
    constraint settlement_is_undone_once unique (company_id, undoes),
    constraint settlement_is_made_once unique (company_id, idempotency_key),
    constraint settlement_has_parts check (parts > 0),
    constraint settlement_is_undone_for_a_reason check (undoes is null or btrim(reason) <> ''),
    constraint settlement_is_undone_by_the_reversal check (undoes is null or entry_id is null)
);
comment on table ledger.settlement is 'Open items of one party settled with each other by hand; undone by a further one, never changed';
comment on column ledger.settlement.entry_id is 'The entry that posts exchange differences and moves between accounts; an undone one is followed by its reversal';
comment on column ledger.settlement.undoes is 'The settlement this one takes back';
create index settlement_by_party on ledger.settlement (company_id, party_id, recorded_at);
create unique index settlement_by_entry on ledger.settlement (company_id, entry_id) where entry_id is not null;
call simba.company_wall('ledger.settlement', 'select, insert');
create trigger settlement_is_never_changed
    before update or delete or truncate on ledger.settlement
    for each statement execute function simba.refuse('a settlement is undone by a further one');

alter table ledger.allocation
    add column settlement_id uuid,
    add column undoes uuid,
    add column against_amount numeric(19, 4),
    add column item_base numeric(19, 4),
    add column against_base numeric(19, 4),
    add foreign key (company_id, settlement_id) references ledger.settlement (company_id, id),
    add foreign key (company_id, undoes) references ledger.allocation (company_id, id),
    add constraint allocation_is_undone_once unique (company_id, undoes),
    drop constraint allocation_is_positive,
    add constraint allocation_is_positive check ((amount > 0 and against_amount > 0) or undoes is not null),
    add constraint allocation_is_undone_within_a_settlement check (undoes is null or settlement_id is not null);
comment on column ledger.allocation.against_amount is 'The same in the currency of the other item';
comment on column ledger.allocation.item_base is 'What that part of the item stands for in the books';
comment on column ledger.allocation.against_base is 'What that part of the other item stands for in the books';
create index allocation_by_settlement on ledger.allocation (company_id, settlement_id) where settlement_id is not null;

alter table ledger.open_item
    add column base_allocated numeric(19, 4) not null default 0,
    add constraint open_item_leaves_nothing_in_the_books check (
        base_allocated between 0 and abs(base_amount) and (remaining <> 0 or base_allocated = abs(base_amount)));
comment on column ledger.open_item.base_allocated is 'How much of what it stands for in the books allocations have taken, without sign';

-- An item adds to the books on one side; a red reversal's negative one on the other.
create function ledger.effect(side text, amount numeric) returns integer
    language sql immutable
    as $$
    select case side when 'DEBIT' then 1 else -1 end * sign(amount)::integer
    $$;
grant execute on function ledger.effect(text, numeric) to simba_app;

-- Whoever settles items takes hold of them first, always in the same order.
create function ledger.hold_open_items(items uuid[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    perform from ledger.open_item i
      where i.company_id = simba.current_company() and i.id = any (items) order by i.id for update;
end
$$;
revoke execute on function ledger.hold_open_items(uuid[]) from public;
grant execute on function ledger.hold_open_items(uuid[]) to simba_app;

-- What a part of an item stands for in the books: all that is left with the last part, its share before.
create function ledger.base_of_part(item ledger.open_item, part numeric) returns numeric
    language sql stable
    as $$
    select case when part >= abs(item.remaining) then abs(item.base_amount) - item.base_allocated
                else least(abs(item.base_amount) - item.base_allocated,
                           round(abs(item.base_amount) * part / abs(item.amount), ledger.decimals(
                               (select b.base_currency from company.company b
                                 where b.company_id = item.company_id and b.id = item.company_id)::text))) end
    $$;
grant execute on function ledger.base_of_part(ledger.open_item, numeric) to simba_app;

-- Judges an allocation before it is written and says what it stands for in the books.
create function ledger.measure_allocation() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    item ledger.open_item;
    against ledger.open_item;
    taken_back ledger.allocation;
    batch ledger.settlement;
begin
    if new.settlement_id is not null then
        select * into batch from ledger.settlement s where s.company_id = new.company_id and s.id = new.settlement_id;
    end if;
    if new.undoes is not null then
        select * into taken_back from ledger.allocation a where a.company_id = new.company_id and a.id = new.undoes;
        if taken_back.id is null or taken_back.undoes is not null or taken_back.settlement_id is null
                or batch.undoes is distinct from taken_back.settlement_id
                or (new.item_id, new.against_id) is distinct from (taken_back.item_id, taken_back.against_id) then
            perform simba.refuse('allocation_is_undone_with_its_settlement', 'allocation ' || new.undoes);
        end if;
        new.amount := -taken_back.amount;
        new.against_amount := -taken_back.against_amount;
        new.item_base := -taken_back.item_base;
        new.against_base := -taken_back.against_base;
        perform from ledger.open_item i
          where i.company_id = new.company_id and i.id in (new.item_id, new.against_id) order by i.id for update;
        return new;
    elsif batch.undoes is not null then
        perform simba.refuse('allocation_is_undone_with_its_settlement', 'settlement ' || batch.id);
    end if;
    perform from ledger.open_item i
      where i.company_id = new.company_id and i.id in (new.item_id, new.against_id) order by i.id for update;
    select * into item from ledger.open_item i where i.company_id = new.company_id and i.id = new.item_id;
    select * into against from ledger.open_item i where i.company_id = new.company_id and i.id = new.against_id;
    if (item.party_id = against.party_id
            and ledger.effect(item.side, item.amount) = -ledger.effect(against.side, against.amount)
            and (batch.id is not null and batch.party_id = item.party_id
                 or batch.id is null and item.account_id = against.account_id and item.currency = against.currency))
            is not true then
        perform simba.refuse('allocation_settles_opposite_items', new.item_id || ' against ' || new.against_id);
    end if;
    new.against_amount := coalesce(new.against_amount, new.amount);
    if item.currency = against.currency and new.against_amount <> new.amount then
        perform simba.refuse('allocation_in_one_currency_is_equal', new.item_id || ' against ' || new.against_id);
    elsif new.amount > abs(item.remaining) or new.against_amount > abs(against.remaining) then
        perform simba.refuse('open_item_is_never_over_allocated', new.item_id || ' against ' || new.against_id);
    elsif new.amount <> round(new.amount, ledger.decimals(item.currency))
            or new.against_amount <> round(new.against_amount, ledger.decimals(against.currency)) then
        perform simba.refuse('allocation_is_scaled_to_its_currency', new.item_id || ' against ' || new.against_id);
    end if;
    new.item_base := ledger.base_of_part(item, new.amount);
    new.against_base := ledger.base_of_part(against, new.against_amount);
    if batch.id is null and new.item_base <> new.against_base then
        -- Nothing posts a difference here, so there must be none: one of the two parts follows the other.
        if new.amount >= abs(item.remaining) and new.amount >= abs(against.remaining) then
            perform simba.refuse('allocation_leaves_no_difference', new.item_id || ' against ' || new.against_id);
        elsif new.amount >= abs(against.remaining) then
            new.item_base := new.against_base;
        else
            new.against_base := new.item_base;
        end if;
    end if;
    return new;
end
$$;
create trigger allocation_is_measured
    before insert on ledger.allocation
    for each row execute function ledger.measure_allocation();

create or replace function ledger.allocate() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    update ledger.open_item i
       set remaining = i.amount - sign(i.amount) * taken.amount, base_allocated = taken.of_books
      from (select t.id, sum(case when a.item_id = t.id then a.amount else a.against_amount end) as amount,
                   sum(case when a.item_id = t.id then a.item_base else a.against_base end) as of_books
              from (values (new.item_id), (new.against_id)) t (id)
              join ledger.allocation a
                on a.company_id = new.company_id and (a.item_id = t.id or a.against_id = t.id)
             group by t.id) taken
     where i.company_id = new.company_id and i.id = taken.id;
    return null;
end
$$;

create or replace function ledger.refuse_change_of_item() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    allocated numeric;
    of_books numeric;
begin
    select coalesce(sum(case when a.item_id = new.id then a.amount else a.against_amount end), 0),
           coalesce(sum(case when a.item_id = new.id then a.item_base else a.against_base end), 0)
      into allocated, of_books
      from ledger.allocation a
     where a.company_id = new.company_id and (a.item_id = new.id or a.against_id = new.id);
    if new.remaining <> new.amount - sign(new.amount) * allocated or new.base_allocated <> of_books
            or to_jsonb(new) - '{remaining,settled,base_allocated}'::text[]
               <> to_jsonb(old) - '{remaining,settled,base_allocated}'::text[] then
        perform simba.refuse('open_item_changes_by_allocation_only', 'item ' || new.id);
    end if;
    return new;
end
$$;

-- A settlement is written whole: all its parts, and an entry that leaves on every account what its items still stand for.
create function ledger.judge_settlement() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    batch ledger.settlement;
    before ledger.settlement;
    posted_by uuid;
begin
    if tg_table_name = 'settlement' then
        batch := new;
    else
        select * into batch from ledger.settlement s where s.company_id = new.company_id and s.id = new.settlement_id;
    end if;
    if (select count(*) from ledger.allocation a
         where a.company_id = batch.company_id and a.settlement_id = batch.id) <> batch.parts then
        perform simba.refuse('settlement_is_written_whole', 'settlement ' || batch.id);
    elsif tg_table_name <> 'settlement' then
        return null;
    end if;
    posted_by := batch.entry_id;
    if batch.undoes is not null then
        select * into before from ledger.settlement s where s.company_id = batch.company_id and s.id = batch.undoes;
        if before.undoes is not null or before.parts <> batch.parts or before.party_id <> batch.party_id then
            perform simba.refuse('settlement_is_undone_whole', 'settlement ' || batch.undoes);
        end if;
        select e.id into posted_by from ledger.journal_entry e
         where e.company_id = batch.company_id and e.reversal_of = before.entry_id;
    end if;
    if exists (
            select from (
                    select i.account_id, i.currency, -sum(ledger.effect(i.side, i.amount)
                           * case when i.id = a.item_id then a.item_base else a.against_base end) as base
                      from ledger.allocation a
                      join ledger.open_item i on i.company_id = a.company_id and i.id in (a.item_id, a.against_id)
                     where a.company_id = batch.company_id and a.settlement_id = batch.id
                     group by i.account_id, i.currency) due
              full join (
                    select l.account_id, coalesce(l.currency, b.base_currency) as currency,
                           sum(l.debit - l.credit) as base
                      from ledger.journal_line l
                      join ledger.account c on c.company_id = l.company_id and c.id = l.account_id
                      join company.company b on b.company_id = l.company_id and b.id = l.company_id
                     where l.company_id = batch.company_id and l.entry_id = posted_by
                       and c.control is not null and l.party_id = batch.party_id and not l.open_item
                     group by l.account_id, coalesce(l.currency, b.base_currency)) posted using (account_id, currency)
             where coalesce(due.base, 0) <> coalesce(posted.base, 0)) then
        perform simba.refuse('settlement_posts_its_differences', 'settlement ' || batch.id);
    end if;
    return null;
end
$$;
create constraint trigger settlement_is_written_whole
    after insert on ledger.settlement deferrable initially deferred
    for each row execute function ledger.judge_settlement();
create constraint trigger settlement_takes_no_later_parts
    after insert on ledger.allocation deferrable initially deferred
    for each row when (new.settlement_id is not null) execute function ledger.judge_settlement();

-- The entry of a settlement is taken back by undoing the settlement, never alone.
create function ledger.keep_settlement_entry() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if exists (select from ledger.settlement s
                where s.company_id = new.company_id and s.entry_id = new.reversal_of
                  and not exists (select from ledger.settlement u
                                   where u.company_id = s.company_id and u.undoes = s.id)) then
        perform simba.refuse('settlement_entry_goes_with_its_settlement', 'entry ' || new.reversal_of);
    end if;
    return null;
end
$$;
create constraint trigger settlement_entry_goes_with_its_settlement
    after insert on ledger.journal_entry deferrable initially deferred
    for each row when (new.reversal_of is not null) execute function ledger.keep_settlement_entry();

create function ledger.keep_settlement_lines() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if exists (select from ledger.settlement s where s.company_id = new.company_id and s.entry_id = new.entry_id) then
        perform simba.refuse('settlement_entry_goes_with_its_settlement', 'entry ' || new.entry_id);
    end if;
    return new;
end
$$;
create trigger settlement_entry_goes_with_its_settlement
    before insert on ledger.line_reversal
    for each row execute function ledger.keep_settlement_lines();

revoke execute on function ledger.effect(text, numeric), ledger.base_of_part(ledger.open_item, numeric),
    ledger.measure_allocation(), ledger.judge_settlement(), ledger.keep_settlement_entry(),
    ledger.keep_settlement_lines() from public;

-- What is kept of open items against their allocations, in both currencies; part of ledger.differences().
create function ledger.open_item_differences()
    returns table (what text, about text, kept numeric, counted numeric)
    language sql stable
    as $$
    with counted as (
        select i.id, i.remaining, i.base_allocated,
               i.amount - sign(i.amount) * coalesce(sum(case when a.item_id = i.id then a.amount
                                                             else a.against_amount end), 0) as left_over,
               coalesce(sum(case when a.item_id = i.id then a.item_base else a.against_base end), 0) as of_books
          from ledger.open_item i
          left join ledger.allocation a on a.company_id = i.company_id and (a.item_id = i.id or a.against_id = i.id)
         where i.company_id = simba.current_company()
         group by i.id, i.remaining, i.amount, i.base_allocated)
    select 'open-item', c.id::text, c.remaining, c.left_over from counted c where c.remaining <> c.left_over
    union all
    select 'open-item-in-the-books', c.id::text, c.base_allocated, c.of_books
      from counted c where c.base_allocated <> c.of_books
    $$;
revoke execute on function ledger.open_item_differences() from public;
grant execute on function ledger.open_item_differences() to simba_app;
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

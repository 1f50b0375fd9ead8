-- Open items in foreign currency valued on a day: a difference each, posted on that day and back on the next, so that what is
-- realised later is counted from the first rate and nothing is counted twice.
create table ledger.revaluation (
    company_id uuid not null,
    id uuid not null,
    day date not null,
    source text not null,
    entry_id uuid not null,
    back_id uuid not null,
    items integer not null,
    idempotency_key text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    taken_back_at timestamptz,
    taken_back_by text,
    taken_back_for text,
    primary key (company_id, id),
    foreign key (company_id, entry_id) references ledger.journal_entry (company_id, id),
    foreign key (company_id, back_id) references ledger.journal_entry (company_id, id),
    constraint revaluation_has_entries_of_its_own unique (company_id, entry_id),
    constraint revaluation_is_made_once unique (company_id, idempotency_key),
    constraint revaluation_is_taken_back_for_a_reason check (
        (taken_back_at is null and taken_back_by is null and taken_back_for is null)
        or (taken_back_at is not null and taken_back_by is not null and btrim(taken_back_for) <> ''))
);
comment on table ledger.revaluation is 'Open items in foreign currency valued on a day, with the entry of that day and that of the next';
comment on column ledger.revaluation.source is 'Who published the rates: NBP or ECB';
create index revaluation_by_day on ledger.revaluation (company_id, day);
create index revaluation_by_back on ledger.revaluation (company_id, back_id);
call simba.company_wall('ledger.revaluation', 'select, insert');
grant update (taken_back_at, taken_back_by, taken_back_for) on ledger.revaluation to simba_app;

create table ledger.revalued_item (
    company_id uuid not null,
    revaluation_id uuid not null,
    item_id uuid not null,
    open_amount numeric(19, 4) not null,
    carried numeric(19, 4) not null,
    rate numeric(18, 8) not null,
    rate_date date not null,
    rate_table text not null,
    value numeric(19, 4) not null,
    difference numeric(19, 4) not null,
    primary key (company_id, revaluation_id, item_id),
    foreign key (company_id, revaluation_id) references ledger.revaluation (company_id, id),
    foreign key (company_id, item_id) references ledger.open_item (company_id, id),
    constraint revalued_item_differs_by_its_rate check (difference = value - carried),
    constraint revalued_item_is_open check (open_amount > 0 and carried >= 0 and value >= 0 and rate > 0)
);
comment on table ledger.revalued_item is 'What an item stood for on the day, without sign, and what it is worth at the rate';
create index revalued_item_by_item on ledger.revalued_item (company_id, item_id);
call simba.company_wall('ledger.revalued_item', 'select, insert');

-- What was open at the end of a day and what it stood for in the books, without sign. A part counts as settled from the day
-- both its items and the settlement stand under.
create function ledger.open_at(at_day date)
    returns table (item_id uuid, open_amount numeric, carried numeric)
    language sql stable
    as $$
    select i.id, abs(i.amount) - coalesce(sum(t.amount), 0), abs(i.base_amount) - coalesce(sum(t.base), 0)
      from ledger.open_item i
      left join lateral (
            select case when a.item_id = i.id then a.amount else a.against_amount end as amount,
                   case when a.item_id = i.id then a.item_base else a.against_base end as base
              from ledger.allocation a
              join ledger.open_item o on o.company_id = a.company_id
               and o.id = case when a.item_id = i.id then a.against_id else a.item_id end
              left join ledger.settlement s on s.company_id = a.company_id and s.id = a.settlement_id
             where a.company_id = i.company_id and (a.item_id = i.id or a.against_id = i.id)
               and o.posting_date <= at_day and coalesce(s.day, o.posting_date) <= at_day) t on true
     where i.company_id = simba.current_company() and i.posting_date <= at_day
     group by i.id, i.amount, i.base_amount
    having abs(i.amount) - coalesce(sum(t.amount), 0) > 0
    $$;
comment on function ledger.open_at(date) is 'Items open at the end of a day, and what they stood for in the books';
revoke execute on function ledger.open_at(date) from public;
grant execute on function ledger.open_at(date) to simba_app;

create function ledger.judge_revalued_item() returns trigger
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
    return new;
end
$$;
create trigger item_is_revalued_once_a_day
    before insert on ledger.revalued_item
    for each row execute function ledger.judge_revalued_item();

-- The entry of the day posts the differences on the accounts of the items; that of the next day is its opposite.
create function ledger.judge_revaluation() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if (select count(*) from ledger.revalued_item v
         where v.company_id = new.company_id and v.revaluation_id = new.id) <> new.items
            or not exists (select from ledger.journal_entry e
                            where e.company_id = new.company_id and e.id = new.entry_id and e.posting_date = new.day)
            or not exists (select from ledger.journal_entry e
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
            select from ledger.journal_line l
             where l.company_id = new.company_id and l.entry_id in (new.entry_id, new.back_id)
             group by l.account_id, l.party_id, l.currency having sum(l.debit - l.credit) <> 0) then
        perform simba.refuse('revaluation_posts_its_differences', new.id::text);
    end if;
    return null;
end
$$;
create constraint trigger revaluation_posts_its_differences
    after insert on ledger.revaluation deferrable initially deferred
    for each row execute function ledger.judge_revaluation();

create function ledger.guard_revaluation() returns trigger
    language plpgsql
    as $$
begin
    if old.taken_back_at is not null
            or to_jsonb(new) - '{taken_back_at,taken_back_by,taken_back_for}'::text[]
               <> to_jsonb(old) - '{taken_back_at,taken_back_by,taken_back_for}'::text[] then
        perform simba.refuse('revaluation_is_only_taken_back', old.id::text);
    end if;
    return new;
end
$$;
create trigger revaluation_is_only_taken_back
    before update on ledger.revaluation
    for each row execute function ledger.guard_revaluation();
create trigger revaluation_is_never_deleted
    before delete or truncate on ledger.revaluation
    for each statement execute function simba.refuse('a revaluation is taken back, never deleted');
create trigger revalued_item_is_never_changed
    before update or delete or truncate on ledger.revalued_item
    for each statement execute function simba.refuse('what an item was worth stays written');

-- Both entries go back together with their revaluation, and neither without it.
create function ledger.keep_revaluation_entries() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if exists (select from ledger.revaluation r
                where r.company_id = new.company_id
                  and case tg_table_name when 'revaluation' then r.id = new.id
                      else (to_jsonb(new) ->> 'reversal_of')::uuid in (r.entry_id, r.back_id) end
                  and (r.taken_back_at is null or (
                       select count(*) from ledger.journal_entry e
                        where e.company_id = r.company_id and e.reversal_of in (r.entry_id, r.back_id)) <> 2)) then
        perform simba.refuse('revaluation_entries_go_back_together', new.id::text);
    end if;
    return null;
end
$$;
create constraint trigger revaluation_entries_go_back_together
    after insert on ledger.journal_entry deferrable initially deferred
    for each row when (new.reversal_of is not null) execute function ledger.keep_revaluation_entries();
create constraint trigger revaluation_goes_back_with_its_entries
    after update on ledger.revaluation deferrable initially deferred
    for each row execute function ledger.keep_revaluation_entries();

create function ledger.keep_revaluation_lines() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if exists (select from ledger.revaluation r
                where r.company_id = new.company_id and new.entry_id in (r.entry_id, r.back_id)) then
        perform simba.refuse('revaluation_entries_go_back_together', 'entry ' || new.entry_id);
    end if;
    return new;
end
$$;
create trigger revaluation_entries_go_back_together
    before insert on ledger.line_reversal
    for each row execute function ledger.keep_revaluation_lines();
revoke execute on function ledger.judge_revalued_item(), ledger.judge_revaluation(), ledger.guard_revaluation(),
    ledger.keep_revaluation_entries(), ledger.keep_revaluation_lines() from public;

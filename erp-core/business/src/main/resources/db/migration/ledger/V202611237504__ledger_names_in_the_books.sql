-- What posted entries are read by stays: the code of their journal, which is part of their numbers, that of a cost centre,
-- and the currency all amounts are in. Renamed, a journal would give the same numbers a second time.
create function ledger.keep_names() returns trigger
    language plpgsql
    as $$
begin
    if (new.company_id, new.id, new.code) is distinct from (old.company_id, old.id, old.code) then
        perform simba.refuse(tg_name, old.code);
    end if;
    return new;
end
$$;
create trigger journal_never_becomes_another
    before update on ledger.journal for each row execute function ledger.keep_names();
create trigger cost_centre_never_becomes_another
    before update on ledger.cost_centre for each row execute function ledger.keep_names();

create function ledger.keep_base_currency() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if exists (select from ledger.journal_entry e where e.company_id = old.company_id) then
        perform simba.refuse('base_currency_stays_with_the_books', old.base_currency);
    end if;
    return new;
end
$$;
revoke execute on function ledger.keep_base_currency() from public;
create trigger base_currency_stays_with_the_books
    before update of base_currency on company.company
    for each row when (old.base_currency is distinct from new.base_currency)
    execute function ledger.keep_base_currency();

-- The year an entry is posted in has its partition of the lines before they come.
create function ledger.open_year() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    perform simba.open_year('ledger.journal_line', extract(year from new.posting_date)::integer);
    return new;
end
$$;
revoke execute on function ledger.open_year() from public;
create trigger journal_entry_finds_its_year_open
    before insert on ledger.journal_entry
    for each row when (new.posting_date is not null
                       and to_regclass('ledger.journal_line_' || extract(year from new.posting_date)) is null)
    execute function ledger.open_year();

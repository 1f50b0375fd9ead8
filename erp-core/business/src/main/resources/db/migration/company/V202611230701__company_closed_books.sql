-- A company that has stopped keeping books: nothing is posted for it any more, in no period and by nobody.
alter table company.company
    add column books_closed_at timestamptz,
    add column books_closed_by text,
    add column books_closed_because text,
    add constraint closed_books_name_who_and_why check (
        (books_closed_at is null) = (books_closed_by is null)
        and (books_closed_at is null) = (books_closed_because is null)
        and btrim(books_closed_because) is distinct from '');
comment on column company.company.books_closed_at is 'Since when nothing is posted for the company';

create function company.keeps_books(keeping_company uuid) returns boolean
    language sql stable
    as $$
    select not exists (select from company.company c
                        where c.company_id = keeping_company and c.books_closed_at is not null)
    $$;
grant execute on function company.keeps_books(uuid) to simba_app;

create or replace function company.hold_period(holding_company uuid, period uuid) returns company.fiscal_period
    language plpgsql
    as $$
declare
    held company.fiscal_period;
begin
    perform pg_advisory_xact_lock_shared(hashtextextended(holding_company::text, 5)),
            pg_advisory_xact_lock_shared(hashtextextended(period::text, 1));
    if not company.keeps_books(holding_company) then
        perform simba.refuse('company_keeps_books', holding_company::text);
    end if;
    select * into held from company.fiscal_period where company_id = holding_company and id = period;
    return held;
end
$$;

-- Whoever closes the books waits for the postings under way.
create function company.close_books_alone() returns trigger
    language plpgsql
    as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(old.company_id::text, 5));
    return new;
end
$$;
create trigger books_close_alone
    before update of books_closed_at on company.company
    for each row when (old.books_closed_at is distinct from new.books_closed_at)
    execute function company.close_books_alone();

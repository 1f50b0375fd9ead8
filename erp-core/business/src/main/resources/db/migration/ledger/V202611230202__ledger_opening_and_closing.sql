-- Entries that begin the books and entries that close a year. Balances go on from year to year, so a year's opening balances
-- are what stood at the end of the day before: nothing is carried forward by entries, and nothing is counted twice.
alter table ledger.journal_entry
    drop constraint journal_entry_kind_is_known,
    add constraint journal_entry_kind_is_known check (kind in (
        'ORDINARY', 'CORRECTION', 'RED_REVERSAL', 'BLACK_REVERSAL', 'OPENING', 'CLOSING'));
create index journal_entry_of_year on ledger.journal_entry (company_id, posting_date)
    where kind in ('OPENING', 'CLOSING');

create function ledger.judge_year_entry() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    period company.fiscal_period;
begin
    select * into period from company.fiscal_period p
     where p.company_id = new.company_id and p.id = new.fiscal_period_id;
    if new.kind = 'OPENING' and new.posting_date <> period.last_day then
        perform simba.refuse('opening_entry_stands_on_the_last_day_of_its_period', new.posting_date::text);
    elsif new.kind = 'CLOSING' and (
            new.posting_date <> (select y.last_day from company.fiscal_year y
                                  where y.company_id = new.company_id and y.id = period.fiscal_year_id)
            or not period.closing and exists (
                select from company.fiscal_period c
                 where c.company_id = new.company_id and c.fiscal_year_id = period.fiscal_year_id and c.closing)) then
        perform simba.refuse('closing_entry_stands_in_a_closing_period', new.posting_date::text);
    end if;
    return null;
end
$$;
create trigger closing_entry_stands_in_a_closing_period
    after insert on ledger.journal_entry
    for each row when (new.kind in ('OPENING', 'CLOSING')) execute function ledger.judge_year_entry();
revoke execute on function ledger.judge_year_entry() from public;

-- An opening entry begins many items, each with a number of its own in the line's text.
create or replace function ledger.write_open_item_card() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    insert into ledger.open_item_card (company_id, item_id, party_id, party_name, document_number)
    select new.company_id, new.id, new.party_id, party.name_of(new.party_id),
           case when e.kind = 'OPENING' then (
                    select l.text from ledger.journal_line l
                     where l.company_id = new.company_id and l.entry_id = new.entry_id
                       and l.line_number = new.line_number and l.posting_date = new.posting_date)
                else e.document_number end
      from ledger.journal_entry e where e.company_id = new.company_id and e.id = new.entry_id;
    return null;
end
$$;

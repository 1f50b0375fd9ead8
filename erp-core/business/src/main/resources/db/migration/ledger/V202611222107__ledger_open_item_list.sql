-- What lists show, sort and search of an open item besides the item itself, which changes by allocation alone.
create table ledger.open_item_card (
    company_id uuid not null,
    item_id uuid not null,
    party_id uuid not null,
    party_name text,
    document_number text,
    sort_party text collate "C" not null generated always as (simba.fold(party_name)) stored,
    primary key (company_id, item_id),
    foreign key (company_id, item_id) references ledger.open_item (company_id, id)
);
comment on table ledger.open_item_card is 'Names beside the open items: the party''s, which follows its changes, and the document''s number';
create index open_item_card_sorted_by_party on ledger.open_item_card (company_id, sort_party, item_id);
create index open_item_card_by_party on ledger.open_item_card (company_id, party_id);
call simba.company_wall('ledger.open_item_card', 'select');

create index open_item_sorted_by_due on ledger.open_item (company_id, due_date, id);
create index open_item_sorted_by_remaining on ledger.open_item (company_id, remaining, id);

create function ledger.write_open_item_card() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    insert into ledger.open_item_card (company_id, item_id, party_id, party_name, document_number)
    select new.company_id, new.id, new.party_id, party.name_of(new.party_id), e.document_number
      from ledger.journal_entry e where e.company_id = new.company_id and e.id = new.entry_id;
    return null;
end
$$;
create trigger open_item_has_a_card after insert on ledger.open_item
    for each row execute function ledger.write_open_item_card();

-- A party's name changed: its open items show the new one.
create function ledger.rename_party(renamed uuid) returns void
    language sql security definer set search_path = pg_catalog, pg_temp
    as $$
    update ledger.open_item_card set party_name = party.name_of(renamed)
     where company_id = simba.current_company() and party_id = renamed
       and party_name is distinct from party.name_of(renamed)
    $$;
revoke all on function ledger.rename_party(uuid) from public;
grant execute on function ledger.rename_party(uuid) to simba_app;

call simba.search_index('ledger', 'open_item');
call simba.search_words('ledger', 'open_item', 'record', 'ledger.open_item_card', 'item_id', array['document_number']);
call simba.search_words('ledger', 'open_item', 'party', 'ledger.open_item_card', 'item_id', array['party_name']);

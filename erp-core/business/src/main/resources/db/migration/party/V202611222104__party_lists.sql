-- Parties are sorted by name without regard to accents and found by name, place, tax id and account.
alter table party.party
    add column sort_name text collate "C" not null generated always as (simba.fold(name)) stored;

create index party_sorted_by_name on party.party (company_id, sort_name, id);

call simba.search_index('party', 'party');
call simba.search_words('party', 'party', 'record', 'party.party', 'id', array['name', 'city']);
call simba.search_words('party', 'party', 'tax-id', 'party.tax_id', 'party_id', array['number']);
call simba.search_words('party', 'party', 'account', 'party.bank_account', 'party_id', array['iban']);

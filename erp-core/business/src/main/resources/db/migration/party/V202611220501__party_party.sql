call simba.module_schema('party');

create table party.party (
    company_id uuid not null,
    id uuid not null,
    name text not null,
    street text,
    additional text,
    postal_code text,
    city text,
    subdivision text,
    country char(2) not null,
    supplier boolean not null,
    customer boolean not null,
    version integer not null default 0,
    primary key (company_id, id),
    constraint party_has_a_name check (btrim(name) <> ''),
    constraint party_country_is_a_code check (country ~ '^[A-Z]{2}$'),
    constraint party_supplies_or_buys check (supplier or customer)
);
comment on table party.party is 'Business partners with their structured address';
call simba.company_wall('party.party', 'select, insert, update');
create index party_by_name on party.party (company_id, name, id);

create table party.tax_id (
    company_id uuid not null,
    party_id uuid not null,
    number text not null,
    position integer not null,
    primary key (company_id, number),
    foreign key (company_id, party_id) references party.party (company_id, id),
    constraint tax_id_is_in_its_one_form check (number ~ '^[A-Z0-9]+$')
);
comment on table party.tax_id is 'Tax ids of partners; each leads to one party of the company';
call simba.company_wall('party.tax_id');
create index tax_id_by_party on party.tax_id (company_id, party_id);

create table party.bank_account (
    company_id uuid not null,
    id uuid not null,
    party_id uuid not null,
    iban text not null,
    source text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    version integer not null default 0,
    primary key (company_id, id),
    foreign key (company_id, party_id) references party.party (company_id, id),
    constraint bank_account_is_proposed_once unique (company_id, party_id, iban),
    constraint bank_account_has_the_form_of_an_iban check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    constraint bank_account_is_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)),
    constraint bank_account_is_confirmed_by_a_second_person check (
        confirmed_by is null or (confirmed_by <> proposed_by and confirmed_by like 'person:%'))
);
comment on table party.bank_account is 'Bank accounts of partners: where each came from and who confirmed it';
call simba.company_wall('party.bank_account', 'select, insert, update');
create index bank_account_by_iban on party.bank_account (company_id, iban);

create trigger bank_account_as_proposed_never_changes before update on party.bank_account
    for each row when (
        (new.company_id, new.id, new.party_id, new.iban, new.source, new.proposed_by, new.proposed_at) is distinct from
        (old.company_id, old.id, old.party_id, old.iban, old.source, old.proposed_by, old.proposed_at))
    execute function simba.refuse('a proposed account is never changed into another');
create trigger bank_account_confirmation_stands before update on party.bank_account
    for each row when (
        old.confirmed_by is not null
        and (new.confirmed_by, new.confirmed_at) is distinct from (old.confirmed_by, old.confirmed_at))
    execute function simba.refuse('a confirmation stands');
create trigger bank_account_begins_as_a_proposal before insert on party.bank_account
    for each row when (new.confirmed_by is not null)
    execute function simba.refuse('an account begins as a proposal');

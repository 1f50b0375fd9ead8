-- The company's own bank accounts. Number and currency never change, since payment runs and statements rest on them.
create table company.bank_account (
    company_id uuid not null,
    id uuid not null,
    name text not null,
    iban text not null,
    currency char(3) not null,
    bic text,
    charge_bearer text not null,
    service_level text,
    split_title text not null,
    character_set text not null,
    active boolean not null default true,
    version integer not null default 0,
    primary key (company_id, id),
    constraint own_account_is_known_once unique (company_id, iban),
    constraint own_account_has_the_form_of_an_iban check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    constraint own_account_charge_bearer_is_known check (charge_bearer in ('SLEV', 'SHAR', 'DEBT')),
    constraint own_account_character_set_is_known check (character_set in ('LATIN', 'POLISH')),
    constraint own_account_has_a_name check (btrim(name) <> '')
);
comment on table company.bank_account is 'The company''s own bank accounts and how each bank wants payment files';
call simba.company_wall('company.bank_account', 'select, insert, update');

create trigger own_account_never_becomes_another before update on company.bank_account
    for each row when (
        (new.company_id, new.id, new.iban, new.currency) is distinct from (old.company_id, old.id, old.iban, old.currency))
    execute function simba.refuse('an account never becomes another');

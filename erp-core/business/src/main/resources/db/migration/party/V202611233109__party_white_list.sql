-- The White List answers about one tax payer and one account on one day. What somebody keeps of an answer therefore holds all
-- three beside its identifier; the identifier alone proves nothing.
create function party.is_nip(number text) returns boolean
    language sql immutable parallel safe
    as $$
    select number ~ '^[0-9]{10}$'
       and (select sum(substring(number from place for 1)::integer * (array[6, 5, 7, 2, 3, 4, 5, 6, 7])[place]) % 11
              from generate_series(1, 9) place) = substring(number from 10 for 1)::integer
    $$;
create function party.nip_of(company uuid, party uuid) returns text
    language sql stable
    as $$
    select t.number from party.tax_id t
     where t.company_id = company and t.party_id = party and party.is_nip(t.number)
     order by t.position, t.number limit 1
    $$;
comment on function party.nip_of(uuid, uuid) is 'The Polish tax id under which the White List knows a partner; nothing if it has none with a right check digit';
create function party.has_tax_id(company uuid, party uuid, tax_id text) returns boolean
    language sql stable
    as $$
    select exists (select from party.tax_id t
                    where t.company_id = company and t.party_id = party and t.number = tax_id)
    $$;
grant execute on function party.is_nip(text), party.nip_of(uuid, uuid), party.has_tax_id(uuid, uuid, text) to simba_app;

alter table party.bank_account
    add column white_list_tax_id text,
    add column white_list_on date,
    add constraint bank_account_names_the_white_list_whole check ((white_list_tax_id is null) = (white_list_on is null));
comment on column party.bank_account.white_list_tax_id is 'About which tax payer the White List was asked, where its answer is the source; set here';
comment on column party.bank_account.white_list_on is 'On which day it was asked; set here';

create function party.keep_white_list_answer() returns trigger
    language plpgsql
    as $$
begin
    new.white_list_tax_id := null;
    new.white_list_on := null;
    if new.source not like 'white-list:%' then
        return new;
    end if;
    new.white_list_tax_id := party.nip_of(new.company_id, new.party_id);
    new.white_list_on := (select (new.proposed_at at time zone c.time_zone)::date from company.company c
                           where c.company_id = new.company_id);
    if new.white_list_tax_id is null or new.iban !~ '^PL[0-9]{26}$' then
        perform simba.refuse('white_list_answers_about_polish_tax_payers', 'The White List knows accounts in Poland of tax payers with a NIP only');
    end if;
    if exists (select from party.bank_account a
                where a.company_id = new.company_id and a.source = new.source and a.white_list_on <> new.white_list_on) then
        perform simba.refuse('white_list_answer_is_of_one_day', 'This answer was given on another day');
    end if;
    return new;
end
$$;
create trigger bank_account_keeps_the_white_list_answer before insert on party.bank_account
    for each row execute function party.keep_white_list_answer();
create trigger bank_account_white_list_answer_stands before update on party.bank_account
    for each row when (
        (new.white_list_tax_id, new.white_list_on) is distinct from (old.white_list_tax_id, old.white_list_on))
    execute function simba.refuse('a proposed account is never changed into another');

-- The answer is part of what somebody approves; an account from elsewhere keeps the fingerprint it has.
create or replace function party.account_content(company uuid, account uuid) returns text
    language sql stable
    as $$
    select (jsonb_build_object(
               'account', a.id, 'iban', a.iban, 'source', a.source, 'proposedBy', a.proposed_by, 'party', p.id,
               'name', p.name, 'country', p.country,
               'taxIds', (select coalesce(jsonb_agg(t.number order by t.number), '[]'::jsonb) from party.tax_id t
                           where t.company_id = p.company_id and t.party_id = p.id))
            || case when a.white_list_on is null then '{}'::jsonb
                    else jsonb_build_object('whiteListTaxId', a.white_list_tax_id, 'whiteListOn', a.white_list_on) end)::text
      from party.bank_account a
      join party.party p on p.company_id = a.company_id and p.id = a.party_id
     where a.company_id = company and a.id = account
    $$;

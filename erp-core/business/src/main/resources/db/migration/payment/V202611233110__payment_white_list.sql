-- A proof is of one account of one tax payer on the day it was asked for. One that does not say about whom proves nothing.
alter table payment.white_list_proof add column tax_id text;
comment on column payment.white_list_proof.tax_id is 'About which tax payer the White List was asked; without it the proof does not count';

create or replace function payment.guard_proof() returns trigger
    language plpgsql
    as $$
begin
    if not exists (select from party.bank_account a
                    where a.company_id = new.company_id and a.party_id = new.party_id and a.iban = new.iban) then
        perform simba.refuse('white_list_proof_names_an_account', 'The party has no such account');
    end if;
    if new.iban !~ '^PL[0-9]{26}$' or not coalesce(party.is_nip(new.tax_id), false)
       or not party.has_tax_id(new.company_id, new.party_id, new.tax_id) then
        perform simba.refuse('white_list_proof_is_of_its_tax_payer', 'The White List was not asked about this partner');
    end if;
    if new.checked_on <> (select (new.recorded_at at time zone c.time_zone)::date from company.company c
                           where c.company_id = new.company_id)
       or exists (select from payment.white_list_proof p
                   where p.company_id = new.company_id and p.request_id = new.request_id
                     and p.checked_on <> new.checked_on) then
        perform simba.refuse('white_list_proof_is_of_its_day', 'The White List was asked on another day');
    end if;
    return new;
end
$$;
create index white_list_proof_by_answer on payment.white_list_proof (company_id, request_id);
create trigger white_list_proof_never_changes before update or delete on payment.white_list_proof
    for each row execute function simba.refuse('an answer of the White List stays as it was given');

-- A number may be withdrawn and proposed anew, so that several accounts bear it one after the other. Numbers neither change
-- nor go away, so whoever is paid is held by the key and the number by what is asked when a row comes in.
alter table payment.payment_order
    drop constraint payment_order_company_id_payee_id_iban_fkey,
    add constraint payment_order_pays_a_party foreign key (company_id, payee_id) references party.party (company_id, id);
alter table payment.white_list_proof
    drop constraint white_list_proof_company_id_party_id_iban_fkey,
    add constraint white_list_proof_is_of_a_party foreign key (company_id, party_id)
        references party.party (company_id, id);

create function payment.guard_proof() returns trigger
    language plpgsql
    as $$
begin
    if not exists (select from party.bank_account a
                    where a.company_id = new.company_id and a.party_id = new.party_id and a.iban = new.iban) then
        perform simba.refuse('white_list_proof_names_an_account', 'The party has no such account');
    end if;
    return new;
end
$$;
create trigger white_list_proof_names_an_account before insert on payment.white_list_proof
    for each row execute function payment.guard_proof();

-- An order goes to an account that is confirmed and was not withdrawn.
create or replace function payment.guard_new_order() returns trigger
    language plpgsql
    as $$
declare
    run_state text;
begin
    select r.state into run_state from payment.payment_run r
     where r.company_id = new.company_id and r.id = new.run_id for update;
    if not (run_state = 'PROPOSED' or (run_state = 'IN_APPROVAL' and new.let_through_by is not null)) then
        perform simba.refuse('payment_order_comes_with_the_proposal', 'The run is ' || run_state);
    end if;
    if not exists (select from party.bank_account a
                    where a.company_id = new.company_id and a.party_id = new.payee_id and a.iban = new.iban
                      and a.confirmed_by is not null and a.withdrawn_at is null) then
        perform simba.refuse('payment_order_goes_to_a_confirmed_account', 'The account is not confirmed');
    end if;
    return new;
end
$$;

-- Nor does a run leave with an order to one: whoever withdraws an account waits for a release that has begun.
create function payment.guard_released_accounts() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from payment.payment_order o
                where o.company_id = new.company_id and o.run_id = new.id and o.removed_at is null
                  and not exists (select from party.bank_account a
                                   where a.company_id = o.company_id and a.party_id = o.payee_id and a.iban = o.iban
                                     and a.confirmed_by is not null and a.withdrawn_at is null for share)) then
        perform simba.refuse('payment_order_goes_to_a_confirmed_account', 'An account of the run is not confirmed');
    end if;
    return new;
end
$$;
create trigger payment_run_released_to_confirmed_accounts before update on payment.payment_run
    for each row when (new.state = 'RELEASED' and old.state <> 'RELEASED')
    execute function payment.guard_released_accounts();

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

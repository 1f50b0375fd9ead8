-- An account is not paid to before its cool-off ends, unless somebody waived it: when it is ordered, and once more when the run
-- is released.
create function payment.order_waits_for_the_cool_off() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from party.bank_account a
                where a.company_id = new.company_id and a.party_id = new.payee_id and a.iban = new.iban
                  and a.confirmed_by is not null and a.withdrawn_at is null)
       and not party.is_payable_on(new.company_id, new.payee_id, new.iban, new.pay_on) then
        perform simba.refuse('payment_order_waits_for_the_cool_off', 'The account is in its cool-off');
    end if;
    return new;
end
$$;
create trigger payment_order_waits_for_the_cool_off before insert on payment.payment_order
    for each row execute function payment.order_waits_for_the_cool_off();

create function payment.released_orders_waited() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from payment.payment_order o
                 join party.bank_account a on a.company_id = o.company_id and a.party_id = o.payee_id and a.iban = o.iban
                where o.company_id = new.company_id and o.run_id = new.id and o.removed_at is null
                  and a.confirmed_by is not null and a.withdrawn_at is null
                  and not party.is_payable_on(o.company_id, o.payee_id, o.iban, o.pay_on)) then
        perform simba.refuse('payment_order_waits_for_the_cool_off', 'An account is in its cool-off');
    end if;
    return new;
end
$$;
create trigger released_orders_waited_for_the_cool_off before update on payment.payment_run
    for each row when (new.state = 'RELEASED' and old.state <> 'RELEASED')
    execute function payment.released_orders_waited();

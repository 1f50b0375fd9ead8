-- Nothing is ordered for a supplier that nobody has approved yet, and no run leaves with an order to one.
create function payment.order_goes_to_an_approved_supplier() returns trigger
    language plpgsql
    as $$
begin
    if not party.is_approved(new.company_id, new.payee_id) then
        perform simba.refuse('payment_order_goes_to_an_approved_supplier', 'The supplier is not approved');
    end if;
    return new;
end
$$;
create trigger payment_order_goes_to_an_approved_supplier before insert on payment.payment_order
    for each row execute function payment.order_goes_to_an_approved_supplier();

create function payment.released_orders_go_to_approved_suppliers() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from payment.payment_order o
                where o.company_id = new.company_id and o.run_id = new.id and o.removed_at is null
                  and not party.is_approved(o.company_id, o.payee_id)) then
        perform simba.refuse('payment_order_goes_to_an_approved_supplier', 'A supplier of the run is not approved');
    end if;
    return new;
end
$$;
create trigger released_orders_go_to_approved_suppliers before update on payment.payment_run
    for each row when (new.state = 'RELEASED' and old.state <> 'RELEASED')
    execute function payment.released_orders_go_to_approved_suppliers();

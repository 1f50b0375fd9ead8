-- Whether an invoice of a seller is registered and not rejected: for those who may not see it, so it tells nothing else.
create function invoice.is_registered(seller uuid, seller_digits text, asked_number text) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
        select exists (select from invoice.purchase_invoice i
                        where i.company_id = simba.current_company() and i.supplier_key = seller_digits
                          and i.number_key = asked_number and i.state <> 'REJECTED')
            or exists (select from invoice.purchase_invoice i
                        where i.company_id = simba.current_company() and i.supplier_id = seller
                          and i.number_key = asked_number and i.state <> 'REJECTED')
    $$;
revoke all on function invoice.is_registered(uuid, text, text) from public;
grant execute on function invoice.is_registered(uuid, text, text) to simba_app;

-- The guards ask the whole books, so only the triggers may ask them: nobody learns by them what another company has.
alter function payment.guard_ordered_item() security definer set search_path = pg_catalog, pg_temp;
alter function payment.released_orders_keep_the_guards() security definer set search_path = pg_catalog, pg_temp;
revoke execute on function payment.broken_guard(uuid, uuid, date, date), payment.is_own_work(uuid, uuid, text)
    from public, simba_app;

-- A run whose file was released may be with the bank. Cancelling it makes paying a second time possible, so it takes a person who
-- neither proposed nor sent it, coded what it pays, touched an account of a payee nor is paid by it.
alter table payment.payment_run add column cancelled_for text;
comment on column payment.payment_run.cancelled_for is 'For whom it was cancelled, where one person acted for another';

create function payment.guard_cancellation() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if coalesce(new.cancelled_by, '') not like 'person:%'
       or exists (select from payment.payment_order o
                   where o.company_id = new.company_id and o.run_id = new.id and o.removed_at is null
                     and (payment.is_own_work(o.company_id, o.id, new.cancelled_by)
                          or payment.is_own_work(o.company_id, o.id, new.cancelled_for))) then
        perform simba.refuse('payment_run_cancelled_by_another',
                             'A released run is cancelled by a person who had no hand in it');
    end if;
    return new;
end
$$;
create trigger payment_run_released_is_cancelled_by_another before update on payment.payment_run
    for each row when (old.state = 'RELEASED' and new.state = 'CANCELLED')
    execute function payment.guard_cancellation();
revoke execute on function payment.guard_cancellation() from public;

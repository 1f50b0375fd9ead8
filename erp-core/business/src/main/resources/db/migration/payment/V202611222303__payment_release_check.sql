-- Afterwards it is taken out of a proposal, or left behind by the release when it may not go any more, or its day moves on
-- while the run is released; nothing else.
create or replace function payment.guard_order() returns trigger
    language plpgsql
    as $$
declare
    run_state text;
begin
    select r.state into run_state from payment.payment_run r where r.company_id = old.company_id and r.id = old.run_id;
    if to_jsonb(new) - 'removed_at' - 'removed_by' - 'pay_on' <> to_jsonb(old) - 'removed_at' - 'removed_by' - 'pay_on'
       or old.removed_at is not null
       or (new.removed_at is not null and run_state not in ('PROPOSED', 'IN_APPROVAL'))
       or (new.pay_on <> old.pay_on and (run_state <> 'IN_APPROVAL' or new.pay_on < old.pay_on)) then
        perform simba.refuse('payment_order_stands', 'An order stands as it was proposed');
    end if;
    return new;
end
$$;

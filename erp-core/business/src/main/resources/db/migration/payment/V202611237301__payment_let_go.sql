-- Nothing tells yet what a bank did with a file. So an item that left with a run is held until the books settle it whole, by
-- themselves; or until a person who has no hand in the order lets the order go, with a reason, since its rest may be paid again.
alter table payment.payment_order
    add column let_go_by text,
    add column let_go_for text,
    add column let_go_at timestamptz,
    add column let_go_reason text,
    add constraint payment_order_let_go_whole check (
        (let_go_by is null) = (let_go_at is null) and (let_go_by is null) = (let_go_reason is null)
        and (let_go_for is null or let_go_by is not null)),
    add constraint payment_order_let_go_by_a_person_with_a_reason check (
        let_go_by is null
        or (let_go_by like 'person:%' and btrim(let_go_reason) <> ''
            and (let_go_for is null or (let_go_for like 'person:%' and let_go_for <> let_go_by))));
comment on column payment.payment_order.let_go_by is 'Who let it go after its file had left, so that what is still open of it may be paid again';
comment on column payment.payment_order.let_go_for is 'For whom it was let go, where one person acted for another';
comment on table payment.order_item is 'Which open items an order settles; live from the proposal until the books settle them, a removal, a cancellation, or until the order is let go';
create index order_item_by_open_item on payment.order_item (company_id, open_item_id);

create trigger payment_order_is_let_go_later before insert on payment.payment_order
    for each row when (new.let_go_at is not null)
    execute function simba.refuse('an order is let go after its file has left');

-- Afterwards it is taken out of a proposal, or left behind by the release when it may not go any more, or its day moves on
-- while the run is released, or it is let go once its file has left; nothing else.
create or replace function payment.guard_order() returns trigger
    language plpgsql
    as $$
declare
    moving text[] := '{removed_at,removed_by,pay_on,let_go_by,let_go_for,let_go_at,let_go_reason}';
    run_state text;
begin
    select r.state into run_state from payment.payment_run r where r.company_id = old.company_id and r.id = old.run_id;
    if to_jsonb(new) - moving <> to_jsonb(old) - moving
       or old.removed_at is not null or old.let_go_at is not null
       or (new.removed_at is not null and run_state not in ('PROPOSED', 'IN_APPROVAL'))
       or (new.pay_on <> old.pay_on and (run_state <> 'IN_APPROVAL' or new.pay_on < old.pay_on)) then
        perform simba.refuse('payment_order_stands', 'An order stands as it was proposed');
    end if;
    return new;
end
$$;

-- Whoever proposed or sent the run, coded what the order pays, touched its account or is paid by it lets nothing go.
create function payment.guard_let_go() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if not exists (select from payment.payment_run r
                    where r.company_id = new.company_id and r.id = new.run_id and r.state = 'RELEASED') then
        perform simba.refuse('payment_order_let_go_after_it_left', 'The file of the run has not left');
    end if;
    if not exists (select from payment.order_item t
                    where t.company_id = new.company_id and t.order_id = new.id and t.live) then
        perform simba.refuse('payment_order_let_go_holds_something', 'The order holds nothing any more');
    end if;
    if payment.is_own_work(new.company_id, new.id, new.let_go_by)
       or payment.is_own_work(new.company_id, new.id, new.let_go_for) then
        perform simba.refuse('payment_order_let_go_by_another', 'Nobody lets go what they had a hand in');
    end if;
    return new;
end
$$;
create trigger payment_order_let_go_is_guarded before update on payment.payment_order
    for each row when (new.let_go_at is not null and old.let_go_at is null)
    execute function payment.guard_let_go();

create function payment.free_items_let_go() returns trigger
    language plpgsql
    as $$
begin
    update payment.order_item t set live = false
     where t.company_id = new.company_id and t.order_id = new.id and t.live;
    return null;
end
$$;
create trigger payment_order_let_go_frees_its_items after update on payment.payment_order
    for each row when (new.let_go_at is not null and old.let_go_at is null)
    execute function payment.free_items_let_go();

-- An item is let go with its order or its run, or once its file has left and the books have settled it. It is held again if
-- that settlement is taken back, for its order still is with the bank.
create or replace function payment.guard_order_item() returns trigger
    language plpgsql
    as $$
declare
    ordered payment.payment_order;
    run_state text;
    settled boolean;
begin
    select * into ordered from payment.payment_order o where o.company_id = old.company_id and o.id = old.order_id;
    select r.state into run_state from payment.payment_run r where r.company_id = old.company_id and r.id = old.run_id;
    select i.settled into settled from ledger.open_item i where i.company_id = old.company_id and i.id = old.open_item_id;
    if to_jsonb(new) - 'live' <> to_jsonb(old) - 'live' or new.live = old.live
       or (old.live and not (ordered.removed_at is not null or run_state = 'CANCELLED'
                             or (run_state = 'RELEASED' and (ordered.let_go_at is not null or settled))))
       or (new.live and (ordered.removed_at is not null or ordered.let_go_at is not null or settled
                         or run_state <> 'RELEASED')) then
        perform simba.refuse('order_item_is_held', 'An item is held until it is settled, its order goes or its run is cancelled');
    end if;
    return new;
end
$$;

-- Whoever settles an item, by whatever way: what left with a run is free with it, and held again without it.
create function payment.follow_settlement() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    update payment.order_item t set live = not new.settled
      from payment.payment_order o, payment.payment_run r
     where t.company_id = new.company_id and t.open_item_id = new.id and t.live = new.settled
       and o.company_id = t.company_id and o.id = t.order_id and o.removed_at is null and o.let_go_at is null
       and r.company_id = t.company_id and r.id = t.run_id and r.state = 'RELEASED';
    return null;
end
$$;
create trigger settled_item_leaves_its_run after update on ledger.open_item
    for each row when (new.settled is distinct from old.settled)
    execute function payment.follow_settlement();
revoke execute on function payment.guard_let_go(), payment.free_items_let_go(), payment.follow_settlement() from public;

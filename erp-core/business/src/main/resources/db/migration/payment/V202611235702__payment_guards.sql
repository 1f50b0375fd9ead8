-- What is to be split, or is above the limit of the White List, goes only as an approver let it through or with a proof: when
-- it is ordered, and once more when the run is released. The books say what it is, whoever asks.
create function payment.broken_guard(company uuid, ordered uuid, proved_from date, proved_until date) returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    with debt as (
        select o.kind, coalesce(o.let_through_reasons, '{}') as decided,
               i.split_payment
                 or coalesce(p.received #>> '{polish,annotations,splitPayment}', 'false') = 'true'
                 or coalesce(p.received::text ilike '%mechanizm podzielonej płatności%', false) as split,
               round(case when p.id is null then abs(i.remaining) when p.currency = 'PLN' then p.gross else 0 end, 2)
                 > 15000 as above,
               exists (select from payment.white_list_proof w
                        where w.company_id = o.company_id and w.party_id = o.payee_id and w.iban = o.iban
                          and w.checked_on between proved_from and proved_until
                          and party.has_tax_id(w.company_id, w.party_id, w.tax_id)) as proved
          from payment.payment_order o
          join payment.order_item t on t.company_id = o.company_id and t.order_id = o.id and t.live and t.amount > 0
          join ledger.open_item i on i.company_id = t.company_id and i.id = t.open_item_id
          left join invoice.purchase_invoice p on p.company_id = i.company_id and p.document_id = i.document_id
         where o.company_id = company and o.id = ordered and o.currency = 'PLN')
    select case
        when bool_or(split and (kind <> 'SPLIT' or not 'SPLIT_PAYMENT' = any (decided)))
            then 'payment_order_splits_what_is_to_be_split'
        when bool_or(above and not proved and not 'WHITE_LIST' = any (decided))
            then 'payment_order_has_its_white_list_proof'
        end
      from debt
    $$;

-- Whose work an item is, so that they do not let it through: who proposed or sent the run, coded its invoice, or had to do with
-- an account of the payee.
create function payment.is_own_work(company uuid, ordered uuid, actor text) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    select exists (select from payment.payment_order o
                     join payment.payment_run r on r.company_id = o.company_id and r.id = o.run_id
                    where o.company_id = company and o.id = ordered
                      and actor = any (array[r.proposed_by, r.proposed_for, r.sent_by, r.sent_for]))
        or exists (select from payment.order_item t
                     join invoice.purchase_invoice p on p.company_id = t.company_id and p.document_id = t.document_id
                     join invoice.coder c on c.company_id = p.company_id and c.purchase_invoice_id = p.id
                    where t.company_id = company and t.order_id = ordered and 'person:' || c.person = actor)
        or exists (select from payment.payment_order o
                     join party.bank_account a on a.company_id = o.company_id and a.party_id = o.payee_id
                    where o.company_id = company and o.id = ordered
                      and actor = any (array[a.proposed_by, a.proposed_for, a.confirmed_by]))
    $$;
grant execute on function payment.broken_guard(uuid, uuid, date, date), payment.is_own_work(uuid, uuid, text) to simba_app;

-- Who lets an item through is a person, in a run under approval, and decides about that item alone and what was shown of it.
alter table payment.payment_order add constraint payment_order_let_through_by_a_person check (
    let_through_by is null or let_through_by like 'person:%');

create function payment.guard_ordered_item() returns trigger
    language plpgsql
    as $$
declare
    through payment.payment_order;
    rule text;
begin
    select payment.broken_guard(new.company_id, new.order_id,
                                (r.proposed_at at time zone c.time_zone)::date, 'infinity') into rule
      from payment.payment_run r
      join company.company c on c.company_id = r.company_id
     where r.company_id = new.company_id and r.id = new.run_id;
    if rule is not null then
        perform simba.refuse(rule, 'Nobody let it through, and there is no proof');
    end if;
    select * into through from payment.payment_order o
     where o.company_id = new.company_id and o.id = new.order_id and o.let_through_by is not null;
    if not found then
        return new;
    end if;
    if (select count(*) from payment.order_item t
         where t.company_id = new.company_id and t.order_id = new.order_id) > 1 then
        perform simba.refuse('payment_order_let_through_is_alone', 'What is let through goes alone');
    end if;
    if not exists (select from payment.payment_run r
                    where r.company_id = new.company_id and r.id = new.run_id and r.state = 'IN_APPROVAL')
       or not exists (select from payment.blocked_item b
                       where b.company_id = new.company_id and b.run_id = new.run_id
                         and b.open_item_id = new.open_item_id and b.reasons = through.let_through_reasons) then
        perform simba.refuse('payment_order_let_through_is_what_was_shown', 'The run shows other reasons');
    end if;
    if payment.is_own_work(new.company_id, new.order_id, through.let_through_by) then
        perform simba.refuse('payment_order_let_through_by_another', 'Nobody lets their own work through');
    end if;
    return new;
end
$$;
create trigger order_item_keeps_the_guards after insert on payment.order_item
    for each row execute function payment.guard_ordered_item();

-- A proof counts on its day only, so the day of the release decides.
create function payment.released_orders_keep_the_guards() returns trigger
    language plpgsql
    as $$
declare
    today date := (select (new.released_at at time zone c.time_zone)::date from company.company c
                    where c.company_id = new.company_id);
    rule text := (select min(payment.broken_guard(o.company_id, o.id, today, today)) from payment.payment_order o
                   where o.company_id = new.company_id and o.run_id = new.id and o.removed_at is null);
begin
    if rule is not null then
        perform simba.refuse(rule, 'An order of the run has no proof of today, and nobody let it through');
    end if;
    return new;
end
$$;
create trigger released_orders_keep_the_guards before update on payment.payment_run
    for each row when (new.state = 'RELEASED' and old.state <> 'RELEASED')
    execute function payment.released_orders_keep_the_guards();

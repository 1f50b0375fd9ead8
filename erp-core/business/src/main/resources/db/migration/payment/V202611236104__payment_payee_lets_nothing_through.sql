-- Whom an order pays, and who coded the claim it pays, lets it through no more than whoever coded its invoice.
create or replace function payment.is_own_work(company uuid, ordered uuid, actor text) returns boolean
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
        or exists (select from payment.order_item t
                    where t.company_id = company and t.order_id = ordered
                      and expense.coded_what_is_owed(company, t.open_item_id, array[actor]))
        or exists (select from payment.payment_order o
                     join party.bank_account a on a.company_id = o.company_id and a.party_id = o.payee_id
                    where o.company_id = company and o.id = ordered
                      and actor = any (array[a.proposed_by, a.proposed_for, a.confirmed_by]))
        or exists (select from payment.payment_order o
                    where o.company_id = company and o.id = ordered
                      and expense.is_paid_to(company, o.payee_id, array[actor]))
    $$;

-- What stands in the way of an item stays as it was found, for an approver lets it through as shown. It is told anew only
-- once the order of an item that was let through is taken out by the release.
create function payment.blocked_item_stands() returns trigger
    language plpgsql
    as $$
declare
    left_behind boolean := new.order_id is null and exists (
        select from payment.payment_order o
         where o.company_id = old.company_id and o.id = old.order_id and o.removed_at is not null);
begin
    if to_jsonb(new) - 'reasons' - 'details' - 'order_id' <> to_jsonb(old) - 'reasons' - 'details' - 'order_id'
       or not left_behind and ((new.reasons, new.details) is distinct from (old.reasons, old.details)
                               or old.order_id is not null and new.order_id is distinct from old.order_id) then
        perform simba.refuse('blocked_item_stands', 'What stands in the way of an item stays as it was found');
    end if;
    return new;
end
$$;
create trigger blocked_item_stands before update on payment.blocked_item
    for each row execute function payment.blocked_item_stands();

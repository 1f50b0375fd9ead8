-- Separation of duties by history, held here as well: who coded the invoice, or proposed or confirmed an account of its
-- supplier or payee, decides nothing about it, whether in the own name or for somebody else.
create function invoice.decider_had_no_hand_in_it() returns trigger
    language plpgsql
    as $$
declare
    people constant uuid[] := array_remove(array[new.decided_by, new.on_behalf_of], null);
    actors constant text[] := array(select 'person:' || p from unnest(people) p);
    about uuid := (select r.subject_id from approval.approval_request r
                    where r.company_id = new.company_id and r.id = new.request_id
                      and r.subject_kind = 'purchase-invoice');
begin
    if about is null then
        return new;
    end if;
    if exists (select from invoice.coder c
                where c.company_id = new.company_id and c.purchase_invoice_id = about and c.person = any (people)) then
        raise exception 'Who coded an invoice never decides about it'
            using errcode = 'restrict_violation', constraint = 'decider_did_not_code_the_invoice';
    end if;
    if exists (select from invoice.purchase_invoice i
                 join party.bank_account a on a.company_id = i.company_id and a.party_id in (i.supplier_id, i.payee_id)
                where i.company_id = new.company_id and i.id = about
                  and (a.proposed_by = any (actors) or a.confirmed_by = any (actors))) then
        raise exception 'Who changed the account of a supplier never decides about its invoices'
            using errcode = 'restrict_violation', constraint = 'decider_did_not_change_the_account';
    end if;
    return new;
end
$$;
create trigger decider_had_no_hand_in_the_invoice before insert on approval.approval_decision
    for each row execute function invoice.decider_had_no_hand_in_it();

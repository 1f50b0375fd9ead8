-- Separation of duties by history: who proposed or sent a run, coded an invoice in it, or proposed or confirmed an account
-- of somebody it pays, neither decides about it nor counts as its approver.
create function payment.had_a_hand_in(company uuid, run uuid, actors text[]) returns text
    language sql stable
    as $$
    select case
        when exists (select from payment.payment_run r
                      where r.company_id = company and r.id = run
                        and (r.proposed_by = any (actors) or r.sent_by = any (actors)))
            then 'decider_did_not_propose_the_run'
        when exists (select from payment.order_item o
                       join invoice.purchase_invoice i on i.company_id = o.company_id and i.document_id = o.document_id
                       join invoice.coder c on c.company_id = i.company_id and c.purchase_invoice_id = i.id
                      where o.company_id = company and o.run_id = run and o.live and 'person:' || c.person = any (actors))
            then 'decider_did_not_code_the_invoice'
        when exists (select from payment.payment_order o
                       join party.bank_account a on a.company_id = o.company_id and a.party_id = o.payee_id
                      where o.company_id = company and o.run_id = run and o.removed_at is null
                        and (a.proposed_by = any (actors) or a.confirmed_by = any (actors)))
            then 'decider_did_not_change_the_account'
        end
    $$;
grant execute on function payment.had_a_hand_in(uuid, uuid, text[]) to simba_app;

create function payment.decider_had_no_hand_in_it() returns trigger
    language plpgsql
    as $$
declare
    rule text := (select payment.had_a_hand_in(
                             r.company_id, r.subject_id,
                             array_remove(array['person:' || new.decided_by, 'person:' || new.on_behalf_of], null))
                    from approval.approval_request r
                   where r.company_id = new.company_id and r.id = new.request_id and r.subject_kind = 'payment-run');
begin
    if rule is not null then
        perform payment.refuse(rule, 'Nobody approves a payment run they had a hand in');
    end if;
    return new;
end
$$;
create trigger decider_had_no_hand_in_the_run before insert on approval.approval_decision
    for each row execute function payment.decider_had_no_hand_in_it();

-- The account may have been touched between approval and release; and whoever writes the approver in by hand is asked too.
create function payment.approver_had_no_hand_in_it() returns trigger
    language plpgsql
    as $$
declare
    rule text := payment.had_a_hand_in(new.company_id, new.id, array[new.approved_by]);
begin
    if rule is not null then
        perform payment.refuse(rule, 'Nobody releases a payment run they had a hand in');
    end if;
    return new;
end
$$;
create trigger approver_had_no_hand_in_the_run after update on payment.payment_run
    for each row when (new.state = 'RELEASED' and old.state <> 'RELEASED')
    execute function payment.approver_had_no_hand_in_it();

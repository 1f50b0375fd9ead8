-- Whom of our own people a run pays, and who coded an expense claim in it, has a hand in it too.
create or replace function payment.had_a_hand_in(company uuid, run uuid, actors text[]) returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    select case
        when exists (select from payment.payment_run r
                      where r.company_id = company and r.id = run
                        and array_remove(array[r.proposed_by, r.proposed_for, r.sent_by, r.sent_for], null) && actors)
            then 'decider_did_not_propose_the_run'
        when exists (select from payment.order_item o
                       join invoice.purchase_invoice i on i.company_id = o.company_id and i.document_id = o.document_id
                       join invoice.coder c on c.company_id = i.company_id and c.purchase_invoice_id = i.id
                      where o.company_id = company and o.run_id = run and o.live and 'person:' || c.person = any (actors))
            then 'decider_did_not_code_the_invoice'
        when exists (select from payment.order_item o
                      where o.company_id = company and o.run_id = run and o.live
                        and expense.coded_what_is_owed(company, o.open_item_id, actors))
            then 'decider_did_not_code_the_claim'
        when exists (select from payment.payment_order o
                       join party.bank_account a on a.company_id = o.company_id and a.party_id = o.payee_id
                      where o.company_id = company and o.run_id = run and o.removed_at is null
                        and array_remove(array[a.proposed_by, a.proposed_for, a.confirmed_by], null) && actors)
            then 'decider_did_not_change_the_account'
        when exists (select from payment.payment_order o
                      where o.company_id = company and o.run_id = run and o.removed_at is null
                        and expense.is_paid_to(company, o.payee_id, actors))
            then 'decider_is_not_the_payee'
        end
    $$;

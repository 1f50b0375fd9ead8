-- For whom a run was proposed or sent, where one person acted for another: neither of them approves it. The same holds for whom
-- an account of somebody it pays was proposed.
alter table payment.payment_run
    add column proposed_for text,
    add column sent_for text,
    add constraint payment_run_is_for_a_person check (
        (proposed_for is null or (proposed_for like 'person:%' and proposed_for <> proposed_by))
        and (sent_for is null or (sent_for like 'person:%' and sent_for is distinct from sent_by))),
    add constraint payment_run_is_not_approved_by_whom_it_is_for check (
        approved_by is null
        or (approved_by is distinct from proposed_for and approved_by is distinct from sent_for));
comment on column payment.payment_run.proposed_for is 'For whom it was proposed, where one person acted for another';
comment on column payment.payment_run.sent_for is 'For whom it was sent to approval, where one person acted for another';
create trigger payment_run_keeps_whom_it_was_proposed_for before update on payment.payment_run
    for each row when (new.proposed_for is distinct from old.proposed_for)
    execute function simba.refuse('a run stays what it was proposed as');

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
        when exists (select from payment.payment_order o
                       join party.bank_account a on a.company_id = o.company_id and a.party_id = o.payee_id
                      where o.company_id = company and o.run_id = run and o.removed_at is null
                        and array_remove(array[a.proposed_by, a.proposed_for, a.confirmed_by], null) && actors)
            then 'decider_did_not_change_the_account'
        end
    $$;

-- Both guards name the rule that was broken.
create or replace function payment.decider_had_no_hand_in_it() returns trigger
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
        perform simba.refuse(rule, 'Nobody approves a payment run they had a hand in');
    end if;
    return new;
end
$$;
create or replace function payment.approver_had_no_hand_in_it() returns trigger
    language plpgsql
    as $$
declare
    rule text := payment.had_a_hand_in(new.company_id, new.id, array[new.approved_by]);
begin
    if rule is not null then
        perform simba.refuse(rule, 'Nobody releases a payment run they had a hand in');
    end if;
    return new;
end
$$;

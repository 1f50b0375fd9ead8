-- Nor does anybody decide about an account that was proposed for them.
create or replace function supplier.decider_did_not_propose_the_account() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from approval.approval_request r
                 join party.bank_account a on a.company_id = r.company_id and a.id = r.subject_id
                where r.company_id = new.company_id and r.id = new.request_id and r.subject_kind = 'bank-account'
                  and array_remove(array[a.proposed_by, a.proposed_for], null)
                      && array_remove(array['person:' || new.decided_by, 'person:' || new.on_behalf_of], null)) then
        perform simba.refuse('decider_did_not_propose_the_account', 'Who proposed an account never decides about it');
    end if;
    return new;
end
$$;

call simba.module_schema('supplier');

-- Four eyes on an account: it is confirmed by whoever approved exactly this account of exactly this partner, and nobody approves
-- what they proposed, in the own name or for somebody else.
create function supplier.account_is_approved() returns trigger
    language plpgsql
    as $$
begin
    if not exists (
            select from approval.approval_request r
              join approval.approval_decision d on d.company_id = r.company_id and d.request_id = r.id
             where r.company_id = new.company_id and r.subject_kind = 'bank-account' and r.subject_id = new.id
               and r.voided_at is null and d.decision = 'APPROVE'
               and 'person:' || d.decided_by = new.confirmed_by
               and d.content_hash = party.account_content_hash(new.company_id, new.id)) then
        perform simba.refuse('bank_account_is_confirmed_as_approved', 'Nobody of that name approved this account as it stands');
    end if;
    return new;
end
$$;
create trigger bank_account_is_confirmed_as_approved before update on party.bank_account
    for each row when (
        old.confirmed_by is null and new.confirmed_by like 'person:%' and new.confirmed_by <> new.proposed_by)
    execute function supplier.account_is_approved();

create function supplier.decider_did_not_propose_the_account() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from approval.approval_request r
                 join party.bank_account a on a.company_id = r.company_id and a.id = r.subject_id
                where r.company_id = new.company_id and r.id = new.request_id and r.subject_kind = 'bank-account'
                  and a.proposed_by in ('person:' || new.decided_by, 'person:' || new.on_behalf_of)) then
        perform simba.refuse('decider_did_not_propose_the_account', 'Who proposed an account never decides about it');
    end if;
    return new;
end
$$;
create trigger decider_did_not_propose_the_account before insert on approval.approval_decision
    for each row execute function supplier.decider_did_not_propose_the_account();

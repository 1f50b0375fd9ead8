-- Four eyes on a new supplier: it is approved by whoever approved exactly what it is now, and nobody decides about what they
-- proposed or changed, in the own name or for somebody else.
create function supplier.supplier_is_approved() returns trigger
    language plpgsql
    as $$
begin
    if not exists (
            select from approval.approval_request r
              join approval.approval_decision d on d.company_id = r.company_id and d.request_id = r.id
             where r.company_id = new.company_id and r.subject_kind = 'party' and r.subject_id = new.party_id
               and r.voided_at is null and d.decision = 'APPROVE'
               and 'person:' || d.decided_by = new.approved_by
               and not new.authors
                   && array_remove(array['person:' || d.decided_by, 'person:' || d.on_behalf_of], null)
               and d.content_hash = party.creation_hash(new.company_id, new.party_id)) then
        perform simba.refuse('supplier_is_approved_as_it_stands', 'Nobody of that name approved this supplier as it stands');
    end if;
    return new;
end
$$;
create trigger supplier_is_approved_as_it_stands before update on party.supplier_creation
    for each row when (old.state <> 'APPROVED' and new.state = 'APPROVED')
    execute function supplier.supplier_is_approved();

create function supplier.decider_did_not_propose_the_supplier() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from approval.approval_request r
                 join party.supplier_creation c on c.company_id = r.company_id and c.party_id = r.subject_id
                where r.company_id = new.company_id and r.id = new.request_id and r.subject_kind = 'party'
                  and c.authors
                      && array_remove(array['person:' || new.decided_by, 'person:' || new.on_behalf_of], null)) then
        perform simba.refuse('decider_did_not_propose_the_supplier', 'Who proposed or changed a supplier never decides about it');
    end if;
    return new;
end
$$;
create trigger decider_did_not_propose_the_supplier before insert on approval.approval_decision
    for each row execute function supplier.decider_did_not_propose_the_supplier();

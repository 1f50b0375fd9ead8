-- Asked again from a level on, what was agreed on the levels before stands: carried over as it was given.
alter table approval.approval_decision
    add column carried_from uuid,
    add foreign key (company_id, carried_from) references approval.approval_decision (company_id, id),
    add constraint approval_is_carried_once unique (company_id, carried_from);
comment on column approval.approval_decision.carried_from is
    'The same approval in the request before, which became void when an earlier level was asked again';

-- Nothing but an approval of the same person about the same content on the same level is carried, out of a void request.
create function approval.carried_as_given() returns trigger
    language plpgsql
    as $$
begin
    if not exists (
        select from approval.approval_decision d
          join approval.approval_request before on before.company_id = d.company_id and before.id = d.request_id
          join approval.approval_request present on present.company_id = d.company_id and present.id = new.request_id
         where d.company_id = new.company_id and d.id = new.carried_from and before.voided_at is not null
           and (before.subject_kind, before.subject_id, before.content_hash)
               = (present.subject_kind, present.subject_id, present.content_hash)
           and (d.level, d.decision, d.content_hash, d.decided_by, d.decided_at)
               = (new.level, new.decision, new.content_hash, new.decided_by, new.decided_at)
           and d.on_behalf_of is not distinct from new.on_behalf_of and d.decision = 'APPROVE') then
        raise exception 'An approval is carried over as it was given'
            using errcode = 'restrict_violation', constraint = 'approval_is_carried_as_given';
    end if;
    return new;
end
$$;
create trigger carried_as_given before insert on approval.approval_decision
    for each row when (new.carried_from is not null) execute function approval.carried_as_given();

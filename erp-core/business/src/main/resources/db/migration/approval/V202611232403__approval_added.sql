-- Whom an approver asked to approve besides. Their own approval waits for it.
create table approval.added_approval (
    company_id uuid not null,
    id uuid not null,
    request_id uuid not null,
    task_id uuid not null,
    own_task_id uuid not null,
    asked_by uuid not null,
    asked_for uuid,
    person uuid not null,
    asked_at timestamptz not null,
    reason text not null,
    content_hash text not null,
    decision text,
    comment text,
    decided_by uuid,
    on_behalf_of uuid,
    decided_at timestamptz,
    ended_at timestamptz,
    primary key (company_id, id),
    foreign key (company_id, request_id) references approval.approval_request (company_id, id),
    foreign key (company_id, task_id) references task.task (company_id, id),
    foreign key (company_id, own_task_id) references task.task (company_id, id),
    constraint added_approval_is_of_somebody_else check (person <> asked_by and person <> asked_for
        and decided_by <> asked_by and decided_by <> asked_for and on_behalf_of <> asked_by),
    constraint added_approval_is_for_somebody_else check (on_behalf_of <> decided_by),
    constraint added_approval_says_why check (length(reason) between 1 and 500),
    constraint added_approval_is_known check (decision in ('APPROVE', 'REJECT')),
    constraint added_approval_is_decided_whole check (num_nonnulls(decision, decided_by, decided_at) in (0, 3)),
    constraint added_approval_refusal_has_reason check (decision = 'APPROVE' or decision is null
        or coalesce(trim(comment), '') <> ''),
    constraint added_approval_ends_once check (ended_at is null or decision is null)
);
comment on table approval.added_approval is 'Approvals asked for besides the levels, by an approver, of one person each';
create unique index added_approval_person_is_asked_once
    on approval.added_approval (company_id, request_id, person) where ended_at is null;
create index added_approval_by_task on approval.added_approval (company_id, task_id);
create index added_approval_by_own_task on approval.added_approval (company_id, own_task_id);
call simba.company_wall('approval.added_approval', 'select, insert, update');
call simba.confidential_wall('approval.added_approval', array['task_id', 'own_task_id']);

-- What was asked and decided stays; only what is open is decided or ends.
create function approval.addition_stays() returns trigger
    language plpgsql
    as $$
begin
    if old.decision is not null or old.ended_at is not null
            or to_jsonb(new) - '{decision,comment,decided_by,on_behalf_of,decided_at,ended_at}'::text[]
               <> to_jsonb(old) - '{decision,comment,decided_by,on_behalf_of,decided_at,ended_at}'::text[] then
        raise exception 'What was asked besides and decided is never changed'
            using errcode = 'restrict_violation', constraint = 'added_approval_stays';
    end if;
    return new;
end
$$;
create trigger addition_stays before update on approval.added_approval
    for each row execute function approval.addition_stays();
create trigger addition_is_never_removed before delete on approval.added_approval
    for each row execute function simba.refuse('an added approval stays in the records');

-- Nobody approves while somebody who was added has not agreed, and whoever agreed besides agrees on no level.
create function approval.added_agree_first() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from approval.added_approval a
                where a.company_id = new.company_id and a.request_id = new.request_id and a.ended_at is null
                  and a.decision is distinct from 'APPROVE') then
        raise exception 'Somebody who was added has not agreed'
            using errcode = 'restrict_violation', constraint = 'approval_waits_for_added';
    end if;
    if exists (select from approval.added_approval a
                where a.company_id = new.company_id and a.request_id = new.request_id and a.decision is not null
                  and (new.decided_by in (a.decided_by, a.on_behalf_of)
                       or new.on_behalf_of in (a.decided_by, a.on_behalf_of))) then
        raise exception 'Nobody decides besides and on a level of the same request'
            using errcode = 'restrict_violation', constraint = 'approval_person_decides_once';
    end if;
    return new;
end
$$;
create trigger added_agree_first before insert on approval.approval_decision
    for each row when (new.decision = 'APPROVE' and new.carried_from is null)
    execute function approval.added_agree_first();

-- Nobody agrees twice to one request: not on a level and besides, not besides twice, neither themself nor for somebody else.
create function approval.added_agree_once() returns trigger
    language plpgsql
    as $$
begin
    perform from approval.approval_request r
      where r.company_id = new.company_id and r.id = new.request_id for update;
    if new.on_behalf_of = new.asked_for then
        raise exception 'Nobody agrees besides for whoever asked for it'
            using errcode = 'restrict_violation', constraint = 'added_approval_is_of_somebody_else';
    end if;
    if exists (select from approval.approval_decision d
                where d.company_id = new.company_id and d.request_id = new.request_id
                  and (d.decided_by in (new.decided_by, new.on_behalf_of)
                       or d.on_behalf_of in (new.decided_by, new.on_behalf_of)))
            or exists (select from approval.added_approval a
                        where a.company_id = new.company_id and a.request_id = new.request_id and a.id <> new.id
                          and a.decision is not null
                          and (a.decided_by in (new.decided_by, new.on_behalf_of)
                               or a.on_behalf_of in (new.decided_by, new.on_behalf_of))) then
        raise exception 'Nobody decides besides who decided about the same request already'
            using errcode = 'restrict_violation', constraint = 'added_approval_person_decides_once';
    end if;
    return new;
end
$$;
create trigger agree_once before update on approval.added_approval
    for each row when (new.decision is not null) execute function approval.added_agree_once();

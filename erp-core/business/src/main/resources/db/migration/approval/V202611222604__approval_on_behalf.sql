-- Who decides for somebody else: what either of them did counts for both.
alter table approval.approval_decision
    add column on_behalf_of uuid,
    add constraint approval_is_for_somebody_else check (on_behalf_of is null or on_behalf_of <> decided_by);
comment on column approval.approval_decision.on_behalf_of is 'For whom it was decided, where one person acted for another';

create function approval.nobody_decides_twice() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from approval.approval_decision d
                where d.company_id = new.company_id and d.request_id = new.request_id
                  and array_remove(array[d.decided_by, d.on_behalf_of], null)
                      && array_remove(array[new.decided_by, new.on_behalf_of], null)) then
        raise exception 'Nobody decides two levels of one request, not for somebody else either'
            using errcode = 'restrict_violation', constraint = 'approval_person_decides_once';
    end if;
    return new;
end
$$;
create trigger nobody_decides_twice before insert on approval.approval_decision
    for each row execute function approval.nobody_decides_twice();

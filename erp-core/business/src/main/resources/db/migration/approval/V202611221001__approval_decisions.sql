call simba.module_schema('approval');

create table approval.approval_request (
    company_id uuid not null,
    id uuid not null,
    subject_kind text not null,
    subject_id uuid not null,
    levels text[] not null,
    content_hash text not null,
    requested_at timestamptz not null,
    requested_by text not null,
    voided_at timestamptz,
    primary key (company_id, id),
    constraint approval_asks_somebody check (cardinality(levels) > 0)
);
comment on table approval.approval_request is 'Who must agree to which content, in which order; at most one live request for a subject';
create unique index approval_request_live_once
    on approval.approval_request (company_id, subject_id, subject_kind) where voided_at is null;
create index approval_request_by_subject on approval.approval_request (company_id, subject_id, subject_kind);
call simba.company_wall('approval.approval_request', 'select, insert, update');

create table approval.approval_decision (
    company_id uuid not null,
    id uuid not null,
    request_id uuid not null,
    level text not null,
    decision text not null,
    content_hash text not null,
    comment text,
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (company_id, id),
    foreign key (company_id, request_id) references approval.approval_request (company_id, id),
    constraint approval_level_decides_once unique (company_id, request_id, level),
    constraint approval_person_decides_once unique (company_id, request_id, decided_by),
    constraint approval_decision_is_known check (decision in ('APPROVE', 'RETURN', 'REJECT')),
    constraint approval_refusal_has_reason check (decision = 'APPROVE' or coalesce(trim(comment), '') <> '')
);
comment on table approval.approval_decision is 'Decisions of people, each bound to the content it was made about; added, never changed';
call simba.company_wall('approval.approval_decision', 'select, insert');

-- A decision fits its live request: same content, a level asked for, in its turn, and nobody said no before.
create function approval.decision_fits_request() returns trigger
    language plpgsql
    as $$
declare
    request approval.approval_request;
    wanted text;
begin
    select * into request from approval.approval_request r
     where r.company_id = new.company_id and r.id = new.request_id for update;
    if request.voided_at is not null then
        perform simba.refuse('approval_request_is_live', 'The request for approval is void');
    end if;
    if request.content_hash <> new.content_hash then
        perform simba.refuse('approval_is_about_the_content_asked', 'The decision is about other content than was asked for');
    end if;
    if exists (select from approval.approval_decision d
                where d.company_id = new.company_id and d.request_id = new.request_id and d.decision <> 'APPROVE') then
        perform simba.refuse('approval_ends_with_a_no', 'Somebody said no already');
    end if;
    select l.level into wanted
      from unnest(request.levels) with ordinality l (level, place)
     where not exists (select from approval.approval_decision d
                        where d.company_id = new.company_id and d.request_id = new.request_id and d.level = l.level)
     order by l.place limit 1;
    if wanted is distinct from new.level and exists (select from unnest(request.levels) l (level) where l.level = wanted) then
        perform simba.refuse('approval_levels_decide_in_turn', 'It is the turn of ' || coalesce(wanted, 'nobody') || ', not of ' || new.level);
    end if;
    if not new.level = any (request.levels) then
        perform simba.refuse('approval_level_was_asked', new.level || ' was not asked');
    end if;
    return new;
end
$$;
create trigger decision_fits_request before insert on approval.approval_decision
    for each row execute function approval.decision_fits_request();

create trigger decision_is_never_changed before update or delete on approval.approval_decision
    for each row execute function simba.refuse('a decision stands for ever');
create trigger decisions_are_never_emptied before truncate on approval.approval_decision
    for each statement execute function simba.refuse('a decision stands for ever');

-- A request can only lose its force; what was asked of whom never changes.
create trigger request_is_only_voided before update on approval.approval_request
    for each row when (
        old.voided_at is not null or new.voided_at is null
        or (old.company_id, old.id, old.subject_kind, old.subject_id, old.levels, old.content_hash, old.requested_at, old.requested_by)
           is distinct from
           (new.company_id, new.id, new.subject_kind, new.subject_id, new.levels, new.content_hash, new.requested_at, new.requested_by))
    execute function simba.refuse('a request for approval is voided once and not changed otherwise');
create trigger request_is_never_removed before delete on approval.approval_request
    for each row execute function simba.refuse('a request for approval stays in the records');
create trigger requests_are_never_emptied before truncate on approval.approval_request
    for each statement execute function simba.refuse('a request for approval stays in the records');

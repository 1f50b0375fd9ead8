-- What nobody decided in time is returned or rejected by a time rule: such a decision is nobody's, and never a consent.
alter table approval.approval_decision
    alter column decided_by drop not null,
    add constraint approval_is_somebodys_decision check (decided_by is not null
        or (decision <> 'APPROVE' and on_behalf_of is null));
comment on column approval.approval_decision.decided_by is 'Nobody where the time to decide ran out';

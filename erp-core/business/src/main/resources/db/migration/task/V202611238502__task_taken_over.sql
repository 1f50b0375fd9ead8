-- A substitute takes over what the person holds, and a superior hands it to somebody else: whose it was is on record.
alter table task.delegation drop constraint delegation_is_to_somebody_else,
    add constraint delegation_is_to_somebody_else check (
        (delegated_to <> delegated_by or delegated_for is not null) and delegated_to <> delegated_for);
comment on column task.delegation.delegated_for is
    'Whose task it was, where somebody else handed it on: who acted for them, looks after their tasks or is above them';

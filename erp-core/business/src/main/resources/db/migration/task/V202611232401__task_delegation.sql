-- Who handed a task to whom. The task itself names only whose it is now.
create table task.delegation (
    company_id uuid not null,
    id uuid not null,
    task_id uuid not null,
    delegated_by uuid not null,
    delegated_for uuid,
    delegated_to uuid not null,
    delegated_at timestamptz not null,
    note text,
    primary key (company_id, id),
    foreign key (company_id, task_id) references task.task (company_id, id),
    constraint delegation_is_to_somebody_else check (delegated_to <> delegated_by and delegated_to <> delegated_for),
    constraint delegation_is_for_somebody_else check (delegated_for <> delegated_by),
    constraint delegation_note_says_something check (length(note) between 1 and 500)
);
comment on table task.delegation is 'Tasks handed from one person to another; added, never changed';
create index delegation_by_task on task.delegation (company_id, task_id);
call simba.company_wall('task.delegation', 'select, insert');
call simba.confidential_wall('task.delegation', array['task_id']);
create trigger delegation_stays before update or delete on task.delegation
    for each row execute function simba.refuse('a delegation stays as it was made');

-- What a person follows without having to decide it: a task, or a document with every task about it.
create table task.watch (
    company_id uuid not null,
    id uuid not null,
    person uuid not null,
    task_id uuid,
    document_id uuid,
    since timestamptz not null,
    primary key (company_id, id),
    foreign key (company_id, task_id) references task.task (company_id, id),
    constraint watch_is_of_one_thing check (num_nonnulls(task_id, document_id) = 1),
    constraint watch_of_a_task_is_kept_once unique (company_id, person, task_id),
    constraint watch_of_a_document_is_kept_once unique (company_id, person, document_id)
);
comment on table task.watch is 'Which tasks and documents a person follows on their desk; taken away when they no longer want to';
call simba.company_wall('task.watch', 'select, insert, delete');
call simba.confidential_wall('task.watch', array['task_id', 'document_id']);
create index watch_by_task on task.watch (company_id, task_id) where task_id is not null;

-- The desk asks what a person handed to others.
create index delegation_by_person on task.delegation (company_id, delegated_by, task_id);
create index delegation_by_represented on task.delegation (company_id, delegated_for, task_id) where delegated_for is not null;

-- What people have entered into the forms of open tasks and not yet sent.
create table task.draft (
    company_id uuid not null,
    task_id uuid not null,
    person uuid not null,
    fields jsonb not null,
    saved_at timestamptz not null,
    primary key (company_id, task_id, person),
    foreign key (company_id, task_id) references task.task (company_id, id)
);
comment on table task.draft is 'What somebody has entered into the form of an open task and not yet sent; it ends with the task';
call simba.company_wall('task.draft', 'select, insert, update, delete');

call simba.module_schema('task');

-- One row for each task. What lists show of the task's subject is copied here, so that a list reads one table.
create table task.task (
    company_id uuid not null,
    id uuid not null,
    engine_task_id text not null,
    task_key text not null,
    form text not null,
    process text not null,
    rule text,
    subject_kind text not null,
    subject_id uuid not null,
    document_id uuid,
    candidate_duties text[] not null,
    outcomes text[] not null,
    state text not null default 'OPEN',
    assignee uuid,
    due_at timestamptz,
    opened_at timestamptz not null,
    ended_at timestamptz,
    sort_at timestamptz not null,
    outcome text,
    title_args text[] not null default '{}',
    party_name text,
    document_number text,
    amount numeric,
    currency char(3),
    content_hash text,
    version integer not null default 0,
    primary key (company_id, id),
    constraint task_is_projected_once unique (company_id, engine_task_id),
    constraint task_state_is_known check (state in ('OPEN', 'DONE', 'WITHDRAWN')),
    constraint task_ends_once check ((state = 'OPEN') = (ended_at is null)),
    constraint task_is_done_by_somebody check ((state = 'DONE') = (outcome is not null)
        and (state <> 'DONE' or assignee is not null)),
    constraint task_outcome_was_offered check (outcome is null or outcome = any (outcomes)),
    constraint task_somebody_may_take_it check (cardinality(candidate_duties) > 0),
    constraint task_amount_has_currency check ((amount is null) = (currency is null))
);
comment on table task.task is 'The task desk: one row for each task of any process, written in the engine''s transaction';
create index task_by_assignee on task.task (company_id, assignee, state, sort_at, id);
create index task_by_document on task.task (company_id, document_id, state, sort_at, id);
create index task_by_subject on task.task (company_id, subject_id);
call simba.company_wall('task.task', 'select, insert, update');

-- One row for each task and duty that may take it. Equality and time alone select, as row-level security demands.
create table task.task_candidate (
    company_id uuid not null,
    task_id uuid not null,
    duty text not null,
    state text not null,
    free boolean not null,
    sort_at timestamptz not null,
    primary key (company_id, task_id, duty),
    foreign key (company_id, task_id) references task.task (company_id, id)
);
comment on table task.task_candidate is 'Which duties may take which task; lists are read from its indexes';
create index task_candidate_by_duty on task.task_candidate (company_id, duty, state, sort_at, task_id);
create index task_candidate_free on task.task_candidate (company_id, duty, state, sort_at, task_id) where free;
call simba.company_wall('task.task_candidate', 'select, insert, update');

-- What was decided stays decided.
create trigger ended_task_stays before update on task.task
    for each row when (old.state <> 'OPEN') execute function simba.refuse('a task that has ended is never changed');

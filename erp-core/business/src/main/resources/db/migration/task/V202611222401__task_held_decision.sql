-- Decisions that their persons can still take back. Each is sent on a few seconds later, or falls with the rule it breaks.
create table task.held_decision (
    company_id uuid not null,
    task_id uuid not null,
    person uuid not null,
    outcome text not null,
    comment text,
    coding json,
    content_hash text,
    held_at timestamptz not null,
    send_on_at timestamptz not null,
    refused_rule text,
    refused_args text[] not null default '{}',
    primary key (company_id, task_id),
    foreign key (company_id, task_id) references task.task (company_id, id),
    constraint held_decision_is_sent_on_later check (send_on_at >= held_at)
);
comment on table task.held_decision is 'What a person decided and can still take back; nothing follows from it before it is sent on';
create index held_decision_by_time on task.held_decision (company_id, send_on_at) where refused_rule is null;
call simba.company_wall('task.held_decision', 'select, insert, update, delete');

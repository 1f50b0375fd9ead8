-- What happens by itself to tasks that wait: somebody is reminded, a superior is told, the step ends without a decision.
create table task.time_rule (
    company_id uuid not null,
    id uuid not null,
    act text not null,
    process text,
    task_key text,
    document_type text,
    span integer not null,
    outcome text,
    set_by text not null,
    set_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    weight integer not null generated always as
        ((task_key is not null)::integer * 4 + (document_type is not null)::integer * 2 + (process is not null)::integer) stored,
    primary key (company_id, id),
    constraint time_rule_act_is_known check (act in ('REMIND', 'ESCALATE', 'LAPSE')),
    constraint time_rule_step_is_of_a_process check (task_key is null or process is not null),
    constraint time_rule_span_is_sensible check (
        case act when 'REMIND' then span between -400 and 2000 when 'ESCALATE' then span between 1 and 2000
                 else span between 1 and 250 end),
    constraint time_rule_lapses_one_step check ((act = 'LAPSE') = (outcome is not null) and (act <> 'LAPSE' or task_key is not null)),
    constraint time_rule_never_approves check (outcome in ('return', 'reject')),
    constraint time_rule_is_ended_whole check ((ended_by is null) = (ended_at is null))
);
comment on table task.time_rule is 'Reminders, escalations and lapses of each company, by process, step and type of document; ended, never changed';
comment on column task.time_rule.span is 'Working hours after the task was due, before it where negative; working days where it lapses';
comment on column task.time_rule.weight is 'The more closely a rule says what it is about the heavier it weighs; of one act only the heaviest count';
create unique index time_rule_is_set_once on task.time_rule
    (company_id, act, span, coalesce(process, ''), coalesce(task_key, ''), coalesce(document_type, '')) where ended_at is null;
call simba.company_wall('task.time_rule', 'select, insert, update');
call audit.keep_trail_of('task.time_rule', 'company', 'company_id', without => '{set_by,set_at}');

create function task.time_rule_stays() returns trigger
    language plpgsql
    as $$
begin
    if old.ended_at is not null or to_jsonb(new) - '{ended_by,ended_at,weight}'::text[] <> to_jsonb(old) - '{ended_by,ended_at,weight}'::text[] then
        raise exception 'A time rule ends once and is not changed otherwise'
            using errcode = 'restrict_violation', constraint = 'time_rule_stays', schema = 'task', table = 'time_rule';
    end if;
    return new;
end
$$;
create trigger time_rule_stays before update on task.time_rule
    for each row execute function task.time_rule_stays();

-- What a rule did to a task: each once, however many nodes look.
create table task.time_act (
    company_id uuid not null,
    id uuid not null,
    task_id uuid not null,
    rule_id uuid not null,
    step integer not null,
    top boolean not null default false,
    done_at timestamptz not null,
    primary key (company_id, id),
    constraint time_act_is_done_once unique (company_id, task_id, rule_id, step),
    foreign key (company_id, task_id) references task.task (company_id, id),
    foreign key (company_id, rule_id) references task.time_rule (company_id, id),
    constraint time_act_step_is_counted check (step between 0 and 20)
);
comment on table task.time_act is 'What time rules did to which task; added, never changed';
comment on column task.time_act.step is 'How many steps up the tree of superiors; 0 where nobody above was told';
comment on column task.time_act.top is 'Whether there was nobody above any more, so that those who answer for the process were told';
call simba.company_wall('task.time_act', 'select, insert');
call simba.confidential_wall('task.time_act', array['task_id']);
create trigger time_act_stays before update or delete on task.time_act
    for each row execute function simba.refuse('what a time rule did stays on record');

-- Whom it was told, inside the application. What is told by mail starts from here too.
create table task.notice (
    company_id uuid not null,
    id uuid not null,
    act_id uuid not null,
    task_id uuid not null,
    person uuid not null,
    for_whom uuid,
    given_at timestamptz not null,
    read_at timestamptz,
    primary key (company_id, id),
    constraint notice_is_given_once unique (company_id, act_id, person),
    foreign key (company_id, act_id) references task.time_act (company_id, id),
    foreign key (company_id, task_id) references task.task (company_id, id),
    constraint notice_is_for_somebody_else check (for_whom <> person)
);
comment on table task.notice is 'Who was told of which task by a time rule, and whether they have read it';
comment on column task.notice.for_whom is 'Whose task it is, where a substitute or a superior is told';
create index notice_of_person on task.notice (company_id, person, given_at desc, id desc);
create index notice_unread on task.notice (company_id, person) where read_at is null;
call simba.company_wall('task.notice', 'select, insert, update');
call simba.confidential_wall('task.notice', array['task_id']);

-- The job looks for what is late, reports for what was due in a month.
create index task_by_due on task.task (company_id, due_at, id);

-- A task whose time ran out was decided by nobody, and never in favour.
alter table task.task
    add column lapsed boolean not null default false,
    drop constraint task_is_done_by_somebody,
    add constraint task_is_done_by_somebody check ((state = 'DONE') = (outcome is not null)
        and (state <> 'DONE' or assignee is not null or lapsed)),
    add constraint task_lapses_against_the_matter check (not lapsed or (state = 'DONE' and outcome in ('return', 'reject')
        and outcome <> outcomes[1]));
comment on column task.task.lapsed is 'Whether it ended because its time ran out, without anybody''s decision';

-- What somebody who is to decide asks another person, without giving the task away.
create table task.question (
    company_id uuid not null,
    id uuid not null,
    task_id uuid not null,
    answer_task_id uuid not null,
    subject_kind text not null,
    subject_id uuid not null,
    asked_by uuid not null,
    asked_of uuid not null,
    asked_at timestamptz not null,
    question text not null,
    answer text,
    answered_by uuid,
    answered_at timestamptz,
    ended_at timestamptz,
    primary key (company_id, id),
    constraint question_has_one_task unique (company_id, answer_task_id),
    foreign key (company_id, task_id) references task.task (company_id, id),
    foreign key (company_id, answer_task_id) references task.task (company_id, id),
    constraint question_is_not_to_oneself check (asked_by <> asked_of),
    constraint question_says_something check (length(question) between 1 and 2000),
    constraint question_is_answered_whole check (num_nonnulls(answer, answered_by, answered_at) in (0, 3)),
    constraint question_ends_once check (ended_at is null or answered_at is null)
);
comment on table task.question is 'Questions about tasks and their answers; each is a task of the one who is asked';
create index question_by_task on task.question (company_id, task_id);
create index question_by_subject on task.question (company_id, subject_id);
call simba.company_wall('task.question', 'select, insert, update');

-- What was asked and answered stays as it was said.
create function task.question_stays() returns trigger
    language plpgsql
    as $$
begin
    if old.answered_at is not null or old.ended_at is not null
            or (old.task_id, old.answer_task_id, old.asked_by, old.asked_of, old.asked_at, old.question)
               is distinct from (new.task_id, new.answer_task_id, new.asked_by, new.asked_of, new.asked_at, new.question) then
        raise exception 'A question and its answer are never changed'
            using errcode = 'restrict_violation', constraint = 'question_stays', schema = 'task', table = 'question';
    end if;
    return new;
end
$$;
create trigger question_stays before update on task.question
    for each row execute function task.question_stays();

-- A task directed to one person is nobody else's to take.
alter table task.task drop constraint task_somebody_may_take_it;
alter table task.task add constraint task_somebody_may_take_it
    check (cardinality(candidate_duties) > 0 or assignee is not null);

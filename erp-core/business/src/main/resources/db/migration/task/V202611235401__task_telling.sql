-- What people are to be told of besides what time rules tell: written in the transaction in which it happened, by one row,
-- and told to people by a job afterwards. What time rules told stands here too where it may go out by mail.
create table task.telling (
    company_id uuid not null,
    id uuid not null,
    kind text not null,
    task_id uuid not null,
    source uuid not null,
    person uuid,
    caused_by uuid,
    happened_at timestamptz not null,
    told_at timestamptz,
    primary key (company_id, id),
    constraint telling_is_of_one_event unique (company_id, kind, source),
    foreign key (company_id, task_id) references task.task (company_id, id),
    constraint telling_kind_is_known check (kind in ('TASK', 'GROUP', 'REMIND', 'ESCALATE', 'LAPSE', 'QUESTION', 'ANSWER',
                                                     'DELEGATION', 'DECISION'))
);
comment on table task.telling is 'What happened that people are told of; which of them is found out when they are told';
comment on column task.telling.source is 'What happened: the task, question, delegation or act of a time rule';
comment on column task.telling.person is 'Whom to tell; where it is nobody, those the kind means';
comment on column task.telling.caused_by is 'Who did it, and needs no telling';
create index telling_waiting on task.telling (company_id, happened_at, id) where told_at is null;
call simba.company_wall('task.telling', 'select, insert, update');
call simba.confidential_wall('task.telling', array['task_id']);
create trigger telling_is_told_once before update on task.telling
    for each row when (old.told_at is not null or new.told_at is null
                       or to_jsonb(new) - 'told_at' is distinct from to_jsonb(old) - 'told_at')
    execute function simba.refuse('what people were told of stays on record');

alter table task.notice
    alter column act_id drop not null,
    add column telling_id uuid,
    add constraint notice_tells_one_thing check (num_nonnulls(act_id, telling_id) = 1),
    add constraint notice_is_told_once unique (company_id, telling_id, person),
    add foreign key (company_id, telling_id) references task.telling (company_id, id);
comment on table task.notice is 'Who was told of which task, by a time rule or because something happened, and whether they have read it';

-- How each person wants to be told. Whoever chose nothing is told as is usual.
create table task.notice_choice (
    company_id uuid not null,
    person uuid not null references identity.user_account (id),
    kind text not null,
    way text not null,
    primary key (company_id, person, kind),
    constraint notice_choice_kind_is_known check (kind in ('TASK', 'GROUP', 'REMIND', 'ESCALATE', 'LAPSE', 'QUESTION',
                                                           'ANSWER', 'DELEGATION', 'DECISION')),
    constraint notice_choice_way_is_known check (way in ('NOTHING', 'IN_APP', 'MAIL', 'DIGEST'))
);
comment on table task.notice_choice is 'How a person wants to be told of what';
call simba.company_wall('task.notice_choice', 'select, insert, update');
call audit.keep_trail_of('task.notice_choice', 'user', 'person', without => '{person}');

create table task.notice_time (
    company_id uuid not null,
    person uuid not null references identity.user_account (id),
    digest_at time not null,
    quiet_from time,
    quiet_until time,
    working_days_only boolean not null,
    primary key (company_id, person),
    constraint notice_time_is_quiet_for_a_while check ((quiet_from is null) = (quiet_until is null) and quiet_from <> quiet_until)
);
comment on table task.notice_time is 'When mail may come to a person, in the company''s time zone';
call simba.company_wall('task.notice_time', 'select, insert, update');
call audit.keep_trail_of('task.notice_time', 'user', 'person', without => '{person}');

-- Where mail to a person goes; nothing but the code goes there before they have entered it.
create table task.mail_address (
    company_id uuid not null,
    person uuid not null references identity.user_account (id),
    address text not null,
    code bytea,
    code_until timestamptz,
    tries integer not null default 0,
    confirmed_at timestamptz,
    primary key (company_id, person),
    constraint mail_address_is_one check (address ~ '^[^[:space:][:cntrl:]@<>",;:()]+@[^[:space:][:cntrl:]@<>",;:()]+$' and length(address) <= 254),
    constraint mail_address_is_confirmed_by_code check ((code is null) = (code_until is null) and (code is null or confirmed_at is null))
);
comment on table task.mail_address is 'Where mail to a person goes, once they have shown by a code that it is theirs';
comment on column task.mail_address.code is 'The code sent there, encrypted by the master key';
call simba.company_wall('task.mail_address', 'select, insert, update, delete');
call audit.keep_trail_of('task.mail_address', 'user', 'person', personal => '{address}', secret => '{code}',
                         without => '{person,code_until,tries}');

-- Mail that goes out, one for each person and notice; those of a digest go out together.
create table task.mail (
    company_id uuid not null,
    id uuid not null,
    person uuid not null,
    purpose text not null,
    notice_id uuid,
    state text not null default 'WAITING',
    attempts integer not null default 0,
    next_at timestamptz not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    last_error text,
    primary key (company_id, id),
    foreign key (company_id, notice_id) references task.notice (company_id, id),
    constraint mail_goes_out_once unique (company_id, notice_id),
    constraint mail_purpose_is_known check (purpose in ('NOTICE', 'DIGEST', 'CODE') and (purpose = 'CODE') = (notice_id is null)),
    constraint mail_state_is_known check (state in ('WAITING', 'SENT', 'DROPPED', 'FAILED') and (state = 'WAITING') = (ended_at is null))
);
comment on table task.mail is 'Mail to people: waiting, sent, no longer needed, or given up after many attempts';
create index mail_waiting on task.mail (company_id, next_at, id) where state = 'WAITING';
call simba.company_wall('task.mail', 'select, insert, update');
create trigger mail_ends_once before update on task.mail
    for each row when (old.state <> 'WAITING' or (new.person, new.purpose, new.notice_id) is distinct from (old.person, old.purpose, old.notice_id))
    execute function simba.refuse('mail that has ended is not sent again');

-- Whether a document is confidential at all, whoever asks: nothing of it is put into mail.
create function task.speaks_of_confidential(document uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    select exists (select from simba.confidential_record r
                    where r.company_id = simba.current_company() and r.document_id = document)
    $$;
comment on function task.speaks_of_confidential(uuid) is 'Whether a document is confidential, so that mail says nothing of it';
revoke all on function task.speaks_of_confidential(uuid) from public;
grant execute on function task.speaks_of_confidential(uuid) to simba_app;

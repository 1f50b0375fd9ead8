-- Links in mail by which a task is decided without signing in. The link itself is signed and not stored; the key that signs
-- is kept encrypted by the master key, so that a copy of the database opens nothing.
create table task.mail_key (
    company_id uuid not null,
    wrapped bytea not null,
    made_at timestamptz not null,
    primary key (company_id)
);
comment on table task.mail_key is 'The key that signs links in mail, encrypted by the master key';
call simba.company_wall('task.mail_key', 'select, insert');

create table task.mail_link (
    company_id uuid not null,
    id uuid not null,
    task_id uuid not null,
    person uuid not null,
    content_hash text not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (company_id, id),
    foreign key (company_id, task_id) references task.task (company_id, id),
    constraint mail_link_names_its_content check (content_hash <> ''),
    constraint mail_link_lives_three_days check (expires_at = made_at + interval '72 hours'),
    constraint mail_link_is_used_in_time check (used_at < expires_at)
);
comment on table task.mail_link is 'Who may decide which task about which content by a link in mail, and whether they have';
create index mail_link_by_task on task.mail_link (company_id, task_id, person);
call simba.company_wall('task.mail_link', 'select, insert, update');
call simba.confidential_wall('task.mail_link', array['task_id']);
create trigger mail_link_is_used_once before update on task.mail_link
    for each row when (old.used_at is not null or new.used_at is null
                       or to_jsonb(new) - 'used_at' is distinct from to_jsonb(old) - 'used_at')
    execute function simba.refuse('a link in mail is used once and never changed');

create table task.mail_limit (
    company_id uuid not null,
    amount numeric(19, 2) not null,
    primary key (company_id),
    constraint mail_limit_is_not_negative check (amount >= 0)
);
comment on table task.mail_limit is 'Up to which amount in the company''s currency tasks are decided by a link in mail without signing in';
call simba.company_wall('task.mail_limit', 'select, insert, update');
call audit.keep_trail_of('task.mail_limit', 'company', 'company_id');

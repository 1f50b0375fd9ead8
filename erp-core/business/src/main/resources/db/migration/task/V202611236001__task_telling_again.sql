-- What nobody can be told of is tried again later and later, and given up after a while, as mail is.
alter table task.telling
    add column attempts integer not null default 0,
    add column next_at timestamptz,
    add column last_error text,
    add constraint telling_failed_before_it_waits check ((attempts = 0) = (next_at is null) and attempts >= 0);
comment on column task.telling.attempts is 'How often it failed; after eight times nobody is told any more';
comment on column task.telling.next_at is 'When it is tried again, once it has failed';
drop trigger telling_is_told_once on task.telling;
create trigger telling_is_told_once before update on task.telling
    for each row when (old.told_at is not null
                       or (new.told_at is null and new.attempts <= old.attempts)
                       or to_jsonb(new) - array['told_at', 'attempts', 'next_at', 'last_error']
                          is distinct from to_jsonb(old) - array['told_at', 'attempts', 'next_at', 'last_error'])
    execute function simba.refuse('what people were told of stays on record');

-- Who was told of what stays as it was; that it was read is written down once.
create trigger notice_is_read_once before update on task.notice
    for each row when (old.read_at is not null or new.read_at is null
                       or to_jsonb(new) - 'read_at' is distinct from to_jsonb(old) - 'read_at')
    execute function simba.refuse('who was told of what stays on record');

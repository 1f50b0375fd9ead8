-- Whoever listens hears, once it is committed, that somebody took a task, gave it back or ended it: company and id alone.
create function task.tell_change() returns trigger
    language plpgsql
    as $$
begin
    perform pg_notify('simba_task', new.company_id || ' ' || new.id);
    return null;
end
$$;
create trigger change_is_told after update of assignee, state on task.task
    for each row when (old.assignee is distinct from new.assignee or old.state <> new.state)
    execute function task.tell_change();

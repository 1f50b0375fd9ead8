-- How far deciding a task goes: amount in the company's currency, cost centres, type of document. Whose duty doesn't
-- reach so far is no candidate.
alter table task.task
    add column extent text not null default '0||'
        constraint task_extent_is_written_whole check (extent ~ '^\d+\|[^|]*\|[^|]*$');
alter table task.task_candidate
    add column extent text not null default '0||';

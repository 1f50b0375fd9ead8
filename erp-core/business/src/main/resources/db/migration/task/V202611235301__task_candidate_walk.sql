-- What the reader's limits are compared with lies in the index: a page of the desk is found without touching the table.
drop index task.task_candidate_by_duty;
create index task_candidate_by_duty on task.task_candidate (company_id, duty, state, sort_at, task_id) include (extent);
drop index task.task_candidate_free;
create index task_candidate_free on task.task_candidate (company_id, duty, state, sort_at, task_id) include (extent) where free;

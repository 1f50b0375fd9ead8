-- Lists of tasks: sorted by party and amount besides the due time, found by the words of party and document.
alter table task.task
    add column sort_party text collate "C" not null generated always as (simba.fold(party_name)) stored,
    -- In hundredths: a comparison of numeric is no index condition under a policy.
    add column sort_amount bigint not null generated always as (coalesce(round(amount * 100), 0)::bigint) stored;

create index task_sorted_by_due on task.task (company_id, sort_at, id);
create index task_sorted_by_party on task.task (company_id, sort_party, id);
create index task_sorted_by_amount on task.task (company_id, sort_amount, id);

call simba.search_index('task', 'task');
call simba.search_words('task', 'task', 'record', 'task.task', 'id', array['document_number']);
call simba.search_words('task', 'task', 'party', 'task.task', 'id', array['party_name']);

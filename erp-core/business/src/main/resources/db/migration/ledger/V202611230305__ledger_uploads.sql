-- Files of entries: every entry of a file waits here until it is posted or refused, so that an upload goes on where it was
-- stopped, whatever stopped it.
create table ledger.entry_upload (
    company_id uuid not null,
    id uuid not null,
    file_name text not null,
    sha256 text not null,
    uploaded_by uuid not null,
    uploaded_at timestamptz not null,
    entries integer not null,
    posted integer not null default 0,
    repeated integer not null default 0,
    refused integer not null default 0,
    state text not null default 'WAITING',
    finished_at timestamptz,
    primary key (company_id, id),
    constraint entry_upload_comes_once unique (company_id, sha256),
    constraint entry_upload_state_is_known check (state in ('WAITING', 'DONE', 'STOPPED')),
    constraint entry_upload_is_done_when_all_are check (
        posted + repeated + refused <= entries and (state <> 'DONE' or posted + repeated + refused = entries))
);
comment on table ledger.entry_upload is 'Files of entries and how far they have been posted';
create index entry_upload_by_state on ledger.entry_upload (company_id, state, uploaded_at);
call simba.company_wall('ledger.entry_upload', 'select, insert, update');

create table ledger.entry_upload_row (
    company_id uuid not null,
    upload_id uuid not null,
    place integer not null,
    rows integer[] not null,
    key text not null,
    input jsonb,
    outcome text,
    entry_id uuid,
    rule text,
    field text,
    args jsonb,
    primary key (company_id, upload_id, place),
    foreign key (company_id, upload_id) references ledger.entry_upload (company_id, id),
    foreign key (company_id, entry_id) references ledger.journal_entry (company_id, id),
    constraint entry_upload_row_outcome_is_known check (outcome in ('POSTED', 'REPEATED', 'REFUSED')),
    constraint entry_upload_row_names_its_entry_or_rule check (
        case when outcome is null then entry_id is null and rule is null and input is not null
             when outcome = 'REFUSED' then entry_id is null and rule is not null
             else entry_id is not null and rule is null end)
);
comment on table ledger.entry_upload_row is 'The entries of a file, in its order, and what came of each';
comment on column ledger.entry_upload_row.rows is 'The rows of the file its lines stand in';
create index entry_upload_row_waiting on ledger.entry_upload_row (company_id, upload_id, place) where outcome is null;
call simba.company_wall('ledger.entry_upload_row', 'select, insert, update');

create function ledger.keep_upload_outcome() returns trigger
    language plpgsql
    as $$
begin
    perform simba.refuse('entry_upload_row_keeps_its_outcome', old.upload_id || ' ' || old.place);
    return null;
end
$$;
revoke execute on function ledger.keep_upload_outcome() from public;
create trigger entry_upload_row_keeps_its_outcome
    before update on ledger.entry_upload_row
    for each row when (old.outcome is not null) execute function ledger.keep_upload_outcome();

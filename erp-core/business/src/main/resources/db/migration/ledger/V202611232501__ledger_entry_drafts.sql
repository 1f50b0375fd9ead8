-- What people have typed at the posting desk and neither posted nor proposed yet. Nothing of it is in the books.
create table ledger.entry_draft (
    company_id uuid not null,
    id uuid not null,
    person uuid not null,
    fields jsonb not null,
    saved_at timestamptz not null,
    discarded_at timestamptz,
    primary key (company_id, id)
);
comment on table ledger.entry_draft is 'An unfinished entry as one person typed it, by the key of its form; it ends when it is posted or proposed';
create index entry_draft_of_person on ledger.entry_draft (company_id, person, saved_at);
call simba.company_wall('ledger.entry_draft', 'select, insert, update, delete');

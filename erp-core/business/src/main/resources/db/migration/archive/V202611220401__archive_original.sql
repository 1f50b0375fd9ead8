call simba.module_schema('archive');

create table archive.original (
    company_id uuid not null,
    id uuid not null,
    sha256 text not null,
    size bigint not null,
    stored_at timestamptz not null,
    primary key (company_id, id),
    constraint original_is_kept_once unique (company_id, sha256),
    constraint original_is_named_by_its_hash check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint original_is_not_empty check (size > 0)
);
comment on table archive.original is 'The originals in the archive folder: named by the SHA-256 of their content';
call simba.company_wall('archive.original', 'select, insert');

create trigger original_is_never_changed
    before update or delete on archive.original
    for each row execute function simba.refuse('an original is never changed');
create trigger original_is_never_emptied
    before truncate on archive.original
    for each statement execute function simba.refuse('an original is never changed');

-- The integrity log: a leaf is the hash of a record, a block the root over the leaves that came since the block before.
create table audit.leaf (
    company_id uuid not null,
    number bigint not null,
    kind text not null,
    record_id uuid not null,
    recipe smallint not null,
    hash bytea not null,
    primary key (company_id, number),
    constraint leaf_has_its_place check (number >= 0),
    constraint leaf_is_a_sha256 check (octet_length(hash) = 32)
);
comment on table audit.leaf is 'Hashes of records, in the order in which they were sealed';
comment on column audit.leaf.recipe is 'How the record was read when it was hashed';
call simba.company_wall('audit.leaf', 'select, insert');
create index leaf_by_record on audit.leaf (company_id, kind, record_id, number);

create table audit.block (
    company_id uuid not null,
    number integer not null,
    first_leaf bigint not null,
    leaves integer not null,
    root bytea not null,
    previous bytea,
    hash bytea not null,
    sealed_at timestamptz not null,
    primary key (company_id, number),
    constraint block_follows_another check ((number = 1) = (previous is null)),
    constraint block_holds_leaves check (leaves > 0)
);
comment on table audit.block is 'Roots over the leaves of the integrity log, each block with the hash of the one before';
call simba.company_wall('audit.block', 'select, insert');

create trigger leaf_is_never_changed
    before update or delete or truncate on audit.leaf
    for each statement execute function simba.refuse('the integrity log is only added to');
create trigger block_is_never_changed
    before update or delete or truncate on audit.block
    for each statement execute function simba.refuse('the integrity log is only added to');

-- What else a line of the trail concerns is hashed with it.
create index event_subject_by_event on audit.event_subject (company_id, event_id);

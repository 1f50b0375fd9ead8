-- A key of their own for everybody whose values stand in the trail, wrapped by the master key, which lies outside the
-- database. Without the key nobody reads the values; the trail and its hashes stay as they are.
create table audit.person_key (
    company_id uuid not null,
    id uuid not null,
    person_kind text not null,
    person_id uuid not null,
    wrapped bytea,
    made_at timestamptz not null,
    disposed_at timestamptz,
    disposed_by text,
    disposal_reason text,
    primary key (company_id, id),
    constraint person_key_is_disposed_whole check (
        (wrapped is null) = (disposed_at is not null)
        and (disposed_at is null) = (disposed_by is null) and (disposed_at is null) = (disposal_reason is null))
);
comment on table audit.person_key is 'Keys under which values about one person stand; disposing of one makes them unreadable';
call simba.company_wall('audit.person_key', 'select, insert, update');
create unique index person_has_one_key on audit.person_key (company_id, person_kind, person_id)
    where disposed_at is null;
create trigger person_key_is_disposed_of_and_nothing_else
    before update on audit.person_key
    for each row when (old.wrapped is null or new.wrapped is not null
        or (new.company_id, new.id, new.person_kind, new.person_id, new.made_at)
           is distinct from (old.company_id, old.id, old.person_kind, old.person_id, old.made_at))
    execute function simba.refuse('a key is made once and disposed of once');
create trigger person_key_is_never_removed
    before delete or truncate on audit.person_key
    for each statement execute function simba.refuse('that there was a key stays known');

create table audit.personal_value (
    company_id uuid not null,
    event_id uuid not null,
    key_id uuid not null,
    sealed bytea not null,
    primary key (company_id, event_id),
    foreign key (company_id, key_id) references audit.person_key (company_id, id)
);
comment on table audit.personal_value is 'Personal values of a change, encrypted with the key of the person they are about';
call simba.company_wall('audit.personal_value', 'select, insert');
create trigger personal_value_is_never_changed
    before update or delete or truncate on audit.personal_value
    for each statement execute function simba.refuse('the audit trail is only added to');

create table audit.person_hold (
    company_id uuid not null,
    id uuid not null,
    person_kind text not null,
    person_id uuid not null,
    reason text not null,
    placed_by text not null,
    placed_at timestamptz not null,
    released_by text,
    released_at timestamptz,
    release_reason text,
    primary key (company_id, id),
    constraint person_hold_has_a_reason check (btrim(reason) <> ''),
    constraint person_hold_is_released_whole check (
        (released_at is null) = (released_by is null) and (released_at is null) = (release_reason is null))
);
comment on table audit.person_hold is 'Whose key must not be disposed of, because somebody may still have to see the values';
call simba.company_wall('audit.person_hold', 'select, insert, update');
create index person_hold_by_person on audit.person_hold (company_id, person_kind, person_id);
call audit.keep_trail_of('audit.person_hold', 'person', 'person_id', without => '{person_kind,person_id}');

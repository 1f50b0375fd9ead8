call simba.module_schema('document');

create table document.document (
    company_id uuid not null,
    id uuid not null,
    position bigint generated always as identity,
    number text,
    kind text not null,
    state text not null,
    title text,
    file_name text not null,
    media_type text not null,
    sha256 text not null,
    size bigint not null,
    channel text not null,
    received_at timestamptz not null,
    received_on date not null,
    received_by text not null,
    ksef_number text,
    attempt integer not null default 0,
    quarantine_rule text,
    quarantine_args text[],
    quarantined_at timestamptz,
    decision_reason text,
    version integer not null default 0,
    primary key (company_id, id),
    foreign key (company_id, sha256) references archive.original (company_id, sha256),
    constraint document_of_a_content_is_one unique (company_id, sha256),
    constraint document_number_is_unique unique (company_id, number),
    constraint document_number_has_its_form check (number ~ '^DOC/[0-9]{4}/[0-9]{6,}$'),
    constraint document_state_is_known check (
        state in ('RECEIVED', 'IN_PROCESS', 'QUARANTINED', 'REJECTED', 'POSTED', 'PAID', 'ARCHIVED')),
    constraint document_in_process_is_registered check (
        number is not null or state in ('RECEIVED', 'QUARANTINED', 'REJECTED')),
    constraint document_registered_is_recognised check (number is null or kind <> 'unrecognised'),
    constraint document_in_quarantine_has_a_reason check (
        state <> 'QUARANTINED'
        or (quarantine_rule is not null and quarantine_args is not null and quarantined_at is not null and attempt > 0))
);
comment on table document.document is 'Everything received: number, state, where it came from; the original lies in the archive';
call simba.company_wall('document.document', 'select, insert, update');

create index document_by_position on document.document (company_id, position desc);
create index document_by_state on document.document (company_id, state, position desc);
create index document_by_day on document.document (company_id, received_on, position desc);
-- What the job looks for: kept, but not read yet.
create index document_waiting on document.document (company_id, received_at)
    where state = 'RECEIVED' and number is null;

create trigger document_as_received_never_changes before update on document.document
    for each row when (
        (new.company_id, new.id, new.sha256, new.size, new.file_name, new.channel, new.received_at, new.received_by)
        is distinct from
        (old.company_id, old.id, old.sha256, old.size, old.file_name, old.channel, old.received_at, old.received_by))
    execute function simba.refuse('what was received never changes');
create trigger document_number_never_changes before update on document.document
    for each row when (old.number is not null and new.number is distinct from old.number)
    execute function simba.refuse('a document number never changes');

create trigger document_moves_along_its_ways before update on document.document
    for each row when (new.state <> old.state and not (
        (old.state, new.state) in (
            ('RECEIVED', 'IN_PROCESS'), ('RECEIVED', 'QUARANTINED'),
            ('QUARANTINED', 'IN_PROCESS'), ('QUARANTINED', 'REJECTED'),
            ('IN_PROCESS', 'POSTED'), ('IN_PROCESS', 'REJECTED'),
            ('POSTED', 'PAID'), ('POSTED', 'ARCHIVED'), ('PAID', 'ARCHIVED'))
        and not (old.kind = 'plain' and old.number is not null)
        -- A plain document has no process: it is archived from RECEIVED, and taken out of quarantine back to it.
        or (new.kind = 'plain' and old.number is not null and (old.state, new.state) = ('RECEIVED', 'ARCHIVED'))
        or (new.kind = 'plain' and old.number is null and (old.state, new.state) = ('QUARANTINED', 'RECEIVED'))
        -- Recognised by hand it is plain no longer: it goes into process, with its number.
        or (old.kind = 'plain' and new.kind <> 'plain' and (old.state, new.state) = ('RECEIVED', 'IN_PROCESS'))))
    execute function simba.refuse('a document moves along its ways only');

create trigger document_begins_as_received before insert on document.document
    for each row when (new.state <> 'RECEIVED' or new.number is not null)
    execute function simba.refuse('a document begins as RECEIVED');

create trigger document_is_never_deleted before delete on document.document
    for each row execute function simba.refuse('a document is rejected or archived, never deleted');
create trigger documents_are_never_emptied before truncate on document.document
    for each statement execute function simba.refuse('a document is rejected or archived, never deleted');

create table document.finding (
    company_id uuid not null,
    document_id uuid not null,
    position integer not null,
    rule text not null,
    severity text not null,
    location text,
    text text not null,
    primary key (company_id, document_id, position),
    foreign key (company_id, document_id) references document.document (company_id, id),
    constraint finding_severity_is_known check (severity in ('ERROR', 'WARNING', 'INFORMATION'))
);
comment on table document.finding is 'What the rules say about a document, in the order of the checks';
call simba.company_wall('document.finding', 'select, insert');

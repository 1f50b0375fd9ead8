call simba.module_schema('audit');

create table audit.business_event (
    company_id uuid not null,
    id uuid not null,
    position bigint generated always as identity,
    at timestamptz not null,
    actor text not null,
    on_behalf_of text,
    name text not null,
    subject_kind text not null,
    subject_id uuid not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (company_id, id),
    constraint business_event_names_its_actor check (actor ~ '^(person|process|route|system):.+$'),
    constraint business_event_names_whom_it_was_for check (on_behalf_of ~ '^(person|process|route|system):.+$')
);
comment on table audit.business_event is 'What happened in the business: told once, kept for ever, never changed';
call simba.company_wall('audit.business_event', 'select, insert');

create table audit.event_subject (
    company_id uuid not null,
    event_id uuid not null,
    subject_kind text not null,
    subject_id uuid not null,
    primary key (company_id, subject_kind, subject_id, event_id),
    foreign key (company_id, event_id) references audit.business_event (company_id, id)
);
comment on table audit.event_subject is 'In whose history an event stands: what it happened to and what else it concerns';
call simba.company_wall('audit.event_subject', 'select, insert');

-- The owner may do whatever the grants withhold from the application; these triggers refuse the owner too.
create trigger business_event_is_never_changed
    before update or delete on audit.business_event
    for each row execute function simba.refuse('the audit trail is only added to');
create trigger business_event_is_never_emptied
    before truncate on audit.business_event
    for each statement execute function simba.refuse('the audit trail is only added to');
create trigger event_subject_is_never_changed
    before update or delete on audit.event_subject
    for each row execute function simba.refuse('the audit trail is only added to');
create trigger event_subject_is_never_emptied
    before truncate on audit.event_subject
    for each statement execute function simba.refuse('the audit trail is only added to');

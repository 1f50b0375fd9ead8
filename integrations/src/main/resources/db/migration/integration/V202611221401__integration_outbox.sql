call simba.module_schema('integration');

-- What partners are to be told, written in the transaction that made it happen.
create table integration.outbox_message (
    company_id uuid not null,
    id uuid not null,
    kind text not null,
    subject_kind text not null,
    subject_id uuid not null,
    happened_at timestamptz not null,
    state text not null default 'WAITING',
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    delivered_at timestamptz,
    last_error text,
    primary key (company_id, id),
    constraint outbox_message_state_is_known check (state in ('WAITING', 'DELIVERED', 'FAILED'))
);
comment on table integration.outbox_message is 'What partners are to be told; delivered at least once, by id';
create index outbox_message_waiting on integration.outbox_message (company_id, next_attempt_at) where state = 'WAITING';
call simba.company_wall('integration.outbox_message', 'select, insert, update');

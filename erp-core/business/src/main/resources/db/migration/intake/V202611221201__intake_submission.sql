call simba.module_schema('intake');

create table intake.submission_key (
    company_id uuid not null,
    idempotency_key text not null,
    sha256 text not null,
    document_id uuid not null,
    kept_at timestamptz not null,
    primary key (company_id, idempotency_key),
    foreign key (company_id, document_id) references document.document (company_id, id)
);
comment on table intake.submission_key is 'The keys under which senders handed something in; each names one content for ever';
call simba.company_wall('intake.submission_key', 'select, insert');

create table intake.first_answer (
    company_id uuid not null,
    document_id uuid not null,
    number text,
    kind text not null,
    state text not null,
    quarantine_rule text,
    quarantine_args text[],
    answered_at timestamptz not null,
    primary key (company_id, document_id),
    foreign key (company_id, document_id) references document.document (company_id, id)
);
comment on table intake.first_answer is 'What the sender was told when a document had been read for the first time; a repeated submission is told the same';
call simba.company_wall('intake.first_answer', 'select, insert');

create table intake.first_answer_finding (
    company_id uuid not null,
    document_id uuid not null,
    position integer not null,
    rule text not null,
    severity text not null,
    location text,
    text text not null,
    primary key (company_id, document_id, position),
    foreign key (company_id, document_id) references intake.first_answer (company_id, document_id)
);
comment on table intake.first_answer_finding is 'The findings in a first answer';
call simba.company_wall('intake.first_answer_finding', 'select, insert');

call simba.module_schema('workflow');

create table workflow.model_version (
    company_id uuid not null,
    id uuid not null,
    model_key text not null,
    kind text not null,
    number integer not null,
    title text not null,
    content bytea not null,
    content_hash text not null,
    reason text not null,
    effective_from date not null,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    primary key (company_id, id),
    constraint model_version_number_is_unique unique (company_id, model_key, number),
    constraint model_version_is_decided_as_it_stands unique (company_id, id, proposed_by, content_hash),
    constraint model_version_kind_is_known check (kind in ('BPMN', 'DMN')),
    constraint model_version_says_why check (btrim(reason) <> ''),
    constraint model_version_is_a_file_of_some_size check (octet_length(content) between 1 and 2097152),
    constraint model_version_hash_is_of_its_content check (content_hash = encode(sha256(content), 'hex'))
);
comment on table workflow.model_version is 'Models of processes and decision tables as somebody proposed them; never changed';
call simba.company_wall('workflow.model_version', 'select, insert');

create table workflow.model_decision (
    company_id uuid not null,
    version_id uuid not null,
    outcome text not null,
    proposed_by uuid not null,
    content_hash text not null,
    note text not null,
    decided_by uuid not null,
    decided_at timestamptz not null,
    definition_id text,
    primary key (company_id, version_id),
    foreign key (company_id, version_id, proposed_by, content_hash)
        references workflow.model_version (company_id, id, proposed_by, content_hash),
    constraint model_decision_outcome_is_known check (outcome in ('DEPLOYED', 'REJECTED', 'WITHDRAWN')),
    constraint model_decision_is_made_by_a_second_person check ((outcome = 'WITHDRAWN') = (decided_by = proposed_by)),
    constraint model_decision_deploys_a_definition check ((outcome = 'DEPLOYED') = (definition_id is not null)),
    constraint model_decision_against_says_why check (outcome <> 'REJECTED' or btrim(note) <> '')
);
comment on table workflow.model_decision is 'What became of a proposed model: deployed or rejected by a second person, or withdrawn by whoever proposed it';
call simba.company_wall('workflow.model_decision', 'select, insert');

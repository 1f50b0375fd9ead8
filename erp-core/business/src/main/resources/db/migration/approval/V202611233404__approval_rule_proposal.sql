-- Who was asked wrongly says who should be: put to those who answer for the table.
create table approval.rule_proposal (
    company_id uuid not null,
    id uuid not null,
    task_id uuid not null,
    table_key text not null,
    table_version integer not null,
    table_row text not null,
    inputs jsonb not null,
    named uuid not null,
    reason text not null,
    proposed_by uuid not null,
    proposed_for uuid,
    proposed_at timestamptz not null,
    outcome text,
    note text,
    model_version_id uuid,
    decided_by uuid,
    decided_at timestamptz,
    primary key (company_id, id),
    foreign key (company_id, task_id) references task.task (company_id, id),
    constraint rule_proposal_names_another check (named <> proposed_by and named <> proposed_for),
    constraint rule_proposal_has_a_reason check (length(btrim(reason)) between 1 and 500),
    constraint rule_proposal_outcome_is_known check (outcome in ('ACCEPTED', 'DISMISSED')),
    constraint rule_proposal_is_decided_whole check (num_nonnulls(outcome, decided_by, decided_at) in (0, 3)),
    constraint rule_proposal_is_dismissed_with_a_reason check ((outcome is not distinct from 'DISMISSED') = (note is not null)),
    constraint rule_proposal_is_accepted_by_a_version check
        ((outcome is not distinct from 'ACCEPTED') = (model_version_id is not null))
);
comment on table approval.rule_proposal is 'Rows of decision tables that asked the wrong person, in the words of whoever was asked';
comment on column approval.rule_proposal.model_version_id is 'The version of the table that was proposed because of it; versions lie above this module';
create index rule_proposal_by_time on approval.rule_proposal (company_id, proposed_at desc, id desc);
call simba.company_wall('approval.rule_proposal', 'select, insert, update');
call simba.confidential_wall('approval.rule_proposal', array['task_id']);

create function approval.rule_proposal_stays() returns trigger
    language plpgsql
    as $$
begin
    if old.outcome is not null
            or to_jsonb(new) - '{outcome,note,model_version_id,decided_by,decided_at}'::text[]
               <> to_jsonb(old) - '{outcome,note,model_version_id,decided_by,decided_at}'::text[] then
        raise exception 'A proposal stays as it was made and is decided once'
            using errcode = 'restrict_violation', constraint = 'rule_proposal_stays', schema = 'approval', table = 'rule_proposal';
    end if;
    return new;
end
$$;
create trigger rule_proposal_stays before update on approval.rule_proposal
    for each row execute function approval.rule_proposal_stays();

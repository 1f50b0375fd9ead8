create table ledger.entry_limit (
    company_id uuid not null,
    amount numeric(19, 4) not null,
    version integer not null default 0,
    primary key (company_id),
    constraint entry_limit_is_not_negative check (amount >= 0)
);
comment on table ledger.entry_limit is 'Above which sum a second person approves an entry made by hand; a company without a row has no limit';
call simba.company_wall('ledger.entry_limit', 'select, insert, update, delete');
call audit.keep_trail_of('ledger.entry_limit', 'company', 'company_id');

create table ledger.entry_proposal (
    company_id uuid not null,
    id uuid not null,
    idempotency_key text not null,
    content text not null,
    content_hash text not null,
    narration text not null,
    posting_date date not null,
    total numeric(19, 4) not null,
    currency char(3) not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    primary key (company_id, id),
    constraint entry_proposal_key_is_used_once unique (company_id, idempotency_key),
    constraint entry_proposal_hash_is_of_its_content check (
        content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);
comment on table ledger.entry_proposal is 'Entries made by hand that wait for a second person, exactly as they are to be posted; never changed';
create index entry_proposal_newest on ledger.entry_proposal (company_id, proposed_at, id);
call simba.company_wall('ledger.entry_proposal', 'select, insert');

create table ledger.entry_proposal_end (
    company_id uuid not null,
    proposal_id uuid not null,
    outcome text not null,
    entry_id uuid,
    reason text,
    ended_at timestamptz not null,
    primary key (company_id, proposal_id),
    foreign key (company_id, proposal_id) references ledger.entry_proposal (company_id, id),
    constraint entry_proposal_end_is_known check (outcome in ('POSTED', 'REJECTED')),
    constraint entry_proposal_posted_has_its_entry check ((outcome = 'POSTED') = (entry_id is not null))
);
comment on table ledger.entry_proposal_end is 'What became of a proposed entry';
call simba.company_wall('ledger.entry_proposal_end', 'select, insert');

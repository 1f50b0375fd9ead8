-- Expense claims: what an employee laid out for the company, agreed to by others, posted, and paid back.
call simba.module_schema('expense');

create table expense.category (
    company_id uuid not null,
    id uuid not null,
    code text not null,
    kind text not null,
    name_en text not null,
    name_pl text not null,
    account text not null,
    tax_code text not null,
    line_limit numeric(19, 2),
    receipt_above numeric(19, 2) not null default 0,
    active boolean not null default true,
    primary key (company_id, id),
    constraint category_code_is_unique unique (company_id, code),
    constraint category_kind_is_known check (kind in ('EXPENSE', 'MILEAGE', 'PER_DIEM')),
    constraint category_has_names check (btrim(name_en) <> '' and btrim(name_pl) <> ''),
    constraint category_limits_are_not_negative check (coalesce(line_limit, 0) >= 0 and receipt_above >= 0)
);
comment on table expense.category is 'What employees claim, the account it is proposed for, and the limits of the company''s policy';
comment on column expense.category.line_limit is 'Above this a line goes beyond the policy, in the company''s currency; nothing for no limit';
comment on column expense.category.receipt_above is 'Above this a line needs a receipt, or a stated reason for having none';
call simba.company_wall('expense.category', 'select, insert, update');

create table expense.policy (
    company_id uuid not null primary key,
    journal text not null,
    settlement_account text not null,
    card_account text not null,
    pay_within_days integer not null,
    claim_within_days integer not null,
    constraint policy_days_make_sense check (pay_within_days between 0 and 365 and claim_within_days between 1 and 3650)
);
comment on table expense.policy is 'How a company settles with its employees: accounts, days until it pays, and how late an expense may be claimed';
call simba.company_wall('expense.policy', 'select, insert, update');

create table expense.mileage_rate (
    company_id uuid not null,
    id uuid not null,
    vehicle text not null,
    valid_from date not null,
    rate numeric(10, 4) not null,
    primary key (company_id, id),
    constraint mileage_rate_is_unique unique (company_id, vehicle, valid_from),
    constraint mileage_vehicle_is_known check (vehicle in ('CAR', 'SMALL_CAR', 'MOTORCYCLE', 'MOPED')),
    constraint mileage_rate_is_positive check (rate > 0)
);
comment on table expense.mileage_rate is 'What a kilometre with one''s own vehicle is paid with, in the company''s currency, from a day on';
call simba.company_wall('expense.mileage_rate', 'select, insert, update');

create table expense.per_diem_rate (
    company_id uuid not null,
    id uuid not null,
    country text not null,
    valid_from date not null,
    rate numeric(10, 2) not null,
    primary key (company_id, id),
    constraint per_diem_rate_is_unique unique (company_id, country, valid_from),
    constraint per_diem_rate_is_positive check (rate > 0)
);
comment on table expense.per_diem_rate is 'The daily allowance of a business trip, in the company''s currency, from a day on';
call simba.company_wall('expense.per_diem_rate', 'select, insert, update');

create table expense.employee (
    company_id uuid not null,
    person_id uuid not null,
    party_id uuid not null,
    linked_by text not null,
    linked_at timestamptz not null,
    primary key (company_id, person_id),
    foreign key (company_id, party_id) references party.party (company_id, id),
    constraint party_is_one_employee unique (company_id, party_id)
);
comment on table expense.employee is 'The partner under whom the company settles with a colleague, whose account the payment run pays to';
call simba.company_wall('expense.employee', 'select, insert');

create table expense.claim (
    company_id uuid not null,
    id uuid not null,
    number text not null,
    idempotency_key text,
    claimant uuid not null,
    purpose text not null,
    first_day date not null,
    last_day date not null,
    cost_centre text,
    state text not null,
    edition integer not null default 0,
    content text,
    content_hash text,
    note text,
    sent_at timestamptz,
    posting_date date,
    entry_id uuid,
    posted_at timestamptz,
    created_by text not null,
    created_at timestamptz not null,
    primary key (company_id, id),
    constraint claim_number_is_unique unique (company_id, number),
    constraint claim_key_is_used_once unique (company_id, claimant, idempotency_key),
    constraint claim_state_is_known check (state in ('DRAFT', 'SENT', 'APPROVED', 'POSTED', 'REJECTED', 'WITHDRAWN')),
    constraint claim_has_a_purpose check (btrim(purpose) <> ''),
    constraint claim_days_are_in_order check (first_day <= last_day),
    constraint claim_sent_has_its_content check (state in ('DRAFT', 'WITHDRAWN') or num_nonnulls(content, content_hash, sent_at) = 3),
    constraint claim_posted_is_complete check ((state = 'POSTED') = (posted_at is not null) and (state = 'POSTED') = (entry_id is not null))
);
comment on table expense.claim is 'What an employee claims back; from the day it is sent its content stands until somebody returns it';
comment on column expense.claim.content is 'What it says as it was sent last; the approvals are bound to its SHA-256';
comment on column expense.claim.note is 'Why it was returned or rejected';
create index claim_by_claimant on expense.claim (company_id, claimant, created_at);
call simba.company_wall('expense.claim', 'select, insert, update');

create table expense.line (
    company_id uuid not null,
    id uuid not null,
    claim_id uuid not null,
    position integer not null,
    spent_on date not null,
    category text not null,
    description text not null,
    merchant text,
    merchant_tax_id text,
    document_number text,
    currency char(3) not null,
    gross numeric(19, 4) not null,
    paid_by text not null,
    cost_centre text,
    receipt_sha256 text,
    receipt_name text,
    receipt_size bigint,
    no_receipt_reason text,
    base numeric(19, 2) not null,
    rate numeric(19, 8),
    rate_date date,
    rate_table text,
    rate_source text,
    reckoning jsonb,
    primary key (company_id, id),
    foreign key (company_id, claim_id) references expense.claim (company_id, id),
    foreign key (company_id, category) references expense.category (company_id, code),
    constraint line_amount_is_positive check (gross > 0 and base > 0),
    constraint line_payer_is_known check (paid_by in ('OWN', 'CARD')),
    constraint line_says_what_it_was check (btrim(description) <> ''),
    constraint line_receipt_is_whole check (num_nonnulls(receipt_sha256, receipt_name, receipt_size) in (0, 3)),
    constraint line_rate_is_whole check (num_nonnulls(rate, rate_date, rate_table, rate_source) in (0, 4))
);
comment on table expense.line is 'One expense, drive or trip of a claim, with its receipt';
comment on column expense.line.base is 'In the company''s currency: by the mean rate of the last working day before the expense';
comment on column expense.line.reckoning is 'From what a drive or an allowance was reckoned: kilometres and rate, hours and meals';
create index line_by_claim on expense.line (company_id, claim_id, position, id);
create index line_by_receipt on expense.line (company_id, receipt_sha256) where receipt_sha256 is not null;
create index line_by_day on expense.line (company_id, spent_on, gross);
call simba.company_wall('expense.line', 'select, insert, update, delete');

create table expense.coding (
    company_id uuid not null,
    line_id uuid not null,
    account text not null,
    cost_centre text,
    tax_code text not null,
    seller_id uuid,
    coded_by text not null,
    coded_at timestamptz not null,
    primary key (company_id, line_id),
    foreign key (company_id, line_id) references expense.line (company_id, id),
    foreign key (company_id, seller_id) references party.party (company_id, id)
);
comment on table expense.coding is 'Where an accountant put a line of an approved claim';
call simba.company_wall('expense.coding', 'select, insert, update, delete');

-- What approvers see and decide about, in one text made by PostgreSQL, whoever writes.
create function expense.content_of(c expense.claim) returns text
    language sql stable
    as $$
        select jsonb_build_object(
                   'number', c.number, 'claimant', c.claimant, 'purpose', c.purpose, 'first-day', c.first_day,
                   'last-day', c.last_day, 'cost-centre', c.cost_centre,
                   'lines', coalesce((
                       select jsonb_agg(jsonb_build_object(
                                  'id', l.id, 'spent-on', l.spent_on, 'category', l.category, 'description', l.description,
                                  'merchant', l.merchant, 'merchant-tax-id', l.merchant_tax_id,
                                  'document-number', l.document_number, 'gross', trim_scale(l.gross) || ' ' || l.currency,
                                  'paid-by', l.paid_by, 'cost-centre', l.cost_centre, 'receipt', l.receipt_sha256,
                                  'no-receipt', l.no_receipt_reason, 'base', trim_scale(l.base), 'rate', trim_scale(l.rate),
                                  'reckoning', l.reckoning) order by l.position, l.id)
                         from expense.line l where l.company_id = c.company_id and l.claim_id = c.id), '[]'::jsonb))::text
    $$;
grant execute on function expense.content_of(expense.claim) to simba_app;

create function expense.approved_by_others(c expense.claim) returns boolean
    language sql stable
    as $$
        select exists (select from approval.approval_request r
                         join approval.approval_decision d on d.company_id = r.company_id and d.request_id = r.id
                        where r.company_id = c.company_id and r.subject_kind = 'expense-claim' and r.subject_id = c.id
                          and r.voided_at is null and r.content_hash = c.content_hash and d.content_hash = c.content_hash
                          and d.decision = 'APPROVE' and c.claimant not in (d.decided_by, coalesce(d.on_behalf_of, d.decided_by)))
           and not exists (select from approval.approval_request r
                             join approval.approval_decision d on d.company_id = r.company_id and d.request_id = r.id
                            where r.company_id = c.company_id and r.subject_kind = 'expense-claim' and r.subject_id = c.id
                              and r.voided_at is null and d.decision <> 'APPROVE')
    $$;

create function expense.claim_takes_its_way() returns trigger
    language plpgsql
    as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'DRAFT' then
            perform simba.refuse('claim_begins_as_a_draft', 'A claim begins as a draft');
        end if;
        return new;
    end if;
    if old.state in ('POSTED', 'REJECTED', 'WITHDRAWN') then
        perform simba.refuse('ended_claim_stands', 'A claim that is posted, rejected or withdrawn is never changed');
    end if;
    if (new.claimant, new.number, new.created_by, new.created_at) is distinct from (old.claimant, old.number, old.created_by, old.created_at) then
        perform simba.refuse('claim_keeps_its_claimant', 'A claim stays with whoever made it');
    end if;
    if old.state <> 'DRAFT' and (new.purpose, new.first_day, new.last_day, new.cost_centre, new.content, new.content_hash)
            is distinct from (old.purpose, old.first_day, old.last_day, old.cost_centre, old.content, old.content_hash) then
        perform simba.refuse('sent_claim_stands', 'What was sent is not changed until it is returned');
    end if;
    if (old.state || ' ' || new.state) not in (
            'DRAFT DRAFT', 'DRAFT SENT', 'DRAFT WITHDRAWN', 'SENT SENT', 'SENT APPROVED', 'SENT DRAFT', 'SENT REJECTED',
            'SENT WITHDRAWN', 'APPROVED APPROVED', 'APPROVED POSTED', 'APPROVED DRAFT', 'APPROVED REJECTED',
            'APPROVED WITHDRAWN', 'APPROVED SENT') then
        perform simba.refuse('claim_takes_its_way', format('A claim does not go from %s to %s', old.state, new.state));
    end if;
    if old.state = 'DRAFT' and new.state = 'SENT' then
        new.content := expense.content_of(new);
        new.content_hash := encode(sha256(convert_to(new.content, 'UTF8')), 'hex');
        if not exists (select from expense.line l where l.company_id = new.company_id and l.claim_id = new.id) then
            perform simba.refuse('sent_claim_has_lines', 'A claim without a line says nothing');
        end if;
    elsif old.state = 'DRAFT' then
        new.content := old.content;
        new.content_hash := old.content_hash;
    end if;
    if new.state in ('APPROVED', 'POSTED') and not expense.approved_by_others(new) then
        perform simba.refuse('claim_is_posted_as_approved', 'Nobody else approved exactly this claim');
    end if;
    if new.state = 'POSTED' and exists (select from expense.line l
                                          left join expense.coding k on k.company_id = l.company_id and k.line_id = l.id
                                         where l.company_id = new.company_id and l.claim_id = new.id
                                           and (k.line_id is null or k.coded_by = 'person:' || new.claimant)) then
        perform simba.refuse('claim_is_coded_by_others', 'Somebody else codes a claim before it is posted');
    end if;
    return new;
end
$$;
create trigger claim_takes_its_way before insert or update on expense.claim
    for each row execute function expense.claim_takes_its_way();
create trigger claim_is_never_deleted before delete on expense.claim
    for each row execute function simba.refuse('claims are kept');

create function expense.line_of_a_sent_claim_stands() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from expense.claim c
                where c.company_id = coalesce(new.company_id, old.company_id) and c.state <> 'DRAFT'
                  and c.id in (new.claim_id, old.claim_id)) then
        perform simba.refuse('line_of_a_sent_claim_stands', 'Lines are changed only while the claim is a draft');
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger line_of_a_sent_claim_stands before insert or update or delete on expense.line
    for each row execute function expense.line_of_a_sent_claim_stands();

-- A claim is coded once it is approved, by somebody else; coding of before goes when the claim is returned.
create function expense.coding_is_of_others() returns trigger
    language plpgsql
    as $$
declare
    of_claim expense.claim;
begin
    select c.* into of_claim from expense.line l
      join expense.claim c on c.company_id = l.company_id and c.id = l.claim_id
     where l.company_id = coalesce(new.company_id, old.company_id) and l.id = coalesce(new.line_id, old.line_id);
    if of_claim.state = 'POSTED' or (tg_op <> 'DELETE' and of_claim.state <> 'APPROVED') then
        perform simba.refuse('only_an_approved_claim_is_coded', 'A claim is coded between its approval and its posting');
    end if;
    if tg_op <> 'DELETE' and new.coded_by = 'person:' || of_claim.claimant then
        perform simba.refuse('claim_is_coded_by_others', 'Nobody codes their own claim');
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger coding_is_of_others before insert or update or delete on expense.coding
    for each row execute function expense.coding_is_of_others();

create function expense.approver_did_not_claim() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from approval.approval_request r
                 join expense.claim c on c.company_id = r.company_id and c.id = r.subject_id
                where r.company_id = new.company_id and r.id = new.request_id and r.subject_kind = 'expense-claim'
                  and c.claimant in (new.decided_by, coalesce(new.on_behalf_of, new.decided_by))) then
        perform simba.refuse('approver_did_not_claim', 'Nobody approves their own claim');
    end if;
    return new;
end
$$;
create trigger approver_did_not_claim before insert on approval.approval_decision
    for each row execute function expense.approver_did_not_claim();

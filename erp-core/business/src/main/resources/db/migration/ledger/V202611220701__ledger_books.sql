call simba.module_schema('ledger');

create table ledger.account (
    company_id uuid not null,
    id uuid not null,
    code text not null,
    name_en text not null,
    name_pl text not null,
    type text not null,
    normal_side text not null,
    parent_id uuid,
    control text,
    cost_centre_required boolean not null default false,
    postable boolean not null default true,
    active_from date not null,
    active_to date,
    primary key (company_id, id),
    foreign key (company_id, parent_id) references ledger.account (company_id, id),
    constraint account_code_is_unique unique (company_id, code),
    constraint account_type_is_known check (type in
        ('ASSET', 'LIABILITY', 'EQUITY', 'REVENUE', 'EXPENSE', 'OFF_BALANCE')),
    constraint account_normal_side_is_known check (normal_side in ('DEBIT', 'CREDIT')),
    constraint account_control_is_known check (control in ('SUPPLIER', 'CUSTOMER')),
    constraint account_days_are_in_order check (active_to is null or active_from <= active_to)
);
comment on table ledger.account is 'The chart of accounts';
create index account_by_parent on ledger.account (company_id, parent_id);
call simba.company_wall('ledger.account', 'select, insert, update');

create table ledger.journal (
    company_id uuid not null,
    id uuid not null,
    code text not null,
    name_en text not null,
    name_pl text not null,
    kind text not null,
    primary key (company_id, id),
    constraint journal_code_is_unique unique (company_id, code),
    constraint journal_kind_is_known check (kind in ('PURCHASES', 'SALES', 'BANK', 'GENERAL'))
);
comment on table ledger.journal is 'The books of first entry; each counts its entries per fiscal year';
call simba.company_wall('ledger.journal', 'select, insert, update');

create table ledger.cost_centre (
    company_id uuid not null,
    id uuid not null,
    code text not null,
    name_en text not null,
    name_pl text not null,
    active_from date not null,
    active_to date,
    primary key (company_id, id),
    constraint cost_centre_code_is_unique unique (company_id, code),
    constraint cost_centre_days_are_in_order check (active_to is null or active_from <= active_to)
);
comment on table ledger.cost_centre is 'Where costs arise';
call simba.company_wall('ledger.cost_centre', 'select, insert, update');

create table ledger.journal_entry (
    company_id uuid not null,
    id uuid not null,
    journal_id uuid not null,
    fiscal_year_id uuid not null,
    fiscal_period_id uuid not null,
    number bigint not null,
    kind text not null,
    operation_date date not null,
    document_date date not null,
    posting_date date not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    narration text not null,
    document_id uuid,
    document_number text,
    approval_reference text,
    idempotency_key text not null,
    input_hash text not null,
    reversal_of uuid,
    line_count smallint not null,
    total numeric(19, 4) not null,
    primary key (company_id, id),
    foreign key (company_id, journal_id) references ledger.journal (company_id, id),
    foreign key (company_id, fiscal_period_id) references company.fiscal_period (company_id, id),
    foreign key (company_id, reversal_of) references ledger.journal_entry (company_id, id),
    constraint journal_entry_number_is_unique unique (company_id, journal_id, fiscal_year_id, number),
    constraint journal_entry_is_posted_once unique (company_id, idempotency_key),
    constraint journal_entry_is_reversed_once unique (company_id, reversal_of),
    constraint journal_entry_kind_is_known check (kind in ('ORDINARY', 'CORRECTION', 'RED_REVERSAL', 'BLACK_REVERSAL')),
    constraint journal_entry_reversal_is_of_its_kind check (
        reversal_of is null or kind in ('RED_REVERSAL', 'BLACK_REVERSAL')),
    constraint journal_entry_has_two_lines check (line_count >= 2)
);
comment on table ledger.journal_entry is 'Posted entries: only ever added, never changed, never deleted';
comment on column ledger.journal_entry.operation_date is 'The day of the economic operation (JPK_KR_PD D_6)';
comment on column ledger.journal_entry.document_date is 'The date on the document (JPK_KR_PD D_7)';
comment on column ledger.journal_entry.posting_date is 'The day under which the entry stands in the books';
comment on column ledger.journal_entry.recorded_at is 'When it was recorded; numbers follow it (JPK_KR_PD D_1, D_8)';
comment on column ledger.journal_entry.total is 'The sum of its debits (JPK_KR_PD D_11)';
-- Without the id, for the same reason as below: only the key may look like a way to an entry by its id.
create index journal_entry_by_posting_date on ledger.journal_entry (company_id, posting_date desc);
create index journal_entry_by_document on ledger.journal_entry (company_id, document_id) where document_id is not null;
call simba.company_wall('ledger.journal_entry', 'select, insert');

-- No foreign keys here: lines are checked as a set when they come, and nothing they refer to can be deleted.
create table ledger.journal_line (
    company_id uuid not null,
    entry_id uuid not null,
    line_number smallint not null,
    account_id uuid not null,
    posting_date date not null,
    debit numeric(19, 4) not null default 0,
    credit numeric(19, 4) not null default 0,
    currency char(3),
    transaction_amount numeric(19, 4),
    rate numeric(18, 8),
    rate_date date,
    rate_table text,
    rate_source text,
    party_id uuid,
    vat_code text,
    due_date date,
    cost_centre_id uuid,
    text text,
    open_item boolean not null default false,
    split_payment boolean not null default false,
    primary key (company_id, entry_id, line_number, posting_date),
    constraint journal_line_stands_on_one_side check (debit = 0 or credit = 0),
    constraint journal_line_is_never_zero check (debit <> 0 or credit <> 0),
    constraint journal_line_names_its_currency check ((currency is null) = (transaction_amount is null)),
    constraint journal_line_rate_is_positive check (rate > 0)
) partition by range (posting_date);
comment on table ledger.journal_line is
    'Lines of posted entries, in the company''s currency, by calendar year; never changed, never deleted';
-- Not led by the company: while a table is young the planner would take this for the key.
create index journal_line_by_account on ledger.journal_line (account_id, posting_date);
call simba.company_wall('ledger.journal_line', 'select, insert');

create table ledger.account_day (
    company_id uuid not null,
    account_id uuid not null,
    day date not null,
    debit numeric(19, 4) not null,
    credit numeric(19, 4) not null,
    primary key (company_id, account_id, day),
    foreign key (company_id, account_id) references ledger.account (company_id, id)
);
comment on table ledger.account_day is 'Turnover per account and posting date, kept by the trigger of the lines; reports sum it';
create index account_day_by_day on ledger.account_day (company_id, day);
call simba.company_wall('ledger.account_day', 'select');

create table ledger.account_month (
    company_id uuid not null,
    account_id uuid not null,
    month date not null,
    debit numeric(19, 4) not null,
    credit numeric(19, 4) not null,
    primary key (company_id, account_id, month),
    foreign key (company_id, account_id) references ledger.account (company_id, id),
    constraint account_month_is_named_by_its_first_day check (extract(day from month) = 1)
);
comment on table ledger.account_month is 'The same by calendar month, so that a report over years reads months and only the edges by day';
call simba.company_wall('ledger.account_month', 'select');

create table ledger.open_item (
    company_id uuid not null,
    id uuid not null,
    entry_id uuid not null,
    line_number smallint not null,
    posting_date date not null,
    account_id uuid not null,
    party_id uuid not null,
    side text not null,
    currency char(3) not null,
    amount numeric(19, 4) not null,
    remaining numeric(19, 4) not null,
    settled boolean not null generated always as (remaining = 0) stored,
    base_amount numeric(19, 4) not null,
    due_date date not null,
    document_id uuid,
    split_payment boolean not null default false,
    primary key (company_id, id),
    foreign key (company_id, entry_id, line_number, posting_date)
        references ledger.journal_line (company_id, entry_id, line_number, posting_date),
    constraint open_item_comes_from_one_line unique (company_id, entry_id, line_number),
    constraint open_item_side_is_known check (side in ('DEBIT', 'CREDIT')),
    constraint open_item_is_never_over_allocated check (
        (amount > 0 and remaining between 0 and amount) or (amount < 0 and remaining between amount and 0))
);
comment on table ledger.open_item is 'Claims and debts and what allocations have left of them';
comment on column ledger.open_item.split_payment is 'To be paid by the split payment mechanism (VAT act art. 108a)';
create index open_item_by_party on ledger.open_item (company_id, party_id, settled, due_date);
create index open_item_by_due_date on ledger.open_item (company_id, settled, due_date);
create index open_item_by_document on ledger.open_item (company_id, document_id) where document_id is not null;
call simba.company_wall('ledger.open_item', 'select');

create table ledger.allocation (
    company_id uuid not null,
    id uuid not null,
    item_id uuid not null,
    against_id uuid not null,
    amount numeric(19, 4) not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (company_id, id),
    foreign key (company_id, item_id) references ledger.open_item (company_id, id),
    foreign key (company_id, against_id) references ledger.open_item (company_id, id),
    constraint allocation_is_positive check (amount > 0),
    constraint allocation_joins_two_items check (item_id <> against_id)
);
comment on table ledger.allocation is 'Which open item settles which, and by how much';
create index allocation_by_item on ledger.allocation (company_id, item_id);
create index allocation_by_against on ledger.allocation (company_id, against_id);
call simba.company_wall('ledger.allocation', 'select, insert');

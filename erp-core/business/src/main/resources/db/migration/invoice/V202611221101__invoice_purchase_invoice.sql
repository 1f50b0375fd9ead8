call simba.module_schema('invoice');

create table invoice.purchase_invoice (
    company_id uuid not null,
    id uuid not null,
    document_id uuid not null,
    state text not null,
    credit_note boolean not null,
    number text not null,
    number_key text not null,
    supplier_key text not null,
    supplier_name text not null,
    supplier_tax_id text,
    supplier_id uuid,
    payee_name text,
    payee_account text,
    issue_date date not null,
    supply_from date,
    supply_to date,
    tax_point date not null,
    received_on date not null,
    due_date date,
    posting_date date,
    fiscal_period text,
    registered_at timestamptz not null,
    posted_at timestamptz,
    vat_period text,
    ksef_number text,
    currency char(3) not null,
    ledger_rate numeric(18, 8),
    ledger_rate_date date,
    ledger_rate_table text,
    ledger_rate_source text,
    vat_rate numeric(18, 8),
    vat_rate_date date,
    vat_rate_table text,
    vat_rate_source text,
    lines_net numeric(19, 4),
    allowances numeric(19, 4),
    charges numeric(19, 4),
    net numeric(19, 4) not null,
    vat numeric(19, 4),
    vat_in_accounting_currency numeric(19, 4),
    vat_currency char(3),
    gross numeric(19, 4) not null,
    prepaid numeric(19, 4),
    rounding numeric(19, 4),
    due numeric(19, 4) not null,
    received jsonb not null,
    findings jsonb not null,
    original_sha256 text not null,
    content_hash text,
    content_recipe integer,
    journal_entry_id uuid,
    rejection_reason text,
    refused_by text,
    refused_at timestamptz,
    version integer not null default 0,
    primary key (company_id, id),
    foreign key (company_id, document_id) references document.document (company_id, id),
    foreign key (company_id, supplier_id) references party.party (company_id, id),
    foreign key (company_id, journal_entry_id) references ledger.journal_entry (company_id, id),
    constraint purchase_invoice_is_registered_once unique (company_id, document_id),
    constraint purchase_invoice_state_is_known check (state in ('RECEIVED', 'CODED', 'POSTED', 'REJECTED')),
    constraint purchase_invoice_vat_period_is_a_month check (vat_period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    constraint purchase_invoice_rate_is_positive check (ledger_rate > 0 and vat_rate > 0),
    constraint purchase_invoice_rate_has_its_table check (
        (ledger_rate is null) = (ledger_rate_table is null) and (ledger_rate is null) = (ledger_rate_date is null)
        and (vat_rate is null) = (vat_rate_table is null) and (vat_rate is null) = (vat_rate_date is null)),
    constraint purchase_invoice_posted_is_complete check (
        state <> 'POSTED' or (posting_date is not null and fiscal_period is not null and posted_at is not null
                              and supplier_id is not null and content_hash is not null)),
    constraint purchase_invoice_rejected_has_reason check (state <> 'REJECTED' or rejection_reason is not null)
);
comment on table invoice.purchase_invoice is 'Purchase invoices: what the supplier claims, in EN 16931 terms, and what was settled about it';
comment on column invoice.purchase_invoice.number_key is 'The number as numbers are compared: runs of letters and digits';
comment on column invoice.purchase_invoice.supplier_key is 'Tax id in its comparable form, or the name of a supplier that states none';
comment on column invoice.purchase_invoice.vat_period is 'Month of deduction; null under the cash method until payment';
comment on column invoice.purchase_invoice.due is 'BT-115; positive on a credit note too';
create index purchase_invoice_by_number on invoice.purchase_invoice (company_id, supplier_key, number_key);
create index purchase_invoice_by_day on invoice.purchase_invoice (company_id, supplier_key, issue_date);
create index purchase_invoice_by_supplier on invoice.purchase_invoice (company_id, supplier_id, posted_at desc);
call simba.company_wall('invoice.purchase_invoice', 'select, insert, update');

create table invoice.vat_breakdown (
    company_id uuid not null,
    purchase_invoice_id uuid not null,
    position integer not null,
    category text not null,
    rate numeric(9, 4),
    taxable numeric(19, 4) not null,
    tax numeric(19, 4) not null,
    exemption_reason text,
    primary key (company_id, purchase_invoice_id, position),
    foreign key (company_id, purchase_invoice_id) references invoice.purchase_invoice (company_id, id)
);
comment on table invoice.vat_breakdown is 'BG-23 as the supplier states it; never computed again';
call simba.company_wall('invoice.vat_breakdown', 'select, insert');

create table invoice.coding_line (
    company_id uuid not null,
    purchase_invoice_id uuid not null,
    position integer not null,
    line text not null,
    text text not null,
    category text,
    rate numeric(9, 4),
    account text not null,
    cost_centre text,
    tax_code text not null,
    net numeric(19, 4) not null,
    primary key (company_id, purchase_invoice_id, position),
    foreign key (company_id, purchase_invoice_id) references invoice.purchase_invoice (company_id, id)
);
comment on table invoice.coding_line is 'Where the lines of an invoice go; the parts of a line add up to its net amount';
call simba.company_wall('invoice.coding_line');

create table invoice.coder (
    company_id uuid not null,
    purchase_invoice_id uuid not null,
    position integer not null,
    person uuid not null,
    coded_at timestamptz not null,
    primary key (company_id, purchase_invoice_id, position),
    foreign key (company_id, purchase_invoice_id) references invoice.purchase_invoice (company_id, id)
);
comment on table invoice.coder is 'Who coded an invoice, every time; none of them may approve it';
call simba.company_wall('invoice.coder', 'select, insert');

create table invoice.question (
    company_id uuid not null,
    purchase_invoice_id uuid not null,
    position integer not null,
    kind text not null,
    asked_at timestamptz not null,
    answer text,
    answered_by text,
    answered_at timestamptz,
    comment text,
    primary key (company_id, purchase_invoice_id, position),
    foreign key (company_id, purchase_invoice_id) references invoice.purchase_invoice (company_id, id),
    constraint question_kind_is_known check (kind in ('BUYER', 'SUPPLIER', 'DUPLICATE', 'RATE')),
    constraint question_answer_is_whole check (
        (answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
comment on table invoice.question is 'What a person had to decide before an invoice could be coded, and what was decided';
call simba.company_wall('invoice.question', 'select, insert, update');

create table invoice.receipt_date_change (
    company_id uuid not null,
    id uuid not null,
    purchase_invoice_id uuid not null,
    before date not null,
    after date not null,
    reason text not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (company_id, id),
    foreign key (company_id, purchase_invoice_id) references invoice.purchase_invoice (company_id, id)
);
comment on table invoice.receipt_date_change is 'Every correction of the day an invoice reached us, with its reason';
call simba.company_wall('invoice.receipt_date_change', 'select, insert');

create table invoice.posting_policy (
    company_id uuid not null primary key,
    journal text not null,
    red_credit_notes boolean not null,
    supplier_account text not null,
    exchange_gain_account text not null,
    exchange_loss_account text not null,
    rounding_gain_account text not null,
    rounding_loss_account text not null,
    advance_account text not null,
    settlement_account text not null,
    cost_account text not null,
    difference_account text not null,
    cost_centre text
);
comment on table invoice.posting_policy is 'How a company wants its purchase invoices posted; without a row the usual accounts are used';
call simba.company_wall('invoice.posting_policy', 'select, insert, update');

-- What was posted or rejected stays as it was, whoever writes.
create function invoice.refuse_change_when_closed() returns trigger
    language plpgsql
    as $$
begin
    if tg_table_name = 'purchase_invoice' then
        if old.state in ('POSTED', 'REJECTED') then
            raise exception 'The invoice % is %', old.id, old.state
                using errcode = 'restrict_violation', constraint = 'closed_invoice_never_changes',
                      schema = 'invoice', table = tg_table_name;
        end if;
        return new;
    end if;
    if exists (select from invoice.purchase_invoice i
                where i.company_id = coalesce(new.company_id, old.company_id)
                  and i.id = coalesce(new.purchase_invoice_id, old.purchase_invoice_id)
                  and i.state in ('POSTED', 'REJECTED')) then
        raise exception 'The invoice of this row is closed'
            using errcode = 'restrict_violation', constraint = 'closed_invoice_never_changes',
                  schema = 'invoice', table = tg_table_name;
    end if;
    return coalesce(new, old);
end
$$;
create trigger closed_invoice_never_changes before update or delete on invoice.purchase_invoice
    for each row execute function invoice.refuse_change_when_closed();
create trigger closed_invoice_never_changes before insert or update or delete on invoice.coding_line
    for each row execute function invoice.refuse_change_when_closed();
create trigger closed_invoice_never_changes before update or delete on invoice.vat_breakdown
    for each row execute function invoice.refuse_change_when_closed();
create trigger closed_invoice_never_changes before update on invoice.question
    for each row execute function invoice.refuse_change_when_closed();

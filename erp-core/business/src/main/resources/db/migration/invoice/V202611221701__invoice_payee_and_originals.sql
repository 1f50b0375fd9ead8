alter table invoice.purchase_invoice
    add payee_id uuid,
    add vat_period_reason text,
    add foreign key (company_id, payee_id) references party.party (company_id, id);
comment on column invoice.purchase_invoice.payee_id is 'The party the amount due belongs to, if it is not the supplier (BG-10)';
comment on column invoice.purchase_invoice.vat_period_reason is 'Why another month of deduction than the proposed one was chosen';
create index purchase_invoice_by_payee on invoice.purchase_invoice (company_id, payee_name) where payee_id is not null;

alter table invoice.question drop constraint question_kind_is_known;
alter table invoice.question add constraint question_kind_is_known
    check (kind in ('BUYER', 'SUPPLIER', 'PAYEE', 'DUPLICATE', 'RATE'));

create table invoice.original_reference (
    company_id uuid not null,
    purchase_invoice_id uuid not null,
    position integer not null,
    number text,
    number_key text,
    issue_date date,
    ksef_number text,
    advance boolean not null,
    primary key (company_id, purchase_invoice_id, position),
    foreign key (company_id, purchase_invoice_id) references invoice.purchase_invoice (company_id, id),
    constraint original_is_named check (number is not null or ksef_number is not null)
);
comment on table invoice.original_reference is 'The earlier invoices an invoice names: those it corrects and the advances it settles';
create index original_reference_by_number on invoice.original_reference (company_id, number_key);
create index original_reference_by_ksef_number on invoice.original_reference (company_id, ksef_number) where ksef_number is not null;
call simba.company_wall('invoice.original_reference', 'select, insert');

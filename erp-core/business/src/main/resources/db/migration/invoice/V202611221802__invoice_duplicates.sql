create table invoice.told_apart (
    company_id uuid not null,
    purchase_invoice_id uuid not null,
    other_id uuid not null,
    reason text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    primary key (company_id, purchase_invoice_id, other_id),
    foreign key (company_id, purchase_invoice_id) references invoice.purchase_invoice (company_id, id),
    foreign key (company_id, other_id) references invoice.purchase_invoice (company_id, id),
    constraint told_apart_from_another check (purchase_invoice_id <> other_id),
    constraint told_apart_reason_is_known check (reason in ('KSEF_NUMBER', 'SAME_INVOICE', 'SAME_NUMBER', 'SAME_AMOUNT'))
);
comment on table invoice.told_apart is 'Invoices that look alike and are not the same: what a person decided';
call simba.company_wall('invoice.told_apart', 'select, insert');

alter table invoice.purchase_invoice add column apart uuid;
comment on column invoice.purchase_invoice.apart is 'Its own id once a person told it apart from what it looked like';
alter table invoice.purchase_invoice add constraint purchase_invoice_is_apart_as_itself check (apart = id);

create index purchase_invoice_by_ksef_number on invoice.purchase_invoice (company_id, ksef_number)
    where ksef_number is not null;
create index purchase_invoice_by_party_and_number on invoice.purchase_invoice (company_id, supplier_id, number_key);
create index purchase_invoice_by_party_and_day on invoice.purchase_invoice (company_id, supplier_id, issue_date);

-- What is coded or in the books is there once, unless a person told it apart.
create unique index exact_duplicate_is_decided on invoice.purchase_invoice
    (company_id, supplier_key, credit_note, number_key, issue_date, apart) nulls not distinct
    where state in ('CODED', 'POSTED');
create unique index ksef_duplicate_is_decided on invoice.purchase_invoice
    (company_id, ksef_number, apart) nulls not distinct
    where state in ('CODED', 'POSTED') and ksef_number is not null;

create table invoice.coding_act (
    company_id uuid not null,
    id uuid not null,
    purchase_invoice_id uuid not null,
    coded_by text not null,
    coded_at timestamptz not null,
    as_proposed boolean not null,
    primary key (company_id, id),
    foreign key (company_id, purchase_invoice_id) references invoice.purchase_invoice (company_id, id)
);
comment on table invoice.coding_act is 'Every coding of an invoice, and whether it was the proposal as it stood';
call simba.company_wall('invoice.coding_act', 'select, insert');
create index coding_act_by_invoice on invoice.coding_act (company_id, purchase_invoice_id, coded_at desc, id desc);

create table invoice.touchless_switch (
    company_id uuid not null,
    id uuid not null,
    supplier_id uuid not null,
    switched_on_by uuid not null,
    switched_on_at timestamptz not null,
    switched_off_by text,
    switched_off_at timestamptz,
    primary key (company_id, id),
    foreign key (company_id, supplier_id) references party.party (company_id, id),
    constraint touchless_is_switched_off_whole check ((switched_off_by is null) = (switched_off_at is null)),
    constraint touchless_is_switched_off_after_on check (switched_off_at >= switched_on_at)
);
comment on table invoice.touchless_switch is 'For which suppliers coding without a person was on, who switched it and when';
call simba.company_wall('invoice.touchless_switch', 'select, insert, update');
create unique index touchless_is_on_once on invoice.touchless_switch (company_id, supplier_id)
    where switched_off_at is null;

create table invoice.touchless_coding (
    company_id uuid not null,
    purchase_invoice_id uuid not null,
    coded_at timestamptz not null,
    primary key (company_id, purchase_invoice_id),
    foreign key (company_id, purchase_invoice_id) references invoice.purchase_invoice (company_id, id)
);
comment on table invoice.touchless_coding is 'Invoices that were coded as proposed without a person';
call simba.company_wall('invoice.touchless_coding', 'select, insert');

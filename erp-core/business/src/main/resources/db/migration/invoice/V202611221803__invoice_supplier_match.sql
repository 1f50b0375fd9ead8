alter table invoice.purchase_invoice add column supplier_match text;
alter table invoice.purchase_invoice add constraint purchase_invoice_supplier_match_is_known
    check (supplier_match in ('TAX_ID', 'EARLIER_DECISION', 'IBAN', 'PERSON', 'TAKEN_IN'));
comment on column invoice.purchase_invoice.supplier_match is 'How it is known which party the supplier is';

alter table invoice.coding_line add column item text;
comment on column invoice.coding_line.item is 'BT-155: the supplier''s own number of the item, by which the next one is recognised';

create index purchase_invoice_by_posting on invoice.purchase_invoice (company_id, posted_at desc, id desc)
    where state = 'POSTED';

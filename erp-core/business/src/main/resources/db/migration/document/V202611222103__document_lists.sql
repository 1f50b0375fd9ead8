-- What lists show of a document's content, as its sender wrote it. Sorted columns are never null and go by index.
alter table document.document
    add column supplier_name text,
    add column supplier_tax_id text,
    add column supplier_number text,
    add column issued_on date,
    add column due_on date,
    add column amount numeric(19, 4),
    add column currency char(3),
    add column sort_number text collate "C" not null generated always as (coalesce(number, '')) stored,
    add column sort_supplier text collate "C" not null generated always as (simba.fold(supplier_name)) stored,
    add column sort_due date not null generated always as (coalesce(due_on, date '9999-12-31')) stored,
    -- In hundredths: a comparison of numeric is no index condition under a policy.
    add column sort_amount bigint not null generated always as (coalesce(round(amount * 100), 0)::bigint) stored,
    add constraint document_amount_has_currency check ((amount is null) = (currency is null));

create index document_sorted_by_number on document.document (company_id, sort_number, id);
create index document_sorted_by_supplier on document.document (company_id, sort_supplier, id);
create index document_sorted_by_due on document.document (company_id, sort_due, id);
create index document_sorted_by_amount on document.document (company_id, sort_amount, id);

call simba.search_index('document', 'document');
call simba.search_words('document', 'document', 'record', 'document.document', 'id',
    array['number', 'title', 'file_name', 'ksef_number', 'supplier_number', 'supplier_tax_id']);
call simba.search_words('document', 'document', 'supplier', 'document.document', 'id',
    array['supplier_name', 'supplier_tax_id']);

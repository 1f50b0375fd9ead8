-- An invoice of the same amount is found at once, however many its supplier writes in the same days. In hundredths: a
-- comparison of numeric is no index condition under a policy.
alter table invoice.purchase_invoice
    add column gross_hundredths bigint not null generated always as (round(gross * 100)::bigint) stored;

drop index invoice.purchase_invoice_by_day;
create index purchase_invoice_by_amount on invoice.purchase_invoice
    (company_id, supplier_key, gross_hundredths, issue_date);
create index purchase_invoice_by_party_and_amount on invoice.purchase_invoice
    (company_id, supplier_id, gross_hundredths, issue_date);

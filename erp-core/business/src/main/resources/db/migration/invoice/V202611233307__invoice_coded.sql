-- What is coded and not in the books commits budgets: few rows at a time.
create index purchase_invoice_coded on invoice.purchase_invoice (company_id) where state = 'CODED';

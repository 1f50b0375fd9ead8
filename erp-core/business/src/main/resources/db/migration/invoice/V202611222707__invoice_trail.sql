call audit.keep_trail_of('invoice.posting_policy', 'company', 'company_id');
call audit.keep_trail_of('invoice.touchless_switch', 'party', 'supplier_id', without => '{supplier_id}');
call audit.keep_trail_of('invoice.purchase_invoice', 'purchase-invoice', 'id', 'document', 'document_id',
    just => '{supplier_id,payee_account,tax_point,received_on,due_date,vat_period,ledger_rate,vat_rate}');

-- Whether an invoice had been coded before this transaction: only then is a further line a change of its coding.
create function invoice.coded_before(asked_company uuid, asked_invoice uuid) returns boolean
    language sql stable
    as $$ select exists (select from invoice.coding_act a
                          where a.company_id = asked_company and a.purchase_invoice_id = asked_invoice
                            and a.xmin <> pg_current_xact_id()::xid) $$;
grant execute on function invoice.coded_before(uuid, uuid) to simba_app;
call audit.keep_trail_of('invoice.coding_line', 'purchase-invoice', 'purchase_invoice_id',
    just => '{account,cost_centre,tax_code,net,text}',
    comes_when => 'invoice.coded_before(new.company_id, new.purchase_invoice_id)');

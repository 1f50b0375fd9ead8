-- The account a supplier is paid to may be a natural person's.
drop trigger trail_tells_what_changes on invoice.purchase_invoice;
drop trigger trail_tells_what_goes on invoice.purchase_invoice;
call audit.keep_trail_of('invoice.purchase_invoice', 'purchase-invoice', 'id', 'document', 'document_id',
    personal => '{payee_account}',
    just => '{supplier_id,payee_account,tax_point,received_on,due_date,vat_period,ledger_rate,vat_rate}',
    person => 'party', person_column => 'payee_id,supplier_id');

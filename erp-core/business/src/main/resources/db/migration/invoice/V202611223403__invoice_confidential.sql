-- An invoice is as confidential as its document, and so is everything said about it.
call simba.confidential_follower('invoice.purchase_invoice', 'id', 'document_id');
call simba.confidential_wall('invoice.purchase_invoice', array['id']);
call simba.confidential_wall('invoice.vat_breakdown', array['purchase_invoice_id']);
call simba.confidential_wall('invoice.coding_line', array['purchase_invoice_id']);
call simba.confidential_wall('invoice.coder', array['purchase_invoice_id']);
call simba.confidential_wall('invoice.question', array['purchase_invoice_id']);
call simba.confidential_wall('invoice.receipt_date_change', array['purchase_invoice_id']);
call simba.confidential_wall('invoice.original_reference', array['purchase_invoice_id']);
call simba.confidential_wall('invoice.told_apart', array['purchase_invoice_id', 'other_id']);
call simba.confidential_wall('invoice.coding_act', array['purchase_invoice_id']);
call simba.confidential_wall('invoice.touchless_coding', array['purchase_invoice_id']);
call simba.confidential_wall('invoice.reversed_posting', array['purchase_invoice_id']);

-- Separation of duties asks the whole history, whoever asks.
alter function invoice.decider_had_no_hand_in_it() security definer set search_path = pg_catalog, pg_temp;

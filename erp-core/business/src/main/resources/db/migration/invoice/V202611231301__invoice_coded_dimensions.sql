alter table invoice.coding_line
    add column dimensions jsonb not null default '{}',
    add column shares jsonb not null default '[]',
    add constraint coding_line_dimensions_are_an_object check (jsonb_typeof(dimensions) = 'object'),
    add constraint coding_line_shares_are_a_list check (jsonb_typeof(shares) = 'array');
comment on column invoice.coding_line.dimensions is 'Numbers of values, or distribution keys after a %, by the codes of their axes; the next line like it is proposed so';
comment on column invoice.coding_line.shares is 'What distribution keys made of the line when it was coded: what is approved and posted, whatever becomes of the keys';

drop trigger trail_tells_what_comes on invoice.coding_line;
drop trigger trail_tells_what_changes on invoice.coding_line;
drop trigger trail_tells_what_goes on invoice.coding_line;
call audit.keep_trail_of('invoice.coding_line', 'purchase-invoice', 'purchase_invoice_id',
    just => '{account,cost_centre,dimensions,tax_code,net,text}',
    comes_when => 'invoice.coded_before(new.company_id, new.purchase_invoice_id)');

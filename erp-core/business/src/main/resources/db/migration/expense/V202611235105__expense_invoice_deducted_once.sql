-- The tax of an invoice is deducted once: not out of a claim where it is registered as a purchase invoice, nor out of two.
alter table expense.coding
    add column seller_digits text,
    add column invoice_key text;
comment on column expense.coding.seller_digits is 'The seller''s tax id as purchase invoices compare it; where tax is deducted';
comment on column expense.coding.invoice_key is 'The invoice''s number as purchase invoices compare it; where tax is deducted';
create index coding_by_invoice on expense.coding (company_id, seller_id, invoice_key) where invoice_key is not null;

create function expense.invoice_is_deducted_once() returns trigger
    language plpgsql
    as $$
begin
    if new.invoice_key is null then
        perform simba.refuse('deduction_names_its_invoice', 'Tax is deducted from an invoice with its number alone');
    end if;
    perform pg_advisory_xact_lock(hashtextextended(
        'expense.invoice|' || new.company_id || '|' || new.seller_id || '|' || new.invoice_key, 0));
    if invoice.is_registered(new.seller_id, new.seller_digits, new.invoice_key)
            or exists (select from expense.coding k
                         join expense.line l on l.company_id = k.company_id and l.id = k.line_id
                         join expense.claim c on c.company_id = l.company_id and c.id = l.claim_id
                        where k.company_id = new.company_id and k.seller_id = new.seller_id
                          and k.invoice_key = new.invoice_key and c.state not in ('REJECTED', 'WITHDRAWN')
                          and c.id <> (select o.claim_id from expense.line o
                                        where o.company_id = new.company_id and o.id = new.line_id)) then
        perform simba.refuse('invoice_is_deducted_once', 'The tax of this invoice is deducted elsewhere');
    end if;
    return new;
end
$$;
create trigger invoice_is_deducted_once before insert or update on expense.coding
    for each row when (new.seller_id is not null) execute function expense.invoice_is_deducted_once();

-- An invoice that was registered since the claim was coded is not deducted again by its posting.
create function expense.posted_invoice_is_deducted_once() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from expense.line l
                 join expense.coding k on k.company_id = l.company_id and k.line_id = l.id and k.seller_id is not null
                where l.company_id = new.company_id and l.claim_id = new.id
                  and invoice.is_registered(k.seller_id, k.seller_digits, k.invoice_key)) then
        perform simba.refuse('invoice_is_deducted_once', 'The tax of this invoice is deducted elsewhere');
    end if;
    return new;
end
$$;
create trigger posted_invoice_is_deducted_once before update on expense.claim
    for each row when (new.state = 'POSTED' and old.state <> 'POSTED')
    execute function expense.posted_invoice_is_deducted_once();

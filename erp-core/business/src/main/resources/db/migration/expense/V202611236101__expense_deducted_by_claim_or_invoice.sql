-- An invoice that comes after its claim is not deducted once more: posting it asks the claims, as claims ask the invoices, and
-- both wait for each other. What was coded before invoices had their keys is compared by what its line says; the coding stays
-- as the integrity log knows it.
create function expense.invoice_key(number text) returns text
    language sql immutable
    as $$
    select coalesce(
        (select string_agg(regexp_replace(r.run[1], '^0+(?=.)', ''), '/' order by r.place)
           from regexp_matches(
                    upper(translate(normalize(number, NFKC), 'ąćęłńóśźżäöüéèçáíúýñčďěňřšťůž', 'ĄĆĘŁŃÓŚŹŻÄÖÜÉÈÇÁÍÚÝÑČĎĚŇŘŠŤŮŽ')),
                    '[A-Z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF]+|[0-9]+', 'g') with ordinality r (run, place)),
        btrim(number))
    $$;
comment on function expense.invoice_key(text) is 'An invoice''s number as purchase invoices compare it';

create function expense.tax_digits(tax_id text) returns text
    language sql immutable
    as $$
    select regexp_replace(regexp_replace(upper(tax_id), '[^A-Z0-9]', '', 'g'), '^PL([0-9]{10})$', '\1')
    $$;
comment on function expense.tax_digits(text) is 'A tax id as purchase invoices compare it';

create index coding_without_invoice_key on expense.coding (company_id, seller_id)
    where invoice_key is null and seller_id is not null;

create function expense.claims_that_deduct(company uuid, seller uuid, digits text, key text)
    returns table (claim_id uuid, number text, state text)
    language sql stable
    as $$
    select c.id, c.number, c.state
      from expense.coding k
      join expense.line l on l.company_id = k.company_id and l.id = k.line_id
      join expense.claim c on c.company_id = l.company_id and c.id = l.claim_id
     where k.company_id = company and k.seller_id is not null and c.state not in ('REJECTED', 'WITHDRAWN')
       and (k.invoice_key = key or k.invoice_key is null and expense.invoice_key(l.document_number) = key)
       and (k.seller_id = seller or coalesce(k.seller_digits, expense.tax_digits(l.merchant_tax_id)) = digits)
     order by c.number
    $$;
comment on function expense.claims_that_deduct(uuid, uuid, text, text) is 'The claims out of which the tax of this invoice is deducted, or would be once they are posted';

create function expense.wait_for_invoice(company uuid, key text) returns void
    language sql
    as $$
    select pg_advisory_xact_lock(hashtextextended('expense.invoice|' || company || '|' || key, 0))
    $$;
comment on function expense.wait_for_invoice(uuid, text) is 'Until the transaction ends nobody else deducts the tax of an invoice with this number';
grant execute on function expense.invoice_key(text), expense.tax_digits(text), expense.wait_for_invoice(uuid, text),
    expense.claims_that_deduct(uuid, uuid, text, text) to simba_app;

create or replace function expense.invoice_is_deducted_once() returns trigger
    language plpgsql
    as $$
begin
    if new.invoice_key is null then
        perform simba.refuse('deduction_names_its_invoice', 'Tax is deducted from an invoice with its number alone');
    end if;
    perform expense.wait_for_invoice(new.company_id, new.invoice_key);
    if invoice.is_registered(new.seller_id, new.seller_digits, new.invoice_key)
            or exists (select from expense.claims_that_deduct(
                                new.company_id, new.seller_id, new.seller_digits, new.invoice_key) d
                        where d.claim_id <> (select o.claim_id from expense.line o
                                              where o.company_id = new.company_id and o.id = new.line_id)) then
        perform simba.refuse('invoice_is_deducted_once', 'The tax of this invoice is deducted elsewhere');
    end if;
    return new;
end
$$;

create or replace function expense.posted_invoice_is_deducted_once() returns trigger
    language plpgsql
    as $$
declare
    deducted record;
begin
    for deducted in
            select k.seller_id, coalesce(k.seller_digits, expense.tax_digits(l.merchant_tax_id)) as digits,
                   coalesce(k.invoice_key, expense.invoice_key(l.document_number)) as key
              from expense.line l
              join expense.coding k on k.company_id = l.company_id and k.line_id = l.id and k.seller_id is not null
             where l.company_id = new.company_id and l.claim_id = new.id
             order by key loop
        perform expense.wait_for_invoice(new.company_id, deducted.key);
        if invoice.is_registered(deducted.seller_id, deducted.digits, deducted.key)
                or exists (select from expense.claims_that_deduct(
                                    new.company_id, deducted.seller_id, deducted.digits, deducted.key) d
                            where d.claim_id <> new.id) then
            perform simba.refuse('invoice_is_deducted_once', 'The tax of this invoice is deducted elsewhere');
        end if;
    end loop;
    return new;
end
$$;

-- A claim that is not posted gives way to the invoice: its own posting is refused then.
create function expense.posted_purchase_invoice_is_deducted_once() returns trigger
    language plpgsql
    as $$
begin
    if not exists (select from invoice.coding_line c
                     join tax.tax_code t on t.company_id = c.company_id and t.code = c.tax_code
                    where c.company_id = new.company_id and c.purchase_invoice_id = new.id
                      and new.tax_point between t.valid_from and coalesce(t.valid_to, 'infinity')
                      and t.kind = 'DOMESTIC' and t.deduction <> 'NONE' and t.rate_percent > 0) then
        return new;
    end if;
    perform expense.wait_for_invoice(new.company_id, new.number_key);
    if exists (select from expense.claims_that_deduct(
                        new.company_id, new.supplier_id, new.supplier_key, new.number_key) d
                where d.state = 'POSTED') then
        perform simba.refuse('invoice_is_deducted_once', 'The tax of this invoice is deducted by a claim');
    end if;
    return new;
end
$$;
create trigger posted_purchase_invoice_is_deducted_once before update on invoice.purchase_invoice
    for each row when (new.state = 'POSTED' and old.state <> 'POSTED' and not new.credit_note)
    execute function expense.posted_purchase_invoice_is_deducted_once();

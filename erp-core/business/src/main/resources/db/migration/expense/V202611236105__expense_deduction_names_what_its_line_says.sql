-- A code that deducts needs its seller and its invoice, and these are the ones the line names: whoever writes.
create function expense.comparable(text) returns text
    language sql immutable
    as $$
    select coalesce(string_agg(regexp_replace(r.run[1], '^0+(?=.)', ''), '/' order by r.place), '')
      from regexp_matches(upper(replace(replace(normalize($1, NFKC), 'ß', 'ss'), 'ı', 'i')), '[A-Z]+|[0-9]+', 'g')
           with ordinality r (run, place)
    $$;
comment on function expense.comparable(text) is 'What is left of an invoice''s number by every way of writing it: letters from A to Z and digits';
grant execute on function expense.comparable(text) to simba_app;

create function expense.deducted_rate(company uuid, line uuid, tax_code text) returns numeric
    language sql stable
    as $$
    select t.rate_percent
      from expense.line l
      join tax.tax_code t on t.company_id = l.company_id and t.code = tax_code
                         and l.spent_on between t.valid_from and coalesce(t.valid_to, 'infinity')
     where l.company_id = company and l.id = line and t.kind = 'DOMESTIC' and t.deduction <> 'NONE'
    $$;
comment on function expense.deducted_rate(uuid, uuid, text) is 'At which rate a VAT code deducts tax of a line, in percent; nothing if it does not';
grant execute on function expense.deducted_rate(uuid, uuid, text) to simba_app;

create function expense.deduction_names_its_invoice() returns trigger
    language plpgsql
    as $$
begin
    if (new.seller_id is not null or expense.deducted_rate(new.company_id, new.line_id, new.tax_code) is not null)
            and (num_nulls(new.seller_id, new.seller_digits, new.invoice_key) > 0
                 or not exists (select from expense.line l
                                 where l.company_id = new.company_id and l.id = new.line_id
                                   and l.receipt_sha256 is not null
                                   and expense.tax_digits(l.merchant_tax_id) = new.seller_digits
                                   and expense.comparable(l.document_number) = expense.comparable(new.invoice_key))) then
        perform simba.refuse('deduction_names_its_invoice', 'Tax is deducted from the invoice the line names alone');
    end if;
    return new;
end
$$;
create trigger deduction_names_its_invoice before insert or update on expense.coding
    for each row execute function expense.deduction_names_its_invoice();

-- Two lines may share an invoice of two rates; at one rate its tax is deducted by one of them.
create function expense.receipt_is_deducted_once() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from expense.coding k
                 join expense.line l on l.company_id = k.company_id and l.id = k.line_id
                 join expense.line other on other.company_id = l.company_id and other.claim_id = l.claim_id
                                        and other.id <> l.id
                 join expense.coding o on o.company_id = other.company_id and o.line_id = other.id
                where k.company_id = new.company_id and k.line_id = new.line_id
                  and k.seller_id is not null and o.seller_id is not null
                  and (other.receipt_sha256 = l.receipt_sha256
                       or o.seller_id = k.seller_id and o.invoice_key = k.invoice_key)
                  and expense.deducted_rate(k.company_id, l.id, k.tax_code)
                      = expense.deducted_rate(o.company_id, other.id, o.tax_code)) then
        perform simba.refuse('receipt_is_deducted_once', 'Two lines of the claim deduct the tax of one receipt');
    end if;
    return null;
end
$$;
create constraint trigger receipt_is_deducted_once after insert or update on expense.coding
    deferrable initially deferred
    for each row when (new.seller_id is not null) execute function expense.receipt_is_deducted_once();

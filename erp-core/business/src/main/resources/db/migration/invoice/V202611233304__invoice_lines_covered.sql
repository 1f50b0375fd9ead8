-- Where owners of cost centres were asked about their lines, an invoice is posted only with every line covered: by somebody
-- who approved the whole, or by the approval of a seat that has exactly this line.
create function invoice.lines_are_covered() returns trigger
    language plpgsql
    as $$
declare
    request uuid := (select r.id from approval.approval_request r
                      where r.company_id = new.company_id and r.subject_kind = 'purchase-invoice' and r.subject_id = new.id
                        and r.voided_at is null and r.lines is not null);
    covered text[];
begin
    if request is null or exists (select from approval.approval_decision d
                                   where d.company_id = new.company_id and d.request_id = request
                                     and d.decision = 'APPROVE' and d.lines is null) then
        return new;
    end if;
    covered := array(select unnest(d.lines) from approval.approval_decision d
                      where d.company_id = new.company_id and d.request_id = request and d.decision = 'APPROVE');
    if exists (select from invoice.coding_line c
                cross join lateral (select c.cost_centre where c.shares = '[]'
                                     union all
                                    select s.share ->> 'costCentre' from jsonb_array_elements(c.shares) s (share)) place (centre)
                where c.company_id = new.company_id and c.purchase_invoice_id = new.id
                  and not concat_ws(' ', c.line, place.centre) = any (covered)) then
        raise exception 'Nobody who may has decided about a line of the invoice'
            using errcode = 'restrict_violation', constraint = 'posted_lines_are_covered';
    end if;
    return new;
end
$$;
create trigger posted_lines_are_covered before update on invoice.purchase_invoice
    for each row when (new.state = 'POSTED' and old.state <> 'POSTED')
    execute function invoice.lines_are_covered();

-- What was posted once and taken back, so that it could be coded again.
create table invoice.reversed_posting (
    company_id uuid not null,
    purchase_invoice_id uuid not null,
    position integer not null,
    posted_at timestamptz not null,
    content_hash text not null,
    journal_entry_id uuid,
    reversal_id uuid,
    reason text not null,
    reversed_by text not null,
    reversed_at timestamptz not null,
    primary key (company_id, purchase_invoice_id, position),
    foreign key (company_id, purchase_invoice_id) references invoice.purchase_invoice (company_id, id),
    foreign key (company_id, journal_entry_id) references ledger.journal_entry (company_id, id),
    foreign key (company_id, reversal_id) references ledger.journal_entry (company_id, id),
    constraint posting_is_reversed_once unique (company_id, journal_entry_id),
    constraint reversed_posting_has_its_reversal check ((journal_entry_id is null) = (reversal_id is null)),
    constraint reversed_posting_has_a_reason check (btrim(reason) <> '')
);
comment on table invoice.reversed_posting is 'Postings of an invoice that were taken back, with the reason; the entries themselves stand in the ledger';
call simba.company_wall('invoice.reversed_posting', 'select, insert');

create function invoice.guard_reversed_posting() returns trigger
    language plpgsql
    as $$
begin
    if not exists (select from invoice.purchase_invoice i
                    where i.company_id = new.company_id and i.id = new.purchase_invoice_id and i.state = 'POSTED'
                      and i.posted_at = new.posted_at and i.content_hash = new.content_hash
                      and i.journal_entry_id is not distinct from new.journal_entry_id)
       or new.reversal_id is not null and not exists (
           select from ledger.journal_entry e
            where e.company_id = new.company_id and e.id = new.reversal_id and e.reversal_of = new.journal_entry_id) then
        raise exception 'Only what is posted is reversed, and by its own reversal'
            using errcode = 'restrict_violation', constraint = 'reversed_posting_is_what_was_posted',
                  schema = 'invoice', table = tg_table_name;
    end if;
    return new;
end
$$;
create trigger reversed_posting_is_what_was_posted before insert on invoice.reversed_posting
    for each row execute function invoice.guard_reversed_posting();

-- What was posted or rejected stays as it was, whoever writes; a posting that was reversed alone is open again.
create or replace function invoice.refuse_change_when_closed() returns trigger
    language plpgsql
    as $$
declare
    -- What a reversal changes, and what PostgreSQL computes from the rest only after this looked.
    other text[] := '{state,posted_at,journal_entry_id,version,gross_hundredths}';
begin
    if tg_table_name = 'purchase_invoice' then
        if old.state in ('POSTED', 'REJECTED') and not (
                tg_op = 'UPDATE' and old.state = 'POSTED' and new.state = 'RECEIVED'
                and to_jsonb(new) - other = to_jsonb(old) - other
                and exists (select from invoice.reversed_posting r
                             where r.company_id = old.company_id and r.purchase_invoice_id = old.id
                               and r.journal_entry_id is not distinct from old.journal_entry_id
                               and r.posted_at = old.posted_at)) then
            raise exception 'The invoice % is %', old.id, old.state
                using errcode = 'restrict_violation', constraint = 'closed_invoice_never_changes',
                      schema = 'invoice', table = tg_table_name;
        end if;
        return new;
    end if;
    if exists (select from invoice.purchase_invoice i
                where i.company_id = coalesce(new.company_id, old.company_id)
                  and i.id = coalesce(new.purchase_invoice_id, old.purchase_invoice_id)
                  and i.state in ('POSTED', 'REJECTED')) then
        raise exception 'The invoice of this row is closed'
            using errcode = 'restrict_violation', constraint = 'closed_invoice_never_changes',
                  schema = 'invoice', table = tg_table_name;
    end if;
    return coalesce(new, old);
end
$$;

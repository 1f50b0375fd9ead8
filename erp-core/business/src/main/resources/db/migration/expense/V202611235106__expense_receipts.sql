-- Receipts are kept as they came, before anything about a line can be refused; lines refer to them.
create table expense.receipt (
    company_id uuid not null,
    id uuid not null,
    claim_id uuid not null,
    sha256 text not null,
    name text not null,
    size bigint not null,
    kept_by text not null,
    kept_at timestamptz not null,
    primary key (company_id, id),
    foreign key (company_id, claim_id) references expense.claim (company_id, id),
    constraint receipt_is_kept_once unique (company_id, claim_id, sha256),
    constraint receipt_has_content check (size > 0 and btrim(name) <> '')
);
comment on table expense.receipt is 'Every receipt that was handed in with a claim, whether a line came of it or not; the bytes are in the archive';
call simba.company_wall('expense.receipt', 'select, insert');
create trigger receipt_is_kept before update or delete on expense.receipt
    for each row execute function simba.refuse('a receipt that was handed in is kept as it came');

do $$
declare
    there uuid;
begin
    for there in select company_id from company.directory loop
        perform set_config('simba.company', there::text, true);
        insert into expense.receipt (company_id, id, claim_id, sha256, name, size, kept_by, kept_at)
        select distinct on (l.claim_id, l.receipt_sha256) l.company_id, simba.new_id(c.created_at), l.claim_id, l.receipt_sha256,
               l.receipt_name, l.receipt_size, c.created_by, c.created_at
          from expense.line l
          join expense.claim c on c.company_id = l.company_id and c.id = l.claim_id
         where l.company_id = there and l.receipt_sha256 is not null
         order by l.claim_id, l.receipt_sha256, l.position;
    end loop;
    perform set_config('simba.company', '', true);
end
$$;

alter table expense.line add constraint line_refers_to_a_kept_receipt
    foreign key (company_id, claim_id, receipt_sha256) references expense.receipt (company_id, claim_id, sha256);

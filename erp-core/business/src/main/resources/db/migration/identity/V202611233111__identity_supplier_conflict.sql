-- Who proposes suppliers does not approve them, and who administers does not either: for companies there are and those to come.
create function identity.supplier_conflicts(of_company uuid) returns void
    language sql
    as $$
    insert into identity.duty_conflict (company_id, id, one_duty, other_duty, reason)
    values (of_company, gen_random_uuid(), 'APPROVE_SUPPLIER', 'MAINTAIN_PARTY', 'supplier-both-hands'),
           (of_company, gen_random_uuid(), 'ADMINISTER', 'APPROVE_SUPPLIER', 'administer-and-books')
        on conflict do nothing
    $$;
grant execute on function identity.supplier_conflicts(uuid) to simba_app;

create function identity.supplier_conflicts_of_new_company() returns trigger
    language plpgsql
    as $$
begin
    perform identity.supplier_conflicts(new.company_id);
    return null;
end
$$;
create trigger supplier_conflicts_of_new_company after insert on company.company
    for each row execute function identity.supplier_conflicts_of_new_company();

do $$
declare
    there uuid;
begin
    for there in select company_id from company.directory loop
        perform set_config('simba.company', there::text, true);
        perform identity.supplier_conflicts(there);
    end loop;
    perform set_config('simba.company', '', true);
end
$$;

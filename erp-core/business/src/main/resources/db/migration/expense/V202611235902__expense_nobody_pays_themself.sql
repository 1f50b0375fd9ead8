-- Nobody has a say in paying themself: the colleague a partner is neither decides about that partner's account nor waives its
-- cool-off, nor does anybody act for them; the payment asks the same of a run, and who coded the claims in it.
create function expense.is_paid_to(company uuid, party uuid, actors text[]) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    select exists (select from expense.employee e
                    where e.company_id = company and e.party_id = party and 'person:' || e.person_id = any (actors))
    $$;
create function expense.coded_what_is_owed(company uuid, item uuid, actors text[]) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    select exists (select from ledger.open_item i
                     join expense.claim c on c.company_id = i.company_id and c.entry_id = i.entry_id
                     join expense.line l on l.company_id = c.company_id and l.claim_id = c.id
                     join expense.coding k on k.company_id = l.company_id and k.line_id = l.id
                    where i.company_id = company and i.id = item
                      and (k.coded_by = any (actors) or 'person:' || k.coded_for = any (actors)))
    $$;
grant execute on function expense.is_paid_to(uuid, uuid, text[]), expense.coded_what_is_owed(uuid, uuid, text[]) to simba_app;
create index claim_by_entry on expense.claim (company_id, entry_id) where entry_id is not null;

create function expense.decider_is_not_paid_there() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from approval.approval_request r
                 join party.bank_account a on a.company_id = r.company_id and a.id = r.subject_id
                where r.company_id = new.company_id and r.id = new.request_id and r.subject_kind = 'bank-account'
                  and expense.is_paid_to(a.company_id, a.party_id,
                          array_remove(array['person:' || new.decided_by, 'person:' || new.on_behalf_of], null))) then
        perform simba.refuse('decider_is_not_the_payee', 'Nobody decides about the account they are paid on');
    end if;
    return new;
end
$$;
create trigger decider_is_not_paid_there before insert on approval.approval_decision
    for each row execute function expense.decider_is_not_paid_there();

create function expense.confirmer_is_not_paid_there() returns trigger
    language plpgsql
    as $$
begin
    if expense.is_paid_to(new.company_id, new.party_id, array[new.confirmed_by]) then
        perform simba.refuse('account_is_not_confirmed_by_its_payee', 'Nobody confirms the account they are paid on');
    end if;
    return new;
end
$$;
create trigger first_confirmer_is_not_paid_there before insert on party.bank_account
    for each row when (new.confirmed_by is not null) execute function expense.confirmer_is_not_paid_there();
create trigger confirmer_is_not_paid_there before update on party.bank_account
    for each row when (new.confirmed_by is distinct from old.confirmed_by and new.confirmed_by is not null)
    execute function expense.confirmer_is_not_paid_there();

create function expense.waiver_is_not_of_the_payee() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from party.bank_account a
                where a.company_id = new.company_id and a.id = new.account_id
                  and expense.is_paid_to(a.company_id, a.party_id,
                          array_remove(array[new.waived_by, new.waived_for], null))) then
        perform simba.refuse('cool_off_is_not_waived_by_the_payee', 'Nobody waives the cool-off of the account they are paid on');
    end if;
    return new;
end
$$;
create trigger waiver_is_not_of_the_payee before insert on party.cool_off_waiver
    for each row execute function expense.waiver_is_not_of_the_payee();

-- For whom an account was proposed, where one person acted for another: neither of them confirms it or waives its cool-off.
alter table party.bank_account
    add column proposed_for text,
    add constraint bank_account_is_proposed_for_a_person check (
        proposed_for is null or (proposed_for like 'person:%' and proposed_for <> proposed_by)),
    add constraint bank_account_is_not_confirmed_by_whom_it_is_proposed_for check (
        confirmed_by is null or confirmed_by is distinct from proposed_for);
comment on column party.bank_account.proposed_for is 'For whom it was proposed, where one person acted for another';
create trigger bank_account_keeps_whom_it_was_proposed_for before update on party.bank_account
    for each row when (new.proposed_for is distinct from old.proposed_for)
    execute function simba.refuse('a proposed account is never changed into another');

create or replace function party.guard_cool_off_waiver() returns trigger
    language plpgsql
    as $$
declare
    account party.bank_account;
begin
    select * into account from party.bank_account a
     where a.company_id = new.company_id and a.id = new.account_id;
    if account.payable_from is null or account.withdrawn_at is not null then
        perform simba.refuse('cool_off_is_there_to_be_waived', 'The account has no cool-off');
    end if;
    if array_remove(array[account.proposed_by, account.proposed_for, account.confirmed_by], null)
           && array_remove(array[new.waived_by, new.waived_for], null) then
        perform simba.refuse('cool_off_is_waived_by_a_third_person', 'Who proposed or confirmed the account does not waive its cool-off');
    end if;
    return new;
end
$$;

-- An account is withdrawn once, by a person, with a reason. The record stays as it was; the number may be proposed anew and
-- then waits for a second person again.
alter table party.bank_account
    add column withdrawn_by text,
    add column withdrawn_at timestamptz,
    add column withdrawal_reason text,
    add constraint bank_account_is_withdrawn_whole check (
        (withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawal_reason is null)),
    add constraint bank_account_is_withdrawn_by_a_person check (withdrawn_by is null or withdrawn_by like 'person:%'),
    add constraint bank_account_withdrawal_has_a_reason check (btrim(withdrawal_reason) <> ''),
    drop constraint bank_account_is_proposed_once;

create unique index bank_account_is_proposed_once on party.bank_account (company_id, party_id, iban)
    where withdrawn_at is null;

create trigger bank_account_withdrawn_stays_so before update on party.bank_account
    for each row when (old.withdrawn_at is not null)
    execute function simba.refuse('an account that was withdrawn is never changed');
create trigger bank_account_begins_standing before insert on party.bank_account
    for each row when (new.withdrawn_at is not null)
    execute function simba.refuse('an account begins as a proposal');

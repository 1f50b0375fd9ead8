-- Where nobody decides in time about a proposed account, its approval lapses and the account is withdrawn in nobody's name.
-- One that was confirmed is withdrawn by a person alone.
alter table party.bank_account
    drop constraint bank_account_is_withdrawn_by_a_person,
    add constraint bank_account_is_withdrawn_by_a_person check (
        withdrawn_by is null or withdrawn_by like 'person:%' or (withdrawn_by like 'system:%' and confirmed_by is null));

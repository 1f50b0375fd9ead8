-- What reverses an entry takes back exactly it. Lines taken back one by one were held to that; a whole entry was not, and
-- one that anything else "reversed" would have stood as taken back.
create function ledger.judge_reversal() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if exists (
        select from (select l.* from ledger.journal_line l
                       join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
                                                  and e.posting_date = l.posting_date
                      where e.company_id = new.company_id and e.id = new.reversal_of) taken
          full join (select l.* from ledger.journal_line l
                      where l.company_id = new.company_id and l.entry_id = new.id
                        and l.posting_date = new.posting_date) back
                 on back.line_number = taken.line_number
         where (taken.account_id, taken.currency, taken.party_id, taken.cost_centre_id, taken.dimensions)
                   is distinct from (back.account_id, back.currency, back.party_id, back.cost_centre_id, back.dimensions)
            or (back.debit, back.credit, back.transaction_amount)
                   is distinct from (case new.kind when 'RED_REVERSAL' then -taken.debit else taken.credit end,
                                     case new.kind when 'RED_REVERSAL' then -taken.credit else taken.debit end,
                                     case new.kind when 'RED_REVERSAL' then -taken.transaction_amount
                                                   else taken.transaction_amount end)) then
        perform simba.refuse('journal_entry_reversal_mirrors_its_entry', 'entry ' || new.id);
    end if;
    return null;
end
$$;
revoke execute on function ledger.judge_reversal() from public;
create constraint trigger journal_entry_reversal_mirrors_its_entry
    after insert on ledger.journal_entry deferrable initially deferred
    for each row when (new.reversal_of is not null) execute function ledger.judge_reversal();

-- A page of an account statement is read in the order of the books and stops when it is full, however many lines follow.
drop index ledger.journal_line_by_account;
create index journal_line_by_account on ledger.journal_line (account_id, posting_date, entry_id, line_number);

-- The list of entries goes by day and, within a day, by id: its index holds both, or each page would sort whole days.
create index journal_entry_in_list_order on ledger.journal_entry (company_id, posting_date desc, id desc);
drop index ledger.journal_entry_by_posting_date;

alter table ledger.account add column category text;
comment on column ledger.account.category is 'What the chart it came from calls its kind, such as BANK or Fixed Asset';
-- The trail tells what a table had when it was told to: once more, now that accounts count their changes.
drop trigger trail_tells_what_comes on ledger.account;
drop trigger trail_tells_what_changes on ledger.account;
drop trigger trail_tells_what_goes on ledger.account;
call audit.keep_trail_of('ledger.account', 'account');

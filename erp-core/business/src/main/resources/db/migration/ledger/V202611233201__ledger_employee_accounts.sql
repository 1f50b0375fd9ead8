-- Settlements with employees keep open items too, so that what they laid out is paid by the payment run.
alter table ledger.account drop constraint account_control_is_known;
alter table ledger.account add constraint account_control_is_known check (control in ('SUPPLIER', 'CUSTOMER', 'EMPLOYEE'));

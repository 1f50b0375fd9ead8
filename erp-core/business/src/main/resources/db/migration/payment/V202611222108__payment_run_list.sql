-- The list of runs goes by the day until which they pay as well.
create index payment_run_sorted_by_due on payment.payment_run (company_id, due_until, id);

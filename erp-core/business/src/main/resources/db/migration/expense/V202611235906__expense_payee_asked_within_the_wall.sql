-- Asked within one's own company alone: nothing here needs the owner's sight.
alter function expense.is_paid_to(uuid, uuid, text[]) security invoker;
alter function expense.coded_what_is_owed(uuid, uuid, text[]) security invoker;

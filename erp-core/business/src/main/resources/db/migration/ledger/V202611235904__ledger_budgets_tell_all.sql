-- A budget decides who is asked: the trail tells the first one too, and each with its account, months and amount. What changes is
-- therefore taken away and set anew, both told whole.
drop trigger trail_tells_what_changes on ledger.budget;
drop trigger trail_tells_what_goes on ledger.budget;
call audit.keep_trail_of('ledger.budget', 'cost-centre', 'cost_centre_id', without => '{cost_centre_id,set_by,set_at}');
create trigger budget_is_set_anew before update on ledger.budget
    for each row execute function simba.refuse('a budget is taken away and set anew, never changed');

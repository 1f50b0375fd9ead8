call audit.keep_trail_of('ledger.account', 'account');
call audit.keep_trail_of('ledger.journal', 'journal');
call audit.keep_trail_of('ledger.cost_centre', 'cost-centre');

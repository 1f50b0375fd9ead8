call audit.keep_trail_of('company.company', 'company');
call audit.keep_trail_of('company.fiscal_year', 'fiscal-year');
call audit.keep_trail_of('company.fiscal_period', 'fiscal-period');
call audit.keep_trail_of('company.bank_account', 'own-account');

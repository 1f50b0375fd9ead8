call audit.keep_trail_of('tax.tax_code', 'tax-code');
call audit.keep_trail_of('tax.deduction_proportion', 'company', 'company_id');

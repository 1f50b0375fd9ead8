call audit.keep_trail_of('expense.category', 'expense-category', 'id');
call audit.keep_trail_of('expense.policy', 'company', 'company_id');
call audit.keep_trail_of('expense.mileage_rate', 'expense-category', 'id');
call audit.keep_trail_of('expense.per_diem_rate', 'expense-category', 'id');

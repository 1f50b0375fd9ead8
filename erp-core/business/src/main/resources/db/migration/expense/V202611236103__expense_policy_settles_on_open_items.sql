-- A policy whose settlement account keeps no open items names the first one that does, for claims are paid back by these.
do $$
declare
    there uuid;
begin
    for there in select company_id from company.directory loop
        perform set_config('simba.company', there::text, true);
        update expense.policy p
           set settlement_account = (select min(a.code) from ledger.account a
                                      where a.company_id = there and a.control = 'EMPLOYEE' and a.postable)
         where p.company_id = there
           and exists (select from ledger.account a
                        where a.company_id = there and a.control = 'EMPLOYEE' and a.postable)
           and not exists (select from ledger.account a
                            where a.company_id = there and a.code = p.settlement_account and a.control = 'EMPLOYEE'
                              and a.postable);
    end loop;
    perform set_config('simba.company', '', true);
end
$$;

-- Companies whose chart is older than expense claims settle with employees too: account 234 keeps open items as long as no
-- entry stands on it, and cards of the company have an account to wait on. Whoever had other accounts there keeps them.
do $$
declare
    there uuid;
begin
    for there in select company_id from company.directory loop
        perform set_config('simba.company', there::text, true);
        update ledger.account a set control = 'EMPLOYEE'
         where a.company_id = there and a.code = '234' and a.name_en = 'Other settlements with employees'
           and a.control is null and a.postable
           and not exists (select from ledger.account_day d where d.company_id = there and d.account_id = a.id);
        insert into ledger.account (company_id, id, code, name_en, name_pl, type, normal_side, parent_id,
                                    cost_centre_required, postable, active_from)
        select there, gen_random_uuid(), '240-05', 'Settlement of company cards', 'Rozliczenie kart służbowych', 'LIABILITY',
               'CREDIT', p.id, false, true, p.active_from
          from ledger.account p
         where p.company_id = there and p.code = '240' and not p.postable
            on conflict on constraint account_code_is_unique do nothing;
    end loop;
    perform set_config('simba.company', '', true);
end
$$;

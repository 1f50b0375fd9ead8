-- Companies that use account 234 already can't be told to keep open items on it, and below a used account 240 nothing may stand:
-- they get an account of their own for each, beside it and with its beginning, so that statements read it the same way.
do $$
declare
    there uuid;
begin
    for there in select company_id from company.directory loop
        perform set_config('simba.company', there::text, true);
        insert into ledger.account (company_id, id, code, name_en, name_pl, type, normal_side, parent_id, control,
                                    cost_centre_required, postable, active_from, jpk_marker, jpk_second_marker)
        select there, gen_random_uuid(), free.code, 'Settlement of expense claims', 'Rozliczenie wydatków pracowniczych',
               u.type, u.normal_side, case when u.postable then u.parent_id else u.id end, 'EMPLOYEE', false, true,
               u.active_from, u.jpk_marker, u.jpk_second_marker
          from ledger.account u
         cross join lateral (select '234-' || lpad(n::text, 2, '0') as code
                               from generate_series(1, 99) n
                              where not exists (select from ledger.account t
                                                 where t.company_id = there and t.code = '234-' || lpad(n::text, 2, '0'))
                              order by n limit 1) free
         where u.company_id = there and u.code = '234'
           and not exists (select from ledger.account k
                            where k.company_id = there and k.control = 'EMPLOYEE' and k.postable);
        insert into ledger.account (company_id, id, code, name_en, name_pl, type, normal_side, parent_id,
                                    cost_centre_required, postable, active_from, jpk_marker, jpk_second_marker)
        select there, gen_random_uuid(), '240-05', 'Settlement of company cards', 'Rozliczenie kart służbowych',
               'LIABILITY', 'CREDIT', u.parent_id, false, true, u.active_from, u.jpk_marker, u.jpk_second_marker
          from ledger.account u
         where u.company_id = there and u.code = '240' and u.postable
            on conflict on constraint account_code_is_unique do nothing;
    end loop;
    perform set_config('simba.company', '', true);
end
$$;

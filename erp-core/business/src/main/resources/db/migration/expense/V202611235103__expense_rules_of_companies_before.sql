-- Companies that were there before expense claims get what a new one gets with its chart: categories, rates and a policy.
-- Accounts are proposals to whoever codes. Whatever a company has already stays as it is.
do $$
declare
    there uuid;
begin
    for there in select company_id from company.directory loop
        perform set_config('simba.company', there::text, true);
        insert into expense.category (company_id, id, code, kind, name_en, name_pl, account, tax_code, line_limit, receipt_above)
        select there, simba.new_id(clock_timestamp()), c.* from (values
            ('TRAVEL', 'EXPENSE', 'Travel', 'Przejazdy', '409-01', 'NP', 1000::numeric, 0),
            ('LODGING', 'EXPENSE', 'Lodging', 'Noclegi', '409-01', 'NP', 900::numeric, 0),
            ('MEALS', 'EXPENSE', 'Meals', 'Posiłki', '409-01', 'NP', 150::numeric, 50),
            ('TAXI', 'EXPENSE', 'Taxi', 'Taksówki', '409-01', 'NP', 200::numeric, 0),
            ('PARKING', 'EXPENSE', 'Parking and tolls', 'Parkingi i autostrady', '409-01', 'NP', 100::numeric, 20),
            ('FUEL', 'EXPENSE', 'Fuel', 'Paliwo', '401-02', 'NP', 600::numeric, 0),
            ('OFFICE', 'EXPENSE', 'Office supplies', 'Materiały biurowe', '401-01', 'NP', 500::numeric, 0),
            ('TRAINING', 'EXPENSE', 'Training', 'Szkolenia', '402-14', 'NP', null::numeric, 0),
            ('CLIENTS', 'EXPENSE', 'Meeting clients', 'Spotkania z klientami', '409-02', 'NP', 800::numeric, 0),
            ('OTHER', 'EXPENSE', 'Other expenses', 'Inne wydatki', '409-90', 'NP', 500::numeric, 0),
            ('MILEAGE', 'MILEAGE', 'Drive with own vehicle', 'Przejazd własnym pojazdem', '409-01', 'NP', null::numeric, 0),
            ('PER_DIEM', 'PER_DIEM', 'Domestic daily allowance', 'Dieta krajowa', '409-01', 'NP', null::numeric, 0)
        ) c
        where not exists (select from expense.category k where k.company_id = there);
        insert into expense.mileage_rate (company_id, id, vehicle, valid_from, rate)
        select there, simba.new_id(clock_timestamp()), r.* from (values
            ('CAR', date '2023-01-17', 1.15),
            ('SMALL_CAR', date '2023-01-17', 0.89),
            ('MOTORCYCLE', date '2023-01-17', 0.69),
            ('MOPED', date '2023-01-17', 0.42)
        ) r
        where not exists (select from expense.mileage_rate k where k.company_id = there);
        insert into expense.per_diem_rate (company_id, id, country, valid_from, rate)
        select there, simba.new_id(clock_timestamp()), r.* from (values
            ('PL', date '2023-01-01', 45)
        ) r
        where not exists (select from expense.per_diem_rate k where k.company_id = there);
        insert into expense.policy (company_id, journal, settlement_account, card_account, pay_within_days, claim_within_days)
        select there, 'PK',
               coalesce((select a.code from ledger.account a
                          where a.company_id = there and a.control = 'EMPLOYEE' and a.postable
                          order by a.code <> '234', a.code limit 1), '234'),
               '240-05', 14, 90
         where exists (select from ledger.account a where a.company_id = there)
            on conflict do nothing;
    end loop;
    perform set_config('simba.company', '', true);
end
$$;

create table ledger.budget (
    company_id uuid not null,
    id uuid not null,
    cost_centre_id uuid not null,
    account text not null,
    first_month date not null,
    last_month date not null,
    amount numeric(19, 4) not null,
    set_by text not null,
    set_at timestamptz not null,
    primary key (company_id, id),
    foreign key (company_id, cost_centre_id) references ledger.cost_centre (company_id, id),
    constraint budget_is_set_once unique (company_id, cost_centre_id, account, first_month, last_month),
    constraint budget_is_of_whole_months check (extract(day from first_month) = 1 and extract(day from last_month) = 1
                                                and first_month <= last_month),
    constraint budget_is_not_negative check (amount >= 0)
);
comment on table ledger.budget is 'How much a cost centre may spend in whole months, on an account with those below it, or on all where it is empty';
call simba.company_wall('ledger.budget');
call audit.keep_trail_of('ledger.budget', 'cost-centre', 'cost_centre_id', just => '{amount}');

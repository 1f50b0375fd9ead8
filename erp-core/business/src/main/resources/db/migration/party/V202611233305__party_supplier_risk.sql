create table party.supplier_risk (
    company_id uuid not null,
    party_id uuid not null,
    risk text not null,
    reason text not null,
    first_day date not null,
    set_by text not null,
    set_at timestamptz not null,
    primary key (company_id, party_id),
    foreign key (company_id, party_id) references party.party (company_id, id),
    constraint supplier_risk_is_known check (risk in ('LOW', 'NORMAL', 'HIGH')),
    constraint supplier_risk_says_why check (length(btrim(reason)) between 1 and 500)
);
comment on table party.supplier_risk is 'How risky a supplier is, with the reason and the day it holds from; without a row it is normal';
call simba.company_wall('party.supplier_risk', 'select, insert, update');
call audit.keep_trail_of('party.supplier_risk', 'party', 'party_id', without => '{party_id}');

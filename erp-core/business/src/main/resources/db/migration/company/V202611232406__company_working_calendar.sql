-- When the company works. Public holidays are not kept here: they come with the program.
create table company.working_week (
    company_id uuid not null primary key,
    country text not null,
    opens time not null,
    closes time not null,
    days integer[] not null,
    set_by text not null,
    set_at timestamptz not null,
    constraint working_week_opens_before_it_closes check (opens < closes),
    constraint working_week_has_days check (cardinality(days) between 1 and 7 and days <@ array[1, 2, 3, 4, 5, 6, 7]),
    constraint working_week_country_is_a_code check (country ~ '^[A-Z]{2}$')
);
comment on table company.working_week is 'The days of the week and the hours in which the company works; without a row the usual ones';
call simba.company_wall('company.working_week', 'select, insert, update');

create table company.special_day (
    company_id uuid not null,
    day date not null,
    works boolean not null,
    name text not null,
    set_by text not null,
    set_at timestamptz not null,
    primary key (company_id, day),
    constraint special_day_has_a_name check (length(btrim(name)) between 1 and 100)
);
comment on table company.special_day is 'Days of the company''s own, free or worked; they win over week and holidays';
call simba.company_wall('company.special_day', 'select, insert, update, delete');

call audit.keep_trail_of('company.working_week', 'company', 'company_id', without => '{set_by,set_at}');
call audit.keep_trail_of('company.special_day', 'company', 'company_id', without => '{set_by,set_at}');

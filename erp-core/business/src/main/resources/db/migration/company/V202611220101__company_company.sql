call simba.module_schema('company');

-- Found before any scope exists: by the header Simba-Company, by an inbox folder, by jobs that go through all companies.
-- It holds nothing but what leads to a company; everything about one is behind the wall.
create table company.directory (
    company_id uuid primary key,
    tax_id text not null constraint one_company_per_tax_id unique,
    short_name text not null
);
comment on table company.directory is 'Global: how a company is found before its scope exists';
grant select, insert, update on company.directory to simba_app;

create table company.company (
    company_id uuid not null,
    id uuid not null,
    name text not null,
    tax_id text not null,
    country char(2) not null,
    street text not null,
    postal_code text not null,
    city text not null,
    base_currency char(3) not null,
    time_zone text not null,
    version integer not null default 0,
    primary key (company_id, id),
    constraint company_is_its_own_company check (company_id = id)
);
comment on table company.company is 'The company itself: name, tax id, address, base currency, time zone';
call simba.company_wall('company.company');

create table company.fiscal_year (
    company_id uuid not null,
    id uuid not null,
    code text not null,
    first_day date not null,
    last_day date not null,
    primary key (company_id, id),
    constraint fiscal_year_code_is_unique unique (company_id, code),
    constraint fiscal_year_has_days check (first_day <= last_day)
);
comment on table company.fiscal_year is 'A fiscal year of any length; its code stands in numbers';
call simba.company_wall('company.fiscal_year');

create table company.fiscal_period (
    company_id uuid not null,
    id uuid not null,
    fiscal_year_id uuid not null,
    code text not null,
    number integer not null,
    first_day date not null,
    last_day date not null,
    state text not null default 'OPEN',
    primary key (company_id, id),
    foreign key (company_id, fiscal_year_id) references company.fiscal_year (company_id, id),
    constraint fiscal_period_code_is_unique unique (company_id, code),
    constraint fiscal_period_number_is_unique unique (company_id, fiscal_year_id, number),
    constraint fiscal_period_state_is_known check (state in ('OPEN', 'CLOSED')),
    constraint fiscal_period_has_days check (first_day <= last_day)
);
comment on table company.fiscal_period is 'A fiscal period, such as 2026-11; entries name theirs explicitly';
call simba.company_wall('company.fiscal_period');

-- Gap-free counters of records that aren't journal entries (those count in the ledger).
create table company.number_series (
    company_id uuid not null,
    series text not null,
    year integer not null,
    last_number bigint not null default 0,
    primary key (company_id, series, year)
);
comment on table company.number_series is 'The last number given per series and year; taken last in a transaction';
call simba.company_wall('company.number_series');

create table company.exchange_rate (
    company_id uuid not null,
    id uuid not null,
    currency char(3) not null,
    rate_date date not null,
    mid numeric(18, 8) not null,
    table_number text not null,
    source text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (company_id, id),
    constraint exchange_rate_is_published_once unique (company_id, currency, rate_date, source),
    constraint exchange_rate_is_positive check (mid > 0)
);
comment on table company.exchange_rate is 'Mean rates: units of the base currency for one unit of the foreign one';
call simba.company_wall('company.exchange_rate', 'select, insert');

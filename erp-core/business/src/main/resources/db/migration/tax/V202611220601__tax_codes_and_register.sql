call simba.module_schema('tax');

create table tax.tax_code (
    company_id uuid not null,
    id uuid not null,
    code text not null,
    kind text not null,
    rate_percent numeric(5, 2) not null,
    deduction text not null,
    name_en text not null,
    name_pl text not null,
    output_base_column text,
    output_tax_column text,
    input_base_column text,
    input_tax_column text,
    output_account text,
    input_account text,
    deferred_account text,
    purchase boolean not null,
    sale boolean not null,
    valid_from date not null,
    valid_to date,
    primary key (company_id, id),
    constraint tax_code_begins_once_a_day unique (company_id, code, valid_from),
    constraint tax_code_kind_is_known check (kind in
        ('DOMESTIC', 'EXEMPT', 'EU_ACQUISITION', 'IMPORT_OF_SERVICES', 'REVERSE_CHARGE', 'OUTSIDE_SCOPE')),
    constraint tax_code_deduction_is_known check (deduction in ('FULL', 'NONE', 'HALF', 'PROPORTION')),
    constraint tax_code_rate_is_a_percentage check (rate_percent between 0 and 100),
    constraint tax_code_days_are_in_order check (valid_to is null or valid_from <= valid_to),
    constraint tax_code_is_for_something check (purchase or sale)
);
comment on table tax.tax_code is 'What a VAT code means from a day on: kind, rate, columns of the register, deductible share';
call simba.company_wall('tax.tax_code', 'select, insert');
grant update (valid_to) on tax.tax_code to simba_app;

create function tax.refuse_overlap() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from tax.tax_code other
                where other.company_id = new.company_id and other.code = new.code and other.id <> new.id
                  and daterange(other.valid_from, other.valid_to, '[]')
                      && daterange(new.valid_from, new.valid_to, '[]')) then
        raise exception 'The code % has two meanings on one day', new.code
            using errcode = 'exclusion_violation', constraint = 'tax_code_has_one_meaning_a_day',
                  schema = 'tax', table = 'tax_code';
    end if;
    return null;
end
$$;
create constraint trigger tax_code_has_one_meaning_a_day
    after insert or update on tax.tax_code deferrable initially deferred
    for each row execute function tax.refuse_overlap();

create trigger tax_code_is_never_deleted
    before delete or truncate on tax.tax_code
    for each statement execute function simba.refuse('register rows refer to it; end its validity instead');

create table tax.deduction_proportion (
    company_id uuid not null,
    year integer not null,
    percent numeric(5, 2) not null,
    primary key (company_id, year),
    constraint proportion_is_a_whole_percentage check (percent between 0 and 100 and percent = trunc(percent))
);
comment on table tax.deduction_proportion is 'The share of input tax the company may deduct in a year (VAT act art. 90)';
call simba.company_wall('tax.deduction_proportion');

create table tax.vat_register_row (
    company_id uuid not null,
    id uuid not null,
    document_id uuid not null,
    direction text not null,
    tax_code text not null,
    base_column text,
    tax_column text,
    currency char(3) not null,
    base numeric(19, 4) not null,
    tax numeric(19, 4) not null,
    deductible_tax numeric(19, 4) not null,
    vat_period text,
    ksef_number text,
    party_id uuid not null,
    document_number text not null,
    document_date date not null,
    recorded_at timestamptz not null,
    posting_key text not null,
    reverses uuid,
    primary key (company_id, id),
    foreign key (company_id, reverses) references tax.vat_register_row (company_id, id),
    constraint vat_register_row_is_reversed_once unique (company_id, reverses),
    constraint vat_register_direction_is_known check (direction in ('INPUT', 'OUTPUT')),
    constraint deductible_tax_is_a_part_of_the_tax check (abs(deductible_tax) <= abs(tax) and deductible_tax * tax >= 0),
    constraint vat_period_is_a_month check (vat_period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
comment on table tax.vat_register_row is 'The VAT register, apart from journal lines; the VAT period is not the fiscal period';
create index vat_register_row_by_period on tax.vat_register_row (company_id, vat_period, direction, document_date, id);
create index vat_register_row_by_document on tax.vat_register_row (company_id, document_id);
create index vat_register_row_by_posting on tax.vat_register_row (company_id, posting_key);
comment on column tax.vat_register_row.posting_key is 'The key of the journal entry the row was written with; a reversal of that entry reverses the row';
comment on column tax.vat_register_row.reverses is 'The row this one takes back, by the opposite amounts in the same VAT period';
call simba.company_wall('tax.vat_register_row', 'select, insert');
grant update (vat_period) on tax.vat_register_row to simba_app;

create trigger vat_register_row_is_never_changed
    before update on tax.vat_register_row
    for each row when (old.vat_period is not null or to_jsonb(new) - 'vat_period' <> to_jsonb(old) - 'vat_period')
    execute function simba.refuse('a register row is never changed, only a missing VAT period filled in');
create trigger vat_register_row_is_never_deleted
    before delete or truncate on tax.vat_register_row
    for each statement execute function simba.refuse('register rows are reversed by rows of the opposite sign');

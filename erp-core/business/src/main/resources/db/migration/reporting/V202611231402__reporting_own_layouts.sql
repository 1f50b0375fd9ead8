call simba.module_schema('reporting');

create table reporting.statement_layout (
    company_id uuid not null,
    id uuid not null,
    name text not null,
    version integer not null default 0,
    primary key (company_id, id),
    constraint statement_layout_is_kept_once unique (company_id, name),
    constraint statement_layout_is_known check (name in ('pl', 'ifrs'))
);
comment on table reporting.statement_layout is 'A company''s own layout of its statements, in place of the one that comes with the program';
call simba.company_wall('reporting.statement_layout', 'select, insert, update');
call audit.keep_trail_of('reporting.statement_layout', 'statement-layout');

create table reporting.statement_position (
    company_id uuid not null,
    layout_id uuid not null,
    part text not null,
    code text not null,
    place integer not null,
    side text not null,
    name_pl text not null,
    name_en text not null,
    rule text not null,
    primary key (company_id, layout_id, part, code),
    foreign key (company_id, layout_id) references reporting.statement_layout (company_id, id),
    constraint statement_position_part_is_known check (part in ('ASSETS', 'LIABILITIES', 'INCOME', 'CASH')),
    constraint statement_position_side_is_known check (side in ('DEBIT', 'CREDIT')),
    constraint statement_position_code_has_its_form check (code ~ '^[0-9A-Za-z]{1,8}([.][0-9A-Za-z]{1,8}){0,7}$'),
    constraint statement_position_is_named check (btrim(name_pl) <> '' and btrim(name_en) <> '')
);
comment on table reporting.statement_position is 'Positions of a company''s own layout; none means the layout that comes with the program';
comment on column reporting.statement_position.rule is 'Beginnings of accounts, with + for debit or - for credit only; or a formula after =';
call simba.company_wall('reporting.statement_position', 'select, insert, update, delete');
call audit.keep_trail_of('reporting.statement_position', 'statement-layout', 'layout_id', without => '{layout_id,place}');

call simba.module_schema('page');

create table page.list_view (
    company_id uuid not null,
    id uuid not null,
    list text not null,
    owner uuid not null,
    name text not null,
    query text not null,
    shared boolean not null,
    saved_at timestamptz not null,
    primary key (company_id, id),
    constraint list_view_has_a_name check (btrim(name) <> '' and length(name) <= 60),
    constraint list_view_is_saved_once_under_a_name unique (company_id, list, owner, name),
    constraint list_view_fits_into_an_address check (length(query) <= 2000)
);
comment on table page.list_view is 'Search, filters and sorting of a list under a name, of a person or for everybody';
call simba.company_wall('page.list_view');

create table page.list_choice (
    company_id uuid not null,
    person uuid not null,
    list text not null,
    columns text[],
    view_id uuid,
    primary key (company_id, person, list),
    constraint list_choice_has_columns check (columns is null or cardinality(columns) > 0),
    foreign key (company_id, view_id) references page.list_view (company_id, id) on delete set null (view_id)
);
comment on table page.list_choice is 'The columns a person chose for a list, and the view it opens with';
create index list_choice_by_view on page.list_choice (company_id, view_id) where view_id is not null;
call simba.company_wall('page.list_choice');

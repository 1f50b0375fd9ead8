-- Who works other days or hours than the company. Due times and reports count in these for them.
create table identity.part_time (
    company_id uuid not null,
    person_id uuid not null references identity.user_account (id),
    opens time not null,
    closes time not null,
    days integer[] not null,
    set_by text not null,
    set_at timestamptz not null,
    primary key (company_id, person_id),
    constraint part_time_opens_before_it_closes check (opens < closes),
    constraint part_time_has_days check (cardinality(days) between 1 and 7 and days <@ array[1, 2, 3, 4, 5, 6, 7])
);
comment on table identity.part_time is 'The days of the week and the hours in which a person works, where they are not the company''s';
call simba.company_wall('identity.part_time', 'select, insert, update, delete');
call audit.keep_trail_of('identity.part_time', 'user', 'person_id', without => '{person_id,set_by,set_at}');

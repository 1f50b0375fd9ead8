-- To whom a person reports from a day on, until the next line of the person.
create table identity.reporting_line (
    company_id uuid not null,
    id uuid not null,
    person_id uuid not null references identity.user_account (id),
    from_day date not null,
    superior_id uuid references identity.user_account (id),
    set_by text not null,
    set_at timestamptz not null,
    primary key (company_id, id),
    constraint reporting_line_is_one_a_day unique (company_id, person_id, from_day),
    constraint nobody_reports_to_themself check (superior_id <> person_id)
);
comment on table identity.reporting_line is 'Who reports to whom from which day on; no superior where somebody reports to no one from then on';
create index reporting_line_by_superior on identity.reporting_line (company_id, superior_id);
call simba.company_wall('identity.reporting_line', 'select, insert, update');
call audit.keep_trail_of('identity.reporting_line', 'user', 'person_id', without => '{person_id,set_at,set_by}');

create function identity.superior_of(of_person uuid, day date) returns uuid
    language sql stable
    as $$
    select l.superior_id from identity.reporting_line l
     where l.company_id = simba.current_company() and l.person_id = of_person and l.from_day <= day
     order by l.from_day desc limit 1
    $$;

-- Everybody below a person on a day, however far; a circle would end where it began.
create function identity.people_below(superior uuid, day date) returns table (person uuid)
    language sql stable
    as $$
    with recursive present as (
        select distinct on (l.person_id) l.person_id, l.superior_id
          from identity.reporting_line l
         where l.company_id = simba.current_company() and l.from_day <= day
         order by l.person_id, l.from_day desc
    ), below (person) as (
        select p.person_id from present p where p.superior_id = superior
        union
        select p.person_id from present p join below b on p.superior_id = b.person
    )
    select b.person from below b where b.person <> superior
    $$;

-- Whether a person would come to report to themself on the day or on any later one on which something changes.
create function identity.makes_reporting_circle(of_person uuid, superior uuid, day date) returns boolean
    language plpgsql stable
    as $$
declare
    until_day date := (select min(l.from_day) from identity.reporting_line l
                        where l.company_id = simba.current_company() and l.person_id = of_person and l.from_day > day);
    changes date;
    above uuid;
begin
    for changes in select day union select l.from_day from identity.reporting_line l
                    where l.company_id = simba.current_company() and l.from_day > day
                      and (until_day is null or l.from_day < until_day) loop
        above := superior;
        while above is not null loop
            if above = of_person then
                return true;
            end if;
            above := identity.superior_of(above, changes);
        end loop;
    end loop;
    return false;
end
$$;

-- One change at a time in each company: two at once could make a circle that neither sees.
create function identity.lock_reporting() returns void
    language sql
    as $$ select pg_advisory_xact_lock(hashtextextended('reporting:' || simba.current_company(), 0)) $$;

create function identity.guard_reporting() returns trigger
    language plpgsql
    as $$
begin
    if tg_op = 'UPDATE' and (old.person_id, old.from_day) is distinct from (new.person_id, new.from_day) then
        raise exception 'A line of reporting stays with its person and day'
            using errcode = 'restrict_violation', constraint = 'reporting_line_stays';
    end if;
    perform identity.lock_reporting();
    if new.superior_id is not null
            and identity.makes_reporting_circle(new.person_id, new.superior_id, new.from_day) then
        raise exception 'Nobody reports to themself over others'
            using errcode = 'restrict_violation', constraint = 'reporting_makes_no_circle';
    end if;
    return new;
end
$$;
create trigger reporting_is_guarded before insert or update on identity.reporting_line
    for each row execute function identity.guard_reporting();

grant execute on function identity.superior_of(uuid, date), identity.people_below(uuid, date),
    identity.makes_reporting_circle(uuid, uuid, date), identity.lock_reporting() to simba_app;

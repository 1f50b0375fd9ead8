-- Whom to tell of a task: who could take it, who stands in for whom, and who stands above.
create function identity.granted(of_user uuid, moment timestamptz) returns text[]
    language sql stable
    as $$
    select coalesce(array_agg(h.duty || '|' || coalesce(h.amount_limit::text, '') || '|' || array_to_string(h.cost_centres, ',')
                              || '|' || array_to_string(h.document_types, ',')), '{}')
      from identity.held_at(of_user, moment) h
    $$;

-- Everybody who holds one of the duties so far as this extent.
create function identity.candidates(asked_duties text[], extent text, moment timestamptz) returns setof uuid
    language sql stable
    as $$
    select u.id
      from identity.user_account u
     where u.active
       and u.id in (select m.user_id from identity.membership m
                      join identity.role_duty d on d.company_id = m.company_id and d.role_id = m.role_id
                     where m.company_id = simba.current_company() and d.duty = any (asked_duties))
       and exists (select from unnest(asked_duties) a (duty)
                    where simba.reaches(identity.granted(u.id, moment), a.duty, extent))
     order by u.id
    $$;

-- Who may do it today for somebody: by a substitution that lends one of the duties so far.
create function identity.substitutes(of_person uuid, asked_duties text[], extent text, moment timestamptz) returns setof uuid
    language sql stable
    as $$
    select distinct s.substitute_id
      from identity.substitution s
     where s.company_id = simba.current_company() and s.person_id = of_person and s.ended_at is null
       and identity.today(moment) between s.first_day and s.last_day
       and exists (select from unnest(asked_duties) a (duty)
                    where simba.reaches(
                        array(select l.duty || '|' || coalesce(l.amount_limit::text, '') || '|'
                                     || array_to_string(l.cost_centres, ',') || '|' || array_to_string(l.document_types, ',')
                                from identity.lent(s.substitute_id, of_person, moment) l),
                        a.duty, extent))
     order by 1
    $$;

-- The superior so many steps above; nobody where the tree ends before.
create function identity.superior_above(of_person uuid, steps integer, day date) returns uuid
    language plpgsql stable
    as $$
declare
    above uuid := of_person;
begin
    for step in 1 .. steps loop
        above := identity.superior_of(above, day);
        exit when above is null;
    end loop;
    return above;
end
$$;

grant execute on function identity.granted(uuid, timestamptz), identity.candidates(text[], text, timestamptz),
    identity.substitutes(uuid, text[], text, timestamptz), identity.superior_above(uuid, integer, date) to simba_app;

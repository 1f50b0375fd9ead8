-- A substitution of tasks alone lends nothing: the person's tasks stand on the substitute's own list, and the substitute
-- takes over what they may decide by their own right.
comment on column identity.substitution.mode is
    'WORK: whatever can be lent; TASKS: no right at all, the tasks only stand on the substitute''s own list';

create or replace function identity.lent(substitute uuid, of_person uuid, moment timestamptz)
    returns table (duty text, amount_limit bigint, cost_centres text[], document_types text[])
    language sql stable
    as $$
    with agreed as (
        select s.amount_limit, s.document_types from identity.substitution s
         where s.company_id = simba.current_company() and s.person_id = of_person and s.substitute_id = substitute
           and s.mode = 'WORK'
           and s.ended_at is null and identity.today(moment) between s.first_day and s.last_day
           and exists (select from identity.held_at(substitute, moment))
         order by s.amount_limit nulls last, s.id limit 1
    )
    select l.duty, least(l.amount_limit, a.amount_limit), l.cost_centres,
           case when cardinality(a.document_types) = 0 then l.document_types
                when cardinality(l.document_types) = 0 then a.document_types
                else array(select unnest(l.document_types) intersect select unnest(a.document_types) order by 1) end
      from agreed a cross join lateral identity.lendable(of_person, moment) l
     where not exists (select from identity.conflicts_of_substitute(substitute, of_person, moment))
       -- An empty list of types means all of them: what has none in common is not lent.
       and (cardinality(a.document_types) = 0 or cardinality(l.document_types) = 0
            or l.document_types && a.document_types)
    $$;
drop function identity.decides_tasks(text);

-- Whose tasks stand on the substitute's own list on a day, and how far: a grant of 'TASK' as simba.reaches reads it.
create function identity.task_substituted(substitute uuid, day date) returns table (person uuid, reach text)
    language sql stable
    as $$
    select s.person_id,
           'TASK|' || coalesce(s.amount_limit::text, '') || '||' || array_to_string(s.document_types, ',')
      from identity.substitution s
     where s.company_id = simba.current_company() and s.substitute_id = substitute and s.mode = 'TASKS'
       and s.ended_at is null and day between s.first_day and s.last_day
    $$;

-- Whom to tell beside the person: who was lent the duty, and who looks after their tasks and holds it themself.
create or replace function identity.substitutes(of_person uuid, asked_duties text[], extent text, moment timestamptz)
    returns setof uuid
    language sql stable
    as $$
    select distinct s.substitute_id
      from identity.substitution s
     where s.company_id = simba.current_company() and s.person_id = of_person and s.ended_at is null
       and identity.today(moment) between s.first_day and s.last_day
       and (s.mode = 'WORK'
            or simba.reaches(array['TASK|' || coalesce(s.amount_limit::text, '') || '||'
                                   || array_to_string(s.document_types, ',')], 'TASK', extent))
       and exists (select from unnest(asked_duties) a (duty)
                    where simba.reaches(
                        array(select l.duty || '|' || coalesce(l.amount_limit::text, '') || '|'
                                     || array_to_string(l.cost_centres, ',') || '|' || array_to_string(l.document_types, ',')
                                from identity.lent(s.substitute_id, of_person, moment) l where s.mode = 'WORK'
                               union all
                              select h.duty || '|' || coalesce(h.amount_limit::text, '') || '|'
                                     || array_to_string(h.cost_centres, ',') || '|' || array_to_string(h.document_types, ',')
                                from identity.held_at(s.substitute_id, moment) h where s.mode = 'TASKS'),
                        a.duty, extent))
     order by 1
    $$;

grant execute on function identity.task_substituted(uuid, date) to simba_app;

-- A substitution lends all the work or the tasks alone, of all documents or of some types.
alter table identity.substitution
    add column mode text not null default 'WORK'
        constraint substitution_mode_is_known check (mode in ('WORK', 'TASKS')),
    add column document_types text[] not null default '{}';
comment on column identity.substitution.mode is 'WORK: whatever can be lent; TASKS: what tasks are decided by, and no other right';
comment on column identity.substitution.document_types is 'Which documents it is about; empty for all';

-- What tasks are decided by. Everything else of the person is not lent with tasks alone.
create function identity.decides_tasks(duty text) returns boolean
    language sql immutable
    as $$
    select duty in ('BELONG_TO_COMPANY', 'WORK_ON_TASK', 'CODE_INVOICE') or duty like 'APPROVE\_%' or duty like 'CONFIRM\_%'
    $$;

create or replace function identity.lent(substitute uuid, of_person uuid, moment timestamptz)
    returns table (duty text, amount_limit bigint, cost_centres text[], document_types text[])
    language sql stable
    as $$
    with agreed as (
        select s.amount_limit, s.mode, s.document_types from identity.substitution s
         where s.company_id = simba.current_company() and s.person_id = of_person and s.substitute_id = substitute
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
       and (a.mode = 'WORK' or identity.decides_tasks(l.duty)
            or l.duty in (select own.duty from identity.held_at(substitute, moment) own))
    $$;
grant execute on function identity.decides_tasks(text) to simba_app;

-- That a person lets a colleague act for them, from a day to a day, up to an amount if they say so.
create table identity.substitution (
    company_id uuid not null,
    id uuid not null,
    person_id uuid not null references identity.user_account (id),
    substitute_id uuid not null references identity.user_account (id),
    first_day date not null,
    last_day date not null,
    amount_limit bigint,
    reason text not null,
    made_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    primary key (company_id, id),
    constraint substitution_is_by_somebody_else check (person_id <> substitute_id),
    constraint substitution_ends_after_it_begins check (last_day >= first_day),
    constraint substitution_lasts_a_year_at_most check (last_day <= first_day + 366),
    constraint substitution_limit_is_an_amount check (amount_limit >= 0),
    constraint substitution_has_a_reason check (btrim(reason) <> ''),
    constraint substitution_is_ended_whole check ((ended_by is null) = (ended_at is null))
);
comment on table identity.substitution is 'Who lets whom act for them: days, limit, reason, end';
comment on column identity.substitution.amount_limit is 'In hundredths of the company''s currency; null for as far as the person may go';
create index substitution_by_person on identity.substitution (company_id, person_id, substitute_id);
create index substitution_by_substitute on identity.substitution (company_id, substitute_id);
call simba.company_wall('identity.substitution', 'select, insert, update');
call audit.keep_trail_of('identity.substitution', 'user', 'person_id', 'user', 'substitute_id',
    without => '{person_id,made_at}');

create function identity.guard_substitution() returns trigger
    language plpgsql
    as $$
begin
    if tg_op = 'INSERT' and new.ended_by is not null
       or tg_op = 'UPDATE' and (to_jsonb(new) - '{ended_by,ended_at}'::text[]
                                    <> to_jsonb(old) - '{ended_by,ended_at}'::text[]
                                or old.ended_by is not null) then
        raise exception 'A substitution ends once and stays what it is'
            using errcode = 'restrict_violation', constraint = 'substitution_stays_what_it_is';
    end if;
    return new;
end
$$;
create trigger substitution_is_guarded before insert or update on identity.substitution
    for each row execute function identity.guard_substitution();

-- What of a person's duties others can be lent: the work. Giving out duties, control of others and the sight of
-- confidential documents stay with whom the company gave them to.
create function identity.lendable(of_person uuid, moment timestamptz)
    returns table (duty text, amount_limit bigint, cost_centres text[], document_types text[])
    language sql stable
    as $$
    select h.duty, h.amount_limit, h.cost_centres, h.document_types
      from identity.held_at(of_person, moment) h
     where h.duty <> all ('{ADMINISTER,APPROVE_DUTY_EXCEPTION,GRANT_PERIOD_EXCEPTION,OPERATE_CONNECTOR,VIEW_AUDIT}')
       and h.duty not like 'SEE\_%'
    $$;

-- The conflicts that acting for somebody would put into one hand: judged over what both hold.
create function identity.conflicts_of_substitute(substitute uuid, of_person uuid, moment timestamptz)
    returns setof uuid
    language sql stable
    as $$
    with lent as (
        select distinct l.duty from identity.lendable(of_person, moment) l
    ), own as (
        select distinct h.duty from identity.held_at(substitute, moment) h
    ), hand as (
        select duty from lent union select duty from own
    )
    select k.id from identity.duty_conflict k
     where k.company_id = simba.current_company() and k.removed_at is null
       and k.one_duty in (select duty from hand) and k.other_duty in (select duty from hand)
       and (k.one_duty in (select duty from lent) or k.other_duty in (select duty from lent))
       and not (k.one_duty in (select duty from own) and k.other_duty in (select duty from own))
       and not exists (select from identity.duty_exception e
                        where e.company_id = k.company_id and e.conflict_id = k.id and e.user_id = substitute
                          and e.approved_by is not null and e.withdrawn_by is null
                          and e.ends_on >= identity.today(moment))
    $$;

-- What the substitute may do for the person at this moment; nothing while a conflict stands, or once either has left.
create function identity.lent(substitute uuid, of_person uuid, moment timestamptz)
    returns table (duty text, amount_limit bigint, cost_centres text[], document_types text[])
    language sql stable
    as $$
    with agreed as (
        select s.amount_limit from identity.substitution s
         where s.company_id = simba.current_company() and s.person_id = of_person and s.substitute_id = substitute
           and s.ended_at is null and identity.today(moment) between s.first_day and s.last_day
           and exists (select from identity.held_at(substitute, moment))
         order by s.amount_limit nulls last, s.id limit 1
    )
    select l.duty, least(l.amount_limit, a.amount_limit), l.cost_centres, l.document_types
      from agreed a cross join lateral identity.lendable(of_person, moment) l
     where not exists (select from identity.conflicts_of_substitute(substitute, of_person, moment))
    $$;

-- As acting_for: what a user may do for somebody in a company, in the same words.
create function identity.acting_on_behalf(asked_user uuid, of_person uuid, asked_company uuid, moment timestamptz)
    returns text[]
    language plpgsql
    as $$
declare
    company_before text := coalesce(current_setting('simba.company', true), '');
    duties text[];
begin
    perform set_config('simba.company', asked_company::text, true);
    duties := (
        select array_agg(distinct l.duty || '|' || coalesce(l.amount_limit::text, '') || '|'
                         || array_to_string(l.cost_centres, ',') || '|' || array_to_string(l.document_types, ','))
          from identity.lent(asked_user, of_person, moment) l);
    perform set_config('simba.company', company_before, true);
    return duties;
end
$$;

grant execute on function identity.lendable(uuid, timestamptz), identity.conflicts_of_substitute(uuid, uuid, timestamptz),
    identity.lent(uuid, uuid, timestamptz), identity.acting_on_behalf(uuid, uuid, uuid, timestamptz) to simba_app;

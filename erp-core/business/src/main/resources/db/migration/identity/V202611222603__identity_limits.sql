-- How far a duty reaches: in a role for everybody who holds it, in a membership for this person. Both must allow.
alter table identity.role_duty
    add column amount_limit bigint constraint role_duty_limit_is_an_amount check (amount_limit >= 0),
    add column cost_centres text[] not null default '{}',
    add column document_types text[] not null default '{}';
comment on column identity.role_duty.amount_limit is 'In hundredths of the company''s currency; null for any amount';

alter table identity.membership
    add column amount_limit bigint constraint membership_limit_is_an_amount check (amount_limit >= 0),
    add column cost_centres text[] not null default '{}',
    add column document_types text[] not null default '{}',
    add column granted_by text not null default 'system:migration',
    add column granted_at timestamptz not null default '2026-01-01T00:00:00Z',
    add constraint membership_names_who_granted_it check (granted_by ~ '^(person|process|route|system):.+$');
alter table identity.membership
    alter column granted_by drop default,
    alter column granted_at drop default;
comment on column identity.membership.amount_limit is 'In hundredths of the company''s currency; null for any amount';

-- Two lists of which an empty one means everything: what both allow, or null where they have nothing in common.
create function identity.both_allow(one text[], other text[]) returns text[]
    language sql immutable parallel safe
    as $$
    select case when one = '{}' then other
                when other = '{}' then one
                else (select array_agg(x order by x) from unnest(one) x where x = any (other)) end
    $$;

-- Every duty a user holds in the company of the transaction, through which role, and how far it reaches. A duty whose
-- limits in role and membership have nothing in common reaches nothing and is not held.
create function identity.held(asked_user uuid)
    returns table (role_id uuid, duty text, amount_limit bigint, cost_centres text[], document_types text[])
    language sql stable
    as $$
    select m.role_id, d.duty, least(d.amount_limit, m.amount_limit),
           identity.both_allow(d.cost_centres, m.cost_centres),
           identity.both_allow(d.document_types, m.document_types)
      from identity.membership m
      join identity.role_duty d on d.company_id = m.company_id and d.role_id = m.role_id
      join identity.user_account u on u.id = m.user_id and u.active
     where m.company_id = simba.current_company() and m.user_id = asked_user
       and identity.both_allow(d.cost_centres, m.cost_centres) is not null
       and identity.both_allow(d.document_types, m.document_types) is not null
    $$;

-- As before, with how far each duty reaches: DUTY|hundredths|cost centres|document types.
create or replace function identity.acting_for(asked_user uuid, asked_company uuid)
    returns table (company_id uuid, duties text[])
    language plpgsql
    as $$
declare
    company_before text := coalesce(current_setting('simba.company', true), '');
    candidate uuid;
begin
    for candidate in
        select d.company_id from company.directory d
         where asked_company is null or d.company_id = asked_company
         order by d.short_name, d.company_id
    loop
        perform set_config('simba.company', candidate::text, true);
        duties := (
            select array_agg(distinct h.duty || '|' || coalesce(h.amount_limit::text, '') || '|'
                             || array_to_string(h.cost_centres, ',') || '|' || array_to_string(h.document_types, ','))
              from identity.held(asked_user) h);
        if duties is not null then
            company_id := candidate;
            return next;
            exit;
        end if;
    end loop;
    perform set_config('simba.company', company_before, true);
end
$$;

grant execute on function identity.both_allow(text[], text[]), identity.held(uuid) to simba_app;

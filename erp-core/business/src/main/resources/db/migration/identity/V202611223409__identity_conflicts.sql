-- Pairs of conflicting duties are the company's own to add and to take away; what was asked about them stays.
alter table identity.duty_conflict
    add column words text,
    add column removed_at timestamptz,
    add column removed_by text,
    add constraint duty_conflict_is_removed_whole check ((removed_at is null) = (removed_by is null)),
    add constraint duty_conflict_of_ones_own_says_why check (reason <> 'own' or btrim(words) <> '');
comment on column identity.duty_conflict.words is 'Why, in the words of whoever added a pair of the company''s own';
grant update on identity.duty_conflict to simba_app;
call audit.keep_trail_of('identity.duty_conflict', 'duty-conflict', just => '{words,removed_by}',
    comes_when => 'new.words is not null');

create trigger duty_conflict_stays_between_its_duties before update on identity.duty_conflict
    for each row when ((new.one_duty, new.other_duty) is distinct from (old.one_duty, old.other_duty))
    execute function simba.refuse('a conflict stays between its duties');

create or replace function identity.conflicts_of(asked_user uuid, moment timestamptz)
    returns table (conflict_id uuid, role_id uuid, excepted boolean)
    language sql stable
    as $$
    with held as (
        select m.role_id, d.duty, rank() over (order by m.granted_at, m.role_id) as place
          from identity.membership m
          join identity.role_duty d on d.company_id = m.company_id and d.role_id = m.role_id
         where m.company_id = simba.current_company() and m.user_id = asked_user
    ), clash as (
        select k.id, case when one.place >= other.place then one.role_id else other.role_id end as role_id
          from identity.duty_conflict k
          join held one on one.duty = k.one_duty
          join held other on other.duty = k.other_duty
         where k.company_id = simba.current_company() and k.removed_at is null
    )
    select distinct c.id, c.role_id,
           exists (select from identity.duty_exception e
                    where e.company_id = simba.current_company() and e.user_id = asked_user and e.conflict_id = c.id
                      and e.approved_by is not null and e.withdrawn_by is null
                      and e.ends_on >= identity.today(moment))
      from clash c
    $$;

-- Whoever gives out duties opens no confidential documents.
create or replace function identity.conflicts_of_new_company() returns trigger
    language plpgsql
    as $$
begin
    perform identity.standard_conflicts(new.company_id);
    insert into identity.duty_conflict (company_id, id, one_duty, other_duty, reason)
    select new.company_id, gen_random_uuid(), 'ADMINISTER', duty, 'administer-and-sight'
      from unnest(array['SEE_PAYROLL_DOCUMENT', 'SEE_PERSONNEL_DOCUMENT', 'SEE_LEGAL_DOCUMENT', 'SEE_BOARD_DOCUMENT']) duty
        on conflict do nothing;
    return null;
end
$$;

create function identity.somebody_administers() returns boolean
    language sql stable
    as $$
    select exists (select from identity.membership m
                     join identity.user_account u on u.id = m.user_id and u.active
                     join identity.role_duty d on d.company_id = m.company_id and d.role_id = m.role_id
                                              and d.duty = 'ADMINISTER'
                    where m.company_id = simba.current_company())
    $$;
grant execute on function identity.somebody_administers() to simba_app;

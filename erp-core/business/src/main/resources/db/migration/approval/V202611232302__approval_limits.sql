-- How much may be approved on one's own within so many days, so that splitting an invoice doesn't help. What counts against
-- a limit stands on the decisions themselves.
create table approval.rolling_limit (
    company_id uuid not null,
    id uuid not null,
    duty text not null,
    person_scope text not null,
    person_id uuid,
    supplier_scope text not null,
    supplier_id uuid,
    centre_scope text not null,
    cost_centre text,
    days integer not null,
    amount numeric(19, 4) not null,
    reason text not null,
    set_by text not null,
    set_at timestamptz not null,
    end_reason text,
    end_asked_by text,
    end_asked_at timestamptz,
    ended_by text,
    ended_at timestamptz,
    primary key (company_id, id),
    foreign key (company_id, supplier_id) references party.party (company_id, id),
    constraint rolling_limit_is_of_an_approval check (duty in ('APPROVE_INVOICE', 'APPROVE_INVOICE_ABOVE_LIMIT')),
    constraint rolling_limit_knows_whose check (
        person_scope in ('EACH', 'TOGETHER', 'ONE') and (person_scope = 'ONE') = (person_id is not null)),
    constraint rolling_limit_knows_which_supplier check (
        supplier_scope in ('EACH', 'TOGETHER', 'ONE') and (supplier_scope = 'ONE') = (supplier_id is not null)),
    constraint rolling_limit_knows_which_cost_centre check (
        centre_scope in ('EACH', 'TOGETHER', 'ONE') and (centre_scope = 'ONE') = (cost_centre is not null)),
    constraint rolling_limit_has_a_period check (days between 1 and 366),
    constraint rolling_limit_is_not_negative check (amount >= 0),
    constraint rolling_limit_says_why check (btrim(reason) <> ''),
    constraint rolling_limit_end_is_asked_for_whole check (
        (end_asked_by is null) = (end_asked_at is null) and (end_asked_by is null) = (end_reason is null)),
    constraint rolling_limit_end_is_whole check ((ended_by is null) = (ended_at is null)),
    constraint rolling_limit_is_ended_by_two check (
        ended_by is null or (end_asked_by is not null and ended_by <> end_asked_by))
);
comment on table approval.rolling_limit is
    'How much may be approved alone within so many days; counts from the moment it is set, and ends by two people only';
create index rolling_limit_in_force on approval.rolling_limit (company_id, duty) where ended_by is null;
call simba.company_wall('approval.rolling_limit', 'select, insert, update');
call audit.keep_trail_of('approval.rolling_limit', 'rolling-limit');

create trigger rolling_limit_only_ends before update on approval.rolling_limit
    for each row when (
        old.ended_by is not null
        or (old.company_id, old.id, old.duty, old.person_scope, old.person_id, old.supplier_scope, old.supplier_id,
            old.centre_scope, old.cost_centre, old.days, old.amount, old.reason, old.set_by, old.set_at)
           is distinct from
           (new.company_id, new.id, new.duty, new.person_scope, new.person_id, new.supplier_scope, new.supplier_id,
            new.centre_scope, new.cost_centre, new.days, new.amount, new.reason, new.set_by, new.set_at))
    execute function simba.refuse('a rolling limit is ended and not changed otherwise');
create trigger rolling_limit_is_never_removed before delete on approval.rolling_limit
    for each row execute function simba.refuse('a rolling limit stays in the records');
create trigger rolling_limits_are_never_emptied before truncate on approval.rolling_limit
    for each statement execute function simba.refuse('a rolling limit stays in the records');

alter table approval.approval_decision
    add column supplier_id uuid,
    add column net numeric(19, 4),
    add column centres jsonb,
    add column counts boolean not null default false,
    add column beyond uuid,
    add column principal uuid generated always as (coalesce(on_behalf_of, decided_by)) stored;
comment on column approval.approval_decision.net is 'Without its sign, in the company''s currency';
comment on column approval.approval_decision.centres is 'The net by cost centre';
comment on column approval.approval_decision.counts is 'Whether it was approved on the own authority alone, and so counts against rolling limits; set here';
comment on column approval.approval_decision.beyond is 'The rolling limit it went beyond; somebody above is asked then; set here';
comment on column approval.approval_decision.principal is 'On whose authority: a colleague who decides for somebody uses up that person''s limit';
create index approval_decision_of_person on approval.approval_decision (company_id, principal, decided_at) where counts;
create index approval_decision_of_supplier on approval.approval_decision (company_id, supplier_id, decided_at) where counts;

create table approval.asked_above (
    company_id uuid not null,
    request_id uuid not null,
    level text not null,
    decision_id uuid not null,
    asked_at timestamptz not null,
    primary key (company_id, request_id, level),
    foreign key (company_id, request_id) references approval.approval_request (company_id, id),
    foreign key (company_id, decision_id) references approval.approval_decision (company_id, id)
);
comment on table approval.asked_above is 'Levels asked beyond the request, since an approval went beyond a rolling limit; added, never changed';
call simba.company_wall('approval.asked_above', 'select, insert');
call simba.confidential_wall('approval.asked_above', array['request_id']);
create trigger asked_above_is_never_changed before update or delete on approval.asked_above
    for each row execute function simba.refuse('who was asked stays in the records');
create trigger asked_above_is_never_emptied before truncate on approval.asked_above
    for each statement execute function simba.refuse('who was asked stays in the records');

-- Every level a request asks, in its order.
create function approval.levels_of(request approval.approval_request) returns text[]
    language sql stable
    as $$
    select request.levels || array(
        select a.level from approval.asked_above a
         where a.company_id = request.company_id and a.request_id = request.id order by a.asked_at, a.level)
    $$;

create or replace function approval.decision_fits_request() returns trigger
    language plpgsql
    as $$
declare
    request approval.approval_request;
    asked text[];
    wanted text;
begin
    select * into request from approval.approval_request r
     where r.company_id = new.company_id and r.id = new.request_id for update;
    if request.voided_at is not null then
        perform simba.refuse('approval_request_is_live', 'The request for approval is void');
    end if;
    if request.content_hash <> new.content_hash then
        perform simba.refuse('approval_is_about_the_content_asked', 'The decision is about other content than was asked for');
    end if;
    if exists (select from approval.approval_decision d
                where d.company_id = new.company_id and d.request_id = new.request_id and d.decision <> 'APPROVE') then
        perform simba.refuse('approval_ends_with_a_no', 'Somebody said no already');
    end if;
    asked := approval.levels_of(request);
    select l.level into wanted
      from unnest(asked) with ordinality l (level, place)
     where not exists (select from approval.approval_decision d
                        where d.company_id = new.company_id and d.request_id = new.request_id and d.level = l.level)
     order by l.place limit 1;
    if wanted is distinct from new.level and wanted is not null then
        perform simba.refuse('approval_levels_decide_in_turn', 'It is the turn of ' || wanted || ', not of ' || new.level);
    end if;
    if not new.level = any (asked) then
        perform simba.refuse('approval_level_was_asked', new.level || ' was not asked');
    end if;
    return new;
end
$$;

-- The limits an approval is measured against, and how much of each is used. Counts whatever was approved, also what is
-- confidential; tells sums alone.
create function approval.limits_reached(
        asked_duty text, asked_person uuid, asked_supplier uuid, asked_net numeric, asked_centres jsonb, moment timestamptz)
    returns table (limit_id uuid, cost_centre text, days integer, amount numeric, used numeric, added numeric)
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    company constant uuid := simba.current_company();
    one approval.rolling_limit;
    place text;
begin
    for one in
        select * from approval.rolling_limit l
         where l.company_id = company and l.duty = asked_duty and l.ended_by is null
           and (l.person_scope <> 'ONE' or l.person_id = asked_person)
           and (l.supplier_scope <> 'ONE' or l.supplier_id = asked_supplier)
         order by l.id
    loop
        for place in
            select c.key from jsonb_object_keys(coalesce(asked_centres, '{}'::jsonb)) c (key)
             where one.centre_scope = 'EACH' or (one.centre_scope = 'ONE' and c.key = one.cost_centre)
             union all
            select null where one.centre_scope = 'TOGETHER'
             order by 1
        loop
            return query
                select one.id, place, one.days, one.amount,
                       (select coalesce(sum(case when place is null then d.net else (d.centres ->> place)::numeric end), 0)
                          from approval.approval_decision d
                          join approval.approval_request r on r.company_id = d.company_id and r.id = d.request_id
                         where d.company_id = company and d.counts and r.voided_at is null and split_part(split_part(d.level, '@', 1), '#', 1) = one.duty
                           and d.decided_at > moment - make_interval(days => one.days)
                           and (one.person_scope = 'TOGETHER' or d.principal = asked_person)
                           and (one.supplier_scope = 'TOGETHER' or d.supplier_id = asked_supplier)
                           and (place is null or d.centres ? place)),
                       case when place is null then asked_net else (asked_centres ->> place)::numeric end;
        end loop;
    end loop;
end
$$;
revoke all on function approval.limits_reached(text, uuid, uuid, numeric, jsonb, timestamptz) from public;
grant execute on function approval.limits_reached(text, uuid, uuid, numeric, jsonb, timestamptz) to simba_app;

-- Whoever approves as the last one asked does it on their own authority: it counts, unless it goes beyond a limit. Two at
-- once wait for each other, limit by limit.
create function approval.approval_stays_within_limits() returns trigger
    language plpgsql
    as $$
declare
    request approval.approval_request;
    asked text[];
    reached record;
begin
    new.counts := false;
    new.beyond := null;
    if new.decision <> 'APPROVE' then
        return new;
    end if;
    select * into request from approval.approval_request r where r.company_id = new.company_id and r.id = new.request_id;
    asked := approval.levels_of(request);
    if asked[cardinality(asked)] <> new.level then
        return new;
    end if;
    if exists (select from approval.rolling_limit l
                where l.company_id = new.company_id and l.duty = new.level and l.ended_by is null) then
        if new.net is null then
            perform simba.refuse('approval_under_limits_names_its_amount', 'An approval under rolling limits names its amount');
        end if;
        perform pg_advisory_xact_lock(hashtextextended(l.company_id || ' ' || l.id, 0))
           from (select l.company_id, l.id from approval.rolling_limit l
                  where l.company_id = new.company_id and l.duty = new.level and l.ended_by is null order by l.id) l;
        for reached in
            select * from approval.limits_reached(
                new.level, coalesce(new.on_behalf_of, new.decided_by), new.supplier_id, new.net, new.centres, new.decided_at)
        loop
            if reached.used + reached.added > reached.amount then
                new.beyond := reached.limit_id;
            end if;
        end loop;
    end if;
    new.counts := new.net is not null and new.beyond is null;
    return new;
end
$$;
create trigger stays_within_limits before insert on approval.approval_decision
    for each row execute function approval.approval_stays_within_limits();

-- What goes beyond a limit is not enough by itself.
create function approval.beyond_a_limit_somebody_above_is_asked() returns trigger
    language plpgsql
    as $$
begin
    if not exists (select from approval.asked_above a
                    where a.company_id = new.company_id and a.request_id = new.request_id) then
        raise exception 'The approval goes beyond a rolling limit, and nobody above was asked'
            using errcode = 'restrict_violation', constraint = 'approval_beyond_a_limit_asks_above';
    end if;
    return null;
end
$$;
create constraint trigger beyond_a_limit_somebody_above_is_asked after insert on approval.approval_decision
    deferrable initially deferred for each row when (new.beyond is not null)
    execute function approval.beyond_a_limit_somebody_above_is_asked();

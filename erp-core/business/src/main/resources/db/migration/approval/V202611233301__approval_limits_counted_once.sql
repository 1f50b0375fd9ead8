alter table approval.approval_decision add column lines text[];
comment on column approval.approval_decision.lines is 'Which lines it is about, where a seat decides about some alone; nothing for the whole';

-- Whether a request commits nobody although it was never made void: somebody sent it back, or a round refused it.
create function approval.is_refused(request approval.approval_request) returns boolean
    language plpgsql stable
    as $$
declare
    votes jsonb;
begin
    if not exists (select from approval.approval_decision d
                    where d.company_id = request.company_id and d.request_id = request.id and d.decision <> 'APPROVE') then
        return false;
    end if;
    select jsonb_object_agg(d.level, d.decision) into votes from approval.approval_decision d
     where d.company_id = request.company_id and d.request_id = request.id;
    return exists (select from jsonb_each_text(votes) v where v.value = 'RETURN')
        or exists (select from jsonb_array_elements(approval.rounds_of(request)) r (round)
                    where approval.round_state(r.round, votes) = 'REFUSED');
end
$$;

-- The limits an approval is measured against, and how much of each is used. A matter counts once, by however many of those
-- asked last it was approved, and lines by their sum; and only as long as it is approved: what was refused or sent back, or what somebody above is
-- asked about since, uses up nothing. Counts also what is confidential; tells sums alone.
drop function approval.limits_reached(text, uuid, uuid, numeric, jsonb, timestamptz);
create function approval.limits_reached(
        asked_duty text, asked_person uuid, asked_supplier uuid, asked_net numeric, asked_centres jsonb, moment timestamptz,
        asked_subject uuid, asked_whole boolean)
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
                       (select coalesce(sum(matter.size), 0)
                          from (select coalesce(max(case when place is null then d.net else (d.centres ->> place)::numeric end)
                                                    filter (where d.lines is null),
                                                sum(case when place is null then d.net else (d.centres ->> place)::numeric end)) as size
                                  from approval.approval_decision d
                                  join approval.approval_request r on r.company_id = d.company_id and r.id = d.request_id
                                 where d.company_id = company and d.counts and r.voided_at is null
                                   and (r.subject_id is distinct from asked_subject or not asked_whole and d.lines is not null)
                                   and split_part(split_part(d.level, '@', 1), '#', 1) = one.duty
                                   and d.decided_at > moment - make_interval(days => one.days)
                                   and (one.person_scope = 'TOGETHER' or d.principal = asked_person)
                                   and (one.supplier_scope = 'TOGETHER' or d.supplier_id = asked_supplier)
                                   and (place is null or d.centres ? place)
                                   and not exists (select from approval.asked_above a
                                                    where a.company_id = company and a.request_id = d.request_id
                                                      and a.level <> d.level)
                                   and not approval.is_refused(r)
                                 group by r.subject_kind, r.subject_id) matter),
                       case when place is null then asked_net else (asked_centres ->> place)::numeric end;
        end loop;
    end loop;
end
$$;
revoke all on function approval.limits_reached(text, uuid, uuid, numeric, jsonb, timestamptz, uuid, boolean) from public;
grant execute on function approval.limits_reached(text, uuid, uuid, numeric, jsonb, timestamptz, uuid, boolean) to simba_app;

create or replace function approval.approval_stays_within_limits() returns trigger
    language plpgsql
    as $$
declare
    asked_duty constant text := split_part(split_part(new.level, '@', 1), '#', 1);
    request approval.approval_request;
    reached record;
begin
    new.counts := false;
    new.beyond := null;
    if new.decision <> 'APPROVE' then
        return new;
    end if;
    select * into request from approval.approval_request r where r.company_id = new.company_id and r.id = new.request_id;
    if not approval.rounds_of(request) -> -1 -> 'seats' ? new.level then
        return new;
    end if;
    if exists (select from approval.rolling_limit l
                where l.company_id = new.company_id and l.duty = asked_duty and l.ended_by is null) then
        if new.net is null then
            perform simba.refuse('approval_under_limits_names_its_amount', 'An approval under rolling limits names its amount');
        end if;
        perform pg_advisory_xact_lock(hashtextextended(l.company_id || ' ' || l.id, 0))
           from (select l.company_id, l.id from approval.rolling_limit l
                  where l.company_id = new.company_id and l.duty = asked_duty and l.ended_by is null order by l.id) l;
        for reached in
            select * from approval.limits_reached(
                asked_duty, coalesce(new.on_behalf_of, new.decided_by), new.supplier_id, new.net, new.centres, new.decided_at,
                request.subject_id, new.lines is null)
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

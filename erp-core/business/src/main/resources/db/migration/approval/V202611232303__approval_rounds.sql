-- Rounds: who is asked side by side, and how many of them it takes. A request without them asks level after level.
alter table approval.approval_request add column rounds jsonb;
comment on column approval.approval_request.rounds is
    'kind, quorum, chair and seats of each round in their order; levels then holds every seat';

drop trigger request_is_only_voided on approval.approval_request;
create trigger request_is_only_voided before update on approval.approval_request
    for each row when (
        old.voided_at is not null or new.voided_at is null
        or (old.company_id, old.id, old.subject_kind, old.subject_id, old.levels, old.content_hash, old.requested_at,
            old.requested_by, old.content, old.rounds)
           is distinct from
           (new.company_id, new.id, new.subject_kind, new.subject_id, new.levels, new.content_hash, new.requested_at,
            new.requested_by, new.content, new.rounds))
    execute function simba.refuse('a request for approval is voided once and not changed otherwise');

-- Every round of a request in its order, those asked above a limit last.
create function approval.rounds_of(request approval.approval_request) returns jsonb
    language sql stable
    as $$
    select coalesce(
               request.rounds,
               (select jsonb_agg(jsonb_build_object('kind', 'ALL', 'seats', jsonb_build_array(l.level)) order by l.place)
                  from unnest(request.levels) with ordinality l (level, place)))
           || coalesce(
               (select jsonb_agg(jsonb_build_object('kind', 'ALL', 'seats', jsonb_build_array(a.level))
                                 order by a.asked_at, a.level)
                  from approval.asked_above a
                 where a.company_id = request.company_id and a.request_id = request.id),
               '[]'::jsonb)
    $$;

-- How a round stands, by the decisions on its seats.
create function approval.round_state(round jsonb, votes jsonb) returns text
    language plpgsql immutable
    as $$
declare
    seats constant integer := jsonb_array_length(round -> 'seats');
    chair constant text := votes ->> (round ->> 'chair');
    yes integer;
    no integer;
    granted boolean;
    refused boolean;
begin
    select count(*) filter (where votes ->> s.seat = 'APPROVE'), count(*) filter (where votes ->> s.seat = 'REJECT')
      into yes, no from jsonb_array_elements_text(round -> 'seats') s (seat);
    case round ->> 'kind'
        when 'ALL' then
            granted := yes = seats;
            refused := no > 0;
        when 'FIRST' then
            granted := yes > 0;
            refused := no > 0;
        when 'K_OF_N' then
            granted := yes >= (round ->> 'quorum')::integer;
            refused := no > seats - (round ->> 'quorum')::integer;
        when 'COMMITTEE' then
            granted := chair is not null and (2 * yes > seats or (yes + no = seats and yes = no and chair = 'APPROVE'));
            refused := chair is not null and (2 * no > seats or (yes + no = seats and yes = no and chair = 'REJECT'));
    end case;
    return case when granted then 'GRANTED' when refused then 'REFUSED' else 'OPEN' end;
end
$$;

create or replace function approval.decision_fits_request() returns trigger
    language plpgsql
    as $$
declare
    request approval.approval_request;
    votes jsonb;
    round jsonb;
    present jsonb;
    state text;
begin
    select * into request from approval.approval_request r
     where r.company_id = new.company_id and r.id = new.request_id for update;
    if request.voided_at is not null then
        perform simba.refuse('approval_request_is_live', 'The request for approval is void');
    end if;
    if request.content_hash <> new.content_hash then
        perform simba.refuse('approval_is_about_the_content_asked', 'The decision is about other content than was asked for');
    end if;
    select coalesce(jsonb_object_agg(d.level, d.decision), '{}'::jsonb) into votes from approval.approval_decision d
     where d.company_id = new.company_id and d.request_id = new.request_id;
    if exists (select from jsonb_each_text(votes) v where v.value = 'RETURN') then
        perform simba.refuse('approval_ends_with_a_no', 'Somebody sent it back already');
    end if;
    for round in select r.value from jsonb_array_elements(approval.rounds_of(request)) with ordinality r (value, place)
                  order by r.place
    loop
        state := approval.round_state(round, votes);
        if state = 'REFUSED' then
            perform simba.refuse('approval_ends_with_a_no', 'It was refused already');
        end if;
        if state = 'OPEN' then
            present := round -> 'seats';
            exit;
        end if;
    end loop;
    if not approval.rounds_of(request) @> jsonb_build_array(jsonb_build_object('seats', jsonb_build_array(new.level))) then
        perform simba.refuse('approval_level_was_asked', new.level || ' was not asked');
    end if;
    if present is null or not present ? new.level then
        perform simba.refuse('approval_levels_decide_in_turn',
            'It is the turn of ' || coalesce(present::text, 'nobody') || ', not of ' || new.level);
    end if;
    if position('@' in new.level) > 0 and split_part(new.level, '@', 2) <> coalesce(new.on_behalf_of, new.decided_by)::text then
        perform simba.refuse('approval_seat_is_a_persons', 'Somebody else was asked');
    end if;
    return new;
end
$$;

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
                asked_duty, coalesce(new.on_behalf_of, new.decided_by), new.supplier_id, new.net, new.centres, new.decided_at)
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

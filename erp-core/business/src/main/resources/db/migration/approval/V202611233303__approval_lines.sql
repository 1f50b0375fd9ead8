-- Seats that decide about some lines of the matter alone, such as the owners of its cost centres.
alter table approval.approval_request add column lines jsonb;
comment on column approval.approval_request.lines is
    'By the key of the seat: whose lines (owner), which (units), the hash of their content and the content itself';

drop trigger request_is_only_voided on approval.approval_request;
create function approval.request_stays() returns trigger
    language plpgsql
    as $$
begin
    if old.voided_at is not null or new.voided_at is null
            or to_jsonb(new) - 'voided_at' <> to_jsonb(old) - 'voided_at' then
        perform simba.refuse('request_is_only_voided', 'a request for approval is voided once and not changed otherwise');
    end if;
    return new;
end
$$;
create trigger request_is_only_voided before update on approval.approval_request
    for each row execute function approval.request_stays();

create function approval.lines_are_of_seats() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from jsonb_each(new.lines) l (seat, lines)
                where not l.seat = any (new.levels) or jsonb_array_length(l.lines -> 'units') = 0
                   or l.lines ->> 'owner' is null
                   or l.lines ->> 'hash' <> encode(sha256(convert_to(l.lines ->> 'content', 'UTF8')), 'hex')) then
        perform simba.refuse('approval_lines_are_of_seats', 'Lines belong to a seat that is asked, and to the hash of their content');
    end if;
    return new;
end
$$;
create trigger lines_are_of_seats before insert on approval.approval_request
    for each row when (new.lines is not null) execute function approval.lines_are_of_seats();

-- A decision on a seat with lines is about them, exactly as they were asked about.
create function approval.decision_covers_its_lines() returns trigger
    language plpgsql
    as $$
declare
    asked jsonb := (select r.lines -> new.level -> 'units' from approval.approval_request r
                     where r.company_id = new.company_id and r.id = new.request_id);
begin
    if asked is null <> (new.lines is null) then
        perform simba.refuse('approval_is_about_its_lines', 'A seat with lines decides about them, and no other seat does');
    end if;
    if new.lines is not null and (cardinality(new.lines) = 0 or not asked @> to_jsonb(new.lines)
            or new.decision = 'APPROVE' and not to_jsonb(new.lines) @> asked) then
        perform simba.refuse('approval_is_about_its_lines', 'Approved are all lines of the seat, returned or rejected some of them');
    end if;
    return new;
end
$$;
create trigger decision_covers_its_lines before insert on approval.approval_decision
    for each row execute function approval.decision_covers_its_lines();

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
    if coalesce(request.lines -> new.level ->> 'hash', request.content_hash) <> new.content_hash then
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
    -- What was agreed to about lines that are the same stands, whose turn it may be now.
    if (present is null or not present ? new.level) and (new.carried_from is null or new.lines is null) then
        perform simba.refuse('approval_levels_decide_in_turn',
            'It is the turn of ' || coalesce(present::text, 'nobody') || ', not of ' || new.level);
    end if;
    if position('@' in new.level) > 0 and split_part(new.level, '@', 2) <> coalesce(new.on_behalf_of, new.decided_by)::text then
        perform simba.refuse('approval_seat_is_a_persons', 'Somebody else was asked');
    end if;
    return new;
end
$$;

-- Nothing but an approval of the same person about the same content on the same level is carried, out of a void request.
create or replace function approval.carried_as_given() returns trigger
    language plpgsql
    as $$
begin
    if not exists (
        select from approval.approval_decision d
          join approval.approval_request before on before.company_id = d.company_id and before.id = d.request_id
          join approval.approval_request present on present.company_id = d.company_id and present.id = new.request_id
         where d.company_id = new.company_id and d.id = new.carried_from and before.voided_at is not null
           and (before.subject_kind, before.subject_id, coalesce(before.lines -> d.level ->> 'hash', before.content_hash))
               = (present.subject_kind, present.subject_id,
                  coalesce(present.lines -> new.level ->> 'hash', present.content_hash))
           and (d.level, d.decision, d.content_hash, d.decided_by, d.decided_at)
               = (new.level, new.decision, new.content_hash, new.decided_by, new.decided_at)
           and d.on_behalf_of is not distinct from new.on_behalf_of and d.lines is not distinct from new.lines
           and d.decision = 'APPROVE') then
        raise exception 'An approval is carried over as it was given'
            using errcode = 'restrict_violation', constraint = 'approval_is_carried_as_given';
    end if;
    return new;
end
$$;

-- A claim is approved by everybody who was asked, written by its claimant alone, and its draft is nobody else's.

-- A claim that came back is its claimant's alone again: what is being changed was not sent.
do $$
declare
    there uuid;
begin
    for there in select company_id from company.directory loop
        perform set_config('simba.company', there::text, true);
        update expense.claim set sent_at = null where state = 'DRAFT' and sent_at is not null;
    end loop;
    perform set_config('simba.company', '', true);
end
$$;
alter table expense.claim add constraint claim_draft_is_not_sent check (state <> 'DRAFT' or sent_at is null);
comment on column expense.claim.sent_at is 'Since when others see it; nothing while it is its claimant''s draft, for the first time or again';

alter table expense.line add column written_by text;
comment on column expense.line.written_by is 'Who entered it or changed it last; nothing on lines of before';
alter table expense.coding add column coded_for uuid;
comment on column expense.coding.coded_for is 'For whom it was coded, where one person acted for another';

-- Every seat that was asked, in every round, agreed to exactly this content; none of them is the claimant or acted for them.
create or replace function expense.approved_by_others(c expense.claim) returns boolean
    language sql stable
    as $$
        select exists (
            select from approval.approval_request r
              cross join lateral (
                  select coalesce(jsonb_object_agg(d.level, d.decision), '{}'::jsonb) as votes
                    from approval.approval_decision d
                   where d.company_id = r.company_id and d.request_id = r.id and d.content_hash = c.content_hash
                     and d.decision = 'APPROVE' and d.decided_by is not null
                     and c.claimant not in (d.decided_by, coalesce(d.on_behalf_of, d.decided_by))) given
             where r.company_id = c.company_id and r.subject_kind = 'expense-claim' and r.subject_id = c.id
               and r.voided_at is null and r.content_hash = c.content_hash
               and exists (select from unnest(r.levels) l (level)
                            where split_part(split_part(l.level, '@', 1), '#', 1)
                                  in ('APPROVE_EXPENSE', 'APPROVE_EXPENSE_ABOVE_LIMIT'))
               and not exists (select from unnest(r.levels) l (level)
                                where not jsonb_path_exists(approval.rounds_of(r), '$[*].seats[*] ? (@ == $seat)',
                                                            jsonb_build_object('seat', l.level)))
               and not exists (select from jsonb_array_elements(approval.rounds_of(r)) asked (round)
                                where approval.round_state(asked.round, given.votes) <> 'GRANTED')
               and not exists (select from approval.approval_decision d
                                where d.company_id = r.company_id and d.request_id = r.id and d.decision <> 'APPROVE'))
    $$;

create or replace function expense.claim_takes_its_way() returns trigger
    language plpgsql
    as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'DRAFT' then
            perform simba.refuse('claim_begins_as_a_draft', 'A claim begins as a draft');
        end if;
        if new.created_by <> 'person:' || new.claimant then
            perform simba.refuse('claim_is_made_by_its_claimant', 'Nobody makes a claim for somebody else');
        end if;
        return new;
    end if;
    if old.state in ('POSTED', 'REJECTED', 'WITHDRAWN') then
        perform simba.refuse('ended_claim_stands', 'A claim that is posted, rejected or withdrawn is never changed');
    end if;
    if (new.claimant, new.number, new.created_by, new.created_at) is distinct from (old.claimant, old.number, old.created_by, old.created_at) then
        perform simba.refuse('claim_keeps_its_claimant', 'A claim stays with whoever made it');
    end if;
    if old.state <> 'DRAFT' and (new.purpose, new.first_day, new.last_day, new.cost_centre, new.content, new.content_hash)
            is distinct from (old.purpose, old.first_day, old.last_day, old.cost_centre, old.content, old.content_hash) then
        perform simba.refuse('sent_claim_stands', 'What was sent is not changed until it is returned');
    end if;
    if (old.state || ' ' || new.state) not in (
            'DRAFT DRAFT', 'DRAFT SENT', 'DRAFT WITHDRAWN', 'SENT SENT', 'SENT APPROVED', 'SENT DRAFT', 'SENT REJECTED',
            'SENT WITHDRAWN', 'APPROVED APPROVED', 'APPROVED POSTED', 'APPROVED DRAFT', 'APPROVED REJECTED',
            'APPROVED WITHDRAWN', 'APPROVED SENT') then
        perform simba.refuse('claim_takes_its_way', format('A claim does not go from %s to %s', old.state, new.state));
    end if;
    if old.state = 'DRAFT' and new.state = 'SENT' then
        new.content := expense.content_of(new);
        new.content_hash := encode(sha256(convert_to(new.content, 'UTF8')), 'hex');
        if not exists (select from expense.line l where l.company_id = new.company_id and l.claim_id = new.id) then
            perform simba.refuse('sent_claim_has_lines', 'A claim without a line says nothing');
        end if;
        if exists (select from expense.line l join company.company y on y.company_id = l.company_id
                    where l.company_id = new.company_id and l.claim_id = new.id
                      and (l.reckoning ->> 'until')::timestamp > new.sent_at at time zone y.time_zone) then
            perform simba.refuse('claimed_trip_is_over', 'A daily allowance is claimed when the trip is over');
        end if;
    elsif old.state = 'DRAFT' then
        new.content := old.content;
        new.content_hash := old.content_hash;
    end if;
    if new.state = 'DRAFT' then
        new.sent_at := null;
    end if;
    if new.state in ('APPROVED', 'POSTED') and not expense.approved_by_others(new) then
        perform simba.refuse('claim_is_posted_as_approved', 'Not everybody who was asked approved exactly this claim');
    end if;
    if new.state = 'POSTED' and exists (select from expense.line l
                                          left join expense.coding k on k.company_id = l.company_id and k.line_id = l.id
                                         where l.company_id = new.company_id and l.claim_id = new.id
                                           and (k.line_id is null or k.coded_by = 'person:' || new.claimant
                                                or k.coded_for = new.claimant)) then
        perform simba.refuse('claim_is_coded_by_others', 'Somebody else codes a claim before it is posted');
    end if;
    return new;
end
$$;

create or replace function expense.line_of_a_sent_claim_stands() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from expense.claim c
                where c.company_id = coalesce(new.company_id, old.company_id) and c.state <> 'DRAFT'
                  and c.id in (new.claim_id, old.claim_id)) then
        perform simba.refuse('line_of_a_sent_claim_stands', 'Lines are changed only while the claim is a draft');
    end if;
    if tg_op <> 'DELETE' and not exists (select from expense.claim c
                                          where c.company_id = new.company_id and c.id = new.claim_id
                                            and new.written_by = 'person:' || c.claimant) then
        perform simba.refuse('line_is_written_by_its_claimant', 'Nobody writes a line of somebody else''s claim');
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;

create or replace function expense.coding_is_of_others() returns trigger
    language plpgsql
    as $$
declare
    of_claim expense.claim;
begin
    select c.* into of_claim from expense.line l
      join expense.claim c on c.company_id = l.company_id and c.id = l.claim_id
     where l.company_id = coalesce(new.company_id, old.company_id) and l.id = coalesce(new.line_id, old.line_id);
    if of_claim.state = 'POSTED' or (tg_op <> 'DELETE' and of_claim.state <> 'APPROVED') then
        perform simba.refuse('only_an_approved_claim_is_coded', 'A claim is coded between its approval and its posting');
    end if;
    if tg_op <> 'DELETE' and (new.coded_by = 'person:' || of_claim.claimant or new.coded_for = of_claim.claimant) then
        perform simba.refuse('claim_is_coded_by_others', 'Nobody codes their own claim, nor for its claimant');
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;

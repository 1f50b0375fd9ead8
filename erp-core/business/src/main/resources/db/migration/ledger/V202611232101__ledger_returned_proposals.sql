-- What happens to a proposed entry between its proposal and its end: an approver returns it, the books refuse it though it was
-- approved, and whoever it came back to corrects it or sends it on as it is.
create table ledger.entry_proposal_turn (
    company_id uuid not null,
    proposal_id uuid not null,
    number integer not null,
    kind text not null,
    reason text,
    rule text,
    rule_args text[],
    content text,
    content_hash text,
    narration text,
    posting_date date,
    total numeric(19, 4),
    currency char(3),
    made_by text not null,
    made_at timestamptz not null,
    primary key (company_id, proposal_id, number),
    foreign key (company_id, proposal_id) references ledger.entry_proposal (company_id, id),
    constraint entry_proposal_turn_is_known check (kind in ('RETURNED', 'REFUSED', 'CORRECTED', 'SENT_AGAIN')),
    constraint entry_proposal_return_says_why check (kind <> 'RETURNED' or coalesce(btrim(reason), '') <> ''),
    constraint entry_proposal_refusal_names_its_rule check (
        num_nonnulls(rule, rule_args) = case when kind = 'REFUSED' then 2 else 0 end),
    constraint entry_proposal_correction_is_whole check (
        num_nonnulls(content, content_hash, narration, posting_date, total, currency)
            = case when kind = 'CORRECTED' then 6 else 0 end),
    constraint entry_proposal_correction_hash_is_of_its_content check (
        content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    constraint entry_proposal_is_sent_again_by_people check (
        kind not in ('CORRECTED', 'SENT_AGAIN') or made_by like 'person:%')
);
comment on table ledger.entry_proposal_turn is 'How a proposed entry went back and forth before its end; what it says now is what its latest correction says';
call simba.company_wall('ledger.entry_proposal_turn', 'select, insert');

-- It goes back and comes again by turns, and nothing follows its end.
create function ledger.proposal_turn_fits() returns trigger
    language plpgsql
    as $$
declare
    before ledger.entry_proposal_turn;
begin
    if exists (select from ledger.entry_proposal_end e
                where e.company_id = new.company_id and e.proposal_id = new.proposal_id) then
        perform simba.refuse('entry_proposal_end_is_the_end', 'The proposal has come to its end');
    end if;
    select * into before from ledger.entry_proposal_turn t
     where t.company_id = new.company_id and t.proposal_id = new.proposal_id order by t.number desc limit 1;
    if new.number <> coalesce(before.number, 0) + 1 then
        perform simba.refuse('entry_proposal_turns_follow_each_other', 'The turn is not the next one');
    end if;
    if (new.kind in ('CORRECTED', 'SENT_AGAIN')) <> (coalesce(before.kind, '') in ('RETURNED', 'REFUSED')) then
        perform simba.refuse('entry_proposal_goes_by_turns', 'It is not the turn of whoever does this');
    end if;
    return new;
end
$$;
create trigger proposal_turn_fits before insert on ledger.entry_proposal_turn
    for each row execute function ledger.proposal_turn_fits();

-- Whoever had a hand in it may take it back, in the own name or for somebody else.
alter table ledger.entry_proposal_end
    add column ended_by text,
    add column ended_for text,
    drop constraint entry_proposal_end_is_known,
    add constraint entry_proposal_end_is_known check (outcome in ('POSTED', 'REJECTED', 'WITHDRAWN')),
    add constraint entry_proposal_is_withdrawn_by_a_person check (
        outcome <> 'WITHDRAWN' or coalesce(ended_by, '') like 'person:%');

create function ledger.proposal_is_withdrawn_by_its_author() returns trigger
    language plpgsql
    as $$
begin
    if not exists (select from ledger.entry_proposal p
                    where p.company_id = new.company_id and p.id = new.proposal_id
                      and p.proposed_by in (new.ended_by, new.ended_for))
       and not exists (select from ledger.entry_proposal_turn t
                        where t.company_id = new.company_id and t.proposal_id = new.proposal_id
                          and t.kind in ('CORRECTED', 'SENT_AGAIN') and t.made_by in (new.ended_by, new.ended_for)) then
        perform simba.refuse('entry_proposal_is_withdrawn_by_its_author', 'Only its author withdraws a proposal');
    end if;
    return new;
end
$$;
create trigger proposal_is_withdrawn_by_its_author before insert on ledger.entry_proposal_end
    for each row when (new.outcome = 'WITHDRAWN') execute function ledger.proposal_is_withdrawn_by_its_author();

create view ledger.present_proposal with (security_invoker = true) as
    select p.company_id, p.id, p.idempotency_key, p.proposed_by, p.proposed_at,
           coalesce(c.content, p.content) as content,
           coalesce(c.content_hash, p.content_hash) as content_hash,
           coalesce(c.narration, p.narration) as narration,
           coalesce(c.posting_date, p.posting_date) as posting_date,
           coalesce(c.total, p.total) as total,
           coalesce(c.currency, p.currency) as currency,
           coalesce(e.outcome, case when l.kind in ('RETURNED', 'REFUSED') then l.kind else 'PROPOSED' end) as state,
           e.entry_id,
           coalesce(e.reason, case when e.outcome is null and l.kind = 'RETURNED' then l.reason end) as reason,
           case when e.outcome is null then l.rule end as refused_rule,
           case when e.outcome is null then l.rule_args end as refused_args
      from ledger.entry_proposal p
      left join lateral (select t.* from ledger.entry_proposal_turn t
                          where t.company_id = p.company_id and t.proposal_id = p.id and t.kind = 'CORRECTED'
                          order by t.number desc limit 1) c on true
      left join lateral (select t.kind, t.reason, t.rule, t.rule_args from ledger.entry_proposal_turn t
                          where t.company_id = p.company_id and t.proposal_id = p.id
                          order by t.number desc limit 1) l on true
      left join ledger.entry_proposal_end e on e.company_id = p.company_id and e.proposal_id = p.id;
comment on view ledger.present_proposal is 'Proposed entries as they stand now';
grant select on ledger.present_proposal to simba_app;

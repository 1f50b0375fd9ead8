-- For whom an entry was proposed, corrected or sent on, where one person acted for another: neither of them approves it.
alter table ledger.entry_proposal
    add column proposed_for text,
    add constraint entry_proposal_is_for_a_person check (
        proposed_for is null or (proposed_for like 'person:%' and proposed_for <> proposed_by));
comment on column ledger.entry_proposal.proposed_for is 'For whom it was proposed, where one person acted for another';
alter table ledger.entry_proposal_turn
    add column made_for text,
    add constraint entry_proposal_turn_is_for_a_person check (
        made_for is null or (made_for like 'person:%' and made_for <> made_by));
comment on column ledger.entry_proposal_turn.made_for is 'For whom it was done, where one person acted for another';

create or replace function ledger.proposal_is_withdrawn_by_its_author() returns trigger
    language plpgsql
    as $$
declare
    people constant text[] := array_remove(array[new.ended_by, new.ended_for], null);
begin
    if not exists (select from ledger.entry_proposal p
                    where p.company_id = new.company_id and p.id = new.proposal_id
                      and array_remove(array[p.proposed_by, p.proposed_for], null) && people)
       and not exists (select from ledger.entry_proposal_turn t
                        where t.company_id = new.company_id and t.proposal_id = new.proposal_id
                          and t.kind in ('CORRECTED', 'SENT_AGAIN')
                          and array_remove(array[t.made_by, t.made_for], null) && people) then
        perform simba.refuse('entry_proposal_is_withdrawn_by_its_author', 'Only its author withdraws a proposal');
    end if;
    return new;
end
$$;

create or replace view ledger.present_proposal with (security_invoker = true) as
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
           case when e.outcome is null then l.rule_args end as refused_args,
           p.proposed_for
      from ledger.entry_proposal p
      left join lateral (select t.* from ledger.entry_proposal_turn t
                          where t.company_id = p.company_id and t.proposal_id = p.id and t.kind = 'CORRECTED'
                          order by t.number desc limit 1) c on true
      left join lateral (select t.kind, t.reason, t.rule, t.rule_args from ledger.entry_proposal_turn t
                          where t.company_id = p.company_id and t.proposal_id = p.id
                          order by t.number desc limit 1) l on true
      left join ledger.entry_proposal_end e on e.company_id = p.company_id and e.proposal_id = p.id;

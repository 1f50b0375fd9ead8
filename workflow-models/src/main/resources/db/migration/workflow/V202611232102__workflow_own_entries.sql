-- Separation of duties by history, held here as well: who proposed an entry, or corrected it or sent it on after it came back,
-- decides nothing about it, whether in the own name or for somebody else. It stands with the processes, which know both the
-- books and the approvals.
create function workflow.decider_did_not_propose_the_entry() returns trigger
    language plpgsql
    as $$
declare
    actors constant text[] := array(select 'person:' || p
                                      from unnest(array_remove(array[new.decided_by, new.on_behalf_of], null)) p);
    about uuid := (select r.subject_id from approval.approval_request r
                    where r.company_id = new.company_id and r.id = new.request_id and r.subject_kind = 'entry-proposal');
begin
    if about is not null
       and (exists (select from ledger.entry_proposal p
                     where p.company_id = new.company_id and p.id = about and p.proposed_by = any (actors))
            or exists (select from ledger.entry_proposal_turn t
                        where t.company_id = new.company_id and t.proposal_id = about
                          and t.kind in ('CORRECTED', 'SENT_AGAIN') and t.made_by = any (actors))) then
        perform simba.refuse('decider_did_not_propose_the_entry', 'Who proposed an entry never decides about it');
    end if;
    return new;
end
$$;
create trigger decider_did_not_propose_the_entry before insert on approval.approval_decision
    for each row execute function workflow.decider_did_not_propose_the_entry();

-- Nor does anybody decide about an entry that was proposed, corrected or sent on for them.
create or replace function workflow.decider_did_not_propose_the_entry() returns trigger
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
                     where p.company_id = new.company_id and p.id = about
                       and array_remove(array[p.proposed_by, p.proposed_for], null) && actors)
            or exists (select from ledger.entry_proposal_turn t
                        where t.company_id = new.company_id and t.proposal_id = about
                          and t.kind in ('CORRECTED', 'SENT_AGAIN')
                          and array_remove(array[t.made_by, t.made_for], null) && actors)) then
        perform simba.refuse('decider_did_not_propose_the_entry', 'Who proposed an entry never decides about it');
    end if;
    return new;
end
$$;

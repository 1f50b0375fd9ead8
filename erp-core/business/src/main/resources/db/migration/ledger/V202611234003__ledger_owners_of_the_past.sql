-- Owners are named for today or later. Who owned a cost centre before answers for what was decided then: nothing is added to
-- the past and nothing in it becomes another's. Today is the company's day of whoever acts, as the trail writes it down.
create function ledger.past_owner_stays() returns trigger
    language plpgsql
    as $$
begin
    if new.active_from < identity.today(coalesce(audit.acting(6)::timestamptz, now())) then
        perform simba.refuse('past_cost_centre_owner_stays', 'Owners are named for today or later');
    end if;
    return new;
end
$$;
create trigger past_cost_centre_owner_stays before insert or update on ledger.cost_centre_owner
    for each row execute function ledger.past_owner_stays();
revoke execute on function ledger.past_owner_stays() from public;

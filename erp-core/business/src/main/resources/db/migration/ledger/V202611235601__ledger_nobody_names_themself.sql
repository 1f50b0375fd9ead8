-- An owner decides about what is spent at the cost centre: somebody else names them. Rows from before stay as they are.
alter table ledger.cost_centre_owner add constraint cost_centre_owner_is_named_by_another
    check (person_id is null or strpos(named_by, person_id::text) = 0) not valid;

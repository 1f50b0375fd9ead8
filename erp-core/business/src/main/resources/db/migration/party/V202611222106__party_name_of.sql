-- What others show of a party without knowing how parties are kept.
create function party.name_of(party uuid) returns text
    language sql stable parallel safe
    as $$ select p.name from party.party p where p.company_id = simba.current_company() and p.id = party $$;

comment on function party.name_of(uuid) is 'The name of a party of the running transaction''s company';
grant execute on function party.name_of(uuid) to simba_app;

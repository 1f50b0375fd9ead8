call audit.keep_trail_of('identity.user_account', 'user',
    personal => '{login,display_name}', secret => '{password_hash}', without => '{created_at}');
call audit.keep_trail_of('identity.access_token', 'user', 'user_id', secret => '{sha256}', without => '{user_id}');
call audit.keep_trail_of('identity.role', 'role');
call audit.keep_trail_of('identity.role_duty', 'role', 'role_id', without => '{role_id}');
call audit.keep_trail_of('identity.membership', 'user', 'user_id', 'role', 'role_id', without => '{user_id}');

-- Actors of the company by part of their name: for filters of lists, as they are kept there.
create function identity.actors_called(part text) returns setof text
    language sql stable
    as $$
    select 'person:' || u.id from identity.user_account u
     where u.id in (select m.user_id from identity.membership m)
       and position(simba.fold(part) in simba.fold(u.display_name || ' ' || u.login)) > 0
    union all
    select kind || ':' || part from unnest('{process,route,system}'::text[]) kind
$$;
grant execute on function identity.actors_called(text) to simba_app;

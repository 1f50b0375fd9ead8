call audit.keep_trail_of('identity.user_account', 'user',
    personal => '{login,display_name}', secret => '{password_hash}', without => '{created_at}');
call audit.keep_trail_of('identity.access_token', 'user', 'user_id', secret => '{sha256}', without => '{user_id}');
call audit.keep_trail_of('identity.role', 'role');
call audit.keep_trail_of('identity.role_duty', 'role', 'role_id', without => '{role_id}');
call audit.keep_trail_of('identity.membership', 'user', 'user_id', 'role', 'role_id', without => '{user_id}');

create table identity.fresh_sign_in (
    company_id uuid not null,
    user_id uuid not null,
    proved_at timestamptz not null,
    session text not null,
    primary key (company_id, user_id, session),
    foreign key (user_id) references identity.user_account (id)
);
comment on table identity.fresh_sign_in is 'When somebody last entered their password again, by the session they did it in';
call simba.company_wall('identity.fresh_sign_in', 'select, insert, update, delete');

call simba.module_schema('identity');

-- Global: somebody signs in before a company is known. Nothing of a company's business stands here.
create table identity.user_account (
    id uuid primary key,
    login text not null constraint one_account_per_login unique,
    display_name text not null,
    password_hash text not null,
    language char(2) not null default 'en',
    active boolean not null default true,
    created_at timestamptz not null,
    constraint login_is_lower_case check (login = lower(login))
);
comment on table identity.user_account is 'Global: who may sign in; what they may do is said per company';
grant select, insert, update on identity.user_account to simba_app;

-- Global for the same reason. Of a token only its SHA-256 is kept.
create table identity.access_token (
    id uuid primary key,
    user_id uuid not null references identity.user_account (id),
    sha256 bytea not null constraint token_is_unique unique,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
comment on table identity.access_token is 'Global: tokens of the REST interface, by their SHA-256';
grant select, insert, delete on identity.access_token to simba_app;

create table identity.role (
    company_id uuid not null,
    id uuid not null,
    code text not null,
    name_en text not null,
    name_pl text not null,
    primary key (company_id, id),
    constraint role_code_is_unique unique (company_id, code)
);
comment on table identity.role is 'A bundle of duties under a name';
call simba.company_wall('identity.role');

create table identity.role_duty (
    company_id uuid not null,
    role_id uuid not null,
    duty text not null,
    primary key (company_id, role_id, duty),
    foreign key (company_id, role_id) references identity.role (company_id, id)
);
comment on table identity.role_duty is 'Which duties a role bundles';
call simba.company_wall('identity.role_duty');

create table identity.membership (
    company_id uuid not null,
    user_id uuid not null references identity.user_account (id),
    role_id uuid not null,
    primary key (company_id, user_id, role_id),
    foreign key (company_id, role_id) references identity.role (company_id, id)
);
comment on table identity.membership is 'Who holds which role in the company';
call simba.company_wall('identity.membership');

-- What a user may do in a company: asked before anybody acts for it, so it looks behind the wall for this one question
-- and puts the transaction's company back. Without a company named it is the user's first by name. One row, or none
-- where no role is held.
create function identity.acting_for(asked_user uuid, asked_company uuid)
    returns table (company_id uuid, duties text[])
    language plpgsql
    as $$
declare
    company_before text := coalesce(current_setting('simba.company', true), '');
    candidate uuid;
begin
    for candidate in
        select d.company_id from company.directory d
         where asked_company is null or d.company_id = asked_company
         order by d.short_name, d.company_id
    loop
        perform set_config('simba.company', candidate::text, true);
        duties := (
            select array_agg(distinct d.duty)
              from identity.membership m
              join identity.role_duty d on d.company_id = m.company_id and d.role_id = m.role_id
              join identity.user_account u on u.id = m.user_id and u.active
             where m.company_id = candidate and m.user_id = asked_user);
        if duties is not null then
            company_id := candidate;
            return next;
            exit;
        end if;
    end loop;
    perform set_config('simba.company', company_before, true);
end
$$;

grant execute on function identity.acting_for(uuid, uuid) to simba_app;

-- Global: sessions, shared by the nodes (the layout is the session library's own).
create table identity.session (
    primary_id char(36) primary key,
    session_id char(36) not null constraint session_id_is_unique unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index session_expiry on identity.session (expiry_time);
create index session_principal on identity.session (principal_name);
create table identity.session_attributes (
    session_primary_id char(36) not null references identity.session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
comment on table identity.session is 'Global: sessions, shared by the nodes';
comment on table identity.session_attributes is 'Global: what a session remembers';
grant select, insert, update, delete on identity.session, identity.session_attributes to simba_app;

-- Global, like the accounts themselves: somebody tries to sign in before a company is known.
create table identity.sign_in_pace (
    account bytea not null,
    origin text not null,
    attempts int not null,
    last_at timestamptz not null,
    next_at timestamptz not null,
    primary key (account, origin)
);
create index sign_in_pace_age on identity.sign_in_pace (last_at);
comment on table identity.sign_in_pace is
    'Global: how often a sign-in name was tried from one place, and when it may be tried there again. The name is kept as SHA-256: people type passwords into the wrong field';
grant select, insert, update, delete on identity.sign_in_pace to simba_app;

create table identity.known_device (
    sha256 bytea primary key,
    user_id uuid not null references identity.user_account (id),
    known_since timestamptz not null
);
comment on table identity.known_device is
    'Global: devices somebody signed in from before, by the SHA-256 of their cookie. Attempts of strangers never slow them down';
grant select, insert, delete on identity.known_device to simba_app;

alter table identity.access_token
    add column name text not null default '',
    add column only_company uuid,
    add constraint token_ends_after_it_begins check (expires_at > created_at);
comment on column identity.access_token.only_company is 'The one company it may be used for; none: all of its owner''s';

-- Apart from the token, so that its trail tells of what people do and not of every call.
create table identity.token_use (
    token_id uuid primary key references identity.access_token (id) on delete cascade,
    last_at timestamptz not null
);
comment on table identity.token_use is 'Global: when a token was last used';
grant select, insert, update, delete on identity.token_use to simba_app;

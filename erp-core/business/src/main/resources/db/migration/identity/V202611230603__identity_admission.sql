-- Codes a person shows once: to let a further company admit them, or to choose their first password.
create table identity.personal_code (
    user_id uuid not null references identity.user_account (id),
    purpose text not null,
    company_id uuid,
    sha256 bytea not null unique,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (user_id, purpose),
    constraint personal_code_has_a_purpose check (purpose in ('ADMIT', 'FIRST_PASSWORD')),
    constraint personal_code_of_a_first_password_names_the_company
        check ((purpose = 'FIRST_PASSWORD') = (company_id is not null)),
    constraint personal_code_ends_after_it_begins check (expires_at > made_at)
);
comment on table identity.personal_code is
    'Global: codes by their SHA-256, each good once and for a short time; a first password''s stands until it is chosen';
grant select, insert, update, delete on identity.personal_code to simba_app;

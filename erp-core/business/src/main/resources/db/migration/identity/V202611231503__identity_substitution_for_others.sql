-- Somebody who is ill arranges nothing: an administrator does it for them, and never names themself.
alter table identity.substitution
    add column arranged_by uuid references identity.user_account (id),
    add constraint substitution_is_arranged_by_neither check (arranged_by <> person_id and arranged_by <> substitute_id);
comment on column identity.substitution.arranged_by is 'The administrator who arranged it; null where the person did';

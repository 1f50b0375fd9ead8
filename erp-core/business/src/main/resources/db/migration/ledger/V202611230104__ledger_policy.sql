-- What a company says once about its books.
create table ledger.book_policy (
    company_id uuid not null,
    booking_day text not null,
    version integer not null default 0,
    primary key (company_id),
    constraint book_policy_booking_day_is_known check (booking_day in ('RECORDING_DAY', 'POSTING_DAY'))
);
comment on table ledger.book_policy is 'Policies of the books; a company without a row has said nothing yet';
comment on column ledger.book_policy.booking_day is 'Which day JPK_KR_PD is told as the booking date (D_8)';
call simba.company_wall('ledger.book_policy', 'select, insert, update');
call audit.keep_trail_of('ledger.book_policy', 'company', 'company_id');
create trigger book_policy_is_never_deleted
    before delete or truncate on ledger.book_policy
    for each statement execute function simba.refuse('a policy is changed, never deleted');

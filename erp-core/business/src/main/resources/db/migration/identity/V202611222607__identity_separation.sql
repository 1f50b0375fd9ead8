-- Which duties are not to lie in one hand, as data: the usual ones come with a company.
create table identity.duty_conflict (
    company_id uuid not null,
    id uuid not null,
    one_duty text not null,
    other_duty text not null,
    reason text not null,
    primary key (company_id, id),
    constraint duty_conflict_is_told_once unique (company_id, one_duty, other_duty),
    constraint duty_conflict_is_between_two check (one_duty < other_duty)
);
comment on table identity.duty_conflict is 'Pairs of duties that one person should not hold, each with the key of its reason';
call simba.company_wall('identity.duty_conflict', 'select, insert');

-- That one person holds both sides of a conflict nevertheless: why, on whose word, until when.
create table identity.duty_exception (
    company_id uuid not null,
    id uuid not null,
    user_id uuid not null references identity.user_account (id),
    conflict_id uuid not null,
    reason text not null,
    requested_by text not null,
    requested_at timestamptz not null,
    ends_on date not null,
    approved_by text,
    approved_at timestamptz,
    withdrawn_by text,
    withdrawn_at timestamptz,
    primary key (company_id, id),
    foreign key (company_id, conflict_id) references identity.duty_conflict (company_id, id),
    constraint duty_exception_has_a_reason check (btrim(reason) <> ''),
    constraint duty_exception_is_approved_whole check ((approved_by is null) = (approved_at is null)),
    constraint duty_exception_is_withdrawn_whole check ((withdrawn_by is null) = (withdrawn_at is null)),
    -- The set-up of a company, where nobody else is there yet, is the one that may approve what it asks for.
    constraint duty_exception_is_approved_by_another_person check (
        approved_by is null or approved_by = 'system:set-up'
        or (approved_by like 'person:%' and approved_by <> requested_by and approved_by <> 'person:' || user_id))
);
comment on table identity.duty_exception is 'Exceptions from the separation of duties: reason, approver, last day';
create index duty_exception_by_user on identity.duty_exception (company_id, user_id, conflict_id);
call simba.company_wall('identity.duty_exception', 'select, insert, update');

create function identity.guard_duty_exception() returns trigger
    language plpgsql
    as $$
begin
    if tg_op = 'INSERT' and (new.withdrawn_by is not null
                             or (new.approved_by is not null and new.approved_by <> 'system:set-up')) then
        raise exception 'An exception begins as a request'
            using errcode = 'restrict_violation', constraint = 'duty_exception_begins_as_a_request';
    end if;
    if tg_op = 'UPDATE' and (
           to_jsonb(new) - '{approved_by,approved_at,withdrawn_by,withdrawn_at}'::text[]
               <> to_jsonb(old) - '{approved_by,approved_at,withdrawn_by,withdrawn_at}'::text[]
           or old.withdrawn_by is not null
           or (old.approved_by is not null and new.approved_by is distinct from old.approved_by)) then
        raise exception 'An exception is approved once and withdrawn once, and stays what it is'
            using errcode = 'restrict_violation', constraint = 'duty_exception_stays_what_it_is';
    end if;
    return new;
end
$$;
create trigger duty_exception_is_guarded before insert or update on identity.duty_exception
    for each row execute function identity.guard_duty_exception();

create function identity.standard_conflicts(of_company uuid) returns void
    language sql
    as $$
    insert into identity.duty_conflict (company_id, id, one_duty, other_duty, reason)
    select of_company, gen_random_uuid(), least(p.one, p.other), greatest(p.one, p.other), p.reason
      from (values
            ('MAINTAIN_PARTY', 'CONFIRM_BANK_ACCOUNT', 'account-both-hands'),
            ('MAINTAIN_PARTY', 'APPROVE_PAYMENT', 'account-and-payment'),
            ('CONFIRM_BANK_ACCOUNT', 'APPROVE_PAYMENT', 'account-and-payment'),
            ('MAINTAIN_OWN_ACCOUNT', 'APPROVE_PAYMENT', 'account-and-payment'),
            ('PROPOSE_PAYMENT', 'APPROVE_PAYMENT', 'payment-both-hands'),
            ('CODE_INVOICE', 'APPROVE_INVOICE', 'invoice-both-hands'),
            ('CODE_INVOICE', 'APPROVE_INVOICE_ABOVE_LIMIT', 'invoice-both-hands'),
            ('CODE_INVOICE', 'PROPOSE_PAYMENT', 'invoice-and-payment'),
            ('CODE_INVOICE', 'APPROVE_PAYMENT', 'invoice-and-payment'),
            ('POST_JOURNAL_ENTRY', 'APPROVE_PAYMENT', 'books-and-payment'),
            ('POST_JOURNAL_ENTRY', 'MAINTAIN_LEDGER', 'post-and-close'),
            ('ADMINISTER', 'CODE_INVOICE', 'administer-and-books'),
            ('ADMINISTER', 'APPROVE_INVOICE', 'administer-and-books'),
            ('ADMINISTER', 'APPROVE_INVOICE_ABOVE_LIMIT', 'administer-and-books'),
            ('ADMINISTER', 'POST_JOURNAL_ENTRY', 'administer-and-books'),
            ('ADMINISTER', 'MAINTAIN_PARTY', 'administer-and-books'),
            ('ADMINISTER', 'CONFIRM_BANK_ACCOUNT', 'administer-and-books'),
            ('ADMINISTER', 'MAINTAIN_OWN_ACCOUNT', 'administer-and-books'),
            ('ADMINISTER', 'PROPOSE_PAYMENT', 'administer-and-books'),
            ('ADMINISTER', 'APPROVE_PAYMENT', 'administer-and-books'),
            ('ADMINISTER', 'APPROVE_DUTY_EXCEPTION', 'exception-both-hands')) p (one, other, reason)
        on conflict do nothing
    $$;

create function identity.conflicts_of_new_company() returns trigger
    language plpgsql
    as $$
begin
    perform identity.standard_conflicts(new.company_id);
    return null;
end
$$;
create trigger conflicts_of_new_company after insert on company.company
    for each row execute function identity.conflicts_of_new_company();

-- Companies that are there already.
do $$
declare
    there uuid;
begin
    for there in select company_id from company.directory loop
        perform set_config('simba.company', there::text, true);
        perform identity.standard_conflicts(there);
    end loop;
    perform set_config('simba.company', '', true);
end
$$;

create function identity.today(moment timestamptz) returns date
    language sql stable
    as $$ select (moment at time zone c.time_zone)::date from company.company c
           where c.company_id = simba.current_company() $$;

-- The conflicts a person holds, and through which membership each came: the one granted last of the two.
create function identity.conflicts_of(asked_user uuid, moment timestamptz)
    returns table (conflict_id uuid, role_id uuid, excepted boolean)
    language sql stable
    as $$
    with held as (
        select m.role_id, d.duty, rank() over (order by m.granted_at, m.role_id) as place
          from identity.membership m
          join identity.role_duty d on d.company_id = m.company_id and d.role_id = m.role_id
         where m.company_id = simba.current_company() and m.user_id = asked_user
    ), clash as (
        select k.id, case when one.place >= other.place then one.role_id else other.role_id end as role_id
          from identity.duty_conflict k
          join held one on one.duty = k.one_duty
          join held other on other.duty = k.other_duty
         where k.company_id = simba.current_company()
    )
    select distinct c.id, c.role_id,
           exists (select from identity.duty_exception e
                    where e.company_id = simba.current_company() and e.user_id = asked_user and e.conflict_id = c.id
                      and e.approved_by is not null and e.withdrawn_by is null
                      and e.ends_on >= identity.today(moment))
      from clash c
    $$;

-- A membership that makes a conflict nobody excepts, or no longer, stops working as a whole.
create function identity.held_at(asked_user uuid, moment timestamptz)
    returns table (role_id uuid, duty text, amount_limit bigint, cost_centres text[], document_types text[])
    language sql stable
    as $$
    with stopped as (
        select c.role_id from identity.conflicts_of(asked_user, moment) c where not c.excepted
    )
    select h.* from identity.held(asked_user) h where h.role_id not in (select s.role_id from stopped s)
    $$;

drop function identity.acting_for(uuid, uuid);
create function identity.acting_for(asked_user uuid, asked_company uuid, moment timestamptz)
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
            select array_agg(distinct h.duty || '|' || coalesce(h.amount_limit::text, '') || '|'
                             || array_to_string(h.cost_centres, ',') || '|' || array_to_string(h.document_types, ','))
              from identity.held_at(asked_user, moment) h);
        if duties is not null then
            company_id := candidate;
            return next;
            exit;
        end if;
    end loop;
    perform set_config('simba.company', company_before, true);
end
$$;

grant execute on function identity.standard_conflicts(uuid), identity.today(timestamptz),
    identity.conflicts_of(uuid, timestamptz), identity.held_at(uuid, timestamptz),
    identity.acting_for(uuid, uuid, timestamptz) to simba_app;

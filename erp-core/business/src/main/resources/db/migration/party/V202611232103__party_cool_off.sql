-- What somebody approves when they approve an account: whose it is, which number, and where it came from.
create function party.account_content(company uuid, account uuid) returns text
    language sql stable
    as $$
    select jsonb_build_object(
               'account', a.id, 'iban', a.iban, 'source', a.source, 'proposedBy', a.proposed_by, 'party', p.id,
               'name', p.name, 'country', p.country,
               'taxIds', (select coalesce(jsonb_agg(t.number order by t.number), '[]'::jsonb) from party.tax_id t
                           where t.company_id = p.company_id and t.party_id = p.id))::text
      from party.bank_account a
      join party.party p on p.company_id = a.company_id and p.id = a.party_id
     where a.company_id = company and a.id = account
    $$;
create function party.account_content_hash(company uuid, account uuid) returns text
    language sql stable
    as $$ select encode(sha256(convert_to(party.account_content(company, account), 'UTF8')), 'hex') $$;
comment on function party.account_content_hash(uuid, uuid) is 'The fingerprint of an account with its owner and its source, to which the approval of the account is bound';
grant execute on function party.account_content(uuid, uuid), party.account_content_hash(uuid, uuid) to simba_app;

create table party.cool_off (
    company_id uuid not null,
    first_days integer not null,
    change_days integer not null,
    version integer not null default 0,
    primary key (company_id),
    constraint cool_off_is_a_number_of_days check (first_days between 0 and 60 and change_days between 0 and 60)
);
comment on table party.cool_off is 'How many days after its confirmation a partner''s first account, or another one beside or instead of it, is not paid to yet';
call simba.company_wall('party.cool_off', 'select, insert, update');
call audit.keep_trail_of('party.cool_off', 'company', 'company_id');

-- Counted here, so that nobody shortens it.
alter table party.bank_account
    add column payable_from date,
    add constraint bank_account_is_payable_once_confirmed check (payable_from is null or confirmed_by is not null);
comment on column party.bank_account.payable_from is 'The first day on which it may be paid to; nothing if there was no cool-off';

create function party.begin_cool_off() returns trigger
    language plpgsql
    as $$
declare
    days integer;
begin
    select case when exists (select from party.bank_account a
                              where a.company_id = new.company_id and a.party_id = new.party_id and a.id <> new.id
                                and a.confirmed_by is not null)
                then c.change_days else c.first_days end
      into days
      from party.cool_off c where c.company_id = new.company_id;
    new.payable_from := case when coalesce(days, 0) > 0 then
        (select (new.confirmed_at at time zone c.time_zone)::date + days from company.company c
          where c.company_id = new.company_id) end;
    return new;
end
$$;
create trigger cool_off_begins_with_the_confirmation before update on party.bank_account
    for each row when (old.confirmed_by is null and new.confirmed_by is not null)
    execute function party.begin_cool_off();
create trigger cool_off_stands before update on party.bank_account
    for each row when (
        new.payable_from is distinct from old.payable_from
        and (old.confirmed_by is not null or new.confirmed_by is null))
    execute function simba.refuse('a cool-off is waived, never changed');

create table party.cool_off_waiver (
    company_id uuid not null,
    account_id uuid not null,
    reason text not null,
    waived_by text not null,
    waived_for text,
    waived_at timestamptz not null,
    primary key (company_id, account_id),
    foreign key (company_id, account_id) references party.bank_account (company_id, id),
    constraint cool_off_waiver_says_why check (btrim(reason) <> ''),
    constraint cool_off_is_waived_by_a_person check (waived_by like 'person:%')
);
comment on table party.cool_off_waiver is 'Accounts that may be paid to before their cool-off ends, on whose word and why; never changed';
call simba.company_wall('party.cool_off_waiver', 'select, insert');

create function party.guard_cool_off_waiver() returns trigger
    language plpgsql
    as $$
declare
    account party.bank_account;
begin
    select * into account from party.bank_account a
     where a.company_id = new.company_id and a.id = new.account_id;
    if account.payable_from is null or account.withdrawn_at is not null then
        perform simba.refuse('cool_off_is_there_to_be_waived', 'The account has no cool-off');
    end if;
    if account.proposed_by in (new.waived_by, new.waived_for) or account.confirmed_by in (new.waived_by, new.waived_for) then
        perform simba.refuse('cool_off_is_waived_by_a_third_person', 'Who proposed or confirmed the account does not waive its cool-off');
    end if;
    return new;
end
$$;
create trigger cool_off_waiver_is_guarded before insert on party.cool_off_waiver
    for each row execute function party.guard_cool_off_waiver();

-- Whether it may be paid to on a day.
create function party.is_payable_on(company uuid, party uuid, number text, day date) returns boolean
    language sql stable
    as $$
    select exists (select from party.bank_account a
                    where a.company_id = company and a.party_id = party and a.iban = number
                      and a.confirmed_by is not null and a.withdrawn_at is null
                      and (a.payable_from is null or a.payable_from <= day
                           or exists (select from party.cool_off_waiver w
                                       where w.company_id = a.company_id and w.account_id = a.id)))
    $$;
grant execute on function party.is_payable_on(uuid, uuid, text, date) to simba_app;

-- Another account than the one that is paid to is proposed with a proof of where it came from: a document, or an answer of the
-- White List. What somebody says on the telephone is none.
create function party.guard_changed_account() returns trigger
    language plpgsql
    as $$
begin
    if new.source !~ '^(document:[0-9a-f-]{36}|white-list:[A-Za-z0-9-]{5,60})$'
       and exists (select from party.bank_account a
                    where a.company_id = new.company_id and a.party_id = new.party_id and a.confirmed_by is not null) then
        perform simba.refuse('changed_account_has_its_proof', 'A partner with a confirmed account gets another one with a proof only');
    end if;
    return new;
end
$$;
create trigger changed_account_has_its_proof before insert on party.bank_account
    for each row execute function party.guard_changed_account();

-- What somebody would write by hand who needed nothing but entries: the same rules, no walls, no texts, no open items.
drop schema if exists reference cascade;
create schema reference;
set search_path = reference;
create table account (id integer primary key, postable boolean not null, active_from date not null, active_to date);
create table period (id integer primary key, year integer not null, first_day date not null, last_day date not null, open boolean not null);
create table series (journal integer, year integer, last bigint not null, primary key (journal, year));
create table entry (
    id uuid primary key, journal integer not null, year integer not null, number bigint not null,
    period integer not null references period, posting_date date not null, recorded_at timestamptz not null,
    narration text not null, key text not null unique, total numeric(19, 4) not null,
    unique (journal, year, number));
create table line (
    entry uuid not null, line smallint not null, account integer not null, posting_date date not null,
    debit numeric(19, 4) not null, credit numeric(19, 4) not null, primary key (entry, line),
    check (debit = 0 or credit = 0), check (debit <> 0 or credit <> 0));
create index line_by_account on line (account, posting_date);
create table balance (
    account integer, day date, debit numeric(19, 4) not null, credit numeric(19, 4) not null, primary key (account, day));
insert into account select a, true, '2000-01-01', null from generate_series(0, 199) a;
insert into period values (1, 2026, '2026-01-01', '2026-12-31', true);
insert into series select j, 2026, 0 from generate_series(0, 7) j;

create function post(own_journal integer, own_key text, own_day date, accounts integer[], debits numeric[], credits numeric[])
    returns bigint language plpgsql set search_path = reference, pg_temp as $$
declare
    own period;
    own_number bigint;
    own_id uuid := gen_random_uuid();
    total numeric;
begin
    select * into own from period p where own_day between p.first_day and p.last_day for share;
    if own.open is not true then raise 'closed'; end if;
    select sum(d) into total from unnest(debits) d;
    if total <> (select sum(c) from unnest(credits) c) then raise 'unbalanced'; end if;
    if (select count(*) from unnest(accounts) n join account a on a.id = n
         where a.postable and own_day >= a.active_from and (a.active_to is null or own_day <= a.active_to))
            <> cardinality(accounts) then
        raise 'account';
    end if;
    if exists (select from entry e where e.key = own_key) then raise 'twice'; end if;
    insert into line
    select own_id, l.n, l.a, own_day, l.d, l.c from unnest(accounts, debits, credits) with ordinality l (a, d, c, n);
    insert into balance as kept
    select l.a, own_day, sum(l.d), sum(l.c) from unnest(accounts, debits, credits) l (a, d, c) group by l.a order by l.a
    on conflict (account, day) do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit;
    update series s set last = last + 1 where s.journal = own_journal and s.year = own.year returning last into own_number;
    insert into entry values (own_id, own_journal, own.year, own_number, own.id, own_day, clock_timestamp(), 'Bench', own_key, total);
    return own_number;
end $$;

create function post_many(entries integer, lines integer, batch text) returns void language plpgsql set search_path = reference, pg_temp as $$
declare
    first bigint;
    own period;
begin
    create temporary table staged_entry on commit drop as
    select gen_random_uuid() as id, g as place, date '2026-01-01' + g % 365 as day, batch || g as key
      from generate_series(0, entries - 1) g;
    create temporary table staged_line on commit drop as
    select e.id as entry, l as line, (e.place * 7 + l * 13) % 200 as account, e.day,
           case when l % 2 = 0 then 0 else 10.00 end::numeric as debit, case when l % 2 = 0 then 10.00 else 0 end::numeric as credit
      from staged_entry e cross join generate_series(1, lines) l;
    if exists (select from staged_line group by entry having sum(debit) <> sum(credit)) then raise 'unbalanced'; end if;
    if exists (select from staged_line s left join account a on a.id = s.account
                where (a.postable and s.day >= a.active_from and (a.active_to is null or s.day <= a.active_to)) is not true) then
        raise 'account';
    end if;
    if exists (select from staged_entry s join entry e on e.key = s.key) then raise 'twice'; end if;
    if exists (select from staged_entry s left join period p on s.day between p.first_day and p.last_day where p.open is not true) then
        raise 'closed';
    end if;
    insert into line select s.entry, s.line, s.account, s.day, s.debit, s.credit from staged_line s;
    insert into balance as kept
    select s.account, s.day, sum(s.debit), sum(s.credit) from staged_line s group by 1, 2 order by 1, 2
    on conflict (account, day) do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit;
    update series s set last = last + entries where s.journal = 0 and s.year = 2026 returning last - entries into first;
    insert into entry
    select s.id, 0, 2026, first + 1 + s.place, 1, s.day, clock_timestamp(), 'Bench', s.key, t.total
      from staged_entry s
      join (select l.entry, sum(l.debit) as total from staged_line l group by l.entry) t on t.entry = s.id;
end $$;

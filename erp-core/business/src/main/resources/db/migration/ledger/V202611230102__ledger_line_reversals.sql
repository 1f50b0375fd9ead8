-- Single lines taken back. The reversing entry is an ordinary one of its kind; which line takes back which stands here,
-- each line once. An entry is taken back whole or line by line, never both.
create table ledger.line_reversal (
    company_id uuid not null,
    entry_id uuid not null,
    line_number smallint not null,
    reversal_id uuid not null,
    reversal_line smallint not null,
    primary key (company_id, entry_id, line_number),
    foreign key (company_id, entry_id) references ledger.journal_entry (company_id, id),
    foreign key (company_id, reversal_id) references ledger.journal_entry (company_id, id),
    constraint line_reversal_takes_one_line_back unique (company_id, reversal_id, reversal_line)
);
comment on table ledger.line_reversal is 'Which line of which entry takes a line of another one back; never changed';
call simba.company_wall('ledger.line_reversal', 'select, insert');
create trigger line_reversal_is_never_changed
    before update or delete or truncate on ledger.line_reversal
    for each statement execute function simba.refuse('a posted entry is reversed, never changed');

create function ledger.judge_line_reversal() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    taken ledger.journal_line;
    back ledger.journal_line;
    kind text;
begin
    perform pg_advisory_xact_lock(hashtextextended(new.entry_id::text, 4));
    select * into taken from ledger.journal_line l
     where l.company_id = new.company_id and l.entry_id = new.entry_id and l.line_number = new.line_number;
    select * into back from ledger.journal_line l
     where l.company_id = new.company_id and l.entry_id = new.reversal_id and l.line_number = new.reversal_line;
    select e.kind into kind from ledger.journal_entry e
     where e.company_id = new.company_id and e.id = new.reversal_id;
    if taken.entry_id is null or back.entry_id is null then
        perform simba.refuse('line_reversal_names_two_lines', new.entry_id || ' ' || new.line_number);
    elsif kind is null or kind not in ('RED_REVERSAL', 'BLACK_REVERSAL') then
        perform simba.refuse('line_reversal_is_of_its_kind', new.reversal_id::text);
    elsif exists (select from ledger.journal_entry e
                   where e.company_id = new.company_id
                     and (e.reversal_of = new.entry_id or (e.id = new.entry_id and e.reversal_of is not null)))
            or exists (select from ledger.line_reversal r
                        where r.company_id = new.company_id and r.reversal_id = new.entry_id) then
        perform simba.refuse('entry_is_reversed_whole_or_by_lines', new.entry_id::text);
    elsif (taken.account_id, taken.currency, taken.party_id, taken.cost_centre_id, taken.dimensions)
              is distinct from (back.account_id, back.currency, back.party_id, back.cost_centre_id, back.dimensions)
            or (kind = 'RED_REVERSAL'
                and (back.debit, back.credit, back.transaction_amount)
                    is distinct from (-taken.debit, -taken.credit, -taken.transaction_amount))
            or (kind = 'BLACK_REVERSAL'
                and (back.debit, back.credit, back.transaction_amount)
                    is distinct from (taken.credit, taken.debit, taken.transaction_amount)) then
        perform simba.refuse('line_reversal_mirrors_its_line', new.entry_id || ' ' || new.line_number);
    end if;
    return null;
end
$$;
create trigger line_reversal_mirrors_its_line
    after insert on ledger.line_reversal for each row execute function ledger.judge_line_reversal();

create function ledger.refuse_whole_after_lines() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(new.reversal_of::text, 4));
    if exists (select from ledger.line_reversal r
                where r.company_id = new.company_id and new.reversal_of in (r.entry_id, r.reversal_id)) then
        perform simba.refuse('entry_is_reversed_whole_or_by_lines', new.reversal_of::text);
    end if;
    return null;
end
$$;
create trigger entry_is_reversed_whole_or_by_lines
    after insert on ledger.journal_entry for each row when (new.reversal_of is not null)
    execute function ledger.refuse_whole_after_lines();
revoke execute on function ledger.judge_line_reversal() from public;
revoke execute on function ledger.refuse_whole_after_lines() from public;

-- The rules of the books, asserted here whoever writes: the application, the owner, a script. The aggregate asserts them
-- too, before anything is written; the two know nothing of each other.
-- The functions run as their owner, so that the application needs no grant on what they keep; row-level security holds
-- for the owner as well.

-- Period and number. The lock per journal and year is held to the end of the transaction: it makes numbers gap-free,
-- because a number is the last one visible plus one, and a transaction that fails never showed its own.
create function ledger.record_entry() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    period company.fiscal_period;
    last_number bigint;
    last_recorded timestamptz;
begin
    period := company.hold_period(new.company_id, new.fiscal_period_id);
    if period.id is null then
        perform simba.refuse('journal_entry_names_its_period', 'no such period');
    elsif period.state <> 'OPEN' then
        perform simba.refuse('journal_entry_period_is_open', period.code || ' is closed');
    elsif new.posting_date not between period.first_day and period.last_day then
        perform simba.refuse('journal_entry_posting_date_lies_in_its_period',
            new.posting_date || ' is not in ' || period.code);
    elsif new.fiscal_year_id <> period.fiscal_year_id then
        perform simba.refuse('journal_entry_counts_in_the_year_of_its_period', period.code);
    end if;
    perform pg_advisory_xact_lock(hashtextextended(new.journal_id::text || new.fiscal_year_id::text, 2));
    select e.number, e.recorded_at into last_number, last_recorded
      from ledger.journal_entry e
     where e.company_id = new.company_id and e.journal_id = new.journal_id and e.fiscal_year_id = new.fiscal_year_id
     order by e.number desc limit 1;
    last_number := coalesce(last_number, 0);
    if new.number is null then
        new.number := last_number + 1;
        new.recorded_at := greatest(new.recorded_at, last_recorded);
    elsif new.number <> last_number + 1 then
        perform simba.refuse('journal_entry_numbers_have_no_gap', new.number || ' does not follow ' || last_number);
    elsif new.recorded_at < last_recorded then
        perform simba.refuse('journal_entry_numbers_follow_recording', new.recorded_at || ' is before ' || last_recorded);
    end if;
    return new;
end
$$;
create trigger journal_entry_is_recorded_in_order
    before insert on ledger.journal_entry
    for each row execute function ledger.record_entry();

-- All lines of an entry come in one statement and are judged as a set.
create function ledger.judge_lines() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    broken record;
begin
    select judged.rule, judged.entry_id into broken
      from (select l.entry_id,
                   case
                       when max(e.line_count) is null then 'journal_line_belongs_to_an_entry'
                       when count(*) <> max(e.line_count) or min(l.line_number) <> 1
                            or max(l.line_number) <> max(e.line_count) then 'journal_entry_lines_come_together'
                       when bool_or(l.posting_date <> e.posting_date) then 'journal_line_stands_under_its_posting_date'
                       when bool_or(a.id is null) then 'journal_line_names_an_account'
                       when bool_or(not a.postable or e.posting_date < a.active_from or e.posting_date > a.active_to)
                            then 'journal_line_account_is_open_for_entries'
                       when bool_or(a.control is not null and l.party_id is null)
                            then 'control_account_names_its_party'
                       when bool_or(l.open_item and (a.control is null or l.due_date is null))
                            then 'open_item_stands_on_a_control_account'
                       when bool_or(a.cost_centre_required and l.cost_centre_id is null)
                            then 'account_names_its_cost_centre'
                       when bool_or(l.cost_centre_id is not null and c.id is null)
                            then 'journal_line_names_a_cost_centre'
                       when max(e.kind) not in ('CORRECTION', 'RED_REVERSAL') and bool_or(l.debit < 0 or l.credit < 0)
                            then 'journal_line_is_negative_only_in_a_correction'
                       when sum(l.debit) <> sum(l.credit) then 'journal_entry_balances'
                       when sum(l.debit) <> max(e.total) then 'journal_entry_total_is_the_sum_of_its_debits'
                   end as rule
              from new_lines l
              left join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
              left join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
              left join ledger.cost_centre c on c.company_id = l.company_id and c.id = l.cost_centre_id
             group by l.entry_id) judged
     where judged.rule is not null
     limit 1;
    if broken.rule is not null then
        perform simba.refuse(broken.rule, 'entry ' || broken.entry_id);
    end if;

    -- Always in the order of accounts, so that two postings never wait for each other in a circle.
    insert into ledger.account_day as kept (company_id, account_id, day, debit, credit)
    select l.company_id, l.account_id, l.posting_date, sum(l.debit), sum(l.credit)
      from new_lines l
     group by l.company_id, l.account_id, l.posting_date
     order by l.account_id, l.posting_date
    on conflict (company_id, account_id, day)
       do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit;
    insert into ledger.account_month as kept (company_id, account_id, month, debit, credit)
    select l.company_id, l.account_id, date_trunc('month', l.posting_date)::date, sum(l.debit), sum(l.credit)
      from new_lines l
     group by l.company_id, l.account_id, date_trunc('month', l.posting_date)::date
     order by l.account_id, date_trunc('month', l.posting_date)::date
    on conflict (company_id, account_id, month)
       do update set debit = kept.debit + excluded.debit, credit = kept.credit + excluded.credit;

    insert into ledger.open_item (company_id, id, entry_id, line_number, posting_date, account_id, party_id, side, currency,
                                  amount, remaining, base_amount, due_date, document_id, split_payment)
    select l.company_id, gen_random_uuid(), l.entry_id, l.line_number, l.posting_date, l.account_id, l.party_id,
           case when l.debit <> 0 then 'DEBIT' else 'CREDIT' end,
           coalesce(l.currency, b.base_currency), coalesce(l.transaction_amount, l.debit + l.credit),
           coalesce(l.transaction_amount, l.debit + l.credit), l.debit + l.credit, l.due_date, e.document_id,
           l.split_payment
      from new_lines l
      join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
      join company.company b on b.company_id = l.company_id
     where l.open_item;
    return null;
end
$$;
create trigger journal_lines_are_judged_together
    after insert on ledger.journal_line
    referencing new table as new_lines
    for each statement execute function ledger.judge_lines();

create function ledger.refuse_entry_without_lines() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if not exists (select from ledger.journal_line l
                    where l.company_id = new.company_id and l.entry_id = new.id and l.line_number = 1
                      and l.posting_date = new.posting_date) then
        perform simba.refuse('journal_entry_has_lines', 'entry ' || new.id);
    end if;
    return null;
end
$$;
create constraint trigger journal_entry_has_lines
    after insert on ledger.journal_entry deferrable initially deferred
    for each row execute function ledger.refuse_entry_without_lines();

create trigger journal_entry_is_never_changed
    before update or delete or truncate on ledger.journal_entry
    for each statement execute function simba.refuse('a posted entry is reversed, never changed');
create trigger journal_line_is_never_changed
    before update or delete or truncate on ledger.journal_line
    for each statement execute function simba.refuse('a posted entry is reversed, never changed');
create trigger account_is_never_deleted
    before delete or truncate on ledger.account
    for each statement execute function simba.refuse('an account is closed, never deleted');
create trigger journal_is_never_deleted
    before delete or truncate on ledger.journal
    for each statement execute function simba.refuse('its entries refer to it');
create trigger cost_centre_is_never_deleted
    before delete or truncate on ledger.cost_centre
    for each statement execute function simba.refuse('a cost centre is closed, never deleted');

-- Allocations settle items of opposite effect of one party on one account in one currency.
create function ledger.allocate() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    alike boolean;
begin
    perform from ledger.open_item i
      where i.company_id = new.company_id and i.id in (new.item_id, new.against_id) order by i.id for update;
    select a.party_id = b.party_id and a.account_id = b.account_id and a.currency = b.currency
           and sign(a.amount) * case a.side when 'DEBIT' then 1 else -1 end
               = -sign(b.amount) * case b.side when 'DEBIT' then 1 else -1 end
      into alike
      from ledger.open_item a
      join ledger.open_item b on b.company_id = a.company_id and b.id = new.against_id
     where a.company_id = new.company_id and a.id = new.item_id;
    if alike is not true then
        perform simba.refuse('allocation_settles_opposite_items', new.item_id || ' against ' || new.against_id);
    end if;
    update ledger.open_item i
       set remaining = i.remaining - sign(i.amount) * new.amount
     where i.company_id = new.company_id and i.id in (new.item_id, new.against_id);
    return null;
end
$$;
create trigger allocation_reduces_what_remains
    after insert on ledger.allocation
    for each row execute function ledger.allocate();

create function ledger.refuse_change_of_item() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    allocated numeric;
begin
    select coalesce(sum(a.amount), 0) into allocated
      from ledger.allocation a
     where a.company_id = new.company_id and (a.item_id = new.id or a.against_id = new.id);
    if new.remaining <> new.amount - sign(new.amount) * allocated
            or to_jsonb(new) - 'remaining' - 'settled' <> to_jsonb(old) - 'remaining' - 'settled' then
        perform simba.refuse('open_item_changes_by_allocation_only', 'item ' || new.id);
    end if;
    return new;
end
$$;
create trigger open_item_changes_by_allocation_only
    before update on ledger.open_item
    for each row execute function ledger.refuse_change_of_item();
create trigger open_item_is_never_deleted
    before delete or truncate on ledger.open_item
    for each statement execute function simba.refuse('an open item is settled, never deleted');
create trigger allocation_is_never_changed
    before update or delete or truncate on ledger.allocation
    for each statement execute function simba.refuse('an allocation is taken back by a further one');

-- One entry with its lines in one call. Gives back the first result for a key that was used before; whether the input was
-- the same tells its hash. The caller's number is never asked: it is taken here, last.
create function ledger.post_entry(entry jsonb)
    returns table (entry_id uuid, repeated boolean, first_hash text)
    language plpgsql
    as $$
declare
    own_company uuid := simba.current_company();
    key text := entry ->> 'key';
begin
    perform pg_advisory_xact_lock(hashtextextended(own_company::text || key, 3));
    return query select e.id, true, e.input_hash
                   from ledger.journal_entry e where e.company_id = own_company and e.idempotency_key = key;
    if found then
        return;
    end if;
    insert into ledger.journal_entry (company_id, id, journal_id, fiscal_year_id, fiscal_period_id, kind, operation_date,
                                      document_date, posting_date, recorded_at, recorded_by, narration, document_id,
                                      document_number, approval_reference, idempotency_key, input_hash, reversal_of,
                                      line_count, total)
    select own_company, e.id, e.journal_id, p.fiscal_year_id, p.id, e.kind, e.operation_date, e.document_date,
           e.posting_date, e.recorded_at, e.recorded_by, e.narration, e.document_id, e.document_number,
           e.approval_reference, key, e.hash, e.reversal_of, e.line_count, e.total
      from jsonb_to_record(entry) as e (id uuid, journal_id uuid, fiscal_period_id uuid, kind text, operation_date date,
                                        document_date date, posting_date date, recorded_at timestamptz,
                                        recorded_by text, narration text, document_id uuid, document_number text,
                                        approval_reference text, hash text, reversal_of uuid, line_count smallint,
                                        total numeric)
      left join company.fiscal_period p on p.company_id = own_company and p.id = e.fiscal_period_id;
    insert into ledger.journal_line (company_id, entry_id, line_number, account_id, posting_date, debit, credit, currency,
                                     transaction_amount, rate, rate_date, rate_table, rate_source, party_id, vat_code,
                                     due_date, cost_centre_id, text, open_item, split_payment)
    select own_company, (entry ->> 'id')::uuid, l.line_number, l.account_id, (entry ->> 'posting_date')::date,
           coalesce(l.debit, 0), coalesce(l.credit, 0), l.currency, l.transaction_amount, l.rate, l.rate_date,
           l.rate_table, l.rate_source, l.party_id, l.vat_code, l.due_date, l.cost_centre_id, l.text, l.open_item,
           l.split_payment
      from jsonb_to_recordset(entry -> 'lines') as l (line_number smallint, account_id uuid, debit numeric,
                                                      credit numeric, currency text, transaction_amount numeric,
                                                      rate numeric, rate_date date, rate_table text, rate_source text,
                                                      party_id uuid, vat_code text, due_date date, cost_centre_id uuid,
                                                      text text, open_item boolean, split_payment boolean);
    return query select (entry ->> 'id')::uuid, false, entry ->> 'hash';
end
$$;
comment on function ledger.post_entry(jsonb) is 'Puts one entry with its lines into the books';

revoke execute on all functions in schema ledger from public;
grant execute on function ledger.post_entry(jsonb) to simba_app;

-- Plans are kept per connection and may have been made when the books were empty. Whatever the size, a posting touches
-- its own few rows through their keys.
alter function ledger.record_entry() set enable_seqscan = off;
alter function ledger.judge_lines() set enable_seqscan = off;
alter function ledger.judge_lines() set enable_hashjoin = off;
alter function ledger.judge_lines() set enable_mergejoin = off;
alter function ledger.refuse_entry_without_lines() set enable_seqscan = off;
alter function ledger.post_entry(jsonb) set enable_seqscan = off;

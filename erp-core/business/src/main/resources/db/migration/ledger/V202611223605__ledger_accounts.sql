-- What accounts say besides: their only currency, the markers of JPK_KR_PD, and what never changes once entries use them.
alter table ledger.account
    add column currency char(3),
    add column jpk_marker text,
    add column jpk_second_marker text,
    add column jpk_tax_marker text,
    add column version integer not null default 0,
    add constraint account_has_a_name check (btrim(name_en) <> '' and btrim(name_pl) <> ''),
    add constraint account_currency_is_a_code check (currency ~ '^[A-Z]{3}$'),
    add constraint account_markers_have_their_form check (
        (jpk_marker ~ '^[A-Za-z][A-Za-z0-9_]{0,29}$') is not false
        and (jpk_second_marker ~ '^[A-Za-z][A-Za-z0-9_]{0,29}$') is not false
        and (jpk_tax_marker ~ '^PD[0-9](_[0-9])?(_PB)?$') is not false),
    add constraint account_second_marker_follows_the_first check (jpk_second_marker is null or jpk_marker is not null);
comment on column ledger.account.currency is 'The only currency its entries may be in; nothing for any';
comment on column ledger.account.jpk_marker is 'Marker of the balance sheet or income statement (JPK_KR_PD S_12_1)';
comment on column ledger.account.jpk_second_marker is 'Second marker, for accounts with balances on both sides (S_12_2)';
comment on column ledger.account.jpk_tax_marker is 'Marker of income tax (S_12_3)';

-- Decimals of the smallest unit of a currency (ISO 4217).
create function ledger.decimals(currency text) returns integer
    language sql immutable
    as $$
    select case when currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND',
                                  'VUV', 'XAF', 'XOF', 'XPF') then 0
                when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
                when currency = 'CLF' then 4 else 2 end
    $$;
grant execute on function ledger.decimals(text) to simba_app;
alter table ledger.journal_line
    add constraint journal_line_is_scaled_to_its_currency check (
        currency is null or transaction_amount = round(transaction_amount, ledger.decimals(currency)));

create function ledger.judge_account() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    used boolean;
    above uuid := new.parent_id;
begin
    if new.parent_id is not null and exists (select from ledger.account p
            where p.company_id = new.company_id and p.id = new.parent_id and p.postable) then
        perform simba.refuse('account_with_others_below_takes_no_entries', new.code);
    elsif new.postable and exists (select from ledger.account c
            where c.company_id = new.company_id and c.parent_id = new.id) then
        perform simba.refuse('account_with_others_below_takes_no_entries', new.code);
    end if;
    while above is not null loop
        if above = new.id then
            perform simba.refuse('account_is_not_below_itself', new.code);
        end if;
        select a.parent_id into above from ledger.account a where a.company_id = new.company_id and a.id = above;
    end loop;
    if tg_op = 'UPDATE' then
        if (new.company_id, new.id, new.code) is distinct from (old.company_id, old.id, old.code) then
            perform simba.refuse('account_never_becomes_another', old.code);
        end if;
        if (new.type, new.normal_side, new.control, new.currency, new.postable)
                is distinct from (old.type, old.normal_side, old.control, old.currency, old.postable)
                or new.active_from > old.active_from or new.active_to is distinct from old.active_to then
            used := exists (select from ledger.account_day d where d.company_id = new.company_id and d.account_id = new.id);
            if used and (new.type, new.normal_side, new.control, new.currency, new.postable)
                    is distinct from (old.type, old.normal_side, old.control, old.currency, old.postable) then
                perform simba.refuse('account_in_use_keeps_its_nature', old.code);
            elsif used and exists (select from ledger.account_day d
                    where d.company_id = new.company_id and d.account_id = new.id
                      and (d.day < new.active_from or d.day > new.active_to)) then
                perform simba.refuse('account_is_active_on_the_days_of_its_entries', old.code);
            end if;
        end if;
    end if;
    return null;
end
$$;
create trigger account_keeps_its_nature
    after insert or update on ledger.account
    for each row execute function ledger.judge_account();
revoke execute on function ledger.judge_account() from public;

-- Two more rules for lines: an account's own currency, and that cost centres are in use on the day.
create or replace function ledger.judge_lines() returns trigger
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
                       when bool_or(e.posting_date < c.active_from or e.posting_date > c.active_to)
                            then 'journal_line_cost_centre_is_active'
                       when bool_or(coalesce(l.currency, b.base_currency) <> a.currency)
                            then 'journal_line_is_in_the_currency_of_its_account'
                       when bool_or(l.debit + l.credit <> round(l.debit + l.credit, ledger.decimals(b.base_currency)))
                            then 'journal_line_is_scaled_to_the_base_currency'
                       when max(e.kind) not in ('CORRECTION', 'RED_REVERSAL') and bool_or(l.debit < 0 or l.credit < 0)
                            then 'journal_line_is_negative_only_in_a_correction'
                       when sum(l.debit) <> sum(l.credit) then 'journal_entry_balances'
                       when sum(l.debit) <> max(e.total) then 'journal_entry_total_is_the_sum_of_its_debits'
                   end as rule
              from new_lines l
              left join ledger.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id
              left join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
              left join ledger.cost_centre c on c.company_id = l.company_id and c.id = l.cost_centre_id
              left join company.company b on b.company_id = l.company_id and b.id = l.company_id
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
alter function ledger.judge_lines() set enable_seqscan = off;
alter function ledger.judge_lines() set enable_hashjoin = off;
alter function ledger.judge_lines() set enable_mergejoin = off;
alter function ledger.judge_lines() set plan_cache_mode = force_generic_plan;

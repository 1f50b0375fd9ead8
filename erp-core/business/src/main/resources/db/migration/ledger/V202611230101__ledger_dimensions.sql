-- What lines say besides their account: a value on any number of axes that each company makes for itself.
create table ledger.axis (
    company_id uuid not null,
    id uuid not null,
    code text not null,
    name_en text not null,
    name_pl text not null,
    active_from date not null,
    active_to date,
    version integer not null default 0,
    primary key (company_id, id),
    constraint axis_code_is_unique unique (company_id, code),
    constraint axis_code_has_its_form check (code ~ '^[A-Z][A-Z0-9_]{0,19}$'),
    constraint axis_has_a_name check (btrim(name_en) <> '' and btrim(name_pl) <> ''),
    constraint axis_days_are_in_order check (active_to is null or active_from <= active_to)
);
comment on table ledger.axis is 'Axes of analysis, such as PROJECT; cost centres are one of their own';
call simba.company_wall('ledger.axis', 'select, insert, update');
call audit.keep_trail_of('ledger.axis', 'axis');

create table ledger.axis_value (
    company_id uuid not null,
    id uuid not null,
    axis_id uuid not null,
    number text not null,
    name_en text not null,
    name_pl text not null,
    active_from date not null,
    active_to date,
    version integer not null default 0,
    primary key (company_id, id),
    foreign key (company_id, axis_id) references ledger.axis (company_id, id),
    constraint axis_value_number_is_unique unique (company_id, axis_id, number),
    constraint axis_value_number_has_its_form check (number ~ '^[0-9A-Za-z][0-9A-Za-z ._-]{0,31}$'),
    constraint axis_value_has_a_name check (btrim(name_en) <> '' and btrim(name_pl) <> ''),
    constraint axis_value_days_are_in_order check (active_to is null or active_from <= active_to)
);
comment on table ledger.axis_value is 'The values of an axis, such as the projects';
call simba.company_wall('ledger.axis_value', 'select, insert, update');
call audit.keep_trail_of('ledger.axis_value', 'axis', 'axis_id', without => '{axis_id}');

create table ledger.account_axis (
    company_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    axis_id uuid not null,
    rule text not null,
    allowed uuid[] not null default '{}',
    version integer not null default 0,
    primary key (company_id, id),
    foreign key (company_id, account_id) references ledger.account (company_id, id),
    foreign key (company_id, axis_id) references ledger.axis (company_id, id),
    constraint account_axis_is_ruled_once unique (company_id, account_id, axis_id),
    constraint account_axis_rule_is_known check (rule in ('REQUIRED', 'OPTIONAL', 'FORBIDDEN')),
    constraint account_axis_allows_values_only_where_it_takes_some check (rule <> 'FORBIDDEN' or allowed = '{}')
);
comment on table ledger.account_axis is 'Which axes an account asks for, takes or refuses, and with which values; without a row it takes all';
comment on column ledger.account_axis.allowed is 'The values it takes; none for all of the axis';
call simba.company_wall('ledger.account_axis', 'select, insert, update');
call audit.keep_trail_of('ledger.account_axis', 'account', 'account_id', without => '{account_id}');

create function ledger.judge_axis() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if tg_table_name = 'account_axis' then
        if exists (select from unnest(new.allowed) as a (id)
                    where not exists (select from ledger.axis_value v
                                       where v.company_id = new.company_id and v.id = a.id and v.axis_id = new.axis_id)) then
            perform simba.refuse('account_axis_allows_values_of_its_axis', new.account_id::text);
        end if;
        if tg_op = 'UPDATE' and (new.company_id, new.id, new.account_id, new.axis_id)
                <> (old.company_id, old.id, old.account_id, old.axis_id) then
            perform simba.refuse('account_axis_never_becomes_another', old.id::text);
        end if;
    elsif tg_table_name = 'axis_value' then
        if (new.company_id, new.id, new.axis_id, new.number) <> (old.company_id, old.id, old.axis_id, old.number) then
            perform simba.refuse('axis_value_never_becomes_another', old.number);
        end if;
    elsif (new.company_id, new.id, new.code) <> (old.company_id, old.id, old.code) then
        perform simba.refuse('axis_never_becomes_another', old.code);
    end if;
    return null;
end
$$;
create trigger axis_never_becomes_another
    after update on ledger.axis for each row execute function ledger.judge_axis();
create trigger axis_value_never_becomes_another
    after update on ledger.axis_value for each row execute function ledger.judge_axis();
create trigger account_axis_allows_values_of_its_axis
    after insert or update on ledger.account_axis for each row execute function ledger.judge_axis();
create trigger axis_is_never_deleted
    before delete or truncate on ledger.axis
    for each statement execute function simba.refuse('an axis is closed, never deleted');
create trigger axis_value_is_never_deleted
    before delete or truncate on ledger.axis_value
    for each statement execute function simba.refuse('a value is closed, never deleted');
create trigger account_axis_is_never_deleted
    before delete or truncate on ledger.account_axis
    for each statement execute function simba.refuse('an axis is made optional, never deleted');

alter table ledger.journal_line
    add column dimensions jsonb,
    add constraint journal_line_dimensions_are_an_object check (
        dimensions is null or (jsonb_typeof(dimensions) = 'object' and dimensions <> '{}'));
comment on column ledger.journal_line.dimensions is 'Ids of values by the ids of their axes; the cost centre has its own column';

-- Beside ledger.judge_lines, as a set too. Most entries have nothing to do with axes and are let through by two looks.
create function ledger.judge_dimensions() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    broken record;
begin
    if not exists (select from new_lines l where l.dimensions is not null)
            and not exists (select from new_lines l
                              join ledger.account_axis r on r.company_id = l.company_id and r.account_id = l.account_id
                             where r.rule = 'REQUIRED') then
        return null;
    end if;
    select judged.rule, judged.entry_id into broken
      from (select l.entry_id,
                   case
                       when x.id is null then 'journal_line_names_its_axes'
                       when v.id is null then 'journal_line_names_values_of_its_axes'
                       when l.posting_date < x.active_from or l.posting_date > x.active_to
                            or l.posting_date < v.active_from or l.posting_date > v.active_to
                            then 'journal_line_dimension_is_active'
                       when r.rule = 'FORBIDDEN' then 'account_takes_no_such_dimension'
                       when r.allowed <> '{}' and v.id <> all (r.allowed) then 'account_takes_allowed_values_only'
                   end as rule
              from new_lines l
             cross join lateral jsonb_each_text(l.dimensions) d
              left join ledger.axis x on x.company_id = l.company_id
                   and x.id = case when d.key ~ '^[0-9a-f-]{36}$' then d.key::uuid end
              left join ledger.axis_value v on v.company_id = l.company_id and v.axis_id = x.id
                   and v.id = case when d.value ~ '^[0-9a-f-]{36}$' then d.value::uuid end
              left join ledger.account_axis r on r.company_id = l.company_id and r.account_id = l.account_id
                   and r.axis_id = x.id
            union all
            select l.entry_id, 'account_names_its_dimensions'
              from new_lines l
              join ledger.account_axis r on r.company_id = l.company_id and r.account_id = l.account_id
              join ledger.axis x on x.company_id = r.company_id and x.id = r.axis_id
             where r.rule = 'REQUIRED' and l.posting_date between x.active_from and coalesce(x.active_to, 'infinity')
               and l.dimensions ->> r.axis_id::text is null) judged
     where judged.rule is not null
     limit 1;
    if broken.rule is not null then
        perform simba.refuse(broken.rule, 'entry ' || broken.entry_id);
    end if;
    return null;
end
$$;
create trigger journal_line_dimensions_are_judged_together
    after insert on ledger.journal_line
    referencing new table as new_lines
    for each statement execute function ledger.judge_dimensions();

-- Ids turned into what people read: code of the axis, number of the value, and so on.
create function ledger.dimension_numbers(company uuid, dimensions jsonb) returns text[]
    language sql stable
    as $$
    select array_agg(pair.word order by pair.code, pair.place)
      from (select x.code, word, place
              from jsonb_each_text(dimensions) d
              join ledger.axis x on x.company_id = company and x.id = d.key::uuid
              join ledger.axis_value v on v.company_id = company and v.id = d.value::uuid
             cross join lateral unnest(array[x.code, v.number]) with ordinality as u (word, place)
             where dimensions is not null) pair
    $$;
revoke execute on function ledger.dimension_numbers(uuid, jsonb) from public;
grant execute on function ledger.dimension_numbers(uuid, jsonb) to simba_app;

create or replace function ledger.post_entry(entry jsonb)
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
                                     due_date, cost_centre_id, dimensions, text, open_item, split_payment)
    select own_company, (entry ->> 'id')::uuid, l.line_number, l.account_id, (entry ->> 'posting_date')::date,
           coalesce(l.debit, 0), coalesce(l.credit, 0), l.currency, l.transaction_amount, l.rate, l.rate_date,
           l.rate_table, l.rate_source, l.party_id, l.vat_code, l.due_date, l.cost_centre_id, l.dimensions, l.text,
           l.open_item, l.split_payment
      from jsonb_to_recordset(entry -> 'lines') as l (line_number smallint, account_id uuid, debit numeric,
                                                      credit numeric, currency text, transaction_amount numeric,
                                                      rate numeric, rate_date date, rate_table text, rate_source text,
                                                      party_id uuid, vat_code text, due_date date, cost_centre_id uuid,
                                                      dimensions jsonb, text text, open_item boolean,
                                                      split_payment boolean);
    return query select (entry ->> 'id')::uuid, false, entry ->> 'hash';
end
$$;
alter function ledger.post_entry(jsonb) set enable_seqscan = off;
alter function ledger.post_entry(jsonb) set plan_cache_mode = force_generic_plan;
alter function ledger.judge_dimensions() set enable_seqscan = off;
alter function ledger.judge_dimensions() set plan_cache_mode = force_generic_plan;
revoke execute on function ledger.judge_dimensions() from public;
revoke execute on function ledger.judge_axis() from public;

-- A named key that splits an amount over values of an axis, or over cost centres, by parts of a hundred.
create table ledger.distribution (
    company_id uuid not null,
    id uuid not null,
    code text not null,
    name_en text not null,
    name_pl text not null,
    axis_id uuid,
    active_from date not null,
    active_to date,
    version integer not null default 0,
    primary key (company_id, id),
    foreign key (company_id, axis_id) references ledger.axis (company_id, id),
    constraint distribution_code_is_unique unique (company_id, code),
    constraint distribution_code_has_its_form check (code ~ '^[0-9A-Z][0-9A-Z_-]{0,19}$'),
    constraint distribution_has_a_name check (btrim(name_en) <> '' and btrim(name_pl) <> ''),
    constraint distribution_days_are_in_order check (active_to is null or active_from <= active_to)
);
comment on table ledger.distribution is 'Keys that split a line over values of one axis, or over cost centres where they name none';
call simba.company_wall('ledger.distribution', 'select, insert, update');
call audit.keep_trail_of('ledger.distribution', 'distribution');

create table ledger.distribution_part (
    company_id uuid not null,
    distribution_id uuid not null,
    part smallint not null,
    value_id uuid,
    cost_centre_id uuid,
    percent numeric(9, 6) not null,
    primary key (company_id, distribution_id, part),
    foreign key (company_id, distribution_id) references ledger.distribution (company_id, id),
    foreign key (company_id, value_id) references ledger.axis_value (company_id, id),
    foreign key (company_id, cost_centre_id) references ledger.cost_centre (company_id, id),
    constraint distribution_part_names_one_value check ((value_id is null) <> (cost_centre_id is null)),
    constraint distribution_part_is_positive check (percent > 0),
    constraint distribution_part_value_comes_once unique (company_id, distribution_id, value_id),
    constraint distribution_part_cost_centre_comes_once unique (company_id, distribution_id, cost_centre_id)
);
comment on table ledger.distribution_part is 'The parts of a key; together a hundred percent';
call simba.company_wall('ledger.distribution_part', 'select, insert, delete');
call audit.keep_trail_of('ledger.distribution_part', 'distribution', 'distribution_id',
                         without => '{distribution_id,part}');

create function ledger.judge_distribution() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    key uuid := case when tg_table_name = 'distribution' then (to_jsonb(new) ->> 'id')::uuid
                     when tg_op = 'DELETE' then (to_jsonb(old) ->> 'distribution_id')::uuid
                     else (to_jsonb(new) ->> 'distribution_id')::uuid end;
    own uuid := case when tg_op = 'DELETE' then old.company_id else new.company_id end;
begin
    if (select coalesce(sum(p.percent), 0) from ledger.distribution_part p
         where p.company_id = own and p.distribution_id = key) <> 100 then
        perform simba.refuse('distribution_parts_are_a_hundred_percent', key::text);
    elsif exists (select from ledger.distribution_part p
                    join ledger.distribution d on d.company_id = p.company_id and d.id = p.distribution_id
                    left join ledger.axis_value v on v.company_id = p.company_id and v.id = p.value_id
                   where p.company_id = own and p.distribution_id = key and v.axis_id is distinct from d.axis_id) then
        perform simba.refuse('distribution_parts_are_values_of_its_axis', key::text);
    end if;
    return null;
end
$$;
create constraint trigger distribution_parts_are_a_hundred_percent
    after insert or update or delete on ledger.distribution_part deferrable initially deferred
    for each row execute function ledger.judge_distribution();
create constraint trigger distribution_has_parts
    after insert or update on ledger.distribution deferrable initially deferred
    for each row execute function ledger.judge_distribution();
revoke execute on function ledger.judge_distribution() from public;

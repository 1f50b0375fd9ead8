-- Entries that come again: templates, and plans by which they are posted on their days.
create table ledger.entry_template (
    company_id uuid not null,
    id uuid not null,
    code text not null,
    name text not null,
    journal_id uuid not null,
    narration text not null,
    active boolean not null default true,
    version integer not null default 0,
    primary key (company_id, id),
    foreign key (company_id, journal_id) references ledger.journal (company_id, id),
    constraint entry_template_code_is_unique unique (company_id, code),
    constraint entry_template_code_has_its_form check (code ~ '^[0-9A-Z][0-9A-Z_-]{0,19}$'),
    constraint entry_template_says_what_it_is check (btrim(name) <> '' and btrim(narration) <> '')
);
comment on table ledger.entry_template is 'Entries people post again and again';
call simba.company_wall('ledger.entry_template', 'select, insert, update');
call audit.keep_trail_of('ledger.entry_template', 'entry-template');

create table ledger.entry_template_line (
    company_id uuid not null,
    template_id uuid not null,
    line smallint not null,
    account_id uuid not null,
    side text not null,
    amount numeric(19, 4),
    percent numeric(9, 6),
    cost_centre text,
    dimensions jsonb,
    party_id uuid,
    text text,
    primary key (company_id, template_id, line),
    foreign key (company_id, template_id) references ledger.entry_template (company_id, id),
    foreign key (company_id, account_id) references ledger.account (company_id, id),
    constraint entry_template_line_side_is_known check (side in ('DEBIT', 'CREDIT')),
    constraint entry_template_line_is_fixed_or_a_share check (amount is null or percent is null),
    constraint entry_template_line_is_positive check (amount > 0 or percent > 0 or (amount is null and percent is null))
);
comment on table ledger.entry_template_line is 'Lines of a template: an amount, a percentage of the amount it is used for, or what the others leave';
comment on column ledger.entry_template_line.cost_centre is 'Its code, or the code of a distribution key after %';
call simba.company_wall('ledger.entry_template_line', 'select, insert, delete');
call audit.keep_trail_of('ledger.entry_template_line', 'entry-template', 'template_id', without => '{template_id}');

create table ledger.entry_plan (
    company_id uuid not null,
    id uuid not null,
    kind text not null,
    template_id uuid not null,
    narration text not null,
    amount numeric(19, 4) not null,
    first_day date not null,
    last_day date,
    every_months smallint,
    by_days boolean not null default false,
    stopped boolean not null default false,
    planned_by text not null,
    planned_at timestamptz not null,
    version integer not null default 0,
    primary key (company_id, id),
    foreign key (company_id, template_id) references ledger.entry_template (company_id, id),
    constraint entry_plan_kind_is_known check (kind in ('ONCE', 'RECURRING', 'ACCRUAL', 'CUT_OFF')),
    constraint entry_plan_days_are_in_order check (last_day is null or first_day <= last_day),
    constraint entry_plan_recurs_by_months check ((kind = 'RECURRING') = (every_months is not null)
        and (every_months between 1 and 60) is not false),
    constraint entry_plan_cut_off_has_an_end check (kind <> 'CUT_OFF' or last_day is not null),
    constraint entry_plan_amount_is_positive check (amount > 0)
);
comment on table ledger.entry_plan is 'Templates to be posted once, again and again, with their reversal, or spread over months';
call simba.company_wall('ledger.entry_plan', 'select, insert, update');
call audit.keep_trail_of('ledger.entry_plan', 'entry-plan', just => '{stopped}', comes_when => 'true');

create table ledger.planned_entry (
    company_id uuid not null,
    plan_id uuid not null,
    occurrence smallint not null,
    due date not null,
    amount numeric(19, 4) not null,
    reverses smallint,
    entry_id uuid,
    refusal text,
    primary key (company_id, plan_id, occurrence),
    foreign key (company_id, plan_id) references ledger.entry_plan (company_id, id),
    foreign key (company_id, entry_id) references ledger.journal_entry (company_id, id),
    foreign key (company_id, plan_id, reverses) references ledger.planned_entry (company_id, plan_id, occurrence),
    constraint planned_entry_is_posted_as_one_entry unique (company_id, entry_id),
    constraint planned_entry_reverses_an_earlier_one check (reverses < occurrence)
);
comment on table ledger.planned_entry is 'The days of a plan, and the entry that was posted for each';
comment on column ledger.planned_entry.refusal is 'The rule that refused it last';
create index planned_entry_by_due on ledger.planned_entry (company_id, due) where entry_id is null;
call simba.company_wall('ledger.planned_entry', 'select, insert, update');
create function ledger.judge_planned_entry() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if old.entry_id is not null or (new.company_id, new.plan_id, new.occurrence, new.due, new.amount, new.reverses)
            is distinct from (old.company_id, old.plan_id, old.occurrence, old.due, old.amount, old.reverses) then
        perform simba.refuse('planned_entry_is_posted_once', old.plan_id || ' ' || old.occurrence);
    end if;
    return new;
end
$$;
revoke execute on function ledger.judge_planned_entry() from public;
create trigger planned_entry_is_posted_once
    before update on ledger.planned_entry for each row execute function ledger.judge_planned_entry();
create trigger planned_entry_is_never_deleted
    before delete or truncate on ledger.planned_entry
    for each statement execute function simba.refuse('a plan is stopped, never deleted');
create trigger entry_plan_is_never_deleted
    before delete or truncate on ledger.entry_plan
    for each statement execute function simba.refuse('a plan is stopped, never deleted');
create trigger entry_template_is_never_deleted
    before delete or truncate on ledger.entry_template
    for each statement execute function simba.refuse('a template is put away, never deleted');

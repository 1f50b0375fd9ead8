call simba.module_schema('payment');

create table payment.payment_run (
    company_id uuid not null,
    id uuid not null,
    number text not null,
    state text not null,
    account_id uuid not null,
    due_until date not null,
    pay_on date,
    proposed_by text not null,
    proposed_at timestamptz not null,
    sent_by text,
    sent_at timestamptz,
    approved_by text,
    released_at timestamptz,
    cancelled_by text,
    cancelled_at timestamptz,
    cancel_reason text,
    note text,
    version integer not null default 0,
    primary key (company_id, id),
    foreign key (company_id, account_id) references company.bank_account (company_id, id),
    constraint payment_run_number_is_unique unique (company_id, number),
    constraint payment_run_state_is_known check (state in ('PROPOSED', 'IN_APPROVAL', 'RELEASED', 'CANCELLED')),
    constraint payment_run_cancelled_has_reason check (state <> 'CANCELLED' or coalesce(btrim(cancel_reason), '') <> ''),
    constraint payment_run_is_approved_by_a_second_person check (
        (released_at is null or approved_by is not null)
        and (approved_by is null or (approved_by like 'person:%' and approved_by <> proposed_by and approved_by <> sent_by)))
);
comment on table payment.payment_run is 'What is paid from which account: proposed, approved by a second person, released';
call simba.company_wall('payment.payment_run', 'select, insert, update');

create table payment.payment_order (
    company_id uuid not null,
    id uuid not null,
    run_id uuid not null,
    position integer not null,
    kind text not null,
    payee_id uuid not null,
    payee_name text not null,
    iban text not null,
    street text,
    postal_code text,
    city text,
    country char(2) not null,
    amount numeric(19, 4) not null,
    currency char(3) not null,
    pay_on date not null,
    title text not null,
    reference text not null,
    let_through_by text,
    let_through_reason text,
    let_through_comment text,
    removed_at timestamptz,
    removed_by text,
    primary key (company_id, id),
    foreign key (company_id, run_id) references payment.payment_run (company_id, id),
    foreign key (company_id, payee_id, iban) references party.bank_account (company_id, party_id, iban),
    constraint payment_order_has_its_place unique (company_id, run_id, position),
    constraint payment_order_reference_is_unique unique (company_id, reference),
    constraint payment_order_is_more_than_nothing check (amount > 0),
    constraint payment_order_kind_fits_its_currency check (
        (kind = 'SEPA' and currency = 'EUR') or (kind in ('DOMESTIC', 'SPLIT') and currency = 'PLN')),
    constraint payment_order_let_through_has_reason check (
        (let_through_by is null) = (let_through_reason is null)
        and (let_through_by is null) = (let_through_comment is null)
        and (let_through_by is null or btrim(let_through_comment) <> '')),
    constraint payment_order_title_fits_a_transfer check (char_length(title) between 1 and 140),
    constraint payment_order_removed_whole check ((removed_at is null) = (removed_by is null))
);
comment on table payment.payment_order is 'Transfers: to a confirmed account of the payee''s master data, always more than nothing';
call simba.company_wall('payment.payment_order', 'select, insert, update');

create table payment.order_item (
    company_id uuid not null,
    order_id uuid not null,
    open_item_id uuid not null,
    run_id uuid not null,
    amount numeric(19, 4) not null,
    currency char(3) not null,
    due_date date not null,
    document_id uuid,
    document_number text not null,
    live boolean not null default true,
    primary key (company_id, order_id, open_item_id),
    foreign key (company_id, order_id) references payment.payment_order (company_id, id),
    foreign key (company_id, run_id) references payment.payment_run (company_id, id),
    foreign key (company_id, open_item_id) references ledger.open_item (company_id, id),
    constraint order_item_is_not_nothing check (amount <> 0)
);
comment on table payment.order_item is 'Which open items an order settles; live from the proposal until a statement, a removal or a cancellation';
create unique index order_item_lives_in_one_run on payment.order_item (company_id, open_item_id) where live;
create index order_item_by_run on payment.order_item (company_id, run_id);
call simba.company_wall('payment.order_item', 'select, insert, update');

create table payment.blocked_item (
    company_id uuid not null,
    run_id uuid not null,
    open_item_id uuid not null,
    payee_id uuid not null,
    payee_name text not null,
    amount numeric(19, 4) not null,
    currency char(3) not null,
    due_date date not null,
    document_id uuid,
    document_number text not null,
    reason text not null,
    detail text not null,
    order_id uuid,
    primary key (company_id, run_id, open_item_id),
    foreign key (company_id, run_id) references payment.payment_run (company_id, id),
    foreign key (company_id, open_item_id) references ledger.open_item (company_id, id),
    foreign key (company_id, order_id) references payment.payment_order (company_id, id)
);
comment on table payment.blocked_item is 'What was due and not ordered, and why; with an order once an approver let it through';
call simba.company_wall('payment.blocked_item', 'select, insert, update');

create table payment.payment_file (
    company_id uuid not null,
    run_id uuid not null,
    name text not null,
    message_id text not null,
    format text not null,
    sha256 text not null,
    size bigint not null,
    orders integer not null,
    control_sum numeric(19, 4) not null,
    schema_checked boolean not null,
    made_at timestamptz not null,
    primary key (company_id, run_id),
    foreign key (company_id, run_id) references payment.payment_run (company_id, id),
    constraint payment_file_name_is_unique unique (company_id, name),
    constraint payment_file_message_is_unique unique (company_id, message_id),
    constraint payment_file_message_fits_the_format check (char_length(message_id) <= 35),
    constraint payment_file_hash_is_whole check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table payment.payment_file is 'The file of a run, made once: its name, the bank''s name for it and the hash of its bytes';
call simba.company_wall('payment.payment_file', 'select, insert');
create trigger payment_file_never_changes before update or delete on payment.payment_file
    for each row execute function simba.refuse('a payment file is made once');
create trigger payment_files_are_never_emptied before truncate on payment.payment_file
    for each statement execute function simba.refuse('a payment file is made once');

create table payment.white_list_proof (
    company_id uuid not null,
    id uuid not null,
    party_id uuid not null,
    iban text not null,
    checked_on date not null,
    request_id text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (company_id, id),
    foreign key (company_id, party_id, iban) references party.bank_account (company_id, party_id, iban)
);
comment on table payment.white_list_proof is 'Answers of the White List about accounts, kept as proof; never changed';
create index white_list_proof_by_day on payment.white_list_proof (company_id, checked_on);
call simba.company_wall('payment.white_list_proof', 'select, insert');

create trigger payment_run_begins_as_a_proposal before insert on payment.payment_run
    for each row when (new.state <> 'PROPOSED' or new.approved_by is not null or new.released_at is not null)
    execute function simba.refuse('a run begins as a proposal');
create trigger payment_run_stays_what_it_is before update on payment.payment_run
    for each row when (
        (new.company_id, new.id, new.number, new.account_id, new.due_until, new.pay_on, new.proposed_by, new.proposed_at)
        is distinct from
        (old.company_id, old.id, old.number, old.account_id, old.due_until, old.pay_on, old.proposed_by, old.proposed_at))
    execute function simba.refuse('a run stays what it was proposed as');
create trigger payment_run_closed_never_changes before update on payment.payment_run
    for each row when (old.state = 'CANCELLED' or (old.state = 'RELEASED' and new.state = 'RELEASED'))
    execute function simba.refuse('a closed run never changes');
create trigger payment_run_moves_along_its_ways before update on payment.payment_run
    for each row when (new.state <> old.state and (old.state, new.state) not in (
            ('PROPOSED', 'IN_APPROVAL'), ('PROPOSED', 'CANCELLED'), ('IN_APPROVAL', 'PROPOSED'),
            ('IN_APPROVAL', 'RELEASED'), ('IN_APPROVAL', 'CANCELLED'), ('RELEASED', 'CANCELLED')))
    execute function simba.refuse('a run moves along its ways only');

-- A run is released only whole: with its file, with orders, each the sum of its items.
create function payment.judge_release() returns trigger
    language plpgsql
    as $$
begin
    if not exists (select from payment.payment_file f where f.company_id = new.company_id and f.run_id = new.id) then
        perform simba.refuse('payment_run_released_has_its_file', 'A released run has its file');
    end if;
    if new.released_at is null or new.sent_by is null or not exists (
            select from payment.payment_order o
             where o.company_id = new.company_id and o.run_id = new.id and o.removed_at is null) then
        perform simba.refuse('payment_run_released_is_whole', 'A released run was sent, approved and has orders');
    end if;
    if exists (
            select from payment.payment_order o
             where o.company_id = new.company_id and o.run_id = new.id and o.removed_at is null
               and o.amount is distinct from (
                   select sum(i.amount) from payment.order_item i
                    where i.company_id = o.company_id and i.order_id = o.id and i.live and i.currency = o.currency)) then
        perform simba.refuse('payment_order_is_the_sum_of_its_items', 'An order is the sum of its items');
    end if;
    return new;
end
$$;
create trigger payment_run_released_is_whole before update on payment.payment_run
    for each row when (new.state = 'RELEASED') execute function payment.judge_release();
create trigger payment_run_is_never_removed before delete on payment.payment_run
    for each row execute function simba.refuse('a payment run stays in the records');

-- An order comes into a proposal, or on an approver's word into a run under approval, and goes to a confirmed account.
create function payment.guard_new_order() returns trigger
    language plpgsql
    as $$
declare
    run_state text;
begin
    select r.state into run_state from payment.payment_run r
     where r.company_id = new.company_id and r.id = new.run_id for update;
    if not (run_state = 'PROPOSED' or (run_state = 'IN_APPROVAL' and new.let_through_by is not null)) then
        perform simba.refuse('payment_order_comes_with_the_proposal', 'The run is ' || run_state);
    end if;
    if not exists (select from party.bank_account a
                    where a.company_id = new.company_id and a.party_id = new.payee_id and a.iban = new.iban
                      and a.confirmed_by is not null) then
        perform simba.refuse('payment_order_goes_to_a_confirmed_account', 'The account is not confirmed');
    end if;
    return new;
end
$$;
create trigger payment_order_is_guarded_at_first before insert on payment.payment_order
    for each row execute function payment.guard_new_order();

-- Afterwards it is taken out of a proposal, or its day moves on while the run is released; nothing else.
create function payment.guard_order() returns trigger
    language plpgsql
    as $$
declare
    run_state text;
begin
    select r.state into run_state from payment.payment_run r where r.company_id = old.company_id and r.id = old.run_id;
    if to_jsonb(new) - 'removed_at' - 'removed_by' - 'pay_on' <> to_jsonb(old) - 'removed_at' - 'removed_by' - 'pay_on'
       or old.removed_at is not null
       or (new.removed_at is not null and run_state <> 'PROPOSED')
       or (new.pay_on <> old.pay_on and (run_state <> 'IN_APPROVAL' or new.pay_on < old.pay_on)) then
        perform simba.refuse('payment_order_stands', 'An order stands as it was proposed');
    end if;
    return new;
end
$$;
create trigger payment_order_stands before update on payment.payment_order
    for each row execute function payment.guard_order();
create trigger payment_order_is_never_removed before delete on payment.payment_order
    for each row execute function simba.refuse('an order stays in the records');

-- An order never pays more than is open.
create function payment.guard_new_order_item() returns trigger
    language plpgsql
    as $$
begin
    if not exists (select from ledger.open_item i
                    where i.company_id = new.company_id and i.id = new.open_item_id and i.currency = new.currency
                      and abs(new.amount) <= abs(i.remaining)) then
        perform simba.refuse('order_item_pays_no_more_than_is_open', 'More than is open');
    end if;
    if not new.live or not exists (select from payment.payment_order o
                    where o.company_id = new.company_id and o.id = new.order_id and o.run_id = new.run_id
                      and o.removed_at is null) then
        perform simba.refuse('order_item_belongs_to_its_run', 'An item belongs to the run of its order');
    end if;
    return new;
end
$$;
create trigger order_item_is_guarded_at_first before insert on payment.order_item
    for each row execute function payment.guard_new_order_item();

-- An item is let go only with its order or its run, and never comes back to life.
create function payment.guard_order_item() returns trigger
    language plpgsql
    as $$
begin
    if to_jsonb(new) - 'live' <> to_jsonb(old) - 'live' or not old.live
       or not (exists (select from payment.payment_order o
                        where o.company_id = old.company_id and o.id = old.order_id and o.removed_at is not null)
               or exists (select from payment.payment_run r
                           where r.company_id = old.company_id and r.id = old.run_id and r.state = 'CANCELLED')) then
        perform simba.refuse('order_item_is_held', 'An item is held until its order goes or its run is cancelled');
    end if;
    return new;
end
$$;
create trigger order_item_is_held before update on payment.order_item
    for each row execute function payment.guard_order_item();
create trigger order_item_is_never_removed before delete on payment.order_item
    for each row execute function simba.refuse('an item of an order stays in the records');

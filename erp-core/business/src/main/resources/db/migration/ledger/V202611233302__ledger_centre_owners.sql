-- Who answers for what is spent at a cost centre. The latest row not after a day says who it is on that day.
create table ledger.cost_centre_owner (
    company_id uuid not null,
    id uuid not null,
    cost_centre_id uuid not null,
    person_id uuid,
    active_from date not null,
    named_by text not null,
    named_at timestamptz not null,
    primary key (company_id, id),
    foreign key (company_id, cost_centre_id) references ledger.cost_centre (company_id, id),
    constraint cost_centre_owner_begins_once unique (company_id, cost_centre_id, active_from)
);
comment on table ledger.cost_centre_owner is 'Owners of cost centres from a day on; without a person nobody owns it from that day on';
call simba.company_wall('ledger.cost_centre_owner', 'select, insert, update');
call audit.keep_trail_of('ledger.cost_centre_owner', 'cost-centre', 'cost_centre_id',
                         without => '{cost_centre_id,named_by,named_at}');

create trigger cost_centre_owner_stays before update on ledger.cost_centre_owner
    for each row when ((old.company_id, old.id, old.cost_centre_id, old.active_from)
                       is distinct from (new.company_id, new.id, new.cost_centre_id, new.active_from))
    execute function simba.refuse('an owner is named anew, for another day by another row');
create trigger cost_centre_owner_is_never_removed before delete or truncate on ledger.cost_centre_owner
    for each statement execute function simba.refuse('who owned a cost centre stays in the records');

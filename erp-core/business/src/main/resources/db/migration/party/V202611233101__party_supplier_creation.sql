-- Whether a new supplier is approved by a second person before anything is paid to it is the company's setting. Suppliers it
-- had before it asked for that, and those that are imported before, stay usable.
create table party.creation_policy (
    company_id uuid not null,
    approval boolean not null,
    version integer not null default 0,
    primary key (company_id)
);
comment on table party.creation_policy is 'Whether new suppliers are approved by a second person; a company without a row does not ask for it';
call simba.company_wall('party.creation_policy', 'select, insert, update');
call audit.keep_trail_of('party.creation_policy', 'company', 'company_id');

create table party.supplier_creation (
    company_id uuid not null,
    party_id uuid not null,
    state text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    authors text[] not null,
    proof_document uuid,
    proof_reference text,
    note text,
    approved_by text,
    approved_at timestamptz,
    version integer not null default 0,
    primary key (company_id, party_id),
    foreign key (company_id, party_id) references party.party (company_id, id),
    constraint supplier_creation_state_is_known check (
        state in ('PROPOSED', 'RETURNED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    constraint supplier_creation_no_says_why check (
        state not in ('RETURNED', 'REFUSED', 'WITHDRAWN') or coalesce(btrim(note), '') <> ''),
    constraint supplier_proof_says_something check (
        proof_reference is null or char_length(btrim(proof_reference)) between 3 and 200),
    constraint supplier_is_approved_whole check (
        num_nonnulls(approved_by, approved_at) = case state when 'APPROVED' then 2 else 0 end),
    constraint supplier_is_approved_by_a_second_person check (
        approved_by is null or (approved_by like 'person:%' and not approved_by = any (authors))),
    constraint supplier_is_approved_with_its_proof check (
        state <> 'APPROVED' or num_nonnulls(proof_document, proof_reference) > 0)
);
comment on table party.supplier_creation is 'Suppliers that were proposed while the company asks for their approval: how that stands, and what proves where their data come from';
comment on column party.supplier_creation.authors is 'Everybody who proposed or changed it, and for whom: none of them approves it';
comment on column party.supplier_creation.note is 'Why it was returned, refused or withdrawn';
create index supplier_creation_open on party.supplier_creation (company_id, party_id) where state <> 'APPROVED';
call simba.company_wall('party.supplier_creation', 'select, insert, update');
call audit.keep_trail_of('party.supplier_creation', 'party', 'party_id', secret => '{proof_document}',
    without => '{party_id}');

-- What somebody approves when they approve a supplier: all that is known of it, and what proves it.
create function party.creation_content(company uuid, party uuid) returns text
    language sql stable
    as $$
    select jsonb_build_object(
               'party', p.id, 'name', p.name, 'street', p.street, 'additional', p.additional, 'postalCode', p.postal_code,
               'city', p.city, 'subdivision', p.subdivision, 'country', p.country, 'customer', p.customer,
               'proofDocument', c.proof_document, 'proofReference', c.proof_reference,
               'taxIds', (select coalesce(jsonb_agg(t.number order by t.position, t.number), '[]'::jsonb)
                            from party.tax_id t where t.company_id = p.company_id and t.party_id = p.id))::text
      from party.supplier_creation c
      join party.party p on p.company_id = c.company_id and p.id = c.party_id
     where c.company_id = company and c.party_id = party
    $$;
create function party.creation_hash(company uuid, party uuid) returns text
    language sql stable
    as $$ select encode(sha256(convert_to(party.creation_content(company, party), 'UTF8')), 'hex') $$;
comment on function party.creation_hash(uuid, uuid) is 'The fingerprint of a proposed supplier with its proof, to which its approval is bound';
grant execute on function party.creation_content(uuid, uuid), party.creation_hash(uuid, uuid) to simba_app;

-- Whoever writes a supplier, by whatever way: while the company asks for it, it begins as a proposal.
create function party.new_supplier_is_proposed() returns trigger
    language plpgsql
    as $$
declare
    acting constant text[] := string_to_array(coalesce(current_setting('simba.acting', true), ''), E'\x1f');
    actor constant text := coalesce(nullif(acting[1], ''), 'system:sql');
begin
    insert into party.supplier_creation (company_id, party_id, state, proposed_by, proposed_at, authors)
    select new.company_id, new.id, 'PROPOSED', actor, coalesce(nullif(acting[6], '')::timestamptz, now()),
           case when actor like 'person:%' then array[actor] else '{}'::text[] end
      from party.creation_policy s
     where s.company_id = new.company_id and s.approval
    on conflict do nothing;
    return null;
end
$$;
create trigger new_supplier_is_proposed after insert on party.party
    for each row when (new.supplier) execute function party.new_supplier_is_proposed();
create trigger new_role_of_supplier_is_proposed after update on party.party
    for each row when (new.supplier and not old.supplier) execute function party.new_supplier_is_proposed();

create function party.supplier_creation_takes_its_way() returns trigger
    language plpgsql
    as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'PROPOSED' then
            perform simba.refuse('supplier_begins_as_a_proposal', 'A supplier begins as a proposal');
        end if;
        return new;
    end if;
    if old.state = 'APPROVED' then
        perform simba.refuse('approved_supplier_stands', 'The approval of a supplier is never changed');
    end if;
    if (new.company_id, new.party_id, new.proposed_by, new.proposed_at)
           is distinct from (old.company_id, old.party_id, old.proposed_by, old.proposed_at)
       or not new.authors @> old.authors then
        perform simba.refuse('supplier_keeps_its_authors', 'Nobody who proposed or changed a supplier is forgotten');
    end if;
    if new.state = 'APPROVED'
       and (new.proof_document, new.proof_reference) is distinct from (old.proof_document, old.proof_reference) then
        perform simba.refuse('supplier_is_approved_as_it_stands', 'A supplier is approved with the proof it had before');
    end if;
    if new.state <> old.state and (old.state, new.state) not in (
            ('PROPOSED', 'RETURNED'), ('PROPOSED', 'APPROVED'), ('PROPOSED', 'REFUSED'), ('PROPOSED', 'WITHDRAWN'),
            ('RETURNED', 'PROPOSED'), ('RETURNED', 'WITHDRAWN'), ('REFUSED', 'PROPOSED'), ('WITHDRAWN', 'PROPOSED')) then
        perform simba.refuse('supplier_creation_takes_its_way', 'From ' || old.state || ' there is no way to ' || new.state);
    end if;
    return new;
end
$$;
create trigger supplier_creation_takes_its_way before insert or update on party.supplier_creation
    for each row execute function party.supplier_creation_takes_its_way();
create trigger supplier_creation_is_never_removed before delete on party.supplier_creation
    for each row execute function simba.refuse('the creation of a supplier stays in the records');
create trigger supplier_creations_are_never_emptied before truncate on party.supplier_creation
    for each statement execute function simba.refuse('the creation of a supplier stays in the records');

-- Whether it may be paid at all: not while it is proposed, returned, refused or withdrawn.
create function party.is_approved(company uuid, party uuid) returns boolean
    language sql stable
    as $$
    select not exists (select from party.supplier_creation c
                        where c.company_id = company and c.party_id = party and c.state <> 'APPROVED')
    $$;
grant execute on function party.is_approved(uuid, uuid) to simba_app;

-- A name as it is compared: without accents, marks and the legal form.
create function party.compared_name(name text) returns text
    language sql immutable parallel safe
    as $$
    select regexp_replace(
        regexp_replace(simba.fold(name),
            '[ ,]+(sp\.? *z\.? *o\.? *o\.?|spolka z ograniczona odpowiedzialnoscia|spolka akcyjna|s\.? *a\.?|sp\.? *[jk]\.?|gmbh|ltd\.?|b\.?v\.?|s\.?r\.?o\.?|s\.?r\.?l\.?|oy|ab|a/s) *$',
            ''),
        '[^[:alnum:]]', '', 'g')
    $$;
grant execute on function party.compared_name(text) to simba_app;
alter table party.party
    add column compared_name text collate "C" not null generated always as (party.compared_name(name)) stored;
create index party_by_compared_name on party.party (company_id, compared_name);

-- What is computed is no news.
drop trigger trail_tells_what_comes on party.party;
drop trigger trail_tells_what_changes on party.party;
drop trigger trail_tells_what_goes on party.party;
call audit.keep_trail_of('party.party', 'party', personal => '{name,street,additional,postal_code,city,subdivision}');

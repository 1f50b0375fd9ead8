-- An approval counts for whom it was given to. Where the company asks for it, a supplier that bears another name, lies in
-- another country or has other tax ids since is no longer the one that was approved.
create function party.identity_hash(company uuid, party uuid) returns text
    language sql stable
    as $$
    select encode(sha256(convert_to(jsonb_build_object(
               'party', p.id, 'name', p.name, 'country', p.country,
               'taxIds', (select coalesce(jsonb_agg(t.number order by t.number), '[]'::jsonb) from party.tax_id t
                           where t.company_id = p.company_id and t.party_id = p.id))::text, 'UTF8')), 'hex')
      from party.party p
     where p.company_id = company and p.id = party
    $$;
comment on function party.identity_hash(uuid, uuid) is 'The fingerprint of who a partner is: name, country and tax ids';
grant execute on function party.identity_hash(uuid, uuid) to simba_app;

alter table party.supplier_creation add column approved_hash text;
comment on column party.supplier_creation.approved_hash is 'Who the supplier was when it was approved; set here';

-- What is computed is no news.
drop trigger trail_tells_what_comes on party.supplier_creation;
drop trigger trail_tells_what_changes on party.supplier_creation;
drop trigger trail_tells_what_goes on party.supplier_creation;
call audit.keep_trail_of('party.supplier_creation', 'party', 'party_id', secret => '{proof_document}',
    without => '{party_id,approved_hash}');

-- Whoever was approved before is taken for who it is now. The owner sees past the wall for this alone.
alter table party.supplier_creation no force row level security;
alter table party.party no force row level security;
alter table party.tax_id no force row level security;
alter table party.supplier_creation disable trigger user;
update party.supplier_creation
   set approved_hash = party.identity_hash(company_id, party_id)
 where state = 'APPROVED';
alter table party.supplier_creation enable trigger user;
alter table party.supplier_creation force row level security;
alter table party.party force row level security;
alter table party.tax_id force row level security;

alter table party.supplier_creation
    add constraint supplier_is_approved_as_somebody check ((approved_hash is not null) = (state = 'APPROVED'));

create or replace function party.supplier_creation_takes_its_way() returns trigger
    language plpgsql
    as $$
declare
    identity constant text := party.identity_hash(new.company_id, new.party_id);
begin
    new.approved_hash := case new.state when 'APPROVED' then identity end;
    if tg_op = 'INSERT' then
        if new.state <> 'PROPOSED' then
            perform simba.refuse('supplier_begins_as_a_proposal', 'A supplier begins as a proposal');
        end if;
        return new;
    end if;
    if old.state = 'APPROVED' and (new.state <> 'PROPOSED' or old.approved_hash = identity) then
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
            ('RETURNED', 'PROPOSED'), ('RETURNED', 'WITHDRAWN'), ('REFUSED', 'PROPOSED'), ('WITHDRAWN', 'PROPOSED'),
            ('APPROVED', 'PROPOSED')) then
        perform simba.refuse('supplier_creation_takes_its_way', 'From ' || old.state || ' there is no way to ' || new.state);
    end if;
    return new;
end
$$;

create or replace function party.is_approved(company uuid, party uuid) returns boolean
    language sql stable
    as $$
    select not exists (select from party.supplier_creation c
                        where c.company_id = company and c.party_id = party
                          and (c.state <> 'APPROVED'
                               or c.approved_hash is distinct from party.identity_hash(c.company_id, c.party_id)
                                  and exists (select from party.creation_policy s
                                               where s.company_id = c.company_id and s.approval)))
    $$;

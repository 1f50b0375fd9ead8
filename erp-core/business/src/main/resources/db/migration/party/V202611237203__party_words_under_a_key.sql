-- Why a supplier is risky, and what was said when it was proposed, may be words about a person where the supplier is one:
-- they go under the supplier's key. What the trail holds from before stays as it is.
drop trigger trail_tells_what_comes on party.supplier_risk;
drop trigger trail_tells_what_changes on party.supplier_risk;
drop trigger trail_tells_what_goes on party.supplier_risk;
call audit.keep_trail_of('party.supplier_risk', 'party', 'party_id', personal => '{reason}', without => '{party_id}');

drop trigger trail_tells_what_comes on party.supplier_creation;
drop trigger trail_tells_what_changes on party.supplier_creation;
drop trigger trail_tells_what_goes on party.supplier_creation;
call audit.keep_trail_of('party.supplier_creation', 'party', 'party_id', personal => '{note}',
    secret => '{proof_document}', without => '{party_id,approved_hash}');

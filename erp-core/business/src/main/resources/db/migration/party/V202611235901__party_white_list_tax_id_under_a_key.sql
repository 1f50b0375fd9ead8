-- About whom the White List was asked is a number of a person where the partner is one: it goes under the partner's key like
-- the account and the tax id itself. What the trail holds of it from before stays: the trail is only ever added to.
drop trigger trail_tells_what_comes on party.bank_account;
drop trigger trail_tells_what_changes on party.bank_account;
drop trigger trail_tells_what_goes on party.bank_account;
call audit.keep_trail_of('party.bank_account', 'bank-account', 'id', 'party', 'party_id',
    personal => '{iban,white_list_tax_id}', secret => '{source}', without => '{party_id}');

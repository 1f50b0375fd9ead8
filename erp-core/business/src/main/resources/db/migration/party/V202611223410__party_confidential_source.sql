-- Where an account came from may be a confidential document: the account shows it to whoever may see that one, and it
-- never changes, so the trail only says that there was a source.
drop trigger trail_tells_what_comes on party.bank_account;
drop trigger trail_tells_what_changes on party.bank_account;
drop trigger trail_tells_what_goes on party.bank_account;
call audit.keep_trail_of('party.bank_account', 'bank-account', 'id', 'party', 'party_id',
    personal => '{iban}', secret => '{source}', without => '{party_id}');

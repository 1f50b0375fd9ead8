call audit.keep_trail_of('party.party', 'party',
    personal => '{name,street,additional,postal_code,city,subdivision}');
call audit.keep_trail_of('party.tax_id', 'party', 'party_id', personal => '{number}', without => '{party_id}');
call audit.keep_trail_of('party.bank_account', 'bank-account', 'id', 'party', 'party_id',
    personal => '{iban}', without => '{party_id}');

-- Entries typed by hand stand in the register too; they may have neither a document nor a party.
alter table tax.vat_register_row alter column document_id drop not null;
alter table tax.vat_register_row alter column party_id drop not null;
comment on column tax.vat_register_row.document_id is 'The document; empty for an entry by hand without one';
comment on column tax.vat_register_row.party_id is 'Supplier or customer; empty where an entry by hand names none';

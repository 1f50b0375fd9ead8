package io.simbaerp.party;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** One of a party's tax ids, in the form in which ids are compared. */
@Embeddable
record TaxId(@Column(name = "company_id") UUID companyId, String number, int position) {}

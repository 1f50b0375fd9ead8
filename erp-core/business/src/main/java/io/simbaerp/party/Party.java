package io.simbaerp.party;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.TaxIdText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A business partner and its tax ids. */
@Entity
@Table(schema = "party", name = "party")
class Party {

    @Id
    private UUID id;

    @Column(name = "company_id")
    private UUID companyId;

    private String name;
    private @Nullable String street;
    private @Nullable String additional;
    private @Nullable String postalCode;
    private @Nullable String city;
    private @Nullable String subdivision;
    private String country;
    private boolean supplier;
    private boolean customer;

    @ElementCollection
    @CollectionTable(schema = "party", name = "tax_id", joinColumns = @JoinColumn(name = "party_id"))
    @OrderBy("position")
    private Set<TaxId> taxIds = new LinkedHashSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Party() {}

    @SuppressWarnings("NullAway.Init")
    Party(UUID companyId, UUID id, PartyDraft draft) {
        this.companyId = companyId;
        this.id = id;
        change(draft);
    }

    /** Takes over what somebody entered, if it is complete. */
    final void change(PartyDraft draft) {
        if (draft.name().isBlank()) {
            throw RuleViolation.ofField("name", "party.name-missing");
        }
        String wantedCountry = draft.address().country().strip().toUpperCase(Locale.ROOT);
        if (!Set.of(Locale.getISOCountries()).contains(wantedCountry)) {
            throw RuleViolation.ofField("country", "party.country-unknown", wantedCountry);
        }
        if (!draft.supplier() && !draft.customer()) {
            throw RuleViolation.ofField("supplier", "party.neither-supplier-nor-customer");
        }
        name = draft.name().strip();
        country = wantedCountry;
        street = text(draft.address().street());
        additional = text(draft.address().additional());
        postalCode = text(draft.address().postalCode());
        city = text(draft.address().city());
        subdivision = text(draft.address().subdivision());
        supplier = draft.supplier();
        customer = draft.customer();
        Set<TaxId> wanted = new LinkedHashSet<>();
        for (String taxId : draft.taxIds()) {
            String number = TaxIdText.digits(taxId);
            if (!number.isEmpty()
                    && wanted.stream().noneMatch(one -> one.number().equals(number))) {
                wanted.add(new TaxId(companyId, number, wanted.size() + 1));
            }
        }
        taxIds.retainAll(wanted);
        taxIds.addAll(wanted);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    private static @Nullable String text(@Nullable String entered) {
        return entered == null || entered.isBlank() ? null : entered.strip();
    }
}

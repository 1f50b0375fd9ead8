package io.simbaerp.invoice.registration;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.TaxIdText;
import io.simbaerp.invoice.received.Buyer;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows the two sides of an invoice: whether the buyer is us, and which of our parties the supplier is. */
@Component
public class Counterparties {

    private final Parties parties;
    private final CurrentCompany currentCompany;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final LookingUp lookingUp;

    Counterparties(
            Parties parties,
            CurrentCompany currentCompany,
            JdbcClient jdbc,
            CurrentActor currentActor,
            LookingUp lookingUp) {
        this.parties = parties;
        this.currentCompany = currentCompany;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.lookingUp = lookingUp;
    }

    /** Whether any of the buyer's ids is the company's tax id; a buyer without an id is nobody's. */
    public boolean isOurs(Buyer buyer) {
        String ours = TaxIdText.digits(currentCompany.get().taxId());
        return Stream.of(buyer.vatIdentifier(), value(buyer.legalRegistration()), value(buyer.identifier()))
                .filter(Objects::nonNull)
                .map(TaxIdText::digits)
                .anyMatch(ours::equals);
    }

    /** The party with the supplier's tax id; of one that states none, the party its last invoice was matched with. */
    public Optional<UUID> supplier(Seller seller) {
        Optional<String> taxId = SupplierKey.taxId(seller);
        return taxId.isPresent()
                ? lookingUp
                        .in(() -> parties.byTaxId(taxId.get()))
                        .map(PartyView::id)
                        .map(PartyId::value)
                : lastMatch(SupplierKey.of(seller));
    }

    private Optional<UUID> lastMatch(String supplierKey) {
        return jdbc.sql("""
                        select supplier_id from invoice.purchase_invoice
                         where company_id = :company and supplier_key = :key and supplier_id is not null
                         order by registered_at desc limit 1""")
                .param("company", currentActor.company().value())
                .param("key", supplierKey)
                .query(UUID.class)
                .optional();
    }

    private static @Nullable String value(@Nullable Identifier identifier) {
        return identifier == null ? null : identifier.value();
    }
}

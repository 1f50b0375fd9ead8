package io.simbaerp.invoice.registration;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.TaxIdText;
import io.simbaerp.invoice.received.Buyer;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.Payee;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.invoice.registration.SupplierMatch.How;
import io.simbaerp.money.Iban;
import io.simbaerp.party.Parties;
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
    private final Payees payees;

    Counterparties(
            Parties parties,
            CurrentCompany currentCompany,
            JdbcClient jdbc,
            CurrentActor currentActor,
            LookingUp lookingUp,
            Payees payees) {
        this.parties = parties;
        this.currentCompany = currentCompany;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.lookingUp = lookingUp;
        this.payees = payees;
    }

    /** The party that is to be paid instead of the supplier. */
    public Optional<UUID> payee(Payee payee) {
        return payees.known(payee);
    }

    /** Whether any of the buyer's ids is the company's tax id; a buyer without an id is nobody's. */
    public boolean isOurs(Buyer buyer) {
        String ours = TaxIdText.digits(currentCompany.get().taxId());
        return Stream.of(buyer.vatIdentifier(), value(buyer.legalRegistration()), value(buyer.identifier()))
                .filter(Objects::nonNull)
                .map(TaxIdText::digits)
                .anyMatch(ours::equals);
    }

    /** The party the supplier is, where its tax id or its confirmed account says so. */
    public Optional<SupplierMatch> supplier(ReceivedInvoice invoice, @Nullable String account) {
        return lookingUp.in(() -> byTaxId(invoice.seller())
                .or(() -> earlierDecision(invoice.seller()))
                .or(() -> byAccount(invoice, account)));
    }

    private Optional<SupplierMatch> byTaxId(Seller seller) {
        return Stream.of(seller.vatIdentifier(), seller.taxRegistration())
                .filter(Objects::nonNull)
                .filter(id -> !TaxIdText.digits(id).isEmpty())
                .flatMap(id -> parties.byTaxId(id).stream())
                .findFirst()
                .map(party -> new SupplierMatch(party.id().value(), How.TAX_ID));
    }

    /** Only of a tax id: whoever states none is known by name alone, and that is for a person to judge. */
    private Optional<SupplierMatch> earlierDecision(Seller seller) {
        return SupplierKey.taxId(seller).isEmpty()
                ? Optional.empty()
                : jdbc.sql("""
                        select supplier_id from invoice.purchase_invoice
                         where company_id = :company and supplier_key = :key and supplier_match = 'PERSON'
                           and state <> 'REJECTED'
                         order by registered_at desc limit 1""")
                        .param("company", currentActor.company().value())
                        .param("key", SupplierKey.of(seller))
                        .query(UUID.class)
                        .optional()
                        .map(party -> new SupplierMatch(party, How.EARLIER_DECISION));
    }

    /** An account is a payee's: where somebody else is to be paid, it says nothing of the supplier. */
    private Optional<SupplierMatch> byAccount(ReceivedInvoice invoice, @Nullable String account) {
        if (account == null || invoice.payee() != null) {
            return Optional.empty();
        }
        boolean statesTaxId = SupplierKey.taxId(invoice.seller()).isPresent();
        return parties.byIban(account)
                .filter(party -> party.accounts().stream()
                        .anyMatch(one -> one.confirmed()
                                && one.iban().equals(Iban.parse(account).orElse(null))))
                .filter(party -> !statesTaxId || party.taxIds().isEmpty())
                .map(party -> new SupplierMatch(party.id().value(), How.IBAN));
    }

    private static @Nullable String value(@Nullable Identifier identifier) {
        return identifier == null ? null : identifier.value();
    }
}

package io.simbaerp.invoice.registration;

import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.TaxIdText;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.Payee;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.invoice.received.polish.FurtherParty;
import io.simbaerp.party.Address;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.RegisterParty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom an invoice is to be paid to when that isn't the supplier (BG-10), such as a factor who bought the claim. */
@Component
public class Payees {

    /** Schemes of BT-60 and BT-61 that number something else than tax payers: DUNS, GLN, SEPA creditors. */
    private static final Set<String> NO_TAX_ID = Set.of("0060", "0088", "SEPA");

    private final Parties parties;
    private final RegisterParty registerParty;
    private final CurrentCompany currentCompany;
    private final JdbcClient jdbc;
    private final SupplierFromInvoice supplierFromInvoice;
    private final LookingUp lookingUp;

    Payees(
            Parties parties,
            RegisterParty registerParty,
            CurrentCompany currentCompany,
            JdbcClient jdbc,
            SupplierFromInvoice supplierFromInvoice,
            LookingUp lookingUp) {
        this.parties = parties;
        this.registerParty = registerParty;
        this.currentCompany = currentCompany;
        this.jdbc = jdbc;
        this.supplierFromInvoice = supplierFromInvoice;
        this.lookingUp = lookingUp;
    }

    /** The payee, if the invoice names one and it is somebody else than the seller. */
    public static Optional<Payee> other(ReceivedInvoice invoice) {
        return Optional.ofNullable(invoice.payee())
                .filter(payee -> payee.name() != null)
                .filter(payee -> !isSeller(payee, invoice.seller()));
    }

    /** The party the payee is: by its tax id, else as its last invoice was answered. */
    public Optional<UUID> known(Payee payee) {
        return taxIds(payee)
                .flatMap(id -> lookingUp.in(() -> parties.byTaxId(id)).stream())
                .map(PartyView::id)
                .map(PartyId::value)
                .findFirst()
                .or(() -> lastAnswer(payee));
    }

    /**
     * Takes the payee in as the invoice names it, unless somebody has done so since. The account on the invoice is where
     * the payee wants the money: it is proposed, and a second person confirms it.
     */
    public UUID create(InvoiceDetails details) {
        Payee payee =
                other(details.invoice()).orElseThrow(() -> new IllegalStateException("Nobody else is to be paid"));
        UUID party = known(payee).orElseGet(() -> registered(details, payee));
        supplierFromInvoice.propose(details.account(), party, details.documentId());
        return party;
    }

    private UUID registered(InvoiceDetails details, Payee payee) {
        return registerParty
                .register(new PartyDraft(
                        Objects.requireNonNull(payee.name()),
                        taxIds(payee).limit(1).toList(),
                        address(details.invoice(), payee),
                        true,
                        false,
                        details.documentId()))
                .value();
    }

    private Optional<UUID> lastAnswer(Payee payee) {
        return jdbc.sql("""
                        select payee_id from invoice.purchase_invoice
                         where company_id = :company and payee_name = :name and payee_id is not null
                         order by registered_at desc limit 1""")
                .param("company", currentCompany.get().id().value())
                .param("name", payee.name())
                .query(UUID.class)
                .optional();
    }

    private static boolean isSeller(Payee payee, Seller seller) {
        List<String> own = Stream.of(
                        seller.vatIdentifier(), seller.taxRegistration(), value(seller.legalRegistration()))
                .filter(Objects::nonNull)
                .map(TaxIdText::digits)
                .toList();
        List<String> stated = taxIds(payee).map(TaxIdText::digits).toList();
        if (!stated.isEmpty() && !own.isEmpty()) {
            return stated.stream().anyMatch(own::contains);
        }
        return seller.name() != null
                && payee.name() != null
                && seller.name().strip().equalsIgnoreCase(payee.name().strip());
    }

    private static Stream<String> taxIds(Payee payee) {
        return Stream.of(payee.legalRegistration(), payee.identifier())
                .filter(Objects::nonNull)
                .filter(id -> id.scheme() == null || !NO_TAX_ID.contains(id.scheme()))
                .map(Identifier::value)
                .filter(id -> TaxIdText.digits(id).matches("([A-Z]{2})?[0-9A-Z]{8,13}"));
    }

    /** The address FA gives a factor; other formats name the payee without one. */
    private Address address(ReceivedInvoice invoice, Payee payee) {
        String home = currentCompany.get().country();
        PostalAddress stated = invoice.polish() == null
                ? null
                : invoice.polish().parties().stream()
                        .filter(party -> Objects.equals(party.name(), payee.name()))
                        .map(FurtherParty::address)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return stated == null
                ? new Address(null, null, null, null, null, home)
                : new Address(
                        stated.line1(),
                        stated.line2(),
                        stated.postCode(),
                        stated.city(),
                        stated.subdivision(),
                        Objects.requireNonNullElse(stated.country(), home));
    }

    private static @Nullable String value(@Nullable Identifier identifier) {
        return identifier == null ? null : identifier.value();
    }
}

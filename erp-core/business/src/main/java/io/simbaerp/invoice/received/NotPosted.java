package io.simbaerp.invoice.received;

import io.simbaerp.company.TaxIdText;
import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why something that looks like an invoice is registered and kept, but never posted as a purchase. */
public enum NotPosted {
    /** UNTDID 1001 code 751: information for the books of somebody else, such as the profiles MINIMUM and BASIC WL. */
    ACCOUNTING_INFORMATION,
    /** 325: an offer in the shape of an invoice. */
    PROFORMA,
    /** An order or an answer to one: it says what is wanted, not what is owed. */
    ORDER,
    /** VAT RR: the buyer's own paper about what it bought of a flat-rate farmer; its refund is deducted with the payment. */
    FLAT_RATE_FARMER,
    /** Our own invoice to a customer. */
    OUR_SALE,
    /** A customer issued it in our name (389, P_17): it is our sale, not a purchase. */
    SALE_BILLED_BY_CUSTOMER;

    private static final String INFORMATION = "751";
    private static final String OFFER = "325";

    /** The reason, if there is one. Invoices we issue in a supplier's name are purchases like others. */
    public static Optional<NotPosted> reason(ReceivedInvoice invoice, String ourTaxId) {
        if (INFORMATION.equals(invoice.typeCode())) {
            return Optional.of(ACCOUNTING_INFORMATION);
        }
        if (OFFER.equals(invoice.typeCode())) {
            return Optional.of(PROFORMA);
        }
        Seller seller = invoice.seller();
        Buyer buyer = invoice.buyer();
        boolean weSell =
                isOurs(ourTaxId, seller.vatIdentifier(), seller.taxRegistration(), value(seller.legalRegistration()));
        boolean weBuy =
                isOurs(ourTaxId, buyer.vatIdentifier(), value(buyer.legalRegistration()), value(buyer.identifier()));
        if (!weSell || weBuy) {
            return Optional.empty();
        }
        return Optional.of(invoice.selfBilled() ? SALE_BILLED_BY_CUSTOMER : OUR_SALE);
    }

    /**
     * Whether one of these findings rules out that an invoice to us stands on the pages of the document. Where the data is
     * information for the books alone, the page beside it may well be the invoice.
     */
    public static boolean isRuledOut(List<Finding> findings) {
        return Stream.of(PROFORMA, ORDER, OUR_SALE, SALE_BILLED_BY_CUSTOMER).anyMatch(reason -> findings.stream()
                .anyMatch(found -> found.rule().equals(reason.rule())));
    }

    /** The rule's id, under which the reason has its sentence. */
    public String rule() {
        return "not-posted." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is said about a document kept for this reason. */
    public Finding finding() {
        return new Finding(rule(), Severity.INFORMATION, null, "Registered and kept, not posted", List.of());
    }

    private static boolean isOurs(String ourTaxId, @Nullable String... ids) {
        return Stream.of(ids)
                .filter(Objects::nonNull)
                .map(TaxIdText::digits)
                .anyMatch(TaxIdText.digits(ourTaxId)::equals);
    }

    private static @Nullable String value(@Nullable Identifier identifier) {
        return identifier == null ? null : identifier.value();
    }
}

package io.simbaerp.invoice.entry;

import io.simbaerp.company.CompanyView;
import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.invoice.received.Buyer;
import io.simbaerp.invoice.received.Delivery;
import io.simbaerp.invoice.received.InvoiceItem;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.InvoiceReferences;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.PaymentInstructions;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts what somebody typed in into the terms of EN 16931: one line per rate, since the picture's own stay on it. */
final class TypedInvoice {

    /** The VAT of a row is more than some cents beside net times rate. */
    static final String VAT_DIFFERS = "SIMBA-ENTRY-VAT";

    private static final String INVOICE = "380";
    private static final String CREDIT_NOTE = "381";
    private static final String CREDIT_TRANSFER = "30";
    private static final BigDecimal TOLERANCE = new BigDecimal("0.05");
    private static final InvoiceReferences NOTHING_REFERRED_TO =
            new InvoiceReferences(null, null, null, null, null, null, null, null, null, null);

    private final EnteredInvoice entered;
    private final CompanyView company;

    TypedInvoice(EnteredInvoice entered, CompanyView company) {
        this.entered = entered;
        this.company = company;
    }

    ReceivedInvoice received() {
        return new ReceivedInvoice(
                entered.creditNote(),
                entered.number(),
                entered.issueDate(),
                entered.creditNote() ? CREDIT_NOTE : INVOICE,
                entered.currency(),
                null,
                null,
                null,
                entered.dueDate(),
                NOTHING_REFERRED_TO,
                null,
                List.of(),
                null,
                null,
                List.of(),
                seller(),
                buyer(),
                null,
                null,
                entered.supplyDate() == null ? null : new Delivery(null, null, entered.supplyDate(), null),
                null,
                payment(),
                List.of(),
                List.of(),
                totals(),
                entered.vat().stream().map(TypedInvoice::breakdown).toList(),
                List.of(),
                lines(),
                null);
    }

    /** What looks like a slip of the fingers; the person decides. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (EnteredInvoice.VatRow row : entered.vat()) {
            BigDecimal rate = row.rate() == null ? BigDecimal.ZERO : row.rate();
            BigDecimal expected =
                    row.net().amount().multiply(rate).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
            if (expected.subtract(row.tax().amount()).abs().compareTo(TOLERANCE) > 0) {
                findings.add(new Finding(
                        VAT_DIFFERS,
                        Severity.WARNING,
                        null,
                        "VAT of " + row.tax() + " at " + rate + " %, expected " + expected,
                        List.of(rate.toPlainString(), row.tax().toString(), expected.toPlainString())));
            }
        }
        return findings;
    }

    private Seller seller() {
        EnteredInvoice.Seller seller = entered.seller();
        boolean vatPayer =
                entered.vat().stream().anyMatch(row -> row.tax().amount().signum() != 0);
        String taxId = taxId(seller.taxId(), seller.country());
        boolean international = taxId != null && (vatPayer || Character.isLetter(taxId.charAt(0)));
        return new Seller(
                seller.name(),
                null,
                List.of(),
                null,
                international ? taxId : null,
                international ? null : taxId,
                null,
                null,
                new PostalAddress(
                        seller.street(), null, null, seller.city(), seller.postCode(), null, seller.country()),
                null);
    }

    /** A national number gets the prefix that BT-31 has. */
    private static @Nullable String taxId(@Nullable String typed, String country) {
        String bare = typed == null ? "" : typed.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
        if (bare.isEmpty()) {
            return null;
        }
        return Character.isDigit(bare.charAt(0)) ? country + bare : bare;
    }

    /** Whoever types it in has seen that it is ours. */
    private Buyer buyer() {
        return new Buyer(
                company.name(),
                null,
                null,
                null,
                taxId(company.taxId(), company.country()),
                null,
                new PostalAddress(
                        company.street(), null, null, company.city(), company.postalCode(), null, company.country()),
                null);
    }

    private @Nullable PaymentInstructions payment() {
        String account = entered.account();
        return account == null
                ? null
                : new PaymentInstructions(
                        CREDIT_TRANSFER,
                        null,
                        null,
                        List.of(new PaymentInstructions.CreditTransfer(account, null, null)),
                        null,
                        null);
    }

    private InvoiceTotals totals() {
        Money net = sum(EnteredInvoice.VatRow::net);
        return new InvoiceTotals(
                net,
                null,
                null,
                net,
                sum(EnteredInvoice.VatRow::tax),
                null,
                entered.gross(),
                null,
                null,
                entered.gross());
    }

    private Money sum(Function<EnteredInvoice.VatRow, Money> part) {
        return entered.vat().stream().map(part).reduce(Money.zero(entered.currency()), Money::plus);
    }

    private static VatBreakdown breakdown(EnteredInvoice.VatRow row) {
        return new VatBreakdown(row.net(), row.tax(), row.category(), row.rate(), null, null);
    }

    private List<InvoiceLine> lines() {
        List<InvoiceLine> lines = new ArrayList<>();
        for (EnteredInvoice.VatRow row : entered.vat()) {
            lines.add(new InvoiceLine(
                    String.valueOf(lines.size() + 1),
                    null,
                    null,
                    null,
                    null,
                    row.net(),
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    row.category(),
                    row.rate(),
                    new InvoiceItem(entered.description(), null, null, null, null, List.of(), null, List.of()),
                    null));
        }
        return lines;
    }
}

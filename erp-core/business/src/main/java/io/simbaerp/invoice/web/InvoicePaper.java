package io.simbaerp.invoice.web;

import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.received.Buyer;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.InvoiceNote;
import io.simbaerp.invoice.received.LineChange;
import io.simbaerp.invoice.received.PaymentInstructions;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An invoice laid out like paper. It shows what the supplier's file states, and nothing we made of it.
 *
 * @param kind of a structured invoice of KSeF, such as KOR
 * @param sections what only such an invoice says
 */
record InvoicePaper(
        boolean creditNote,
        @Nullable String kind,
        String number,
        @Nullable String ksefNumber,
        LocalDate issueDate,
        @Nullable LocalDate supplyFrom,
        @Nullable LocalDate supplyTo,
        @Nullable LocalDate taxPoint,
        @Nullable LocalDate dueDate,
        String currency,
        Side seller,
        Side buyer,
        @Nullable String payee,
        List<Row> rows,
        List<Tax> taxes,
        List<Sum> sums,
        Money due,
        @Nullable String account,
        @Nullable String terms,
        List<Reference> references,
        List<PaperSection> sections,
        List<String> notes) {

    /** One of the two parties: name, address lines, tax number. */
    record Side(
            @Nullable String name,
            List<String> lines,
            @Nullable String taxId) {}

    /**
     * A line, an allowance or a charge.
     *
     * @param key the key coding refers to it by; the states before and after a correction have the same
     * @param before whether it is the state before a correction
     * @param further what else a structured invoice says about it
     */
    record Row(
            String key,
            boolean before,
            String name,
            @Nullable String description,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable Money price,
            @Nullable String category,
            @Nullable BigDecimal rate,
            Money net,
            List<PaperSection.Fact> further) {}

    /** A row of the VAT breakdown. */
    record Tax(
            String category,
            @Nullable BigDecimal rate,
            Money net,
            Money tax,
            Money gross,
            @Nullable Money inAccountingCurrency,
            @Nullable String reason) {}

    /** A total besides the amount due, by its message key. */
    record Sum(String key, Money amount) {}

    /** Something the invoice refers to, by its message key. */
    record Reference(String key, String value) {}

    static InvoicePaper of(InvoiceDetails details) {
        ReceivedInvoice invoice = details.invoice();
        return new InvoicePaper(
                details.creditNote(),
                invoice.polish() == null ? null : invoice.polish().kind().name(),
                details.number(),
                details.ksefNumber(),
                details.dates().issue(),
                details.dates().supplyFrom(),
                details.dates().supplyTo(),
                invoice.taxPointDate(),
                details.dates().due(),
                invoice.currency().code(),
                side(invoice.seller()),
                side(invoice.buyer()),
                details.payee(),
                rows(invoice),
                invoice.vatBreakdown().stream().map(InvoicePaper::tax).toList(),
                sums(invoice),
                details.due(),
                details.account(),
                invoice.paymentTerms(),
                references(invoice),
                PolishPaper.sections(invoice),
                invoice.notes().stream().map(InvoiceNote::text).toList());
    }

    private static Side side(Seller seller) {
        return new Side(
                seller.name(), address(seller.address()), first(seller.vatIdentifier(), seller.taxRegistration()));
    }

    private static Side side(Buyer buyer) {
        return new Side(
                buyer.name(),
                address(buyer.address()),
                first(
                        buyer.vatIdentifier(),
                        buyer.legalRegistration() == null
                                ? null
                                : buyer.legalRegistration().value()));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    static List<String> address(@Nullable PostalAddress address) {
        if (address == null) {
            return List.of();
        }
        String town = joined(" ", address.postCode(), address.city());
        return Stream.of(address.line1(), address.line2(), address.line3(), joined(", ", town, address.country()))
                .filter(line -> line != null && !line.isBlank())
                .toList();
    }

    private static String joined(String separator, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(separator));
    }

    private static List<Row> rows(ReceivedInvoice invoice) {
        List<Row> rows = new ArrayList<>();
        List<LineChange> positions = invoice.positions();
        for (int i = 0; i < positions.size(); i++) {
            InvoiceLine before = positions.get(i).before();
            InvoiceLine after = positions.get(i).after();
            String key = String.valueOf(i + 1);
            if (before != null) {
                rows.add(row(key, before));
            }
            if (after != null) {
                rows.add(row(key, after));
            }
        }
        CodableLine.of(invoice).stream()
                .filter(line -> !line.key().equals(CodableLine.DIFFERENCE))
                .skip(positions.size())
                .map(InvoicePaper::row)
                .forEach(rows::add);
        return rows;
    }

    private static Row row(CodableLine line) {
        return new Row(
                line.key(),
                false,
                line.text(),
                null,
                null,
                null,
                null,
                line.category(),
                line.rate(),
                line.net(),
                List.of());
    }

    private static Row row(String key, InvoiceLine line) {
        String name = line.item().name();
        return new Row(
                key,
                line.before(),
                Objects.requireNonNullElse(name, Objects.requireNonNullElse(line.note(), "")),
                line.item().description(),
                line.quantity(),
                line.unit(),
                line.price() == null ? null : line.price().net(),
                line.vatCategory(),
                line.vatRate(),
                Objects.requireNonNull(line.net()),
                PolishPaper.ofLine(line));
    }

    private static Tax tax(VatBreakdown vat) {
        Money net = Objects.requireNonNull(vat.taxable());
        Money tax = Objects.requireNonNull(vat.tax());
        return new Tax(
                Objects.requireNonNull(vat.category()),
                vat.rate(),
                net,
                tax,
                net.plus(tax),
                vat.taxInAccountingCurrency(),
                first(vat.exemptionReason(), vat.exemptionReasonCode()));
    }

    private static List<Sum> sums(ReceivedInvoice invoice) {
        List<Sum> sums = new ArrayList<>();
        add(sums, "net", invoice.totals().withoutVat());
        add(sums, "vat", invoice.totals().vat());
        add(sums, "vat-accounting", invoice.totals().vatInAccountingCurrency());
        add(sums, "gross", invoice.totals().withVat());
        add(sums, "prepaid", invoice.totals().prepaid());
        add(sums, "rounding", invoice.totals().rounding());
        return sums;
    }

    private static void add(List<Sum> sums, String key, @Nullable Money amount) {
        if (amount != null) {
            sums.add(new Sum(key, amount));
        }
    }

    private static List<Reference> references(ReceivedInvoice invoice) {
        List<Reference> references = new ArrayList<>();
        refer(references, "order", invoice.references().purchaseOrder());
        refer(references, "contract", invoice.references().contract());
        refer(references, "buyer-reference", invoice.references().buyerReference());
        refer(references, "project", invoice.references().project());
        PaymentInstructions payment = invoice.payment();
        refer(references, "remittance", payment == null ? null : payment.remittanceInformation());
        if (invoice.polish() == null) {
            invoice.precedingInvoices().forEach(preceding -> refer(references, "preceding", preceding.number()));
        }
        return references;
    }

    private static void refer(List<Reference> references, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            references.add(new Reference(key, value));
        }
    }
}

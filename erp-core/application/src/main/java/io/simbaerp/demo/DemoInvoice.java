package io.simbaerp.demo;

import io.simbaerp.company.CompanyView;
import io.simbaerp.invoice.received.Buyer;
import io.simbaerp.invoice.received.ContactPerson;
import io.simbaerp.invoice.received.Delivery;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.InvoiceReferences;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.InvoicingPeriod;
import io.simbaerp.invoice.received.PaymentInstructions;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.PrecedingInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.invoice.received.polish.Annotations;
import io.simbaerp.invoice.received.polish.Correction;
import io.simbaerp.invoice.received.polish.PaymentState;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An invoice of the demo in the terms of EN 16931, from which the writers make its file. */
final class DemoInvoice {

    private static final String SPECIFICATION = "urn:cen.eu:en16931:2017";
    private static final String TRANSFER = "30";

    private final DemoDocument document;
    private final CompanyView company;
    private final Optional<DemoDocument> corrected;
    private final CurrencyCode currency;
    private final DemoLines lines;

    /** @param corrected the document it corrects, if it corrects one */
    DemoInvoice(DemoDocument document, CompanyView company, Optional<DemoDocument> corrected) {
        this.document = document;
        this.company = company;
        this.corrected = corrected;
        this.currency = document.term("currency").map(CurrencyCode::of).orElse(company.baseCurrency());
        this.lines = new DemoLines(document.lines(), currency);
    }

    ReceivedInvoice invoice() {
        return new ReceivedInvoice(
                isCredit(),
                document.number(),
                document.issued(),
                typeCode(),
                currency,
                null,
                null,
                null,
                document.due(),
                new InvoiceReferences(null, null, null, null, null, null, null, null, null, null),
                null,
                List.of(),
                null,
                SPECIFICATION,
                corrected.map(DemoInvoice::preceding).map(List::of).orElse(List.of()),
                seller(),
                buyer(),
                null,
                null,
                delivery(),
                period(),
                payment(),
                List.of(),
                List.of(),
                totals(),
                lines.vatBreakdown(),
                List.of(),
                lines.all(),
                isFa() ? polish() : null);
    }

    private boolean isCredit() {
        return document.is("credit");
    }

    private boolean isFa() {
        return document.format() == DemoDocument.Format.FA;
    }

    private String typeCode() {
        if (isCredit()) {
            return "381";
        }
        return isFa() && corrected.isPresent() ? "384" : "380";
    }

    private static PrecedingInvoice preceding(DemoDocument original) {
        return new PrecedingInvoice(
                original.number(), original.issued(), original.ksefNumber().orElse(null));
    }

    private Seller seller() {
        DemoSupplier supplier = document.supplier();
        boolean outside = lines.outsideVat();
        return new Seller(
                supplier.name(),
                null,
                List.of(),
                outside ? Identifier.of(supplier.taxId(), null) : null,
                outside ? null : supplier.taxId(),
                outside ? supplier.taxId() : null,
                null,
                null,
                supplier.address(),
                new ContactPerson("Faktury", "+48 58 000 00 00", "faktury@" + supplier.key() + ".example"));
    }

    private Buyer buyer() {
        String[] other = document.term("buyer").map(text -> text.split("/", 2)).orElse(null);
        String taxId = other == null ? company.country() + company.taxId() : other[0];
        boolean outside = lines.outsideVat();
        return new Buyer(
                other == null ? company.name() : other[1],
                null,
                null,
                outside ? Identifier.of(company.taxId(), null) : null,
                outside ? null : taxId,
                null,
                new PostalAddress(
                        company.street(), null, null, company.city(), company.postalCode(), null, company.country()),
                null);
    }

    /** Goods to another country of the EU need the day and the country of delivery. */
    private @Nullable Delivery delivery() {
        if (period() != null || isCredit() || corrected.isPresent()) {
            return null;
        }
        PostalAddress to = lines.toAnotherCountry()
                ? new PostalAddress(
                        company.street(), null, null, company.city(), company.postalCode(), null, company.country())
                : null;
        return new Delivery(null, null, document.issued(), to);
    }

    /** The month before the issue. */
    private @Nullable InvoicingPeriod period() {
        if (!document.is("period")) {
            return null;
        }
        YearMonth month = YearMonth.from(document.issued()).minusMonths(1);
        return new InvoicingPeriod(month.atDay(1), month.atEndOfMonth());
    }

    private @Nullable PaymentInstructions payment() {
        String account = document.term("account").orElse(document.supplier().account());
        return account.isEmpty() || isCredit()
                ? null
                : new PaymentInstructions(
                        TRANSFER,
                        null,
                        document.number(),
                        List.of(new PaymentInstructions.CreditTransfer(account, null, null)),
                        null,
                        null);
    }

    private InvoiceTotals totals() {
        Money net = lines.net();
        Money vat = lines.vat();
        Money gross = net.plus(vat);
        return new InvoiceTotals(net, null, null, net, vat, null, gross, null, null, gross);
    }

    private PolishTerms polish() {
        PolishTerms.Kind kind = corrected.isPresent() ? PolishTerms.Kind.KOR : PolishTerms.Kind.VAT;
        Annotations annotations = new Annotations(
                false, false, false, document.is("split"), null, List.of(), false, null, false, false, false);
        Correction correction = corrected.isEmpty()
                ? null
                : new Correction(
                        "Opust udzielony po dostawie",
                        Correction.Effect.CORRECTION_DATE,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null);
        return new PolishTerms(
                kind,
                annotations,
                correction,
                List.of(),
                List.of(),
                null,
                null,
                null,
                PaymentState.NONE,
                List.of(),
                List.of());
    }
}

package io.simbaerp.integration.ksef;

import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.InvoiceNote;
import io.simbaerp.invoice.received.InvoiceReferences;
import io.simbaerp.invoice.received.InvoicingPeriod;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.polish.Annotations;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.invoice.received.polish.PolishTerms.Detail;
import io.simbaerp.invoice.received.polish.PolishTerms.Kind;
import io.simbaerp.invoice.received.polish.Settlement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an invoice as FA(3). What it states in the terms of EN 16931 goes where FA has it; what FA alone has comes from
 * its {@link PolishTerms}, and without them it is an ordinary invoice.
 */
public final class FaInvoiceWriter {

    private static final FaVersion VERSION = FaVersion.FA_3;
    private static final int MOST_FOOTERS = 3;
    private static final Map<String, Kind> KINDS = Map.of("386", Kind.ZAL, "384", Kind.KOR);

    private final ReceivedInvoice invoice;
    private final PolishTerms terms;
    private final FaElements out = new FaElements(VERSION.namespace(), FaVersion.ROOT_ELEMENT);

    private FaInvoiceWriter(ReceivedInvoice invoice) {
        this.invoice = invoice;
        this.terms = invoice.polish() != null
                ? invoice.polish()
                : PolishTerms.of(KINDS.getOrDefault(Objects.requireNonNullElse(invoice.typeCode(), ""), Kind.VAT));
    }

    /**
     * @param madeAt when the file is made, which is not the day of issue
     * @throws IllegalArgumentException if something it states has no place in FA, or a value is too long or too precise
     */
    public static byte[] write(ReceivedInvoice invoice, Instant madeAt) {
        return new FaInvoiceWriter(invoice).write(madeAt);
    }

    private byte[] write(Instant madeAt) {
        out.group("Naglowek", () -> header(madeAt));
        new FaPartyWriter(out, invoice, terms).write();
        out.group("Fa", this::body);
        footer();
        return out.finish();
    }

    private void header(Instant madeAt) {
        out.form("KodFormularza", "FA", "FA (3)", "1-0E");
        out.text("WariantFormularza", "3");
        out.text("DataWytworzeniaFa", madeAt.truncatedTo(ChronoUnit.SECONDS));
        out.text("SystemInfo", "Simba ERP");
    }

    private void body() {
        out.text("KodWaluty", invoice.currency());
        out.text("P_1", invoice.issueDate());
        out.text("P_2", invoice.number());
        each(invoice.references().despatchAdvice()).forEach(number -> out.text("WZ", number));
        supply();
        new FaTotalWriter(out, invoice, terms).write();
        marks();
        FaLineWriter lines = new FaLineWriter(out);
        invoice.lines().forEach(lines::line);
        settlement(terms.settlement());
        new FaPaymentWriter(out, invoice, terms.payments()).write();
        conditions(invoice.references());
        lines.order(terms.order());
    }

    private void marks() {
        out.quantity("KursWalutyZ", terms.advanceRate());
        out.group("Adnotacje", this::annotations);
        out.text("RodzajFaktury", terms.kind());
        new FaCorrectionWriter(out, invoice, terms).write();
        out.mark("FP", terms.annotations().retail());
        out.mark("TP", terms.annotations().relatedParties());
        terms.details().forEach(this::detail);
        terms.settledAdvances()
                .forEach(advance -> out.group("FakturaZaliczkowa", () -> {
                    out.mark("NrKSeFZN", advance.ksefNumber() == null);
                    out.text("NrFaZaliczkowej", advance.ksefNumber() == null ? advance.number() : null);
                    out.text("NrKSeFFaZaliczkowej", advance.ksefNumber());
                }));
        out.mark("ZwrotAkcyzy", terms.annotations().exciseRefund());
    }

    private void supply() {
        InvoicingPeriod period = invoice.period();
        if (period != null && period.start() != null && period.end() != null) {
            out.group("OkresFa", () -> {
                out.text("P_6_Od", period.start());
                out.text("P_6_Do", period.end());
            });
            return;
        }
        LocalDate delivered =
                invoice.delivery() == null ? null : invoice.delivery().date();
        out.text("P_6", delivered != null ? delivered : invoice.taxPointDate());
    }

    private void annotations() {
        Annotations annotations = terms.annotations();
        if (!annotations.newTransport().isEmpty()) {
            throw new IllegalArgumentException("New means of transport (P_22) cannot be written");
        }
        out.yesOrNo("P_16", invoice.cashMethod());
        out.yesOrNo("P_17", invoice.selfBilled());
        out.yesOrNo("P_18", annotations.reverseCharge());
        out.yesOrNo("P_18A", annotations.splitPayment());
        out.group("Zwolnienie", () -> exemption(annotations.exemption()));
        out.group("NoweSrodkiTransportu", () -> out.mark("P_22N", true));
        out.yesOrNo("P_23", annotations.triangular());
        out.group("PMarzy", () -> margin(annotations.margin()));
    }

    private void exemption(Annotations.@Nullable Exemption exemption) {
        if (exemption == null) {
            out.mark("P_19N", true);
            return;
        }
        out.mark("P_19", true);
        out.text(
                switch (exemption.basis()) {
                    case LAW -> "P_19A";
                    case DIRECTIVE -> "P_19B";
                    case OTHER -> "P_19C";
                },
                exemption.text());
    }

    private void margin(Annotations.@Nullable Margin margin) {
        if (margin == null) {
            out.mark("P_PMarzyN", true);
            return;
        }
        out.mark("P_PMarzy", true);
        out.mark(
                switch (margin) {
                    case TRAVEL -> "P_PMarzy_2";
                    case USED_GOODS -> "P_PMarzy_3_1";
                    case ART -> "P_PMarzy_3_2";
                    case ANTIQUES -> "P_PMarzy_3_3";
                },
                true);
    }

    private void detail(Detail detail) {
        out.group("DodatkowyOpis", () -> {
            out.text("NrWiersza", detail.line());
            out.text("Klucz", detail.key());
            out.text("Wartosc", detail.value());
        });
    }

    private void settlement(@Nullable Settlement settlement) {
        if (settlement == null) {
            return;
        }
        out.group("Rozliczenie", () -> {
            settlement.charges().forEach(item -> item("Obciazenia", item));
            out.amount("SumaObciazen", settlement.chargesTotal());
            settlement.deductions().forEach(item -> item("Odliczenia", item));
            out.amount("SumaOdliczen", settlement.deductionsTotal());
            out.amount("DoZaplaty", settlement.toPay());
            out.amount("DoRozliczenia", settlement.toRefund());
        });
    }

    private void item(String name, Settlement.Item item) {
        out.group(name, () -> {
            out.amount("Kwota", item.amount());
            out.text("Powod", item.reason());
        });
    }

    private void conditions(InvoiceReferences references) {
        if (references.contract() == null && references.purchaseOrder() == null) {
            return;
        }
        out.group("WarunkiTransakcji", () -> {
            each(references.contract()).forEach(number -> out.group("Umowy", () -> out.text("NrUmowy", number)));
            each(references.purchaseOrder())
                    .forEach(number -> out.group("Zamowienia", () -> out.text("NrZamowienia", number)));
        });
    }

    private void footer() {
        List<String> notes = invoice.notes().stream()
                .map(InvoiceNote::text)
                .limit(MOST_FOOTERS)
                .toList();
        Identifier court = invoice.seller().legalRegistration();
        List<Identifier> registers = invoice.seller().identifiers();
        boolean registered = court != null
                || FaPartyWriter.find(registers, "REGON") != null
                || FaPartyWriter.find(registers, "BDO") != null;
        if (notes.isEmpty() && !registered) {
            return;
        }
        out.group("Stopka", () -> {
            notes.forEach(
                    note -> out.group("Informacje", () -> out.text("StopkaFaktury", note, FaElements.FOOTER_TEXT)));
            if (registered) {
                out.group("Rejestry", () -> {
                    out.text("PelnaNazwa", invoice.seller().tradingName());
                    out.text("KRS", court == null ? null : court.value());
                    out.text("REGON", FaPartyWriter.find(registers, "REGON"));
                    out.text("BDO", FaPartyWriter.find(registers, "BDO"));
                });
            }
        });
    }

    /** Several numbers the reader has joined are several again. */
    private static Stream<String> each(@Nullable String joined) {
        return joined == null ? Stream.empty() : Stream.of(joined.split(", "));
    }
}

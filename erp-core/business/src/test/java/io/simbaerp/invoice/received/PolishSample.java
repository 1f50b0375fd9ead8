package io.simbaerp.invoice.received;

import io.simbaerp.invoice.received.polish.AdvanceOrder;
import io.simbaerp.invoice.received.polish.Annotations;
import io.simbaerp.invoice.received.polish.Correction;
import io.simbaerp.invoice.received.polish.FurtherParty;
import io.simbaerp.invoice.received.polish.PaymentState;
import io.simbaerp.invoice.received.polish.PolishLineTerms;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.invoice.received.polish.Settlement;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A structured invoice in which every field beyond EN 16931 has a value. */
public final class PolishSample {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final Money AMOUNT = Money.of("10.00", "PLN");

    private PolishSample() {}

    public static ReceivedInvoice correction() {
        ReceivedInvoice plain = ReceivedInvoiceTest.invoice("KOR/1", AMOUNT);
        return new ReceivedInvoice(
                false,
                plain.number(),
                DAY,
                "384",
                plain.currency(),
                null,
                null,
                null,
                null,
                plain.references(),
                null,
                List.of(),
                null,
                null,
                List.of(new PrecedingInvoice("FV/1", DAY, "5260250274-20261103-010080615740-E4")),
                plain.seller(),
                plain.buyer(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                plain.totals(),
                List.of(new VatBreakdown(AMOUNT, AMOUNT, "S", BigDecimal.TEN, null, null, AMOUNT)),
                List.of(),
                List.of(line("1", "100.00", true, null), line("1", "90.00", false, null)),
                terms());
    }

    static InvoiceLine line(@Nullable String number, @Nullable String net, boolean before, @Nullable String uniqueId) {
        return new InvoiceLine(
                number,
                null,
                null,
                null,
                null,
                net == null ? null : Money.of(net, "PLN"),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                "S",
                BigDecimal.TEN,
                new InvoiceItem("Lodówka", null, null, null, null, List.of(), null, List.of()),
                new PolishLineTerms(
                        before,
                        uniqueId,
                        AMOUNT,
                        AMOUNT,
                        AMOUNT,
                        "23",
                        true,
                        AMOUNT,
                        "GTU_06",
                        "TT_D",
                        BigDecimal.ONE));
    }

    private static PolishTerms terms() {
        FurtherParty party =
                new FurtherParty(FurtherParty.Role.OTHER, "brat", "Jan", "PL1", null, new BigDecimal("50"), "K-1");
        Settlement.Item item = new Settlement.Item(AMOUNT, "kaucja");
        return new PolishTerms(
                PolishTerms.Kind.KOR,
                new Annotations(
                        false,
                        false,
                        true,
                        true,
                        new Annotations.Exemption(Annotations.Exemption.Basis.LAW, "art. 43"),
                        List.of("Autex 2010"),
                        true,
                        Annotations.Margin.ART,
                        true,
                        true,
                        true),
                new Correction(
                        "rabat",
                        Correction.Effect.OTHER_DATE,
                        "2026-10",
                        "FV/1a",
                        party,
                        List.of(party),
                        AMOUNT,
                        BigDecimal.ONE),
                List.of(new PolishTerms.AdvanceInvoice(null, "5260250274-20261103-010080615740-E4")),
                List.of(new PolishTerms.AdvancePayment(DAY, AMOUNT, BigDecimal.ONE)),
                BigDecimal.ONE,
                new AdvanceOrder(AMOUNT, List.of(line("1", "5.00", false, "u"))),
                new Settlement(List.of(item), AMOUNT, List.of(item), AMOUNT, AMOUNT, null),
                new PaymentState(
                        true,
                        DAY,
                        List.of(new PaymentState.Partial(AMOUNT, DAY, "CASH")),
                        List.of(new PaymentState.Due(DAY, "30 dni")),
                        "TRANSFER",
                        "2%",
                        "https://example.com/",
                        "1234567890123"),
                List.of(party),
                List.of(new PolishTerms.Detail("1", "barwa", "biała")));
    }
}

package io.simbaerp.invoice.received.polish;

import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Polish structured invoice (FA of KSeF) states and EN 16931 has no term for. Everything that has a term there
 * stands under that term: the originals of a correction are {@link io.simbaerp.invoice.received.ReceivedInvoice#precedingInvoices()}, P_15 is BT-112,
 * what is really to be paid BT-115.
 *
 * @param kind RodzajFaktury
 * @param annotations Adnotacje, FP, TP and ZwrotAkcyzy
 * @param correction PrzyczynaKorekty to KursWalutyZK; {@code null} unless it is a correction
 * @param settledAdvances FakturaZaliczkowa: the advance invoices that are settled; their amounts are already left out of
 *     BT-112 and of the VAT breakdown, but not out of the lines
 * @param advancePayments ZaliczkaCzesciowa: the payments an advance invoice documents, if more than one
 * @param advanceRate KursWalutyZ: the rate the VAT of an advance was converted at
 * @param order Zamowienie: what an advance was paid for
 * @param settlement Rozliczenie: charges and deductions that change what is to be paid and nothing else
 * @param payments Platnosc, beyond BG-16: what was paid already and by when the rest is due
 * @param parties Podmiot3 and PodmiotUpowazniony: everybody besides seller and buyer
 * @param details DodatkowyOpis
 */
public record PolishTerms(
        Kind kind,
        Annotations annotations,
        @Nullable Correction correction,
        List<AdvanceInvoice> settledAdvances,
        List<AdvancePayment> advancePayments,
        @Nullable BigDecimal advanceRate,
        @Nullable AdvanceOrder order,
        @Nullable Settlement settlement,
        PaymentState payments,
        List<FurtherParty> parties,
        List<Detail> details) {

    public PolishTerms {
        settledAdvances = List.copyOf(settledAdvances);
        advancePayments = List.copyOf(advancePayments);
        parties = List.copyOf(parties);
        details = List.copyOf(details);
    }

    /** An invoice of that kind that states nothing further. */
    public static PolishTerms of(Kind kind) {
        return new PolishTerms(
                kind,
                Annotations.NONE,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                PaymentState.NONE,
                List.of(),
                List.of());
    }

    /** RodzajFaktury. */
    public enum Kind {
        /** An ordinary invoice. */
        VAT,
        /** Corrects an ordinary invoice: all amounts are the difference. */
        KOR,
        /** Documents an advance: P_15 is what was paid, the lines are those of the order. */
        ZAL,
        /** Settles advances: the amounts are what remains. */
        ROZ,
        /** Simplified, up to 450 PLN: may state no VAT. */
        UPR,
        /** Corrects an advance invoice. */
        KOR_ZAL,
        /** Corrects an invoice that settled advances. */
        KOR_ROZ;

        /** Whether it corrects an earlier invoice, so that its amounts are differences and may be negative or zero. */
        public boolean corrects() {
            return this == KOR || this == KOR_ZAL || this == KOR_ROZ;
        }

        /** Whether it is about money paid before the supply. */
        public boolean concernsAdvance() {
            return this == ZAL || this == KOR_ZAL;
        }

        /** Whether advances invoiced before are taken off. */
        public boolean settlesAdvances() {
            return this == ROZ || this == KOR_ROZ;
        }
    }

    /**
     * An advance invoice that is settled: by its number in KSeF, or by its own number if it was issued outside.
     */
    public record AdvanceInvoice(
            @Nullable String number, @Nullable String ksefNumber) {}

    /** One of the payments an advance invoice documents: P_6Z, P_15Z and the rate KursWalutyZW. */
    public record AdvancePayment(
            @Nullable LocalDate date,
            @Nullable Money amount,
            @Nullable BigDecimal rate) {}

    /** A remark by key and value, about one line if it names its number. */
    public record Detail(@Nullable String line, String key, String value) {}
}

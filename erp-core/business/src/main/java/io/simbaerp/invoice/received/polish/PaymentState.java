package io.simbaerp.invoice.received.polish;

import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the seller says was paid before the invoice was issued, and when the rest is due. It is evidence: an invoice
 * marked as paid still leaves BT-115 open until the bank statement shows the payment, but it is not paid again meanwhile.
 *
 * @param paid Zaplacono: all of it
 * @param paidOn DataZaplaty
 * @param partly ZaplataCzesciowa: the payments so far
 * @param due TerminPlatnosci: dates and descriptions; the first date is BT-9
 * @param means FormaPlatnosci: CASH, CARD, VOUCHER, CHEQUE, CREDIT, TRANSFER, MOBILE or the seller's words
 * @param discount Skonto: conditions and amount
 * @param link LinkDoPlatnosci; never followed
 * @param identifier IPKSeF
 */
public record PaymentState(
        boolean paid,
        @Nullable LocalDate paidOn,
        List<Partial> partly,
        List<Due> due,
        @Nullable String means,
        @Nullable String discount,
        @Nullable String link,
        @Nullable String identifier) {

    /** Nothing paid yet, and nothing said about when. */
    public static final PaymentState NONE = new PaymentState(false, null, List.of(), List.of(), null, null, null, null);

    public PaymentState {
        partly = List.copyOf(partly);
        due = List.copyOf(due);
    }

    /** Whether anything is said to be paid, all of it or a part. */
    public boolean begun() {
        return paid || inParts().isPresent();
    }

    /** The payments so far, together. */
    public Optional<Money> inParts() {
        return partly.stream().map(Partial::amount).filter(Objects::nonNull).reduce(Money::plus);
    }

    /** A payment made already. */
    public record Partial(
            @Nullable Money amount,
            @Nullable LocalDate date,
            @Nullable String means) {}

    /** A day of payment, or how it is found. */
    public record Due(@Nullable LocalDate date, @Nullable String description) {}
}

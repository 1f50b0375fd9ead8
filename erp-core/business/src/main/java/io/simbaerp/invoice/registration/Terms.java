package io.simbaerp.invoice.registration;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.invoice.received.ReceivedInvoice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Settles when an invoice is deducted and posted, from what was chosen, what stood before, and what is usual. */
@Component
public class Terms {

    /** Stands for a month of deduction that only the payment will settle. */
    public static final String ON_PAYMENT = "on-payment";

    private final PostingDay postingDay;
    private final DeductedOnce deductedOnce;

    Terms(PostingDay postingDay, DeductedOnce deductedOnce) {
        this.postingDay = postingDay;
        this.deductedOnce = deductedOnce;
    }

    /** @throws RuleViolation invoice.deducted-by-claim, if these VAT codes would deduct its tax once more */
    public void requireDeductedOnce(DeductedOnce.Bill bill, Collection<String> taxCodes) {
        deductedOnce.refusal(bill, taxCodes).ifPresent(refused -> {
            throw refused;
        });
    }

    /**
     * The month of deduction; nothing until payment under the cash method.
     *
     * @param chosen what a person chose just now
     * @param before what stood before
     * @throws RuleViolation invoice.vat-period-not-offered, invoice.vat-period-reason-missing
     */
    public VatPeriod.Choice vatPeriod(
            VatPeriod.Choice chosen, VatPeriod.Choice before, InvoiceDates dates, ReceivedInvoice invoice) {
        String month = chosen.month();
        if (month == null || month.isBlank()) {
            return before;
        }
        String wanted = month.equals(ON_PAYMENT) ? null : month;
        if (wanted != null && !VatPeriod.choices(dates, invoice).contains(wanted)) {
            throw RuleViolation.ofField(
                    "vatPeriod",
                    "invoice.vat-period-not-offered",
                    wanted,
                    String.join(", ", VatPeriod.choices(dates, invoice)));
        }
        String proposed = VatPeriod.proposed(dates, invoice);
        if (Objects.equals(wanted, proposed)) {
            return new VatPeriod.Choice(wanted, null);
        }
        String reason = chosen.reason() == null || chosen.reason().isBlank()
                ? null
                : chosen.reason().strip();
        if (reason == null && VatPeriod.isCorrection(invoice)) {
            throw RuleViolation.ofField(
                    "vatPeriodReason",
                    "invoice.vat-period-reason-missing",
                    String.valueOf(wanted),
                    String.valueOf(proposed));
        }
        return new VatPeriod.Choice(wanted, reason);
    }

    /**
     * The posting day in its open period.
     *
     * @throws RuleViolation invoice.posting-date-not-open, invoice.no-open-period
     */
    public PostingDay.Day postingDay(
            @Nullable LocalDate chosen, @Nullable LocalDate before, InvoiceDates dates, ReceivedInvoice invoice) {
        if (chosen != null) {
            return postingDay
                    .open(chosen)
                    .orElseThrow(() -> RuleViolation.ofField("postingDate", "invoice.posting-date-not-open", chosen));
        }
        Optional<PostingDay.Day> stillOpen = before == null ? Optional.empty() : postingDay.open(before);
        return stillOpen
                .or(() -> postingDay.proposed(dates))
                .orElseThrow(() -> RuleViolation.ofField("postingDate", "invoice.no-open-period"));
    }
}

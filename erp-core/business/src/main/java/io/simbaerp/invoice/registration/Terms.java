package io.simbaerp.invoice.registration;

import io.simbaerp.architecture.RuleViolation;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Settles when an invoice is deducted and posted, from what was chosen, what stood before, and what is usual. */
@Component
public class Terms {

    /** Stands for a month of deduction that only the payment will settle. */
    public static final String ON_PAYMENT = "on-payment";

    private final PostingDay postingDay;

    Terms(PostingDay postingDay) {
        this.postingDay = postingDay;
    }

    /**
     * The month of deduction; nothing until payment under the cash method.
     *
     * @throws RuleViolation invoice.vat-period-not-offered
     */
    public @Nullable String vatPeriod(@Nullable String chosen, @Nullable String before, InvoiceDates dates) {
        if (chosen == null || chosen.isBlank()) {
            return before;
        }
        if (chosen.equals(ON_PAYMENT)) {
            return null;
        }
        if (!VatPeriod.choices(dates).contains(chosen)) {
            throw RuleViolation.ofField(
                    "vatPeriod", "invoice.vat-period-not-offered", chosen, String.join(", ", VatPeriod.choices(dates)));
        }
        return chosen;
    }

    /**
     * The posting day in its open period.
     *
     * @throws RuleViolation invoice.posting-date-not-open, invoice.no-open-period
     */
    public PostingDay.Day postingDay(@Nullable LocalDate chosen, @Nullable LocalDate before, InvoiceDates dates) {
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

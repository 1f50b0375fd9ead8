package io.simbaerp.expense.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.expense.ClaimDraft;
import io.simbaerp.expense.ClaimView;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it is typed in or sent.
 *
 * @param edition which edition of the draft was read
 */
record ClaimForm(
        @Nullable String purpose,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String costCentre,
        @Nullable Integer edition) {

    static ClaimForm empty(LocalDate today) {
        return new ClaimForm("", today, today, "", 0);
    }

    static ClaimForm of(ClaimView claim) {
        return new ClaimForm(claim.purpose(), claim.firstDay(), claim.lastDay(), claim.costCentre(), claim.edition());
    }

    /** @throws RuleViolation expense.days-missing, and what a draft refuses */
    ClaimDraft draft() {
        LocalDate first = firstDay;
        if (first == null) {
            throw RuleViolation.ofField("firstDay", "expense.days-missing");
        }
        return new ClaimDraft(
                Objects.requireNonNullElse(purpose, ""), first, Objects.requireNonNullElse(lastDay, first), costCentre);
    }

    int editionRead() {
        return Objects.requireNonNullElse(edition, -1);
    }
}

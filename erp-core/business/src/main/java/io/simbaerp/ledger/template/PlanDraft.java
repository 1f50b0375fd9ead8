package io.simbaerp.ledger.template;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plan as somebody wants it.
 *
 * @param template the template's code
 * @param amount of each entry; of a cut-off the whole
 * @param lastDay the last day it is posted on or spread to; a recurring plan may have none
 * @param everyMonths how often a recurring plan comes
 * @param byDays whether a cut-off counts days rather than months
 */
public record PlanDraft(
        PlanKind kind,
        String template,
        String narration,
        Money amount,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Integer everyMonths,
        boolean byDays) {

    private static final int LONGEST_CYCLE = 60;

    /** @throws RuleViolation of entry-plan: amount-wrong, days-out-of-order, end-missing, cycle-wrong */
    PlanDraft checked() {
        if (amount.isZero() || amount.isNegative() || amount.compareTo(amount.rounded()) != 0) {
            throw RuleViolation.ofField("amount", "entry-plan.amount-wrong", amount);
        }
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            throw RuleViolation.ofField("lastDay", "entry-plan.days-out-of-order", firstDay, lastDay);
        }
        if (kind == PlanKind.CUT_OFF && lastDay == null) {
            throw RuleViolation.ofField("lastDay", "entry-plan.end-missing");
        }
        boolean cycleFits = kind == PlanKind.RECURRING
                ? everyMonths != null && everyMonths >= 1 && everyMonths <= LONGEST_CYCLE
                : everyMonths == null;
        if (!cycleFits) {
            throw RuleViolation.ofField("everyMonths", "entry-plan.cycle-wrong", LONGEST_CYCLE);
        }
        return this;
    }
}

package io.simbaerp.expense;

import io.simbaerp.architecture.RuleViolation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A claim as somebody begins or changes it; its lines are added one by one.
 *
 * @param purpose what the money was spent for, such as a trip
 * @param firstDay of the trip or of the days of the expenses
 * @param costCentre who bears it, unless a line says otherwise; nothing leaves it to whoever codes
 */
public record ClaimDraft(
        String purpose,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String costCentre) {

    private static final int LONGEST_PURPOSE = 300;
    private static final int LONGEST_DAYS = 366;

    /**
     * Valid in shape.
     *
     * @throws RuleViolation expense.purpose-missing, expense.days-wrong
     */
    public ClaimDraft {
        purpose = purpose.strip();
        costCentre = costCentre == null || costCentre.isBlank() ? null : costCentre.strip();
        if (purpose.isEmpty() || purpose.length() > LONGEST_PURPOSE) {
            throw RuleViolation.ofField("purpose", "expense.purpose-missing", LONGEST_PURPOSE);
        }
        if (lastDay.isBefore(firstDay) || firstDay.plusDays(LONGEST_DAYS).isBefore(lastDay)) {
            throw RuleViolation.ofField("lastDay", "expense.days-wrong", LONGEST_DAYS);
        }
    }
}

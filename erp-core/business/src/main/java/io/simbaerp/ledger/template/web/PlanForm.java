package io.simbaerp.ledger.template.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.template.PlanDraft;
import io.simbaerp.ledger.template.PlanKind;
import io.simbaerp.ledger.template.Templates;
import io.simbaerp.page.EnteredNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plan as somebody typed it, or a program sent it. */
record PlanForm(
        @Nullable PlanKind kind,
        @Nullable String template,
        @Nullable String narration,
        @Nullable String amount,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Integer everyMonths,
        @Nullable Boolean byDays) {

    static PlanForm empty(LocalDate today) {
        return new PlanForm(PlanKind.ONCE, "", "", "", today, null, 1, false);
    }

    /** @throws RuleViolation entry-plan.amount-unreadable */
    PlanDraft draft(Templates templates, LocalDate today) {
        String plain = EnteredNumber.plain(Objects.requireNonNullElse(amount, ""));
        if (plain == null || !plain.matches("[-+]?[0-9]{1,13}(\\.[0-9]{1,4})?")) {
            throw RuleViolation.ofField(
                    "amount", "entry-plan.amount-unreadable", Objects.requireNonNullElse(amount, ""));
        }
        PlanKind ofKind = Objects.requireNonNullElse(kind, PlanKind.ONCE);
        return new PlanDraft(
                ofKind,
                Objects.requireNonNullElse(template, "").strip(),
                Objects.requireNonNullElse(narration, ""),
                templates.amount(new BigDecimal(plain)),
                Objects.requireNonNullElse(firstDay, today),
                ofKind == PlanKind.ONCE || ofKind == PlanKind.ACCRUAL ? null : lastDay,
                ofKind == PlanKind.RECURRING ? Objects.requireNonNullElse(everyMonths, 1) : null,
                Boolean.TRUE.equals(byDays));
    }
}

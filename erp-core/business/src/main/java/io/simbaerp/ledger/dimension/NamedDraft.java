package io.simbaerp.ledger.dimension;

import io.simbaerp.architecture.RuleViolation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An axis, a value of one or a distribution key, as somebody wants it.
 *
 * @param code its code or number; it never changes
 * @param activeTo its last day, or nothing while it is in use
 */
public record NamedDraft(
        String code,
        String nameEn,
        String namePl,
        LocalDate activeFrom,
        @Nullable LocalDate activeTo) {

    /** A name in one language stands for the other. */
    public NamedDraft {
        code = code.strip();
        nameEn = nameEn.isBlank() ? namePl.strip() : nameEn.strip();
        namePl = namePl.isBlank() ? nameEn : namePl.strip();
    }

    /** @throws RuleViolation of axis: code-wrong, name-missing, days-out-of-order */
    NamedDraft checked(String form) {
        if (!code.matches(form)) {
            throw RuleViolation.ofField("code", "axis.code-wrong", code);
        }
        if (nameEn.isBlank()) {
            throw RuleViolation.ofField("namePl", "axis.name-missing", code);
        }
        if (activeTo != null && activeTo.isBefore(activeFrom)) {
            throw RuleViolation.ofField("activeTo", "axis.days-out-of-order", code);
        }
        return this;
    }
}

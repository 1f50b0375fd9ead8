package io.simbaerp.identity.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.TokenDraft;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A token as it is asked for. */
record TokenForm(
        @Nullable String name,
        @Nullable String reach,
        @Nullable String days) {

    private static final int USUAL_DAYS = 90;

    static TokenForm empty() {
        return new TokenForm(null, "company", String.valueOf(USUAL_DAYS));
    }

    /** @throws RuleViolation token.days-wrong */
    TokenDraft draft() {
        return new TokenDraft(Objects.requireNonNullElse(name, ""), !"all".equals(reach), Duration.ofDays(wholeDays()));
    }

    private int wholeDays() {
        try {
            return Integer.parseInt(Objects.requireNonNullElse(days, "").strip());
        } catch (NumberFormatException e) {
            throw RuleViolation.ofField("days", "token.days-wrong", TokenDraft.MOST_DAYS);
        }
    }
}

package io.simbaerp.payment.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.payment.PaymentRunDraft;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment run as somebody asks for it on a page or over REST; kept as it is until it can be read. */
record ProposalForm(
        @Nullable String accountId,
        @Nullable String dueUntil,
        @Nullable String payOn) {

    /** @throws RuleViolation payment-run.account-missing, payment-run.day-unreadable */
    PaymentRunDraft draft() {
        LocalDate until = day("dueUntil", dueUntil);
        if (until == null) {
            throw RuleViolation.ofField("dueUntil", "payment-run.day-unreadable", "");
        }
        return new PaymentRunDraft(until, account(), day("payOn", payOn));
    }

    private UUID account() {
        try {
            return UUID.fromString(accountId == null ? "" : accountId.strip());
        } catch (IllegalArgumentException e) {
            throw RuleViolation.ofField("accountId", "payment-run.account-missing");
        }
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw RuleViolation.ofField(field, "payment-run.day-unreadable", text);
        }
    }
}

package io.simbaerp.payment.web;

import io.simbaerp.page.RuleTexts;
import io.simbaerp.payment.ReleaseOutcome;
import io.simbaerp.payment.proposal.BlockReason;
import io.simbaerp.payment.proposal.PaymentPlan;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in the reader's words why an item is blocked and why a run came back. */
final class BlockedWords {

    private BlockedWords() {}

    static String of(BlockReason reason, String detail, RuleTexts texts) {
        Object argument =
                switch (reason) {
                    case WHITE_LIST -> PaymentPlan.WHITE_LIST_LIMIT;
                    case ACCOUNT_COOLING_OFF -> LocalDate.parse(detail);
                    default -> detail;
                };
        return texts.message("payment.blocked." + reason.name(), List.of(argument));
    }

    /** An approver's own words stay as they are; what the release said is put into words. */
    static @Nullable String note(@Nullable String note, RuleTexts texts) {
        if (note == null) {
            return null;
        }
        String[] parts = note.split(": ", 2);
        Optional<ReleaseOutcome> outcome = Arrays.stream(ReleaseOutcome.values())
                .filter(known -> known.name().equals(parts[0]))
                .findFirst();
        return outcome.map(known ->
                        texts.message("payment.note." + known.name(), List.of(parts.length > 1 ? parts[1] : "")))
                .orElse(note);
    }
}

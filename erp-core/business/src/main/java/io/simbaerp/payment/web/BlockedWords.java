package io.simbaerp.payment.web;

import io.simbaerp.page.RuleTexts;
import io.simbaerp.payment.ReleaseOutcome;
import io.simbaerp.payment.proposal.Obstacle;
import io.simbaerp.payment.proposal.PaymentPlan;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in the reader's words why an item is blocked and why a run came back. */
final class BlockedWords {

    private BlockedWords() {}

    static String of(Obstacle obstacle, RuleTexts texts) {
        Object argument =
                switch (obstacle.reason()) {
                    case WHITE_LIST -> PaymentPlan.WHITE_LIST_LIMIT;
                    case ACCOUNT_COOLING_OFF -> LocalDate.parse(obstacle.detail());
                    default -> obstacle.detail();
                };
        return texts.message("payment.blocked." + obstacle.reason().name(), List.of(argument));
    }

    /** One sentence after the other. */
    static String of(List<Obstacle> obstacles, RuleTexts texts) {
        return obstacles.stream().map(obstacle -> of(obstacle, texts)).collect(Collectors.joining(" "));
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

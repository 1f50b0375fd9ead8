package io.simbaerp.approval;

import io.simbaerp.approval.lines.LineSet;
import io.simbaerp.approval.round.Round;
import io.simbaerp.approval.why.WhyAsked;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of whom.
 *
 * @param rounds who is asked, one round after the other
 * @param contentHash the fingerprint of what is asked about
 * @param why which rows of which table asked for these rounds; nothing where no table was asked
 * @param content the text whose SHA-256 the fingerprint is; kept, so that a later approver is shown what changed
 * @param lines which lines a seat decides about, by the seat's key; all others decide about the whole
 */
public record ApprovalQuestion(
        Subject subject,
        List<Round> rounds,
        String contentHash,
        @Nullable String content,
        @Nullable WhyAsked why,
        Map<String, LineSet> lines) {

    /** @throws RuleViolation approval.nobody-asked, approval.seat-twice */
    public ApprovalQuestion {
        rounds = List.copyOf(rounds);
        lines = Map.copyOf(lines);
        if (rounds.isEmpty()) {
            throw new RuleViolation("approval.nobody-asked");
        }
        long seats = rounds.stream().mapToLong(round -> round.seats().size()).sum();
        if (rounds.stream().flatMap(round -> round.seats().stream()).distinct().count() < seats) {
            throw new RuleViolation("approval.seat-twice");
        }
    }

    /** Level after level, each decided by one person who holds its duty. */
    public static ApprovalQuestion ofLevels(
            Subject subject, Collection<Duty> levels, String contentHash, @Nullable String content) {
        return new ApprovalQuestion(subject, Round.levels(levels), contentHash, content);
    }

    /** Asked without a decision table. */
    public ApprovalQuestion(Subject subject, List<Round> rounds, String contentHash, @Nullable String content) {
        this(subject, rounds, contentHash, content, null, Map.of());
    }
}

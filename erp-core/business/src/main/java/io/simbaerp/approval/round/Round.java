package io.simbaerp.approval.round;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked side by side, and how many of them it takes. One seat decides alike in every kind: it is kept as one.
 *
 * @param quorum how many must agree, where so many of them decide
 * @param chair the seat that tips the scales of a committee
 * @param name what the decision table calls it; nothing where nobody is asked beside another
 */
public record Round(
        RoundKind kind,
        int quorum,
        @Nullable Seat chair,
        List<Seat> seats,
        @Nullable String name) {

    /** @throws RuleViolation approval.nobody-asked, approval.quorum-impossible, approval.chair-missing */
    public Round {
        seats = seats.stream().distinct().toList();
        if (seats.isEmpty()) {
            throw new RuleViolation("approval.nobody-asked");
        }
        if (kind == RoundKind.K_OF_N && (quorum < 1 || quorum > seats.size())) {
            throw new RuleViolation("approval.quorum-impossible", quorum, seats.size());
        }
        if (kind == RoundKind.COMMITTEE && (chair == null || !seats.contains(chair))) {
            throw new RuleViolation("approval.chair-missing");
        }
        if (seats.size() == 1) {
            kind = RoundKind.ALL;
            quorum = 0;
            chair = null;
            name = null;
        }
    }

    /** One without a name. */
    public Round(RoundKind kind, int quorum, @Nullable Seat chair, List<Seat> seats) {
        this(kind, quorum, chair, seats, null);
    }

    /** One level as it always was: anybody who holds the duty. */
    public static Round of(Duty duty) {
        return of(Seat.of(duty));
    }

    public static Round of(Seat seat) {
        return new Round(RoundKind.ALL, 0, null, List.of(seat));
    }

    /** Rounds of one seat each, one after the other. */
    public static List<Round> levels(Collection<Duty> duties) {
        return duties.stream().distinct().map(Round::of).toList();
    }

    /** Whether it needs no more saying than its one seat. */
    public boolean plain() {
        return seats.size() == 1;
    }

    /**
     * How it stands.
     *
     * @param votes yes or no by the key of the seat, of those who have decided
     */
    public RoundState state(Map<String, Boolean> votes) {
        int yes = count(votes, true);
        int no = count(votes, false);
        return switch (kind) {
            case ALL -> decided(yes == seats.size(), no > 0);
            case FIRST -> decided(yes > 0, no > 0);
            case K_OF_N -> decided(yes >= quorum, no > seats.size() - quorum);
            case COMMITTEE -> committee(votes, yes, no);
        };
    }

    /** Whether anybody has decided on one of its seats. */
    public boolean hasVotes(Map<String, Boolean> votes) {
        return seats.stream().anyMatch(seat -> votes.containsKey(seat.key()));
    }

    private RoundState committee(Map<String, Boolean> votes, int yes, int no) {
        Boolean ofChair = chair == null ? null : votes.get(chair.key());
        if (ofChair == null) {
            return RoundState.OPEN;
        }
        boolean tied = yes + no == seats.size() && yes == no;
        return decided(2 * yes > seats.size() || tied && ofChair, 2 * no > seats.size() || tied && !ofChair);
    }

    private static RoundState decided(boolean granted, boolean refused) {
        return granted ? RoundState.GRANTED : refused ? RoundState.REFUSED : RoundState.OPEN;
    }

    /** How many of its seats voted so. */
    int count(Map<String, Boolean> votes, boolean vote) {
        return (int) seats.stream()
                .filter(seat -> Boolean.valueOf(vote).equals(votes.get(seat.key())))
                .count();
    }
}

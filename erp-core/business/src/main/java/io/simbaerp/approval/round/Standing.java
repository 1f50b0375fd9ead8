package io.simbaerp.approval.round;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * How an approval stands: its rounds in their order and what was decided on their seats.
 *
 * @param votes yes or no by the key of the seat
 * @param returned whether somebody sent it back, which ends it in whatever round
 */
public record Standing(List<Round> rounds, Map<String, Boolean> votes, boolean returned) {

    public Standing {
        rounds = List.copyOf(rounds);
        votes = Map.copyOf(votes);
    }

    /** The round that is asked now; none once all agreed, or somebody's no decided. */
    public Optional<Round> open() {
        return returned
                ? Optional.empty()
                : rounds.stream()
                        .filter(round -> round.state(votes) != RoundState.GRANTED)
                        .findFirst()
                        .filter(round -> round.state(votes) == RoundState.OPEN);
    }

    /** The round that is asked now, as a card tells of it; nothing where one alone is asked in it. */
    public Optional<RoundCard> card() {
        return open().filter(round -> !round.plain()).map(round -> {
            Seat chair = round.chair();
            return new RoundCard(
                    rounds.indexOf(round) + 1,
                    rounds.size(),
                    round.name(),
                    round.kind(),
                    round.quorum(),
                    round.seats().size(),
                    round.count(votes, true),
                    round.count(votes, false),
                    chair != null,
                    chair == null ? null : votes.get(chair.key()));
        });
    }

    /** Whether one is asked after the other, and never several side by side. */
    public boolean inTurn() {
        return rounds.stream().allMatch(Round::plain);
    }

    /** Whether somebody sent it back, or somebody's no decided. */
    public boolean refused() {
        return open().isEmpty() && !granted();
    }

    public boolean granted() {
        return !returned && rounds.stream().allMatch(round -> round.state(votes) == RoundState.GRANTED);
    }

    /** The seats that are asked now and haven't decided. */
    public List<Seat> free() {
        return open().stream()
                .flatMap(round -> round.seats().stream())
                .filter(seat -> !votes.containsKey(seat.key()))
                .toList();
    }

    /** Whether somebody has a seat of their own that is still to decide: who takes another one leaves it empty for ever. */
    public boolean awaits(UUID person) {
        return rounds.stream()
                .filter(round -> round.state(votes) == RoundState.OPEN)
                .flatMap(round -> round.seats().stream())
                .anyMatch(seat -> person.equals(seat.person()) && !votes.containsKey(seat.key()));
    }

    /** Whether a seat, at whatever place, is among those asked last, so that nobody decides after it. */
    public boolean isLast(Seat seat) {
        return rounds.get(rounds.size() - 1).seats().stream()
                .anyMatch(last -> last.duty() == seat.duty() && Objects.equals(last.person(), seat.person()));
    }
}

package io.simbaerp.workflow.purchaseinvoice;

import io.simbaerp.approval.round.Round;
import io.simbaerp.approval.round.RoundKind;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes rounds of the rows of the matrix that apply. Rows of one round are asked side by side; a row without a round is a
 * round of its own. Whoever was asked in an earlier round isn't asked again.
 */
final class MatrixRounds {

    private static final Pattern DUTY = Pattern.compile("([A-Z_]+)(?:\\s+x\\s+([1-9]\\d?))?");
    private static final Pattern PERSON = Pattern.compile("PERSON\\s+(\\S+)");

    /**
     * A row that applies.
     *
     * @param approver a duty, several seats of one ({@code APPROVE_INVOICE x 3}), or {@code PERSON} and a sign-in name
     * @param round the round it belongs to, by any name
     * @param kind how the round is decided; all must agree if it doesn't say
     * @param quorum how many must agree, where so many do
     * @param chair whether it is the chair's
     */
    record Row(
            String approver,
            @Nullable String round,
            @Nullable String kind,
            @Nullable Integer quorum,
            boolean chair) {}

    private final Function<String, Optional<UUID>> people;
    private final Set<Seat> asked = new LinkedHashSet<>();

    private MatrixRounds(Function<String, Optional<UUID>> people) {
        this.people = people;
    }

    /**
     * The rounds in the order of their first rows.
     *
     * @param people finds somebody by the name they sign in with
     * @throws RuleViolation approval.matrix-approver-unknown, approval.matrix-kind-unknown and what a round refuses
     */
    static List<Round> of(List<Row> rows, Function<String, Optional<UUID>> people) {
        Map<String, List<Row>> named = new LinkedHashMap<>();
        for (Row row : rows) {
            String round = row.round() == null || row.round().isBlank()
                    ? " " + named.size()
                    : row.round().strip();
            named.computeIfAbsent(round, none -> new ArrayList<>()).add(row);
        }
        MatrixRounds matrix = new MatrixRounds(people);
        return named.values().stream()
                .flatMap(round -> matrix.round(round).stream())
                .toList();
    }

    private Optional<Round> round(List<Row> rows) {
        List<Seat> seats = new ArrayList<>();
        Seat chair = null;
        for (Row row : rows) {
            List<Seat> ofRow = seats(row.approver()).stream().filter(asked::add).toList();
            seats.addAll(ofRow);
            if (row.chair() && !ofRow.isEmpty()) {
                chair = ofRow.get(0);
            }
        }
        if (seats.isEmpty()) {
            return Optional.empty();
        }
        RoundKind kind = rows.stream()
                .map(Row::kind)
                .filter(Objects::nonNull)
                .findFirst()
                .map(MatrixRounds::kind)
                .orElse(RoundKind.ALL);
        int quorum = rows.stream()
                .map(Row::quorum)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(0);
        return Optional.of(new Round(kind, quorum, chair, seats));
    }

    private List<Seat> seats(String approver) {
        String text = approver.strip();
        Matcher person = PERSON.matcher(text);
        if (person.matches()) {
            return people.apply(person.group(1))
                    .map(found -> List.of(Seat.of(Duty.APPROVE_INVOICE, found)))
                    .orElseThrow(() -> new RuleViolation("approval.matrix-approver-unknown", text));
        }
        Matcher duty = DUTY.matcher(text);
        if (!duty.matches() || !known(duty.group(1))) {
            throw new RuleViolation("approval.matrix-approver-unknown", text);
        }
        Duty level = Duty.valueOf(duty.group(1));
        return duty.group(2) == null ? List.of(Seat.of(level)) : further(level, Integer.parseInt(duty.group(2)));
    }

    /** So many seats beside those of the duty that were asked before. */
    private List<Seat> further(Duty level, int seats) {
        return IntStream.iterate(1, place -> place + 1)
                .mapToObj(place -> new Seat(level, null, place))
                .filter(seat -> !asked.contains(seat))
                .limit(seats)
                .toList();
    }

    private static boolean known(String duty) {
        return IntStream.range(0, Duty.values().length)
                .anyMatch(n -> Duty.values()[n].name().equals(duty));
    }

    private static RoundKind kind(String text) {
        return switch (text.strip()) {
            case "", "ALL" -> RoundKind.ALL;
            case "FIRST" -> RoundKind.FIRST;
            case "K_OF_N" -> RoundKind.K_OF_N;
            case "COMMITTEE" -> RoundKind.COMMITTEE;
            default -> throw new RuleViolation("approval.matrix-kind-unknown", text);
        };
    }
}

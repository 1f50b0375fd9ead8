package io.simbaerp.workflow.purchaseinvoice;

import io.simbaerp.approval.lines.LineSet;
import io.simbaerp.approval.round.Round;
import io.simbaerp.approval.round.RoundKind;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.invoice.owner.OwnedLines;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes rounds of the rows of the matrix that apply. Rows of one round are asked side by side; a row without a round is a
 * round of its own. Whoever was asked in an earlier round isn't asked again; a person asked about the whole isn't asked about
 * lines besides. Where owners of cost centres are asked all must agree, whatever the table says: nobody else decides about an
 * owner's lines.
 */
final class MatrixRounds {

    private static final Pattern DUTY = Pattern.compile("([A-Z_]+)(?:\\s+x\\s+([1-9]\\d?))?");
    private static final String OWNERS = "COST_OWNER";

    /** No row asks for so many seats of one duty. */
    private static final int FIRST_STAND_IN = 1000;

    private static final Pattern PERSON = Pattern.compile("PERSON\\s+(\\S+)");

    /**
     * A row that applies.
     *
     * @param approver a duty, several seats of one ({@code APPROVE_INVOICE x 3}), {@code PERSON} and a sign-in name, or
     *     {@code COST_OWNER} for the owners of the cost centres, each for their lines
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

    /**
     * The rounds, and which seats each row asks.
     *
     * @param seats by the place of the row, also those that another row asks
     * @param lines which lines a seat decides about, by its key
     * @param unowned cost centres whose owner is asked for and missing
     */
    record Asked(List<Round> rounds, List<List<Seat>> seats, Map<String, LineSet> lines, Set<String> unowned) {}

    private final Function<String, Optional<UUID>> people;
    private final Supplier<OwnedLines.Owned> owners;
    private final Set<UUID> persons = new LinkedHashSet<>();
    private final Map<String, LineSet> lines = new LinkedHashMap<>();
    private final Set<String> unowned = new TreeSet<>();
    private boolean rest;
    private final Map<Row, List<Seat>> ofRows = new IdentityHashMap<>();
    private final Set<Seat> asked = new LinkedHashSet<>();

    private MatrixRounds(Function<String, Optional<UUID>> people, Supplier<OwnedLines.Owned> owners) {
        this.people = people;
        this.owners = owners;
    }

    /**
     * The rounds in the order of their first rows.
     *
     * @param people finds somebody by the name they sign in with
     * @param owners whose lines are whose, where a row asks for it
     * @throws RuleViolation approval.matrix-approver-unknown, approval.matrix-kind-unknown and what a round refuses
     */
    static Asked of(List<Row> rows, Function<String, Optional<UUID>> people, Supplier<OwnedLines.Owned> owners) {
        Map<String, List<Row>> named = new LinkedHashMap<>();
        for (Row row : rows) {
            String round = row.round() == null || row.round().isBlank()
                    ? " " + named.size()
                    : row.round().strip();
            named.computeIfAbsent(round, none -> new ArrayList<>()).add(row);
        }
        MatrixRounds matrix = new MatrixRounds(people, owners);
        rows.forEach(matrix::notePerson);
        List<Round> rounds = new ArrayList<>();
        named.values().forEach(round -> matrix.round(round).ifPresent(rounds::add));
        matrix.askAboutTheRest(rounds);
        return new Asked(
                rounds,
                rows.stream()
                        .map(row -> matrix.ofRows.getOrDefault(row, List.of()))
                        .toList(),
                matrix.lines,
                matrix.unowned);
    }

    /** Lines without a cost centre have no owner: somebody decides about the whole then. */
    private void askAboutTheRest(List<Round> rounds) {
        boolean ofLinesAlone = rounds.stream()
                .flatMap(round -> round.seats().stream())
                .map(Seat::key)
                .allMatch(lines::containsKey);
        if (rest && ofLinesAlone) {
            rounds.add(Round.of(Duty.APPROVE_INVOICE));
        }
    }

    private void notePerson(Row row) {
        Matcher person = PERSON.matcher(row.approver().strip());
        if (person.matches()) {
            people.apply(person.group(1)).ifPresent(persons::add);
        }
    }

    private Optional<Round> round(List<Row> rows) {
        List<Seat> seats = new ArrayList<>();
        Seat chair = null;
        for (Row row : rows) {
            List<Seat> ofAll = seats(row.approver());
            ofRows.put(row, ofAll);
            List<Seat> ofRow = ofAll.stream().filter(asked::add).toList();
            seats.addAll(ofRow);
            if (row.chair() && !ofRow.isEmpty()) {
                chair = ofRow.get(0);
            }
        }
        if (seats.isEmpty()) {
            return Optional.empty();
        }
        if (rows.stream().anyMatch(row -> row.approver().strip().equals(OWNERS))) {
            return Optional.of(new Round(RoundKind.ALL, 0, null, seats, name(rows)));
        }
        return Optional.of(new Round(kindOf(rows), quorumOf(rows), chair, seats, name(rows)));
    }

    private static RoundKind kindOf(List<Row> rows) {
        return rows.stream()
                .map(Row::kind)
                .filter(Objects::nonNull)
                .findFirst()
                .map(MatrixRounds::kind)
                .orElse(RoundKind.ALL);
    }

    private static int quorumOf(List<Row> rows) {
        return rows.stream()
                .map(Row::quorum)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(0);
    }

    private static @Nullable String name(List<Row> rows) {
        String name = rows.get(0).round();
        return name == null || name.isBlank() ? null : name.strip();
    }

    private List<Seat> seats(String approver) {
        String text = approver.strip();
        if (text.equals(OWNERS)) {
            return owners();
        }
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

    /** A seat for each owner; for one who worked on the invoice somebody stands in, at a place behind all others. */
    private List<Seat> owners() {
        OwnedLines.Owned owned = owners.get();
        unowned.addAll(owned.unowned());
        rest |= owned.rest();
        List<Seat> seats = new ArrayList<>();
        int place = FIRST_STAND_IN;
        for (OwnedLines.Part part : owned.parts()) {
            boolean asWhole = persons.contains(part.owner());
            Seat seat = part.barred()
                    ? new Seat(Duty.APPROVE_INVOICE, null, place++)
                    : Seat.of(Duty.APPROVE_INVOICE, part.owner());
            if (!asWhole || part.barred()) {
                lines.put(seat.key(), part.lines());
            }
            seats.add(seat);
        }
        return seats;
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

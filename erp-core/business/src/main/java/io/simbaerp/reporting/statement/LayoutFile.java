package io.simbaerp.reporting.statement;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.reporting.statement.Layout.Part;
import io.simbaerp.reporting.statement.Layout.Position;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A layout as a file of its positions, and what makes one of them. */
final class LayoutFile {

    static final List<String> COLUMNS = List.of("part", "code", "side", "name_pl", "name_en", "rule");

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    /** What a layout has to say besides accounts, each in one position. */
    private static final List<String> ONCE =
            List.of(Layout.RESULT, Layout.CASH, Layout.REST, Layout.EXCHANGE, Layout.OPENING);

    private LayoutFile() {}

    /** @throws RuleViolation statement-layout.column-missing, statement-layout.file-unreadable */
    static List<PositionDraft> read(Reader reader) {
        List<PositionDraft> drafts = new ArrayList<>();
        try {
            for (CSVRecord row : FORMAT.parse(reader)) {
                for (String column : COLUMNS) {
                    if (!row.isSet(column)) {
                        throw RuleViolation.ofField(
                                "file", "statement-layout.column-missing", row.getRecordNumber() + 1, column);
                    }
                }
                drafts.add(new PositionDraft(
                        row.get("part"),
                        row.get("code"),
                        row.get("side"),
                        row.get("name_pl"),
                        row.get("name_en"),
                        row.get("rule")));
            }
        } catch (IllegalArgumentException | UncheckedIOException | IOException unreadable) {
            throw RuleViolation.ofField("file", "statement-layout.file-unreadable");
        }
        return drafts;
    }

    /**
     * The layout these make.
     *
     * @throws RuleViolation of statement-layout: empty, part-wrong, code-wrong, code-twice, side-wrong, name-missing,
     *     rule-wrong, formula-unknown, formula-circular, meaning-missing, meaning-twice
     */
    static Layout layout(String name, List<PositionDraft> drafts) {
        List<Position> positions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PositionDraft draft : drafts) {
            positions.add(draft.position(positions.size() + 1));
            if (!seen.add(draft.part() + " " + draft.code())) {
                throw RuleViolation.ofField("code", "statement-layout.code-twice", positions.size(), draft.code());
            }
        }
        if (positions.isEmpty()) {
            throw RuleViolation.ofField("file", "statement-layout.empty");
        }
        for (Position position : positions) {
            requireSound(position, positions, Set.of());
        }
        for (String meaning : ONCE) {
            requireOnce(meaning, positions);
        }
        if (positions.stream().noneMatch(position -> position.isFor(Layout.CLOSING))) {
            throw RuleViolation.ofField("rule", "statement-layout.meaning-missing", Layout.CLOSING);
        }
        return new Layout(name, positions);
    }

    private static void requireOnce(String meaning, List<Position> positions) {
        long count = positions.stream()
                .filter(position -> (" " + position.rule() + " ").contains(" " + meaning + " "))
                .count();
        if (count != 1) {
            throw RuleViolation.ofField(
                    "rule",
                    count == 0 ? "statement-layout.meaning-missing" : "statement-layout.meaning-twice",
                    meaning);
        }
    }

    /** A formula is made of positions of its part and never of itself. */
    private static void requireSound(Position position, List<Position> positions, Set<String> above) {
        if (above.contains(position.code())) {
            throw RuleViolation.ofField("rule", "statement-layout.formula-circular", position.code());
        }
        Set<String> path = new HashSet<>(above);
        path.add(position.code());
        for (String term : position.isFormula() ? position.rule().substring(1).split("[+-]") : new String[0]) {
            requireSound(term(position, term, positions), positions, path);
        }
    }

    private static Position term(Position position, String code, List<Position> positions) {
        Part part = position.part();
        return positions.stream()
                .filter(other -> other.part() == part && other.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> RuleViolation.ofField("rule", "statement-layout.formula-unknown", position.code(), code));
    }

    static String text(List<PositionDraft> positions) {
        return String.join(";", COLUMNS) + "\n"
                + positions.stream()
                        .map(one -> CSVFormat.DEFAULT
                                .builder()
                                .setDelimiter(';')
                                .get()
                                .format(one.part(), one.code(), one.side(), one.namePl(), one.nameEn(), one.rule()))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}

package io.simbaerp.invoice.coding;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.dimension.Axes;
import io.simbaerp.ledger.dimension.AxisFacts;
import io.simbaerp.ledger.dimension.AxisRule;
import io.simbaerp.ledger.dimension.Distributions;
import io.simbaerp.ledger.dimension.LineSplit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Axes and distribution keys of coded lines: judged as the books will judge them, and proposed as far as they hold. */
@Component
class CodedDimensions {

    private final Axes axes;
    private final Distributions distributions;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    CodedDimensions(Axes axes, Distributions distributions, JdbcClient jdbc, CurrentActor currentActor) {
        this.axes = axes;
        this.distributions = distributions;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /**
     * The lines with the shares that distribution keys make of them.
     *
     * @throws RuleViolation of distribution: unknown, inactive, of-other-axis; of journal-entry: axis-unknown,
     *     axis-inactive, dimension-unknown, dimension-inactive, dimension-forbidden, dimension-not-allowed,
     *     dimension-missing
     */
    List<CodedLine> shared(List<CodedLine> lines, LocalDate day) {
        List<CodedLine> shared = new ArrayList<>();
        LineSplit split = LineSplit.by(
                lines.stream().anyMatch(line -> LineSplit.namesKey(line.costCentre(), line.dimensions()))
                        ? distributions.all()
                        : List.of());
        for (int i = 0; i < lines.size(); i++) {
            shared.add(shared(lines.get(i), i, split, day));
        }
        judge(shared, day);
        return shared;
    }

    private static CodedLine shared(CodedLine line, int at, LineSplit split, LocalDate day) {
        if (!LineSplit.namesKey(line.costCentre(), line.dimensions())) {
            return line.sharedAs(List.of());
        }
        LineDraft whole =
                LineDraft.of(line.account(), Side.DEBIT, line.net()).dividedAs(line.costCentre(), line.dimensions());
        try {
            return line.sharedAs(split.of(whole, at + 1, day).stream()
                    .map(part -> new CodedLine.Share(part.costCentre(), part.dimensions(), part.amount()))
                    .toList());
        } catch (RuleViolation refused) {
            throw atField(at, line, refused);
        }
    }

    private void judge(List<CodedLine> lines, LocalDate day) {
        AxisFacts facts = AxisFacts.read(
                jdbc,
                currentActor.company(),
                lines.stream().map(CodedLine::account).toList(),
                lines.stream()
                        .flatMap(line -> line.places().stream())
                        .map(CodedLine.Share::dimensions)
                        .toList());
        for (int i = 0; i < lines.size(); i++) {
            CodedLine line = lines.get(i);
            try {
                for (CodedLine.Share place : line.places()) {
                    facts.judge(i + 1, line.account(), place.dimensions(), day);
                }
            } catch (RuleViolation refused) {
                throw atField(i, line, refused);
            }
        }
    }

    /** The books name the line; whoever codes is told which of its fields. */
    private static RuleViolation atField(int at, CodedLine line, RuleViolation refused) {
        Object about = refused.args().get(1);
        String field = refused.rule().startsWith("distribution.")
                ? line.dimensions().entrySet().stream()
                        .filter(named -> named.getValue().endsWith(String.valueOf(about)))
                        .map(named -> "dimensions." + named.getKey())
                        .findFirst()
                        .orElse("costCentre")
                : "dimensions." + (line.account().equals(about) ? refused.args().get(2) : about);
        return RuleViolation.ofField(
                "lines[" + at + "]." + field, refused.rule(), refused.args().toArray());
    }

    /** What can be proposed on a day. */
    Offer on(LocalDate day) {
        Set<String> known = axes.all().stream().map(Axes.Named::code).collect(Collectors.toSet());
        return known.isEmpty()
                ? new Offer(Map.of(), Map.of(), day)
                : new Offer(
                        axes.rules(null).stream()
                                .filter(rule -> rule.rule() == AxisRule.REQUIRED
                                        && rule.allowed().size() == 1)
                                .collect(Collectors.groupingBy(Axes.Ruled::account)),
                        distributions.all().stream()
                                .collect(Collectors.toMap(
                                        key -> LineSplit.MARK + key.named().code(), key -> key)),
                        day);
    }

    /** The dimensions that a line like an earlier one may be proposed with. */
    final class Offer implements ProposalRules.Dimensions {

        private final Map<String, List<Axes.Ruled>> only;
        private final Map<String, Distributions.Key> keys;
        private final LocalDate day;
        private final Map<List<Object>, Map<String, String>> found = new HashMap<>();

        private Offer(Map<String, List<Axes.Ruled>> only, Map<String, Distributions.Key> keys, LocalDate day) {
            this.only = only;
            this.keys = keys;
            this.day = day;
        }

        @Override
        public Map<String, String> of(String account, Map<String, String> before) {
            return found.computeIfAbsent(List.of(account, before), none -> find(account, before));
        }

        private Map<String, String> find(String account, Map<String, String> before) {
            Map<String, String> offered = new TreeMap<>();
            before.forEach((axis, number) -> {
                if (takes(account, axis, number)) {
                    offered.put(axis, number);
                }
            });
            only.getOrDefault(account, List.of())
                    .forEach(rule ->
                            offered.putIfAbsent(rule.axis(), rule.allowed().get(0)));
            return offered;
        }

        private boolean takes(String account, String axis, String number) {
            Distributions.Key key = keys.get(number);
            if (key == null) {
                return all(account, axis, List.of(number));
            }
            return axis.equals(key.axis())
                    && key.inUse(day)
                    && all(
                            account,
                            axis,
                            key.parts().stream().map(part -> part.number()).toList());
        }

        private boolean all(String account, String axis, List<String> numbers) {
            AxisFacts facts = AxisFacts.read(
                    jdbc,
                    currentActor.company(),
                    List.of(account),
                    numbers.stream().map(number -> Map.of(axis, number)).toList());
            return numbers.stream().allMatch(number -> facts.takes(account, axis, number, day));
        }
    }
}

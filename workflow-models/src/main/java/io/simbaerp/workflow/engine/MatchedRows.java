package io.simbaerp.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which rows of decision tables matched: the engine tells them while it evaluates, and keeps nothing of it. */
@Component
public class MatchedRows implements DmnDecisionTableEvaluationListener {

    private static final ThreadLocal<@Nullable List<DmnDecisionTableEvaluationEvent>> SEEN = new ThreadLocal<>();

    /** A row that matched, and what it says. */
    public record Row(String id, List<String> outputs) {}

    /** A table that was asked, in its version, with the rows that matched in their order. */
    public record Table(String id, int version, List<Row> rows) {}

    /** What came of the work, and the tables it asked. */
    public record Watched<T>(T result, List<Table> tables) {}

    /** Does the work and tells which rows matched meanwhile. */
    public <T> Watched<T> during(Supplier<T> work) {
        List<DmnDecisionTableEvaluationEvent> seen = new ArrayList<>();
        SEEN.set(seen);
        try {
            T result = work.get();
            return new Watched<>(result, seen.stream().map(MatchedRows::table).toList());
        } finally {
            SEEN.remove();
        }
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        List<DmnDecisionTableEvaluationEvent> seen = SEEN.get();
        if (seen != null) {
            seen.add(event);
        }
    }

    private static Table table(DmnDecisionTableEvaluationEvent event) {
        return new Table(
                event.getDecision().getKey(),
                event.getDecision() instanceof DecisionDefinition definition ? definition.getVersion() : 0,
                event.getMatchingRules().stream()
                        .map(rule -> new Row(
                                rule.getId(),
                                rule.getOutputEntries().values().stream()
                                        .map(output ->
                                                String.valueOf(output.getValue().getValue()))
                                        .toList()))
                        .toList());
    }
}

package io.simbaerp.operation.web;

import io.simbaerp.operation.NodeHealth;
import io.simbaerp.operation.SlowStatements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How this node is, and which statements cost the database most. */
@Controller
class OperationController {

    private final NodeHealth health;
    private final SlowStatements statements;

    OperationController(NodeHealth health, SlowStatements statements) {
        this.health = health;
        this.statements = statements;
    }

    /**
     * The page.
     *
     * @param byMean whether the slowest come first, else those that took most in all
     */
    record OperationView(List<NodeHealth.Part> parts, boolean measured, boolean byMean, List<Row> statements) {}

    /** A statement with its times in milliseconds. */
    record Row(
            String beginning,
            String text,
            long calls,
            BigDecimal total,
            BigDecimal mean,
            BigDecimal longest,
            long rows) {

        static Row of(SlowStatements.Statement each) {
            return new Row(
                    each.beginning(),
                    each.text(),
                    each.calls(),
                    millis(each.total()),
                    millis(each.mean()),
                    millis(each.longest()),
                    each.rows());
        }

        private static BigDecimal millis(Duration time) {
            return BigDecimal.valueOf(time.toNanos(), 6).setScale(2, RoundingMode.HALF_UP);
        }
    }

    @GetMapping("/operation")
    String show(@RequestParam(defaultValue = "total") String by, Model model) {
        boolean measured = statements.available();
        boolean byMean = by.equals("mean");
        List<SlowStatements.Statement> shown =
                !measured ? List.of() : byMean ? statements.slowest() : statements.costliest();
        model.addAttribute(
                "view",
                new OperationView(
                        health.parts(),
                        measured,
                        byMean,
                        shown.stream().map(Row::of).toList()));
        return "operation/operation";
    }
}

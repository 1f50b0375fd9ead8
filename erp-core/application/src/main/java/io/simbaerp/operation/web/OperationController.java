package io.simbaerp.operation.web;

import io.simbaerp.operation.NodeHealth;
import io.simbaerp.operation.SlowStatements;
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
    record OperationView(
            List<NodeHealth.Part> parts, boolean measured, boolean byMean, List<SlowStatements.Statement> statements) {}

    @GetMapping("/operation")
    String show(@RequestParam(defaultValue = "total") String by, Model model) {
        boolean measured = statements.available();
        boolean byMean = by.equals("mean");
        List<SlowStatements.Statement> shown =
                !measured ? List.of() : byMean ? statements.slowest() : statements.costliest();
        model.addAttribute("view", new OperationView(health.parts(), measured, byMean, shown));
        return "operation/operation";
    }
}

package io.simbaerp.workflow.expense;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.expense.ExpenseApprovers;
import io.simbaerp.money.Money;
import io.simbaerp.workflow.model.ModelsInForce;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code ExpenseMatrix}. What it is asked with is read for the question and forgotten. */
@Component
class ExpenseMatrix implements ExpenseApprovers {

    private static final String ID = "ExpenseMatrix";

    private final ObjectProvider<DecisionService> decisions;
    private final ModelsInForce models;

    ExpenseMatrix(ObjectProvider<DecisionService> decisions, ModelsInForce models) {
        this.decisions = decisions;
        this.models = models;
    }

    /** @throws RuleViolation approval.matrix-approver-unknown */
    @Override
    public List<Duty> levels(Money total, Set<String> categories, Set<String> findings, @Nullable String costCentre) {
        DecisionService tables = decisions.getObject();
        DmnDecisionTableResult rows = models.definition(ID)
                .map(tables::evaluateDecisionTableById)
                .orElseGet(() -> tables.evaluateDecisionTableByKey(ID).decisionDefinitionWithoutTenantId())
                .variables(Variables.createVariables()
                        .putValue("total", total.amount())
                        .putValue("categories", List.copyOf(categories))
                        .putValue("findings", List.copyOf(findings))
                        .putValue("costCentre", costCentre))
                .evaluate();
        return rows.getResultList().stream()
                .map(row -> duty(String.valueOf(row.get("approver")).strip()))
                .distinct()
                .toList();
    }

    private static Duty duty(String name) {
        return Arrays.stream(Duty.values())
                .filter(duty -> duty.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("approval.matrix-approver-unknown", name));
    }
}

package io.simbaerp.workflow.matrix;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.workflow.model.ModelsInForce;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and writes rows of the decision tables in force. */
@Component
class TableRows {

    private final RepositoryService repository;
    private final ModelsInForce models;

    TableRows(RepositoryService repository, ModelsInForce models) {
        this.repository = repository;
        this.models = models;
    }

    /** A table of its own to work on, and the row in it. */
    record Found(DmnModelInstance model, DecisionTable table, Rule row) {

        List<String> inputs() {
            return row.getInputEntries().stream()
                    .map(entry -> said(entry.getText()))
                    .toList();
        }

        List<String> outputs() {
            return row.getOutputEntries().stream()
                    .map(entry -> said(entry.getText()))
                    .toList();
        }

        List<String> inputLabels() {
            return table.getInputs().stream().map(DmnElement::getLabel).toList();
        }

        List<String> outputLabels() {
            return table.getOutputs().stream().map(DmnElement::getLabel).toList();
        }

        /** Which output names who is asked. */
        int approver() {
            List<String> names =
                    table.getOutputs().stream().map(output -> output.getName()).toList();
            return names.indexOf("approver");
        }

        @Nullable
        String note() {
            return row.getDescription() == null ? null : row.getDescription().getTextContent();
        }

        /** The file with these cells in place of the row's. */
        byte[] with(List<String> inputs, List<String> outputs) {
            List<InputEntry> in = new ArrayList<>(row.getInputEntries());
            for (int cell = 0; cell < in.size(); cell++) {
                write(in.get(cell).getText(), in.get(cell), inputs.get(cell));
            }
            List<OutputEntry> out = new ArrayList<>(row.getOutputEntries());
            for (int cell = 0; cell < out.size(); cell++) {
                write(out.get(cell).getText(), out.get(cell), outputs.get(cell));
            }
            plain();
            return Dmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
        }

        /** The engine's reader writes defaults of the schema into the table, which no file of ours says. */
        private void plain() {
            model.getDefinitions().removeAttribute("expressionLanguage");
            model.getDefinitions().removeAttribute("typeLanguage");
            table.removeAttribute("preferredOrientation");
        }

        private void write(@Nullable Text text, DmnElement cell, String says) {
            Text into = text;
            if (into == null) {
                into = model.newInstance(Text.class);
                cell.addChildElement(into);
            }
            into.setTextContent(says);
        }

        private static String said(@Nullable Text text) {
            return text == null ? "" : text.getTextContent().strip();
        }
    }

    /** @throws RuleViolation rule-proposal.row-gone */
    Found find(String table, String row) {
        String definition = models.definition(table).orElseGet(() -> shipped(table, row));
        DmnModelInstance model = repository.getDmnModelInstance(definition).clone();
        Rule found = model.getModelElementsByType(Rule.class).stream()
                .filter(rule -> row.equals(rule.getId()))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("rule-proposal.row-gone", row));
        return new Found(model, (DecisionTable) found.getParentElement(), found);
    }

    private String shipped(String table, String row) {
        DecisionDefinition known = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .withoutTenantId()
                .latestVersion()
                .singleResult();
        if (known == null) {
            throw new RuleViolation("rule-proposal.row-gone", row);
        }
        return known.getId();
    }
}

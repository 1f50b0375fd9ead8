package io.simbaerp.workflow.purchaseinvoice;

import io.simbaerp.testing.TestCompany;
import io.simbaerp.workflow.model.OwnModels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts a matrix of a company's own into force. */
final class CompanyMatrix {

    private static final List<String> OUTPUTS = List.of("approver", "round", "kind", "quorum", "chair");

    private CompanyMatrix() {}

    /** These rows, whatever the invoice; each as its five cells parted by commas. */
    static void deploy(OwnModels own, TestCompany company, String... rows) {
        Map<String, String> always = new LinkedHashMap<>();
        List.of(rows).forEach(row -> always.put(row, "documentType != null"));
        deploy(own, company, always);
    }

    /** Each row with the condition under which it holds. */
    static void deploy(OwnModels own, TestCompany company, Map<String, String> rows) {
        StringBuilder rules = new StringBuilder();
        StringBuilder inputs = new StringBuilder();
        int row = 0;
        for (Map.Entry<String, String> one : rows.entrySet()) {
            inputs.append(
                    "<input id=\"I_%d\"><inputExpression id=\"E_%d\" typeRef=\"boolean\"><text>%s</text></inputExpression></input>"
                            .formatted(row, row, one.getValue()));
            StringBuilder conditions = new StringBuilder();
            for (int input = 0; input < rows.size(); input++) {
                conditions.append("<inputEntry id=\"In_%d_%d\"><text>%s</text></inputEntry>"
                        .formatted(row, input, input == row ? "true" : ""));
            }
            rules.append("<rule id=\"Rule_%d\">%s%s</rule>"
                    .formatted(row, conditions, entries(one.getKey().split(",", -1), row)));
            row++;
        }
        StringBuilder outputs = new StringBuilder();
        OUTPUTS.forEach(output -> outputs.append(
                "<output id=\"Out_%s\" name=\"%s\" typeRef=\"%s\" />".formatted(output, output, type(output))));
        own.deploy(company, """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="D" name="Approval matrix" namespace="https://simba-erp.io/decisions">
                  <decision id="ApprovalMatrix" name="Who approves a purchase invoice" camunda:historyTimeToLive="P1D">
                    <decisionTable id="T" hitPolicy="RULE ORDER">
                      %s %s %s
                    </decisionTable>
                  </decision>
                </definitions>""".formatted(inputs, outputs, rules));
    }

    private static String entries(String[] cells, int row) {
        StringBuilder entries = new StringBuilder();
        IntStream.range(0, OUTPUTS.size())
                .forEach(n -> entries.append(
                        "<outputEntry id=\"Cell_%d_%d\"><text>%s</text></outputEntry>".formatted(row, n, cells[n])));
        return entries.toString();
    }

    private static String type(String output) {
        return output.equals("quorum") ? "integer" : output.equals("chair") ? "boolean" : "string";
    }
}

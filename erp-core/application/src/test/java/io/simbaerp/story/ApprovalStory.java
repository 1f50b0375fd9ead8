package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Approvals as companies need them: what a decision binds to, how far it reaches, and who is asked. */
@StoryTest
class ApprovalStory {

    @Autowired
    Simba simba;

    @Test
    void theNextApproverSeesFieldByFieldWhatHasChangedSinceSomebodyDecided() {
        String document = coded("APPROVAL/1/2026", "200.00");
        JsonNode first = task("manager", document);
        assertThat(first.path("changes").isMissingNode() || first.path("changes").isNull())
                .as("nobody has decided before")
                .isTrue();
        simba.decide("manager", document, Map.of("outcome", "return", "comment", "Cost centre 200, please"))
                .expect(200);
        simba.decide("accountant", document, Map.of("outcome", "send", "coding", coding("402-03", "200", "200.00")))
                .expect(200);

        JsonNode again = task("manager", document);
        assertThat(changes(again)).containsKey("invoice.changed.line-cost-centre");
        assertThat(changes(again).get("invoice.changed.line-cost-centre")).endsWith(" -> 200");
        assertThat(again.path("changes").get(0).path("label").asString()).doesNotStartWith("invoice.");
        String card = page("manager", again);
        assertThat(card).contains("Cost centre 200, please", "<ins class=\"strong\">200").doesNotContain("??");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    @Test
    void whatChangesWhileAnApproverIsAskedIsAskedAnewAndThePriorApprovalFalls() {
        String document = coded("APPROVAL/2/2026", "30000.00");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        String before = simba.taskOf("director", document).path("id").asString();
        simba.as("accountant")
                .put(
                        "/api/v1/documents/" + document + "/invoice/receipt",
                        Map.of("receivedOn", "2026-11-16", "reason", "It lay in another department"))
                .expect(200);
        simba.runDueJobs();

        assertThat(simba.tasksOf("director", document))
                .as("the first level is asked anew")
                .noneMatch(task -> task.path("id").asString().equals(before));
        JsonNode again = task("manager", document);
        assertThat(changes(again).get("invoice.content.received")).endsWith(" -> 2026-11-16");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        simba.decide("director", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    private String coded(String number, String net) {
        String document = simba.receive(InvoiceXml.numbered(number).line("Szkolenie", net, "23"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        return document;
    }

    private static Map<String, Object> coding(String account, String costCentre, String net) {
        return Map.of(
                "lines",
                List.of(Map.of(
                        "line", "1", "account", account, "costCentre", costCentre, "taxCode", "Z23", "net", net)));
    }

    /** The person's one task about the document, with everything it tells. */
    private JsonNode task(String person, String document) {
        String id = simba.taskOf(person, document).path("id").asString();
        return simba.as(person).get("/api/v1/tasks/" + id).expect(200).body();
    }

    private static Map<String, String> changes(JsonNode task) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (JsonNode change : task.path("changes")) {
            changes.put(
                    change.path("key").asString(),
                    change.path("before").asString() + " -> "
                            + change.path("after").asString());
        }
        return changes;
    }

    private String page(String person, JsonNode task) {
        return PageUser.signIn(simba.url(), person, person)
                .get("/tasks/" + task.path("id").asString())
                .text();
    }
}

package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An invoice that was posted wrongly is reversed and goes through coding and approval again. */
@StoryTest
class ReversalStory {

    @Autowired
    Simba simba;

    @Test
    void aPostedInvoiceIsReversedAndCodedAgain() {
        String document =
                new Treasury(simba).posted(InvoiceXml.numbered("RV/1/2026").line("Dostęp do serwera", "300.00", "23"));
        simba.runDueJobs();
        String invoice = "/api/v1/documents/" + document + "/invoice";
        String first = body(invoice).path("journalEntryId").asString();
        JsonNode preview = body(invoice + "/reversal");
        assertThat(preview.path("possible").asBoolean()).isTrue();
        assertThat(preview.path("entries").get(0).path("id").asString()).isEqualTo(first);

        simba.as("accountant")
                .post(invoice + "/reversal", Map.of("reason", " "))
                .expect(422);
        simba.as("manager")
                .post(invoice + "/reversal", Map.of("reason", "Złe konto"))
                .expect(403);
        JsonNode done = simba.as("accountant")
                .post(invoice + "/reversal", Map.of("reason", "Złe konto"))
                .expect(201)
                .body();
        assertThat(done.path("before").get(0).path("reason").asString()).isEqualTo("Złe konto");
        assertThat(simba.stateOf(document)).isEqualTo("IN_PROCESS");
        simba.as("accountant")
                .post(invoice + "/reversal", Map.of("reason", "Jeszcze raz"))
                .expect(422);

        JsonNode task = simba.taskOf("accountant", document);
        assertThat(task.path("key").asString()).isEqualTo("Task_CodeInvoice");
        simba.decide("accountant", document, Map.of("outcome", "send", "coding", otherCostAccount(invoice)))
                .expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("IN_PROCESS");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");

        String second = body(invoice).path("journalEntryId").asString();
        assertThat(second).isNotEqualTo(first);
        assertThat(body("/api/v1/journal-entries/" + first)
                        .path("reversedBy")
                        .path("id")
                        .asString())
                .isNotEmpty();
        assertThat(accountsOf(second)).contains("402-02").doesNotContain("402-90");
        assertThat(simba.timelineOf(document))
                .containsSubsequence(
                        "purchase-invoice-posted",
                        "vat-register-reversed",
                        "journal-entry-reversed",
                        "approvals-voided",
                        "purchase-invoice-reversed",
                        "purchase-invoice-coded",
                        "purchase-invoice-posted");
        assertThat(body("/api/v1/documents/" + document + "/attachments"))
                .as("the protocol of each posting")
                .hasSize(2);
    }

    private Map<String, Object> otherCostAccount(String invoice) {
        JsonNode line = body(invoice).path("coding").get(0);
        return Map.of(
                "lines",
                List.of(Map.of(
                        "line",
                        line.path("line").asString(),
                        "account",
                        "402-02",
                        "costCentre",
                        line.path("costCentre").asString(),
                        "taxCode",
                        line.path("taxCode").asString())));
    }

    private List<String> accountsOf(String entry) {
        return body("/api/v1/journal-entries/" + entry)
                .path("lines")
                .valueStream()
                .map(line -> line.path("account").asString())
                .toList();
    }

    private JsonNode body(String path) {
        return simba.as("accountant").get(path).expect(200).body();
    }
}

package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How coding is proposed from what was posted before, and when nobody needs to look at it. */
@StoryTest
class CodingStory {

    @Autowired
    Simba simba;

    @Test
    void aLineIsProposedLikeTheLatestOfItsSupplierThatSaysTheSame() {
        String first = simba.receive(InvoiceXml.numbered("COD/1/2026")
                .from("Falochron Serwis Sp. z o.o.", "9990030001")
                .line("Przegląd wózka nr 17", "410.00", "23")
                .line("Olej hydrauliczny 20 l", "95.00", "23"));
        carry(first, Map.of("lines", List.of(coded("1", "402-10", "320"), coded("2", "401-07", "310"))));
        String next = simba.receive(InvoiceXml.numbered("COD/2/2026")
                .from("Falochron Serwis Sp. z o.o.", "9990030001")
                .issued("2026-10-01")
                .line("Olej hydrauliczny 60 l", "285.00", "23")
                .line("Przegląd wózka nr 4", "415.00", "23"));
        carry(next, null);

        JsonNode coding = simba.as("accountant")
                .get("/api/v1/documents/" + next + "/invoice")
                .expect(200)
                .body()
                .path("coding");
        assertThat(coding.get(0).path("account").asString()).isEqualTo("401-07");
        assertThat(coding.get(0).path("costCentre").asString()).isEqualTo("310");
        assertThat(coding.get(1).path("account").asString()).isEqualTo("402-10");
        assertThat(coding.get(1).path("costCentre").asString()).isEqualTo("320");
    }

    @Test
    void theHitRateIsMeasuredByReplayingWhatWasPosted() {
        for (int n = 1; n <= 3; n++) {
            carry(
                    simba.receive(InvoiceXml.numbered("COD/3" + n + "/2026")
                            .from("Maszt Telekom S.A.", "9990030002")
                            .issued("2026-0" + n + "-05")
                            .line("Abonament", "12" + n + ".00", "23")),
                    n == 1 ? Map.of("lines", List.of(coded("1", "402-06", "100"))) : null);
        }
        JsonNode report = simba.as("accountant")
                .get("/api/v1/reports/coding-hit-rate")
                .expect(200)
                .body();
        JsonNode supplier = find(report.path("suppliers"), "Maszt Telekom S.A.");
        assertThat(supplier.path("invoices").asInt()).isEqualTo(3);
        assertThat(supplier.path("unchanged").asInt()).isEqualTo(2);
        assertThat(report.path("followed").path("lines").asInt()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void afterThreeUneditedPostingsTheAccountantMaySwitchOnTouchlessCoding() {
        String party = null;
        for (int n = 1; n <= 4; n++) {
            String document = simba.receive(subscription(n, "20" + n + ".00"));
            if (n == 4) {
                simba.as("accountant")
                        .put("/api/v1/parties/" + party + "/touchless", Map.of("on", true))
                        .expect(200);
            }
            carry(document, null);
            party = simba.as("accountant")
                    .get("/api/v1/documents/" + document + "/supplier")
                    .get("partyId");
            if (n < 3) {
                simba.as("accountant")
                        .put("/api/v1/parties/" + party + "/touchless", Map.of("on", true))
                        .expect(422);
            }
        }
        confirmAccounts(party);

        String document = simba.receive(subscription(5, "205.50"));
        assertThat(simba.tasksOf("accountant", document)).isEmpty();
        assertThat(simba.taskOf("manager", document).path("key").asString()).isEqualTo("Task_ApproveInvoice");
        assertThat(simba.timelineOf(document)).contains("purchase-invoice-coded-touchless");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");

        String dear = simba.receive(subscription(6, "999.00"));
        assertThat(simba.taskOf("accountant", dear).path("key").asString()).isEqualTo("Task_CodeInvoice");
        JsonNode state = simba.as("accountant")
                .put("/api/v1/parties/" + party + "/touchless", Map.of("on", false))
                .expect(200)
                .body();
        assertThat(state.path("on").asBoolean()).isFalse();
        assertThat(state.path("coded").asInt()).isEqualTo(1);
        String after = simba.receive(subscription(7, "207.00"));
        assertThat(simba.taskOf("accountant", after).path("key").asString()).isEqualTo("Task_CodeInvoice");
    }

    private static InvoiceXml subscription(int month, String net) {
        return InvoiceXml.numbered("COD/4" + month + "/2026")
                .from("Chmura Bałtyk Sp. z o.o.", "9990030003")
                .issued("2026-0" + month + "-07")
                .line("Subskrypcja chmury", net, "23");
    }

    private static Map<String, Object> coded(String line, String account, String costCentre) {
        return Map.of("line", line, "account", account, "costCentre", costCentre, "taxCode", "Z23");
    }

    private void carry(String document, @Nullable Map<String, ?> coding) {
        simba.answerQuestionsUntilCoding(document);
        simba.decide(
                        "accountant",
                        document,
                        coding == null ? Map.of("outcome", "send") : Map.of("outcome", "send", "coding", coding))
                .expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
    }

    private void confirmAccounts(String party) {
        for (JsonNode account : simba.as("treasurer")
                .get("/api/v1/parties/" + party)
                .expect(200)
                .body()
                .path("accounts")) {
            simba.as("treasurer")
                    .post(
                            "/api/v1/parties/" + party + "/accounts/"
                                    + account.path("id").asString() + "/confirm",
                            Map.of())
                    .expect(200);
        }
    }

    private static JsonNode find(JsonNode suppliers, String name) {
        for (JsonNode one : suppliers) {
            if (one.path("name").asString().equals(name)) {
                return one;
            }
        }
        throw new AssertionError(name + " is not in the report");
    }
}

package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An invoice of somebody unknown comes in: it is coded and booked, and not paid before a second person approved the supplier. */
@StoryTest
class SupplierCreationStory {

    @Autowired
    Simba simba;

    private Treasury treasury;

    @BeforeEach
    void approvalNeeded() {
        treasury = new Treasury(simba);
        needed(true);
    }

    @AfterEach
    void approvalNotNeeded() {
        needed(false);
    }

    @Test
    void anUnknownSellerIsProposedWithItsInvoiceAndPaidOnceItIsApproved() {
        String document = treasury.posted(InvoiceXml.numbered("NEW/1/2026")
                .from("Nowodostaw", "9990031058")
                .line("Praca", "10.00", "23"));
        treasury.confirmAccounts("Nowodostaw");
        JsonNode party = treasury.party("Nowodostaw");
        assertThat(party.path("approved").asBoolean()).isFalse();
        String creation = "/api/v1/parties/" + party.path("id").asString() + "/creation";
        JsonNode proposed =
                simba.as("treasurer").get(creation).expect(200).body().path("creation");
        assertThat(proposed.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(proposed.path("proofDocument").asString())
                .as("the invoice it came with")
                .isEqualTo(document);

        JsonNode run = treasury.propose("PLN");
        JsonNode blocked = Treasury.blockedOf(run, document);
        assertThat(blocked.path("reason").asString()).isEqualTo("SUPPLIER_NOT_APPROVED");
        assertThat(blocked.path("text").asString()).contains("Nowodostaw");
        treasury.cancel(run);

        assertThat(tasks("manager")).as("who may not approve suppliers").isEmpty();
        simba.as("accountant")
                .put(creation + "/proof", Map.of("reference", "KRS 0000123456"))
                .expect(200);
        JsonNode task = tasks("treasurer").get(0);
        assertThat(page("treasurer", "/tasks/" + task.path("id").asString()))
                .contains("Nowodostaw")
                .contains("KRS 0000123456");
        assertThat(page("accountant", "/parties/" + party.path("id").asString()))
                .contains("New supplier")
                .contains("/creation/withdraw");
        complete(task, Map.of("outcome", "return", "comment", "Which department ordered it?"));
        JsonNode correction = tasks("accountant", "Task_CorrectSupplier").get(0);
        assertThat(page("accountant", "/tasks/" + correction.path("id").asString()))
                .contains("Which department ordered it?");
        assertThat(simba.as("accountant")
                        .post(creation + "/send", Map.of())
                        .expect(200)
                        .text())
                .contains("PROPOSED");
        simba.runDueJobs();
        complete(tasks("treasurer").get(0), Map.of("outcome", "approve"));

        assertThat(treasury.party("Nowodostaw").path("approved").asBoolean()).isTrue();
        JsonNode next = treasury.propose("PLN");
        assertThat(next.path("blocked").toString()).doesNotContain(document);
        treasury.cancel(next);
        simba.as("accountant")
                .post(creation + "/withdraw", Map.of("reason", "Too late"))
                .expect(422);
    }

    private String page(String person, String path) {
        PageUser.Answer answer = PageUser.signIn(simba.url(), person, person).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.text();
    }

    private void needed(boolean needed) {
        simba.as("admin")
                .put("/api/v1/supplier-approval", Map.of("needed", needed))
                .expect(200);
    }

    private void complete(JsonNode task, Map<String, Object> decision) {
        simba.as("treasurer")
                .post("/api/v1/tasks/" + task.path("id").asString() + "/complete", decision)
                .expect(200);
        simba.runDueJobs();
    }

    private List<JsonNode> tasks(String person) {
        return tasks(person, "Task_ApproveSupplier");
    }

    private List<JsonNode> tasks(String person, String key) {
        JsonNode items = simba.as(person)
                .get("/api/v1/tasks?view=all&state=open&limit=200")
                .expect(200)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(task -> task.path("key").asString().equals(key))
                .filter(task -> task.path("partyName").asString("").equals("Nowodostaw"))
                .toList();
    }
}

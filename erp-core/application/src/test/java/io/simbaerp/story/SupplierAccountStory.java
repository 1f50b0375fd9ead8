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

/** A supplier writes that its account is another one: what has to happen before anything is paid there. */
@StoryTest
class SupplierAccountStory {

    private static final String OTHER = "PL33102010260000042270201112";

    private static final String THIRD = "PL06102010260000042270201113";

    @Autowired
    Simba simba;

    private Treasury treasury;

    @BeforeEach
    void threeDays() {
        treasury = new Treasury(simba);
        coolOff(3);
    }

    @AfterEach
    void none() {
        coolOff(0);
    }

    @Test
    void anotherAccountTakesAProofASecondPersonAndTheCoolOff() {
        String letter = simba.receive(invoice("ACCT/1/2026"));
        simba.answerQuestionsUntilCoding(letter);
        treasury.confirmAccounts("Kontozmian");
        String party = treasury.party("Kontozmian").path("id").asString();
        assertThat(simba.as("accountant")
                        .post("/api/v1/parties/" + party + "/accounts", Map.of("iban", OTHER))
                        .expect(422)
                        .text())
                .contains("bank-account.proof-missing");
        simba.as("accountant")
                .post("/api/v1/parties/" + party + "/accounts", Map.of("iban", OTHER, "documentId", letter))
                .expect(201);

        assertThat(tasks("manager")).as("who may not confirm accounts").isEmpty();
        JsonNode task = tasks("treasurer").get(0);
        simba.as("treasurer")
                .post(
                        "/api/v1/tasks/" + task.path("id").asString() + "/complete",
                        Map.of(
                                "outcome",
                                "approve",
                                "contentHash",
                                task.path("contentHash").asString()))
                .expect(200);
        simba.runDueJobs();
        JsonNode account = account(party);
        assertThat(account.path("confirmed").asBoolean()).isTrue();
        assertThat(account.path("payableFrom").asString()).isEqualTo("2026-11-23");

        String waive =
                "/api/v1/parties/" + party + "/accounts/" + account.path("id").asString() + "/waive-cool-off";
        simba.as("treasurer").post(waive, Map.of("reason", "In a hurry")).expect(403);
        simba.as("director").post(waive, Map.of("reason", " ")).expect(422);
        simba.as("director")
                .post(waive, Map.of("reason", "Asked Ms Nowak at the number of the contract"))
                .expect(200);
        assertThat(account(party).path("payableFrom").isString()).isFalse();
    }

    @Test
    void anInvoiceWithAnotherAccountIsBlockedUntilTheCoolOffEndsAndTheDayIsNamed() {
        coolOff(30);
        treasury.posted(invoice("ACCT/2/2026").from("Chlodkont", "9990031012"));
        treasury.confirmAccounts("Chlodkont");
        String document = treasury.posted(
                invoice("ACCT/3/2026").from("Chlodkont", "9990031012").account(THIRD));
        treasury.confirmAccounts("Chlodkont");
        JsonNode run = treasury.propose("PLN");
        JsonNode blocked = Treasury.blockedOf(run, document);
        assertThat(blocked.path("reason").asString()).isEqualTo("ACCOUNT_COOLING_OFF");
        assertThat(blocked.path("text").asString()).contains("20.12.2026");
        treasury.cancel(run);
    }

    private void coolOff(int days) {
        simba.as("admin")
                .put("/api/v1/account-cool-off", Map.of("firstDays", 0, "changeDays", days))
                .expect(200);
    }

    private List<JsonNode> tasks(String person) {
        JsonNode items = simba.as(person)
                .get("/api/v1/tasks?view=all&state=open&limit=200")
                .expect(200)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(task -> task.path("key").asString().equals("Task_ApproveAccount"))
                .filter(task -> task.path("partyName").asString("").equals("Kontozmian"))
                .toList();
    }

    private JsonNode account(String party) {
        JsonNode accounts = simba.as("treasurer")
                .get("/api/v1/parties/" + party)
                .expect(200)
                .body()
                .path("accounts");
        return StreamSupport.stream(accounts.spliterator(), false)
                .filter(account -> account.path("iban").asString().equals(OTHER))
                .findFirst()
                .orElseThrow();
    }

    private static InvoiceXml invoice(String number) {
        return InvoiceXml.numbered(number).from("Kontozmian", "9990031023").line("Praca", "10.00", "23");
    }
}

package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What becomes of an invoice that is there already. */
@StoryTest
class DuplicateStory {

    private static final String KSEF = "9990011222-20261116-0A1B2C3D4E5F-C9";

    @Autowired
    Simba simba;

    @Test
    void theSameInvoiceFromAnotherChannelIsNamedWithWhatAgrees() {
        InvoiceXml invoice = InvoiceXml.numbered("DUP/1/2026").line("Folia", "417.10", "23");
        String first = simba.receive(invoice);
        simba.answerQuestionsUntilCoding(first);
        String second = handedIn(
                InvoiceXml.numbered("dup 01-2026").line("Folia", "417.10", "23").bytes(),
                "scan.xml",
                "channel",
                "mail");

        JsonNode likeness = simba.as("accountant")
                .get("/api/v1/documents/" + second + "/duplicates")
                .expect(200)
                .body()
                .path("items")
                .get(0);
        assertThat(likeness.path("documentId").asString()).isEqualTo(first);
        assertThat(likeness.path("reason").asString()).isEqualTo("SAME_INVOICE");
        assertThat(likeness.path("exact").asBoolean()).isTrue();
        JsonNode document = simba.as("accountant")
                .get("/api/v1/documents/" + second)
                .expect(200)
                .body();
        assertThat(document.path("findings").toString())
                .contains("duplicate.same-invoice")
                .contains(likeness.path("documentNumber").asString());
        assertThat(simba.taskOf("accountant", second).path("key").asString()).isEqualTo("Task_DecideDuplicate");

        simba.decide("accountant", second, Map.of("outcome", "duplicate")).expect(200);
        assertThat(simba.stateOf(second)).isEqualTo("REJECTED");
        assertThat(pageOf(second)).contains("Rejected: it is a duplicate");
    }

    @Test
    void theSameKsefNumberIsTheSameInvoiceWhateverTheFileSays() {
        InvoiceXml invoice = InvoiceXml.numbered("DUP/2/2026").line("Folia", "98.00", "23");
        handedIn(invoice.bytes(), "ksef.xml", "ksefNumber", KSEF);
        String second = handedIn(
                InvoiceXml.numbered("DUP/3/2026").line("Folia", "99.00", "23").bytes(),
                "printed.xml",
                "ksefNumber",
                KSEF);
        JsonNode likeness = simba.as("accountant")
                .get("/api/v1/documents/" + second + "/duplicates")
                .expect(200)
                .body()
                .path("items")
                .get(0);
        assertThat(likeness.path("reason").asString()).isEqualTo("KSEF_NUMBER");
    }

    @Test
    void nothingIsPostedUntilSomebodyDecidesAndBothWhenTheyDiffer() {
        String first = simba.receive(InvoiceXml.numbered("DUP/4/2026").line("Czynsz", "5000.01", "23"));
        carry(first);
        String second = simba.receive(
                InvoiceXml.numbered("DUP/5/2026").issued("2026-11-18").line("Czynsz", "5000.01", "23"));
        JsonNode task = simba.taskOf("accountant", second);
        assertThat(task.path("key").asString()).isEqualTo("Task_DecideDuplicate");
        assertThat(simba.tasksOf("manager", second)).isEmpty();

        simba.decide("accountant", second, Map.of("outcome", "not-a-duplicate")).expect(200);
        carry(second);
        assertThat(simba.stateOf(first)).isEqualTo("POSTED");
        assertThat(simba.stateOf(second)).isEqualTo("POSTED");
        assertThat(simba.as("accountant")
                        .get("/api/v1/documents/" + second + "/duplicates")
                        .body()
                        .path("items")
                        .get(0)
                        .path("toldApart")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theSameNumberWithAnotherAmountIsLikelyTheSameAndOfAnotherSupplierNot() {
        String first = simba.receive(InvoiceXml.numbered("DUP/7/2026").line("Karton", "71.00", "23"));
        simba.answerQuestionsUntilCoding(first);
        String second = simba.receive(
                InvoiceXml.numbered("DUP/7/2026").issued("2026-08-03").line("Karton", "711.00", "23"));
        assertThat(simba.taskOf("accountant", second).path("key").asString()).isEqualTo("Task_DecideDuplicate");
        JsonNode likeness = simba.as("accountant")
                .get("/api/v1/documents/" + second + "/duplicates")
                .expect(200)
                .body()
                .path("items")
                .get(0);
        assertThat(likeness.path("documentId").asString()).isEqualTo(first);
        assertThat(likeness.path("exact").asBoolean()).isFalse();
        assertThat(likeness.path("reason").asString()).isEqualTo("SAME_NUMBER");

        String other = simba.receive(InvoiceXml.numbered("DUP/7/2026")
                .from("Kartonex Sp. z o.o.", "9990038017")
                .line("Karton", "71.00", "23"));
        assertThat(simba.as("accountant")
                        .get("/api/v1/documents/" + other + "/duplicates")
                        .expect(200)
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aRejectedInvoiceDoesNotBlockItsSuccessor() {
        String first = simba.receive(InvoiceXml.numbered("DUP/6/2026").line("Papier", "61.00", "23"));
        simba.answerQuestionsUntilCoding(first);
        simba.decide("accountant", first, Map.of("outcome", "reject", "comment", "Wrong price"))
                .expect(200);
        String second = simba.receive(InvoiceXml.numbered("DUP/6/2026").line("Papier A4", "61.00", "23"));
        assertThat(simba.taskOf("accountant", second).path("key").asString()).isEqualTo("Task_CodeInvoice");
    }

    private void carry(String document) {
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
    }

    private String handedIn(byte[] content, String fileName, String field, String value) {
        RestUser.Answer answer = simba.as("accountant").upload(content, fileName, "", Map.of(field, value));
        simba.runDueJobs();
        return answer.expect(201).get("id");
    }

    private String pageOf(String document) {
        return PageUser.signIn(simba.url(), "accountant", "accountant")
                .get("/documents/" + document)
                .text();
    }
}

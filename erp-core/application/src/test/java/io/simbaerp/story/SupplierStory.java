package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How the supplier of an invoice is recognised, and what becomes of an unknown one. */
@StoryTest
class SupplierStory {

    @Autowired
    Simba simba;

    @Test
    void anUnknownSupplierIsProposedCorrectedAndKnownByItsTaxIdFromThenOn() {
        String document = simba.receive(invoice("SUP/1/2026", "Nowalijka Sp. z o.o.", "9990020001"));
        JsonNode proposal = supplier(document);
        assertThat(proposal.path("partyId").asString("")).isEmpty();
        assertThat(proposal.path("stated").path("name").asString()).isEqualTo("Nowalijka Sp. z o.o.");

        simba.decide("accountant", document, Map.of("outcome", "create-supplier", "input", Map.of("name", " ")))
                .expect(422);
        simba.decide(
                        "accountant",
                        document,
                        Map.of(
                                "outcome",
                                "create-supplier",
                                "input",
                                Map.of("name", "Nowalijka Spółka z o.o.", "city", "Sopot")))
                .expect(200);
        JsonNode party = simba.as("accountant")
                .get("/api/v1/parties/" + supplier(document).path("partyId").asString())
                .expect(200)
                .body();
        assertThat(party.path("name").asString()).isEqualTo("Nowalijka Spółka z o.o.");
        assertThat(party.path("address").path("city").asString()).isEqualTo("Sopot");
        assertThat(party.path("address").path("street").asString()).isEqualTo("ul. Składowa 14");

        String next =
                simba.receive(invoice("SUP/2/2026", "Nowalijka", "9990020001").issued("2026-10-02"));
        assertThat(supplier(next).path("matchedBy").asString()).isEqualTo("TAX_ID");
        assertThat(simba.taskOf("accountant", next).path("key").asString()).isEqualTo("Task_CodeInvoice");
    }

    @Test
    void aNameAloneIsASuggestionThatAPersonConfirms() {
        String known = simba.receive(invoice("SUP/3/2026", "Bursztynowe Biuro Sp. z o.o.", "9990020002"));
        simba.answerQuestionsUntilCoding(known);
        String party = supplier(known).path("partyId").asString();
        String document = simba.receive(invoice("SUP/4/2026", "BURSZTYNOWE BIURO", "9990020003"));

        assertThat(simba.taskOf("accountant", document).path("key").asString()).isEqualTo("Task_DecideSupplier");
        JsonNode suggestion = supplier(document).path("suggestions").get(0);
        assertThat(suggestion.path("partyId").asString()).isEqualTo(party);
        assertThat(suggestion.path("reasons").toString()).contains("NAME");
        simba.decide("accountant", document, Map.of("outcome", "use-supplier")).expect(422);
        simba.decide("accountant", document, Map.of("outcome", "use-supplier", "input", Map.of("partyId", party)))
                .expect(200);

        assertThat(supplier(document).path("matchedBy").asString()).isEqualTo("PERSON");
        assertThat(supplier(document).path("partyId").asString()).isEqualTo(party);
    }

    @Test
    void aSupplierWithoutATaxIdIsKnownByItsConfirmedAccount() {
        String account = "PL83101010230000261395100000";
        String first = simba.receive(
                invoice("SUP/7/2026", "Rybak Jan Kowalski", "9990020005").account(account));
        simba.answerQuestionsUntilCoding(first);
        String party = supplier(first).path("partyId").asString();
        byte[] anonymous = withoutTaxId(
                invoice("SUP/8/2026", "J. Kowalski, rybołówstwo", "9990020005").account(account));
        String unconfirmed = new Purchases(simba).received(anonymous);
        assertThat(supplier(unconfirmed).path("partyId").asString("")).isEmpty();

        new Treasury(simba).confirmAccounts("Rybak");
        String known = new Purchases(simba)
                .received(withoutTaxId(invoice("SUP/9/2026", "J. Kowalski, rybołówstwo", "9990020005")
                        .account(account)));
        assertThat(supplier(known).path("matchedBy").asString()).isEqualTo("IBAN");
        assertThat(supplier(known).path("partyId").asString()).isEqualTo(party);
    }

    private static byte[] withoutTaxId(InvoiceXml invoice) {
        return new String(invoice.bytes(), StandardCharsets.UTF_8)
                .replaceFirst("(?s)<cac:PartyTaxScheme>.*?</cac:PartyTaxScheme>", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void twoPeopleTakeTheSameSupplierInAtOnceAndBothGoOn() throws Exception {
        String one = simba.receive(invoice("SUP/5/2026", "Jednoczesna S.A.", "9990020004"));
        String other = simba.receive(
                invoice("SUP/6/2026", "Jednoczesna S.A.", "9990020004").issued("2026-10-05"));
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            Callable<RestUser.Answer> first = () -> complete(one);
            Callable<RestUser.Answer> second = () -> complete(other);
            for (Future<RestUser.Answer> answer : people.invokeAll(List.of(first, second))) {
                answer.get().expect(200);
            }
        } finally {
            people.shutdownNow();
        }
        simba.runDueJobs();
        assertThat(supplier(one).path("partyId").asString())
                .isNotBlank()
                .isEqualTo(supplier(other).path("partyId").asString());
    }

    private RestUser.Answer complete(String document) {
        JsonNode task = simba.taskOf("accountant", document);
        return simba.as("accountant")
                .post(
                        "/api/v1/tasks/" + task.path("id").asString() + "/complete",
                        Map.of("outcome", "create-supplier"));
    }

    private JsonNode supplier(String document) {
        return simba.as("accountant")
                .get("/api/v1/documents/" + document + "/supplier")
                .expect(200)
                .body();
    }

    private static InvoiceXml invoice(String number, String name, String taxId) {
        return InvoiceXml.numbered(number).from(name, taxId).line("Usługa", "11" + number.charAt(4) + ".00", "23");
    }
}

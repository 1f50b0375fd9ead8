package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.testing.Corpus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Real files that look like invoices and are none: each is kept, nobody is asked anything, and the reason is said. */
@StoryTest
class NotPostedStory {

    private static final String PEPPOL = "einvoice-en16931/peppol/p2p-documents-2026.5/";
    private static final String ORDER = "An order or an answer to one";

    @Autowired
    Simba simba;

    @Test
    void informationForTheBooksOfOthers() {
        for (String profile : List.of("minimum", "basicwl")) {
            isKept(
                    Purchases.file("zugferd-facturx/xml-2.5.2/" + profile + "/factur-x-1.xml", Map.of()),
                    "not-posted.accounting-information",
                    "Information for accounting purposes (type 751)");
        }
    }

    @Test
    void anOfferInTheShapeOfAnInvoice() {
        isKept(
                InvoiceXml.numbered("NOT/1/2026")
                        .line("Oferta", "10.00", "23")
                        .typed("325")
                        .bytes(),
                "not-posted.proforma",
                "A pro forma invoice (type 325)");
    }

    @Test
    void ordersAndTheirAnswers() {
        for (String name : List.of("Order", "OrderResponse", "OrderChange", "OrderCancellation")) {
            isKept(Purchases.file(PEPPOL + name + "_Example.xml", Map.of()), "not-posted.order", ORDER);
        }
    }

    @Test
    void anOrderInsideAPdf() {
        Corpus.folder("zugferd-facturx", "the story of an order inside a PDF")
                .map(folder -> folder.resolve("mustang/ORDER-X_EX01_ORDER_FULL_DATA-COMFORT.pdf"))
                .ifPresent(file -> isKept(Corpus.bytes(file), "not-posted.order", ORDER));
    }

    private void isKept(byte[] file, String rule, String sentence) {
        RestUser.Answer answer =
                simba.as("accountant").upload(file, "pismo.xml", "").expect(201);
        simba.runDueJobs();
        String document = answer.get("id");
        assertThat(answer.get("kind")).isEqualTo("plain");
        JsonNode findings = simba.as("accountant")
                .get("/api/v1/documents/" + document)
                .expect(200)
                .body()
                .path("findings");
        assertThat(findings.get(0).path("rule").asString()).isEqualTo(rule);
        assertThat(simba.tasksOf("accountant", document)).isEmpty();
        assertThat(simba.as("accountant")
                        .get("/api/v1/documents/" + document + "/invoice")
                        .status())
                .isEqualTo(404);
        assertThat(PageUser.signIn(simba.url(), "accountant", "accountant")
                        .get("/documents/" + document)
                        .text())
                .contains(sentence);
    }
}

package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the posting rule means to the people who work with it. */
@StoryTest
class PostingRuleStory {

    @Autowired
    Simba simba;

    @Test
    void theFactorIsTakenInAndOwedWhatIsDueWhileTheVatRowStaysTheSuppliers() {
        String document = received(StructuredXml.numbered("PR/1/2026")
                .totals("500.00", "115.00", "615.00")
                .line(1, "Magazynowanie", "500.00", false)
                .deduction("15.00", "nadpłata", "600.00")
                .factor("Faktor Bałtycki S.A.", "9990033449", "61109010140000071219812874"));
        questionOf(document, "Task_DecidePayee");
        simba.decide("accountant", document, Map.of("outcome", "create-payee")).expect(200);
        post(document);

        JsonNode invoice = invoice(document);
        String payee = invoice.path("supplier").path("payeeId").asString();
        String supplier = invoice.path("supplier").path("partyId").asString();
        assertThat(payee).isNotEqualTo(supplier);
        assertThat(lines(document))
                .contains("202 -600.00 " + payee, "245 -15.00 ")
                .contains("402-90 500.00 ", "223-01 115.00 ");
        assertThat(registered(document))
                .allSatisfy(row -> assertThat(row.path("partyId").asString()).isEqualTo(supplier));
    }

    @Test
    void anAdvanceIsSettledByTheInvoiceOfTheSupply() {
        BigDecimal before = closing("204");
        post(received(StructuredXml.numbered("PR/ZAL/1/2026").kind("ZAL").totals("300.00", "69.00", "369.00")));
        assertThat(closing("204").subtract(before)).isEqualByComparingTo("300.00");

        String settled = received(StructuredXml.numbered("PR/ROZ/1/2026")
                .kind("ROZ")
                .totals("700.00", "161.00", "861.00")
                .line(1, "Projekt", "1000.00", false));
        post(settled);
        assertThat(closing("204").subtract(before)).isEqualByComparingTo("0.00");
        assertThat(lines(settled)).contains("402-90 1000.00 ", "223-01 161.00 ");
    }

    @Test
    void aCorrectionOfWordsAloneEndsWithoutAnEntry() {
        String original = received(StructuredXml.numbered("PR/2/2026")
                .totals("100.00", "23.00", "123.00")
                .line(1, "Kurier", "100.00", false));
        post(original);
        String document = received(StructuredXml.numbered("PR/KOR/2/2026")
                .corrects("PR/2/2026", "2026-11-16", "9990033433-20261117-0100001AF6FF-18", "adres")
                .zero());
        post(document);

        assertThat(invoice(document).path("journalEntryId").isString()).isFalse();
        assertThat(registered(document)).isEmpty();
        JsonNode links = simba.as("accountant")
                .get("/api/v1/documents/" + document + "/invoice/links")
                .expect(200)
                .body();
        assertThat(links.path("names").get(0).path("documentId").asString()).isEqualTo(original);
    }

    @Test
    void aDiscountOfTheYearHasNoLinesAndIsPostedByItsVat() {
        String document = received(StructuredXml.numbered("PR/KOR/6/2026")
                .corrects("PR/6/2026", "2026-11-16", "9990033433-20261117-0100001AF6FF-18", "rabat roczny")
                .totals("-100.00", "-23.00", "-123.00"));
        post(document);

        assertThat(lines(document)).contains("402-90 -100.00 ", "223-01 -23.00 ");
        assertThat(registered(document))
                .extracting(row -> row.path("deductibleTax").path("amount").asString())
                .containsExactly("-23.00");
    }

    @Test
    void underTheCashMethodTheTaxWaitsForThePayment() {
        String document = received(StructuredXml.numbered("PR/3/2026")
                .cashMethod()
                .totals("1000.00", "230.00", "1230.00")
                .line(1, "Usługa", "1000.00", false));
        post(document);
        assertThat(lines(document)).contains("223-05 230.00 ");
        assertThat(registered(document)).isEmpty();

        simba.as("accountant")
                .post(
                        "/api/v1/documents/" + document + "/invoice/vat-deduction",
                        Map.of("paidOn", "2026-11-20", "paid", Map.of("amount", "615.00", "currency", "PLN")))
                .expect(200);
        simba.as("accountant")
                .post("/api/v1/documents/" + document + "/invoice/vat-deduction", Map.of("paidOn", "2026-11-20"))
                .expect(200);
        assertThat(registered(document))
                .extracting(row -> row.path("deductibleTax").path("amount").asString())
                .containsExactlyInAnyOrder("115.00", "115.00");
        assertThat(simba.timelineOf(document)).contains("vat-deducted");
        simba.as("accountant")
                .post("/api/v1/documents/" + document + "/invoice/vat-deduction", Map.of("paidOn", "2026-11-20"))
                .expect(422);
    }

    @Test
    void aReversalTakesTheVatRegisterBackAndSaysSoBefore() {
        String document = received(StructuredXml.numbered("PR/4/2026")
                .totals("200.00", "46.00", "246.00")
                .line(1, "Druk", "200.00", false));
        post(document);
        String reversal = "/api/v1/journal-entries/"
                + invoice(document).path("journalEntryId").asString() + "/reversal";
        JsonNode preview = simba.as("accountant").get(reversal).expect(200).body();
        assertThat(preview.path("vatRows").get(0).path("tax").path("amount").asString())
                .isEqualTo("46.00");
        assertThat(preview.path("openItems")
                        .get(0)
                        .path("settled")
                        .path("amount")
                        .asString())
                .isEqualTo("246.00");

        simba.as("accountant").post(reversal, Map.of("reason", " ")).expect(422);
        JsonNode done = simba.as("accountant")
                .post(reversal, Map.of("reason", "Zaksięgowano dwa razy"))
                .expect(201)
                .body();
        assertThat(done.path("vatRows").get(0).path("tax").path("amount").asString())
                .isEqualTo("-46.00");
        assertThat(simba.timelineOf(document)).contains("journal-entry-reversed", "vat-register-reversed");
    }

    @Test
    void whatIsNoInvoiceIsKeptWithItsReason() {
        InvoiceXml information = InvoiceXml.numbered("PR/5/2026")
                .line("Informacja", "10.00", "23")
                .typed("751");
        RestUser.Answer answer = simba.as("accountant")
                .upload(information.bytes(), "informacja.xml", "")
                .expect(201);
        assertThat(answer.get("kind")).isEqualTo("plain");
        assertThat(answer.body().path("findings").get(0).path("rule").asString())
                .isEqualTo("not-posted.accounting-information");
        assertThat(simba.tasksOf("accountant", answer.get("id"))).isEmpty();
    }

    @Test
    void anOrderIsKeptWithItsReason() {
        byte[] order = ("<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"><ID"
                        + " xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">PR/7</ID></Order>")
                .getBytes(StandardCharsets.UTF_8);
        RestUser.Answer answer =
                simba.as("accountant").upload(order, "order.xml", "").expect(201);
        assertThat(answer.get("kind")).isEqualTo("plain");
        assertThat(answer.body().path("findings").get(0).path("rule").asString())
                .isEqualTo("not-posted.order");
        assertThat(simba.tasksOf("accountant", answer.get("id"))).isEmpty();
    }

    /** From a supplier of this story alone, so that no other story's coding is proposed. */
    private String received(StructuredXml xml) {
        byte[] invoice = xml.from("Magazyny Reguła Sp. z o.o.", "9990033433").bytes();
        String document = simba.as("accountant")
                .upload(invoice, "faktura.xml", "")
                .expect(201)
                .get("id");
        simba.runDueJobs();
        return document;
    }

    private JsonNode invoice(String document) {
        return simba.as("accountant")
                .get("/api/v1/documents/" + document + "/invoice")
                .expect(200)
                .body();
    }

    private void post(String document) {
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        for (String approver : List.of("manager", "director")) {
            if (!simba.stateOf(document).equals("POSTED")) {
                simba.decide(approver, document, Map.of("outcome", "approve")).expect(200);
            }
        }
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    private void questionOf(String document, String key) {
        for (int questions = 0; questions < 6; questions++) {
            JsonNode task = simba.taskOf("accountant", document);
            if (task.path("key").asString().equals(key)) {
                return;
            }
            simba.decide(
                            "accountant",
                            document,
                            Map.of("outcome", task.path("outcomes").get(0).asString()))
                    .expect(200);
        }
        throw new AssertionError(key + " is never asked");
    }

    /** Account, debit minus credit, party. */
    private List<String> lines(String document) {
        String entry = invoice(document).path("journalEntryId").asString();
        List<String> lines = new ArrayList<>();
        for (JsonNode line : simba.as("accountant")
                .get("/api/v1/journal-entries/" + entry)
                .expect(200)
                .body()
                .path("lines")) {
            boolean debit = line.path("debit").isObject();
            String amount = line.path(debit ? "debit" : "credit").path("amount").asString();
            String party =
                    line.path("partyId").isString() ? line.path("partyId").asString() : "";
            lines.add(line.path("account").asString() + (debit ? " " : " -") + amount + " " + party);
        }
        return lines;
    }

    /** Its rows in the register of November and December. */
    private List<JsonNode> registered(String document) {
        List<JsonNode> rows = new ArrayList<>();
        for (String period : List.of("2026-11", "2026-12")) {
            for (JsonNode row : simba.as("accountant")
                    .get("/api/v1/vat-register?limit=200&period=" + period)
                    .expect(200)
                    .body()
                    .path("items")) {
                if (row.path("documentId").asString().equals(document)) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private BigDecimal closing(String account) {
        for (JsonNode row : simba.as("accountant")
                .get("/api/v1/reports/trial-balance?from=2026-01-01&to=2026-12-31")
                .expect(200)
                .body()
                .path("rows")) {
            if (row.path("account").asString().equals(account)) {
                return new BigDecimal(row.path("closing").path("amount").asString());
            }
        }
        return BigDecimal.ZERO;
    }
}

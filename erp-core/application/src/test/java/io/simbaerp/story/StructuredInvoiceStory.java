package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What becomes of a structured invoice of KSeF, from receipt with its number to the ledger. */
@StoryTest
class StructuredInvoiceStory {

    private static final String FIRST = "9990011222-20261117-0100001AF601-E0";
    private static final String SECOND = "9990011222-20261118-0100001AF602-61";

    private static final String ADVANCE_SELLER = "5261040828";
    private static final String ADVANCE = "5261040828-20261117-0100001AF603-E6";

    @Autowired
    Simba simba;

    /** Checking waits for the schemas; receiving would go on without them and register later. */
    @BeforeEach
    void waitForTheSchemas() {
        byte[] any = StructuredXml.numbered("FA/0/2026")
                .totals("1.00", "0.23", "1.23")
                .line(1, "Próba", "1.00", false)
                .bytes();
        simba.as("accountant").validate(any, "faktura.xml").expect(200);
    }

    @Test
    void isPostedUnderTheDayItsNumberWasAssigned() {
        BigDecimal before = supplierAccounts();
        String document = received(
                StructuredXml.numbered("FA/1/2026")
                        .totals("1000.00", "230.00", "1230.00")
                        .line(1, "Przewóz", "1000.00", false)
                        .splitPayment(),
                FIRST);
        JsonNode invoice = invoice(document);
        assertThat(invoice.path("ksefNumber").asString()).isEqualTo(FIRST);
        assertThat(invoice.path("receivedOn").asString()).isEqualTo("2026-11-17");
        assertThat(invoice.path("polish").path("kind").asString()).isEqualTo("VAT");
        assertThat(invoice.path("polish")
                        .path("annotations")
                        .path("splitPayment")
                        .asBoolean())
                .isTrue();

        post(document);
        assertThat(supplierAccounts().subtract(before)).isEqualByComparingTo("-1230.00");
    }

    @Test
    void aCorrectionPostsTheDifferenceOfItsTwoStates() {
        BigDecimal before = supplierAccounts();
        String document = received(
                StructuredXml.numbered("FA/KOR/1/2026")
                        .corrects("FA/1/2026", "2026-11-16", FIRST, "rabat")
                        .totals("-100.00", "-23.00", "-123.00")
                        .line(1, "Przewóz", "1000.00", true)
                        .line(1, "Przewóz", "900.00", false),
                SECOND);
        JsonNode invoice = invoice(document);
        assertThat(invoice.path("lines")).hasSize(2);
        assertThat(invoice.path("lines").get(0).path("before").asBoolean()).isTrue();
        assertThat(invoice.path("precedingInvoices").get(0).path("ksefNumber").asString())
                .isEqualTo(FIRST);

        post(document);
        assertThat(supplierAccounts().subtract(before)).isEqualByComparingTo("123.00");
    }

    @Test
    void whatIsDeductedBeyondTheSupplyOnlyChangesWhatIsToBePaid() {
        String document = received(
                StructuredXml.numbered("FA/2/2026")
                        .totals("500.00", "115.00", "615.00")
                        .line(1, "Magazynowanie", "500.00", false)
                        .deduction("15.00", "nadpłata", "600.00")
                        .factor("Faktor S.A.", "5260250274", "61109010140000071219812874"),
                null);
        JsonNode totals = invoice(document).path("totals");
        assertThat(totals.path("withVat").path("amount").asString()).isEqualTo("615.00");
        assertThat(totals.path("due").path("amount").asString()).isEqualTo("600.00");
        assertThat(invoice(document)
                        .path("polish")
                        .path("parties")
                        .get(0)
                        .path("role")
                        .asString())
                .isEqualTo("FACTOR");
    }

    @Test
    void anAdvanceAndItsSettlementArePostedAndLeadNoSupplyAstray() {
        BigDecimal before = supplierAccounts();
        String advance = received(
                StructuredXml.numbered("FA/ZAL/1/2026")
                        .from("Okna Bałtyku Sp. z o.o.", ADVANCE_SELLER)
                        .totals("1000.00", "230.00", "1230.00")
                        .advance("Okna", "4000.00", "920.00", "4920.00"),
                ADVANCE);
        post(advance);
        assertThat(accountOf(advance)).startsWith("204");
        String settlement = received(
                StructuredXml.numbered("FA/ROZ/1/2026")
                        .from("Okna Bałtyku Sp. z o.o.", ADVANCE_SELLER)
                        .totals("3000.00", "690.00", "3690.00")
                        .line(1, "Okna", "4000.00", false)
                        .settles(ADVANCE),
                null);
        post(settlement);
        assertThat(supplierAccounts().subtract(before)).isEqualByComparingTo("-4920.00");

        String supply = received(
                StructuredXml.numbered("FA/3/2026")
                        .from("Okna Bałtyku Sp. z o.o.", ADVANCE_SELLER)
                        .totals("100.00", "23.00", "123.00")
                        .line(1, "Parapet", "100.00", false),
                null);
        post(supply);
        assertThat(accountOf(supply)).startsWith("4");
    }

    @Test
    void theVersionOutOfUseIsRefusedByName() {
        RestUser.Answer answer = simba.as("accountant")
                .validate("<Faktura xmlns='http://crd.gov.pl/wzor/2021/11/29/11089/'/>".getBytes(), "stara.xml");

        assertThat(answer.text()).contains("FA(1)");
    }

    private String received(StructuredXml xml, String ksefNumber) {
        Map<String, String> fields = ksefNumber == null ? Map.of() : Map.of("ksefNumber", ksefNumber);
        String document = simba.as("accountant")
                .upload(xml.bytes(), "faktura.xml", "", fields)
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

    /** The account its first line was coded to, as it was proposed. */
    private String accountOf(String document) {
        return invoice(document).path("coding").get(0).path("account").asString();
    }

    private void post(String document) {
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        if (!simba.stateOf(document).equals("POSTED")) {
            simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        }
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    private BigDecimal supplierAccounts() {
        BigDecimal sum = BigDecimal.ZERO;
        JsonNode rows = simba.as("accountant")
                .get("/api/v1/reports/trial-balance?from=2026-01-01&to=2026-12-31")
                .expect(200)
                .body()
                .path("rows");
        for (JsonNode row : rows) {
            if (row.path("account").asString().startsWith("202")) {
                sum = sum.add(new BigDecimal(row.path("closing").path("amount").asString()));
            }
        }
        return sum;
    }
}

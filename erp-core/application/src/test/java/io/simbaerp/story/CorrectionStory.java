package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What every kind of correction becomes: the difference it states, in the month its tax belongs to, beside its originals. */
@StoryTest
class CorrectionStory {

    private static final String SUPPLIER = "9990034018";
    private static final String ADVANCE = "9990034030-20261117-0100001AF711-CB";

    @Autowired
    Simba simba;

    private Purchases purchases;

    @BeforeEach
    void open() {
        purchases = new Purchases(simba);
    }

    @Test
    void aCorrectedInvoicePostsItsDifferences() {
        byte[] corrected = InvoiceXml.numbered("CR/384/1")
                .from("Korekta Morska Sp. z o.o.", "9990034029")
                .typed("384")
                .corrects("CR/384/0", "2026-10-05")
                .line("Cement, zwrot", "-300.00", "23")
                .line("Paleta, dopłata", "20.00", "23")
                .bytes();
        purchases.hold(purchases.carried(corrected), """
            CORRECTION on 2026-11-16
            debit 402-90 -300.00
            debit 402-90 20.00
            debit 223-01 -64.40
            credit 202 -344.40 supplier
            INPUT Z23 K_42 K_43 -280.00 -64.40 -64.40 2026-11
            open credit -344.40 PLN supplier due 2026-12-16
            corrects CR/384/0
            """);
    }

    @Test
    void everyOriginalItNamesIsLinkedToAndTheWholeIsCodedWithoutLines() {
        List<String> numbers = List.of(
                "FV2026/01/134", "FV2026/02/150", "FV2026/03/143", "FV2026/04/23", "FV2026/05/54", "FV2026/06/15");
        List<String> originals = numbers.stream()
                .map(number -> purchases.carried(original(number)))
                .toList();
        String document = purchases.carried(Purchases.sample("06", SUPPLIER, "CR/2", Map.of()));
        purchases.hold(document, """
            CORRECTION on 2026-07-15
            debit 402-90 -40650.41
            debit 223-05 -9349.59
            credit 202 -50000.00 supplier
            INPUT Z23 K_42 K_43 -40650.41 -9349.59 -9349.59 2026-11
            open credit -50000.00 PLN supplier due 2026-07-15
            corrects FV2026/01/134, which is here
            corrects FV2026/02/150, which is here
            corrects FV2026/03/143, which is here
            corrects FV2026/04/23, which is here
            corrects FV2026/05/54, which is here
            corrects FV2026/06/15, which is here
            """);
        assertThat(originals).allSatisfy(original -> assertThat(purchases
                        .links(original)
                        .path("namedBy")
                        .get(0)
                        .path("documentId")
                        .asString())
                .isEqualTo(document));
    }

    /** Of the 15th of its month. */
    private static byte[] original(String number) {
        return StructuredXml.numbered(number)
                .from("ABC AGD sp. z o. o.", SUPPLIER)
                .issued("2026-" + number.substring(7, 9) + "-15")
                .totals("1100.00", "253.00", "1353.00")
                .line(1, "Pralka", "1100.00", false)
                .bytes();
    }

    @Test
    void theMonthOfItsTaxIsChosenWithAReason() {
        String document = purchases.received(Purchases.sample("02", SUPPLIER, "CR/3", Map.of()));
        simba.answerQuestionsUntilCoding(document);
        assertThat(purchases
                        .send(document, Map.of("vatPeriod", "2026-03"))
                        .expect(422)
                        .get("rule"))
                .isEqualTo("invoice.vat-period-reason-missing");
        purchases.posted(
                document, Map.of("vatPeriod", "2026-03", "vatPeriodReason", "Cenę uzgodniono 15 marca protokołem"));

        purchases.hold(document, """
            CORRECTION on 2026-03-15
            debit 402-90 -162.60
            debit 223-01 -37.40
            credit 202 -200.00 supplier
            INPUT Z23 K_42 K_43 -162.60 -37.40 -37.40 2026-03
            open credit -200.00 PLN supplier due 2026-03-15
            corrects FV2026/02/150
            """);
        assertThat(purchases.invoice(document).path("vatPeriodReason").asString())
                .isEqualTo("Cenę uzgodniono 15 marca protokołem");
    }

    @Test
    void anAdvanceAndItsCorrectionWaitOnTheSameAccount() {
        String advance = purchases.carried(Purchases.sample("10", SUPPLIER, "FZ2026/02/150", Map.of()));
        purchases.hold(advance, """
            ORDINARY on 2026-02-15
            debit 204 16260.16 supplier
            debit 223-05 3739.84
            credit 202 20000.00 supplier
            INPUT Z23 K_42 K_43 16260.16 3739.84 3739.84 2026-11
            open credit 20000.00 PLN supplier due 2026-02-15
            """);
        String correction = purchases.carried(Purchases.sample("12", SUPPLIER, "CR/5", Map.of()));
        purchases.hold(correction, """
            CORRECTION on 2026-03-17
            debit 204 133.28 supplier
            debit 204 9107.47 supplier
            debit 223-05 30.65
            debit 223-05 728.60
            credit 202 10000.00 supplier
            INPUT Z23 K_42 K_43 133.28 30.65 30.65 2026-11
            INPUT Z8 K_42 K_43 9107.47 728.60 728.60 2026-11
            open credit 10000.00 PLN supplier due 2026-03-17
            corrects FZ2026/02/150, which is here
            """);
    }

    @Test
    void aCorrectedSettlementChangesTheSupplyAndLeavesTheAdvanceSettled() {
        String supplier = "Zaliczka Morska Sp. z o.o.";
        String advance = purchases.carried(
                StructuredXml.numbered("CR/ZAL/6")
                        .from(supplier, "9990034030")
                        .totals("300.00", "69.00", "369.00")
                        .advance("Regał", "1000.00", "230.00", "1230.00")
                        .bytes(),
                Map.of("ksefNumber", ADVANCE));
        String settlement = purchases.carried(StructuredXml.numbered("CR/ROZ/6")
                .from(supplier, "9990034030")
                .totals("700.00", "161.00", "861.00")
                .settles(ADVANCE)
                .line(1, "Regał", "1000.00", false)
                .bytes());
        String correction = purchases.carried(StructuredXml.numbered("CR/KOR_ROZ/6")
                .from(supplier, "9990034030")
                .corrects("CR/ROZ/6", "2026-11-16", "9990034030-20261117-0100001AF712-C2", "rabat")
                .ofSettlement(ADVANCE)
                .totals("-100.00", "-23.00", "-123.00")
                .line(1, "Regał", "1000.00", true)
                .line(1, "Regał", "900.00", false)
                .bytes());
        purchases.hold(advance, """
            ORDINARY on 2026-11-16
            debit 204 300.00 supplier
            debit 223-01 69.00
            credit 202 369.00 supplier
            INPUT Z23 K_42 K_43 300.00 69.00 69.00 2026-11
            open credit 369.00 PLN supplier due 2026-11-16
            """);
        purchases.hold(settlement, """
            ORDINARY on 2026-11-16
            debit 402-90 1000.00
            credit 204 300.00 supplier
            debit 223-01 161.00
            credit 202 861.00 supplier
            INPUT Z23 K_42 K_43 700.00 161.00 161.00 2026-11
            open credit 861.00 PLN supplier due 2026-11-16
            settles 9990034030-20261117-0100001AF711-CB, which is here
            """);
        purchases.hold(correction, """
            CORRECTION on 2026-11-16
            debit 402-90 -100.00
            debit 223-01 -23.00
            credit 202 -123.00 supplier
            INPUT Z23 K_42 K_43 -100.00 -23.00 -23.00 2026-11
            open credit -123.00 PLN supplier due 2026-11-16
            corrects CR/ROZ/6, which is here
            settles 9990034030-20261117-0100001AF711-CB, which is here
            """);
    }

    /** TypKorekty 1 repeats its original's day and rate; 2 and 3 are events of their own, converted for VAT as before. */
    @ParameterizedTest
    @CsvSource({
        "MXN, 1, 2026-10-05, 2026-10-05, 3, 3",
        "ZAR, 2, 2026-10-05, 2026-11-16, 3.2, 3",
        "INR, 3, 2026-10-05, 2026-11-16, 3.2, 3",
        "THB, 1,           , 2026-11-16, 3.1, 3.1",
        "KRW, 2,           , 2026-11-16, 3.2, 3.1"
    })
    void aCorrectionKeepsTheRateOfItsOriginalUnlessItIsANewEvent(
            String currency, int type, String supplied, String operation, String ledgerRate, String vatRate) {
        rate(currency, "2026-10-02", "3.0000");
        rate(currency, "2026-10-14", "3.1000");
        rate(currency, "2026-11-13", "3.2000");
        StructuredXml correction = StructuredXml.numbered("CR/TYP/" + currency)
                .from("Kurs Morski Sp. z o.o.", "9990034047")
                .in(currency)
                .corrects("CR/TYP/0", "2026-10-15", "9990034047-20261015-0100001AF713-0B", "rabat")
                .effect(type)
                .totals("-1000.00", "-230.00", "-1230.00")
                .line(1, "Papier", "1000.00", true);
        String document = purchases.carried((supplied == null ? correction : correction.supplied(supplied)).bytes());

        JsonNode invoice = purchases.invoice(document);
        JsonNode entry = simba.as("accountant")
                .get("/api/v1/journal-entries/" + invoice.path("journalEntryId").asString())
                .expect(200)
                .body();
        assertThat(entry.path("operationDate").asString()).isEqualTo(operation);
        assertThat(entry.path("postingDate").asString()).isEqualTo(operation);
        assertThat(invoice.path("rates").path("ledger").path("rate").asString()).isEqualTo(ledgerRate);
        assertThat(invoice.path("rates").path("vat").path("rate").asString()).isEqualTo(vatRate);
    }

    private void rate(String currency, String day, String mid) {
        simba.as("accountant")
                .post(
                        "/api/v1/exchange-rates",
                        Map.of("currency", currency, "date", day, "mid", mid, "table", "T/" + day, "source", "NBP"))
                .expect(201);
    }
}

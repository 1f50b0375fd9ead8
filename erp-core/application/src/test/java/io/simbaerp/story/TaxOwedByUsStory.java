package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who owes the tax, and who wrote the invoice: reverse charge at home and abroad, and invoices the buyer issued. */
@StoryTest
class TaxOwedByUsStory {

    private static final String SERVICES =
            "einvoice-en16931/en16931/testfiles-se-bis3/BIS_Billing_30-OmvandSkattskyldighet.xml";
    private static final String GOODS =
            "zugferd-facturx/corpus/XML-Rechnung/UBL/EN16931_Innergemeinschaftliche_Lieferungen.ubl.xml";
    private static final String SELF_BILLED =
            "poland-ksef/templates-ksef-client-java/invoice_template_v3_self_invoicing.xml";

    @Autowired
    Simba simba;

    private Purchases purchases;

    @BeforeEach
    void open() {
        purchases = new Purchases(simba);
    }

    @Test
    void atHomeTheBuyerOwesAndDeductsWhatTheSupplierLeftOut() {
        byte[] file = Purchases.sample(
                "09",
                "9990035011",
                "TX/1",
                Map.of(
                        "<P_12>23<", "<P_12>oo<",
                        "<P_13_1>2000</P_13_1>", "",
                        "<P_14_1>460</P_14_1>", "",
                        "<P_13_7>300</P_13_7>", "<P_13_7>300</P_13_7><P_13_10>2000</P_13_10>",
                        "<P_18>2<", "<P_18>1<",
                        "<P_15>2760<", "<P_15>2300<"));
        purchases.hold(purchases.carried(file), """
            ORDINARY on 2026-01-01
            debit 402-90 2000.00
            debit 402-90 300.00
            debit 223-04 460.00
            credit 222-04 460.00
            credit 202 2300.00 supplier
            INPUT OO23 K_42 K_43 2000.00 460.00 460.00 2026-01
            INPUT ZW - - 300.00 0.00 0.00 2026-11
            OUTPUT OO23 K_31 K_32 2000.00 460.00 0.00 2026-01
            open credit 2300.00 PLN supplier due 2026-03-15
            """);
    }

    /** Self-billed (389) besides, and paid to somebody else (BG-10). */
    @Test
    void goodsFromTheUnionAreTaxedInTheMonthOfTheirInvoice() {
        byte[] file = Purchases.file(
                GOODS,
                Map.of(
                        "GB123456789",
                        "DE136695976",
                        ">GB<",
                        ">DE<",
                        "DE123456789",
                        "PL" + Purchases.OUR_TAX_ID,
                        "2018-",
                        "2026-"));
        purchases.hold(purchases.carried(file), """
            ORDINARY on 2026-10-31
            debit 402-90 4288.30 1000.00 EUR
            debit 402-90 4288.30 1000.00 EUR
            debit 223-02 1972.62
            credit 222-02 1972.62
            credit 202 8576.60 2000.00 EUR payee
            INPUT WNT23 K_42 K_43 8576.60 1972.62 1972.62 2026-10
            OUTPUT WNT23 K_23 K_24 8576.60 1972.62 0.00 2026-10
            open credit 2000.00 EUR payee due 2026-11-30
            """);
    }

    @Test
    void servicesFromTheUnionAndFromBeyondHaveColumnsOfTheirOwn() {
        String union = purchases.carried(Purchases.file(SERVICES, services("912345")));
        purchases.hold(union, """
            ORDINARY on 2026-04-01
            debit 402-90 48358.80 126000.00 SEK
            debit 402-90 5373.20 14000.00 SEK
            debit 223-03 12358.36
            credit 222-03 12358.36
            credit 202 53732.00 140000.00 SEK supplier
            INPUT IU23 K_42 K_43 53732.00 12358.36 12358.36 2026-04
            OUTPUT IU23 K_29 K_30 53732.00 12358.36 0.00 2026-04
            open credit 140000.00 SEK supplier due 2026-04-23
            """);
        Map<String, String> beyond = services("912346");
        beyond.put(">SE<", ">CH<");
        beyond.put("SE012345678901", "CHE123456788MWST");
        String swiss = purchases.carried(Purchases.file(SERVICES, beyond));
        purchases.hold(swiss, """
            ORDINARY on 2026-04-01
            debit 402-90 48358.80 126000.00 SEK
            debit 402-90 5373.20 14000.00 SEK
            debit 223-03 12358.36
            credit 222-03 12358.36
            credit 202 53732.00 140000.00 SEK supplier
            INPUT IUP23 K_42 K_43 53732.00 12358.36 12358.36 2026-04
            OUTPUT IUP23 K_27 K_28 53732.00 12358.36 0.00 2026-04
            open credit 140000.00 SEK supplier due 2026-04-23
            """);
    }

    private static Map<String, String> services(String number) {
        return new HashMap<>(Map.of(
                "2009-0", "2026-0", "SE098765432101", "PL" + Purchases.OUR_TAX_ID, ">912345<", ">" + number + "<"));
    }

    @Test
    void whatWeIssuedForTheSupplierIsAPurchase() {
        purchases.hold(purchases.carried(selfBilled("9990035022", Purchases.OUR_TAX_ID)), """
                    ORDINARY on 2026-10-11
                    debit 402-90 2366.48
                    debit 402-90 4029.60
                    debit 402-90 89.04
                    debit 402-90 272.24
                    debit 402-90 1505.58
                    debit 402-90 2389.44
                    debit 223-05 2450.05
                    credit 202 13102.43 supplier
                    INPUT Z23 K_42 K_43 10652.38 2450.05 2450.05 2026-11
                    open credit 13102.43 PLN supplier due 2026-11-10\
                    """);
    }

    @Test
    void whatACustomerIssuedForUsIsOurSaleAndNotPosted() {
        RestUser.Answer answer = simba.as("accountant")
                .upload(selfBilled(Purchases.OUR_TAX_ID, "9990035033"), "samofakturowanie.xml", "")
                .expect(201);
        assertThat(answer.get("kind")).isEqualTo("plain");
        assertThat(answer.body().path("findings").get(0).path("rule").asString())
                .isEqualTo("not-posted.sale-billed-by-customer");
        assertThat(simba.tasksOf("accountant", answer.get("id"))).isEmpty();
    }

    private static byte[] selfBilled(String seller, String buyer) {
        return Purchases.file(
                SELF_BILLED,
                Map.of(
                        "#nip#", seller,
                        "#selfInvocingNip#", buyer,
                        "#invoicing_date#", "2026-11-10",
                        "#invoice_number#", "TX",
                        "2025-07", "2026-10"));
    }
}

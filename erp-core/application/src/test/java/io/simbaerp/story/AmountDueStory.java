package io.simbaerp.story;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is left to pay, and to whom, where that is not simply the supply and its tax. */
@StoryTest
class AmountDueStory {

    private static final String NORWEGIAN = "einvoice-en16931/peppol/national-examples/Norwegian-example-1.xml";
    private static final String TAXI = "zugferd-facturx/xml-2.5.2/basicwl/factur-x-1.xml";

    @Autowired
    Simba simba;

    private Purchases purchases;

    @BeforeEach
    void open() {
        purchases = new Purchases(simba);
    }

    @Test
    void whatWasPrepaidIsNotOpenAndRoundingHasALineOfItsOwn() {
        byte[] file =
                Purchases.file(NORWEGIAN, Map.of("NO987654325MVA", "PL" + Purchases.OUR_TAX_ID, "2013-", "2026-"));
        purchases.hold(purchases.carried(file), """
            ORDINARY on 2026-06-15
            debit 402-90 474.32 1273.00 NOK
            debit 402-90 118.57 318.25 NOK
            credit 402-90 1.48 3.96 NOK
            credit 402-90 0.22 0.59 NOK
            debit 402-90 1.85 4.96 NOK
            debit 402-90 0.28 0.74 NOK
            credit 402-90 9.32 25.00 NOK
            debit 402-90 69.86 187.50 NOK
            debit 402-90 17.47 46.88 NOK
            credit 402-90 37.26 100.00 NOK
            credit 402-90 9.32 25.00 NOK
            debit 402-90 37.26 100.00 NOK
            debit 402-90 9.32 25.00 NOK
            credit 202 298.83 802.00 NOK payee
            credit 202 372.60 1000.00 NOK supplier
            debit 761-01 0.08 0.22 NOK
            debit 761-01 0.02
            open credit 802.00 NOK payee due 2026-07-20
            """);
    }

    @Test
    void chargesAndDeductionsChangeWhatTheFactorGetsAndNothingElse() {
        byte[] file = Purchases.sample(
                "04",
                "9990036011",
                "DUE/1",
                Map.of(
                        "<Rozliczenie>",
                        "<Rozliczenie><Obciazenia><Kwota>300</Kwota><Powod>kaucja</Powod></Obciazenia>"
                                + "<SumaObciazen>300</SumaObciazen>",
                        "<DoZaplaty>63279.92",
                        "<DoZaplaty>63579.92"));
        purchases.hold(purchases.carried(file), """
            ORDINARY on 2026-02-15
            debit 402-90 16260.10
            debit 402-90 18000.00
            debit 402-90 18000.00
            debit 245 300.00
            credit 245 1000.00
            debit 223-05 12019.82
            credit 202 63579.92 payee
            INPUT Z23 K_42 K_43 52260.10 12019.82 12019.82 2026-11
            open credit 63579.92 PLN payee due 2026-03-15
            """);
    }

    @Test
    void anInvoiceWithoutLinesIsCodedOnItsVatBreakdown() {
        Map<String, String> changes = new HashMap<>(Map.of(
                "<ram:TypeCode>751<", "<ram:TypeCode>380<",
                "DE123456789", "PL9990036022",
                "<ram:CountryID>DE<", "<ram:CountryID>PL<",
                "EUR", "PLN",
                "2019", "2026",
                "CalculatedAmount>1.18<", "CalculatedAmount>1.35<",
                ">7<", ">8<",
                ">1.18<", ">1.35<",
                ">18.08<", ">18.25<"));
        changes.put(
                "<ram:Name>Taxi-Gast AG Mitte</ram:Name>",
                "<ram:Name>Korabia</ram:Name><ram:SpecifiedLegalOrganization><ram:ID>" + Purchases.OUR_TAX_ID
                        + "</ram:ID></ram:SpecifiedLegalOrganization>");
        changes.remove("CalculatedAmount>1.18<");
        purchases.hold(purchases.carried(Purchases.file(TAXI, changes)), """
                    ORDINARY on 2026-10-29
                    debit 402-90 16.90
                    debit 223-05 1.35
                    credit 202 18.25 supplier
                    INPUT Z8 K_42 K_43 16.90 1.35 1.35 2026-11
                    open credit 18.25 PLN supplier due 2026-11-29\
                    """);
    }
}

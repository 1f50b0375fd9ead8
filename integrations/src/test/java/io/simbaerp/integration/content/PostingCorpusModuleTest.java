package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.invoice.received.NotPosted;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.testing.ModuleTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The posting rule, clause by clause, on real files: read by the real reader, registered, coded as proposed, approved and
 * posted, then compared with what the books should hold.
 */
@ModuleTest
class PostingCorpusModuleTest extends PostedFiles {

    @Test
    void theDifferenceOfAPairBeforeAndAfterIsPostedInRed() throws IOException {
        posts(FA3 + "02.xml", """
                CORRECTION
                402-90 DEBIT -162.60
                223-05 DEBIT -37.40
                202 CREDIT -200.00 supplier open
                INPUT Z23 -162.60 -37.40 -37.40 2026-11
                original FV2026/02/150
                """);
    }

    @Test
    void aCorrectionWithoutLinesIsCodedOnItsVatBreakdownAndNamesAllItsOriginals() throws IOException {
        posts(FA3 + "06.xml", """
                CORRECTION
                402-90 DEBIT -40650.41
                223-05 DEBIT -9349.59
                202 CREDIT -50000.00 supplier open
                INPUT Z23 -40650.41 -9349.59 -9349.59 2026-11
                original FV2026/01/134
                original FV2026/02/150
                original FV2026/03/143
                original FV2026/04/23
                original FV2026/05/54
                original FV2026/06/15
                """);
    }

    @Test
    void aCorrectionThatChangesNoAmountIsFinishedWithoutAnEntry() throws IOException {
        posts(FA3 + "05.xml", "original FV2026/02/150");
        posts(FA3 + "13.xml", "original FZ2026/02/150");
    }

    @Test
    void anAdvanceWaitsOnItsOwnAccountAndItsCorrectionGoesThereToo() throws IOException {
        posts(FA3 + "10.xml", """
                ORDINARY
                204 DEBIT 16260.16 supplier
                223-05 DEBIT 3739.84
                202 CREDIT 20000.00 supplier open
                INPUT Z23 16260.16 3739.84 3739.84 2026-11
                """);
        posts(FA3 + "12.xml", """
                CORRECTION
                204 DEBIT 133.28 supplier
                204 DEBIT 9107.47 supplier
                223-05 DEBIT 30.65
                223-05 DEBIT 728.60
                202 CREDIT 10000.00 supplier open
                INPUT Z23 133.28 30.65 30.65 2026-11
                INPUT Z8 9107.47 728.60 728.60 2026-11
                original FZ2026/02/150
                """);
    }

    @Test
    void theInvoiceThatSettlesAnAdvanceTakesItOffRateByRate() throws IOException {
        posts(FA3 + "17.xml", """
                ORDINARY
                402-90 DEBIT 307500.00
                204 CREDIT 34275.95 supplier
                402-90 DEBIT 4500.00
                204 CREDIT 501.60 supplier
                223-05 DEBIT 21857.92
                223-05 DEBIT 919.63
                202 CREDIT 300000.00 supplier open
                INPUT Z23 3998.40 919.63 919.63 2026-11
                INPUT Z8 273224.05 21857.92 21857.92 2026-11
                advance 9999999999-20230908-8BEF280C8D35-4D
                """);
    }

    @Test
    void aSimplifiedInvoiceIsSplitByTheRateItNames() throws IOException {
        posts(FA3 + "16.xml", """
                ORDINARY
                402-90 DEBIT 365.85
                223-05 DEBIT 84.15
                202 CREDIT 450.00 supplier open
                INPUT Z23 365.85 84.15 84.15 2026-11
                """);
    }

    @Test
    void aDeductionBeyondTheSupplyLowersOnlyWhatTheFactorGets() throws IOException {
        posts(FA3 + "04.xml", """
                ORDINARY
                402-90 DEBIT 16260.10
                402-90 DEBIT 18000.00
                402-90 DEBIT 18000.00
                245 CREDIT 1000.00
                223-05 DEBIT 12019.82
                202 CREDIT 63279.92 payee open
                INPUT Z23 52260.10 12019.82 12019.82 2026-11
                """);
    }

    @Test
    void theTaxStatedInOurCurrencyIsTakenRateByRate() throws IOException {
        posts(FA3 + "21.xml", """
                ORDINARY
                402-90 DEBIT 16240.00 4060.00EUR
                402-90 DEBIT 20000.00 5000.00EUR
                402-90 DEBIT 18000.00 4500.00EUR
                223-05 DEBIT 13768.14 3118.80EUR
                202 CREDIT 66715.20 16678.80EUR supplier open
                750-02 CREDIT 1292.94
                INPUT Z23 54240.00 13768.14 13768.14 2026-11
                """);
    }

    @Test
    void splitPaymentStandsOnTheOpenItem() throws IOException {
        posts(FA3 + "08.xml", "<P_18A>2", "<P_18A>1", """
                ORDINARY
                402-90 DEBIT 15000.00
                202 CREDIT 15000.00 supplier open split
                INPUT ZW 15000.00 0.00 0.00 2026-11
                """);
    }

    @Test
    void underTheCashMethodTheRegisterRowsWaitForThePayment() throws IOException {
        posts(FA3 + "09.xml", "<P_16>2", "<P_16>1", """
                ORDINARY
                402-90 DEBIT 2000.00
                402-90 DEBIT 300.00
                223-05 DEBIT 460.00
                202 CREDIT 2760.00 supplier open
                INPUT Z23 2000.00 460.00 460.00 null
                INPUT ZW 300.00 0.00 0.00 null
                """);
    }

    @Test
    void anInvoiceWeIssuedForTheSupplierIsAPurchaseLikeOthers() throws IOException {
        posted(FA3 + "09.xml", "<P_17>2", "<P_17>1")
                .ifPresent(books -> assertThat(books).contains("402-90 DEBIT 2000.00", "202 CREDIT 2760.00"));
    }

    @Test
    void whatWasPrepaidIsNotOpenAndRoundingHasItsOwnLine() throws IOException {
        posted("einvoice-en16931/peppol/national-examples/Norwegian-example-1.xml", "", "")
                .ifPresent(books -> assertThat(books)
                        .contains(
                                "202 CREDIT 3208.00 802.00NOK payee open",
                                "202 CREDIT 4000.00 1000.00NOK supplier",
                                "761-01 DEBIT 0.88 0.22NOK")
                        .contains("402-90 DEBIT 5092.00 1273.00NOK", "402-90 DEBIT 1273.00 318.25NOK")
                        .contains("402-90 CREDIT 100.00 25.00NOK")
                        .doesNotContain("INPUT"));
    }

    @Test
    void aCreditNoteTurnsItsPositiveAmountsRed() throws IOException {
        posted("einvoice-en16931/en16931/examples-ubl/ubl-tc434-creditnote1.xml", "", "")
                .ifPresent(books -> assertThat(books).startsWith("""
                        CORRECTION
                        402-90 DEBIT -400.44 -100.11EUR
                        202 CREDIT -400.44 -100.11EUR supplier open
                        """.strip()));
    }

    @Test
    void aCorrectedInvoicePostsItsDifferencesAsTheyAre() throws IOException {
        posted("zugferd-facturx/xml-2.5.2/extended/factur-x-18.xml", "", "").ifPresent(books -> assertThat(books)
                .startsWith("CORRECTION")
                .contains("202 CREDIT -35.16 -8.79EUR supplier open", "402-90 DEBIT -20.00 -5.00EUR"));
    }

    @Test
    void servicesFromAbroadAreTaxedByUsAndDeductedInTheSameMonth() throws IOException {
        // The file is of 2009, before any of our VAT codes.
        posts(
                "einvoice-en16931/en16931/testfiles-se-bis3/BIS_Billing_30-OmvandSkattskyldighet.xml",
                "2009-0",
                "2026-0",
                """
                ORDINARY
                402-90 DEBIT 504000.00 126000.00SEK
                402-90 DEBIT 56000.00 14000.00SEK
                223-03 DEBIT 128800.00
                222-03 CREDIT 128800.00
                202 CREDIT 560000.00 140000.00SEK supplier open
                INPUT IU23 560000.00 128800.00 128800.00 2026-04
                OUTPUT IU23 560000.00 128800.00 0.00 2026-04
                """);
    }

    @Test
    void goodsFromTheUnionAreTaxedByUsAlsoOnASelfBilledInvoice() throws IOException {
        posts("zugferd-facturx/corpus/XML-Rechnung/UBL/EN16931_Innergemeinschaftliche_Lieferungen.ubl.xml", """
                ORDINARY
                402-90 DEBIT 4000.00 1000.00EUR
                402-90 DEBIT 4000.00 1000.00EUR
                223-02 DEBIT 1840.00
                222-02 CREDIT 1840.00
                202 CREDIT 8000.00 2000.00EUR payee open
                INPUT WNT23 8000.00 1840.00 1840.00 2018-10
                OUTPUT WNT23 8000.00 1840.00 0.00 2018-10
                """);
    }

    @Test
    void informationForTheBooksOfOthersIsNoInvoice() throws IOException {
        for (String profile : List.of("minimum", "basicwl")) {
            byte[] file = bytes("zugferd-facturx/xml-2.5.2/" + profile + "/factur-x-1.xml");
            if (file.length > 0) {
                ReceivedInvoice invoice = ((EInvoice) READER.read(file, profile)).invoice();
                assertThat(NotPosted.reason(invoice, "9990045672")).hasValue(NotPosted.ACCOUNTING_INFORMATION);
            }
        }
    }

    @Test
    void ordersAndTheirAnswersAreRecognised() throws IOException {
        for (String name : List.of("Order", "OrderResponse", "OrderChange", "OrderCancellation")) {
            byte[] file = bytes("einvoice-en16931/peppol/p2p-documents-2026.5/" + name + "_Example.xml");
            if (file.length > 0) {
                assertThat(READER.read(file, name))
                        .isEqualTo(new ReadContent.Plain(
                                "application/xml", List.of(), List.of(NotPosted.ORDER.finding())));
            }
        }
        byte[] advice = bytes("einvoice-en16931/peppol/p2p-documents-2026.5/DespatchAdvice_Example.xml");
        if (advice.length > 0) {
            assertThat(READER.read(advice, "x")).isEqualTo(new ReadContent.Plain("application/xml"));
        }
    }
}

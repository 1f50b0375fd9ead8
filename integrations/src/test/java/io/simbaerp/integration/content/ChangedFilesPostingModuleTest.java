package io.simbaerp.integration.content;

import io.simbaerp.testing.ModuleTest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The clauses of the posting rule that no file of the corpus shows: real files, changed where the clause asks for it, and
 * documents that state no lines.
 */
@ModuleTest
class ChangedFilesPostingModuleTest extends PostedFiles {

    @Test
    void anInvoiceThatStatesItsSumsAloneIsPostedByThem() throws IOException {
        posts(FACTUR_X + "symtrax/Beispiele/MINIMUM/zugferd_2p1_MINIMUM_Rechnung.pdf", """
                ORDINARY
                402-90 DEBIT 792.00 198.00EUR
                402-90 DEBIT 150.48 37.62EUR
                202 CREDIT 942.48 235.62EUR supplier open
                """);
        posts(FACTUR_X + "FNFE-factur-x-examples/Facture_DOM_MINIMUM.pdf", """
                ORDINARY
                402-90 DEBIT 2123.00 530.75EUR
                202 CREDIT 1535.00 383.75EUR supplier open
                202 CREDIT 588.00 147.00EUR supplier
                """);
    }

    @Test
    void allowancesOfAnInvoiceWithoutLinesAreInItsBreakdownAlready() throws IOException {
        posts(
                "zugferd-facturx/xml-2.5.2/basicwl/factur-x-1.xml",
                Map.of(
                        "<ram:TypeCode>751<",
                        "<ram:TypeCode>380<",
                        "<ram:SpecifiedTradePaymentTerms>",
                        """
                        <ram:SpecifiedTradeAllowanceCharge>
                          <ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator>
                          <ram:ActualAmount>2.00</ram:ActualAmount><ram:Reason>Rabatt</ram:Reason>
                          <ram:CategoryTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode>
                            <ram:RateApplicablePercent>7</ram:RateApplicablePercent></ram:CategoryTradeTax>
                        </ram:SpecifiedTradeAllowanceCharge>
                        <ram:SpecifiedTradePaymentTerms>""",
                        "<ram:LineTotalAmount>16.90<",
                        "<ram:LineTotalAmount>18.90<",
                        "<ram:AllowanceTotalAmount>0.00<",
                        "<ram:AllowanceTotalAmount>2.00<"),
                """
                ORDINARY
                402-90 DEBIT 67.60 16.90EUR
                402-90 DEBIT 4.72 1.18EUR
                202 CREDIT 72.32 18.08EUR supplier open
                """);
    }

    @Test
    void aCorrectionOfASettlementPostsWhatItChangesOfTheSupplyAndOfTheAdvance() throws IOException {
        posts(FA3 + "17.xml", settlementCorrected("-500.00", "-115.00", "-615"), """
                CORRECTION
                402-90 DEBIT -500.00
                223-05 DEBIT -115.00
                202 CREDIT -615.00 supplier open
                INPUT Z23 -500.00 -115.00 -115.00 2026-11
                original FV2026/08/1
                advance 9999999999-20230908-8BEF280C8D35-4D
                """);
        posts(FA3 + "17.xml", settlementCorrected("-300.00", "-69.00", "-369"), """
                CORRECTION
                402-90 DEBIT -500.00
                204 DEBIT 200.00 supplier
                223-05 DEBIT -69.00
                202 CREDIT -369.00 supplier open
                INPUT Z23 -300.00 -69.00 -69.00 2026-11
                original FV2026/08/1
                advance 9999999999-20230908-8BEF280C8D35-4D
                """);
    }

    /** The second position falls from 5,000 to 4,500; what is left to pay falls by the net and the tax given. */
    private static Map<String, String> settlementCorrected(String net, String tax, String gross) {
        return Map.of(
                "<RodzajFaktury>ROZ</RodzajFaktury>",
                """
                <RodzajFaktury>KOR_ROZ</RodzajFaktury><PrzyczynaKorekty>rabat</PrzyczynaKorekty>
                <TypKorekty>2</TypKorekty><DaneFaKorygowanej><DataWystFaKorygowanej>2026-08-01</DataWystFaKorygowanej>
                <NrFaKorygowanej>FV2026/08/1</NrFaKorygowanej><NrKSeFN>1</NrKSeFN></DaneFaKorygowanej>""",
                "<P_13_1>3998.40",
                "<P_13_1>" + net,
                "<P_14_1>919.63",
                "<P_14_1>" + tax,
                "<P_13_2>273224.05</P_13_2>",
                "",
                "<P_14_2>21857.92</P_14_2>",
                "",
                "<P_15>300000",
                "<P_15>" + gross,
                "</Fa>",
                before("1", "aaaa111133339997", "307500", "8") + before("2", "aaaa111133339998", "5000", "23")
                        + "</Fa>");
    }

    private static String before(String number, String id, String net, String rate) {
        return """
                <FaWiersz><NrWierszaFa>%s</NrWierszaFa><UU_ID>%s</UU_ID><P_7>x</P_7><P_11>%s</P_11><P_12>%s</P_12>
                <StanPrzed>1</StanPrzed></FaWiersz>""".formatted(number, id, net, rate);
    }

    @Test
    void aChargeBeyondTheSupplyRaisesOnlyWhatTheFactorGets() throws IOException {
        posts(
                FA3 + "04.xml",
                Map.of(
                        "<Rozliczenie>",
                        "<Rozliczenie><Obciazenia><Kwota>300</Kwota><Powod>kaucja</Powod></Obciazenia>"
                                + "<SumaObciazen>300</SumaObciazen>",
                        "<DoZaplaty>63279.92",
                        "<DoZaplaty>63579.92"),
                """
                ORDINARY
                402-90 DEBIT 16260.10
                402-90 DEBIT 18000.00
                402-90 DEBIT 18000.00
                245 DEBIT 300.00
                245 CREDIT 1000.00
                223-05 DEBIT 12019.82
                202 CREDIT 63579.92 payee open
                INPUT Z23 52260.10 12019.82 12019.82 2026-11
                """);
    }

    @Test
    void aPrepaymentInvoiceWaitsOnTheAccountOfAdvances() throws IOException {
        posts("zugferd-facturx/xml-2.5.2/basicwl/factur-x-1.xml", "<ram:TypeCode>751<", "<ram:TypeCode>386<", """
                ORDINARY
                204 DEBIT 67.60 16.90EUR supplier
                204 DEBIT 4.72 1.18EUR supplier
                202 CREDIT 72.32 18.08EUR supplier open
                """);
    }

    @Test
    void whatTheBuyerOwesTheTaxOfAtHomeIsTaxedByUs() throws IOException {
        posts(
                FA3 + "09.xml",
                Map.of(
                        "<P_12>23<", "<P_12>oo<",
                        "<P_13_1>2000</P_13_1>", "",
                        "<P_14_1>460</P_14_1>", "",
                        "<P_13_7>300</P_13_7>", "<P_13_7>300</P_13_7><P_13_10>2000</P_13_10>",
                        "<P_18>2<", "<P_18>1<",
                        "<P_15>2760<", "<P_15>2300<"),
                """
                ORDINARY
                402-90 DEBIT 2000.00
                402-90 DEBIT 300.00
                223-04 DEBIT 460.00
                222-04 CREDIT 460.00
                202 CREDIT 2300.00 supplier open
                INPUT OO23 2000.00 460.00 460.00 2026-01
                INPUT ZW 300.00 0.00 0.00 2026-11
                OUTPUT OO23 2000.00 460.00 0.00 2026-01
                """);
    }
}

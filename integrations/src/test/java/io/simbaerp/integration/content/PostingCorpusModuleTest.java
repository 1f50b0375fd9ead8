package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.company.AddExchangeRate;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.invoice.InvoiceDesk;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.received.NotPosted;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.registration.LinkedInvoices;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.tax.VatRegister;
import io.simbaerp.testing.Corpus;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * The posting rule, clause by clause, on real files: read by the real reader, registered, coded as proposed, approved and
 * posted, then compared with what the books should hold.
 */
@ModuleTest
class PostingCorpusModuleTest {

    private static final EInvoiceContentReader READER = new EInvoiceContentReader();
    private static final String FACTUR_X = "zugferd-facturx/corpus/ZUGFeRDv2/correct/";
    private static final String FA3 = "poland-ksef/samples-fa3-official/FA_3_Przyklad_";

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JournalEntries entries;

    @Autowired
    VatRegister vatRegister;

    @Autowired
    LinkedInvoices linkedInvoices;

    @Autowired
    AddExchangeRate addExchangeRate;

    InvoiceDesk desk = new InvoiceDesk();

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
    }

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
        posts(
                "zugferd-facturx/xml-2.5.2/basicwl/factur-x-1.xml",
                "<ram:TypeCode>751<",
                "<ram:TypeCode>386<",
                """
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

    /** Nothing outside CI when the corpus is missing; the output says so. */
    private static byte[] bytes(String file) throws IOException {
        Path folder = Corpus.folder(file.split("/")[0], "posting " + file).orElse(null);
        return folder == null
                ? new byte[0]
                : Files.readAllBytes(folder.getParent().resolve(file));
    }

    private void posts(String file, String expected) throws IOException {
        posts(file, "", "", expected);
    }

    private void posts(String file, String that, String with, String expected) throws IOException {
        posts(file, that.isEmpty() ? Map.of() : Map.of(that, with), expected);
    }

    private void posts(String file, Map<String, String> changes, String expected) throws IOException {
        posted(file, changes).ifPresent(books -> assertThat(books).isEqualTo(expected.strip()));
    }

    private Optional<String> posted(String file, String that, String with) throws IOException {
        return posted(file, that.isEmpty() ? Map.of() : Map.of(that, with));
    }

    /** What stands in the books after the file was taken in, with each value put for its key; coded as proposed. */
    private Optional<String> posted(String file, Map<String, String> changes) throws IOException {
        byte[] original = bytes(file);
        if (original.length == 0) {
            return Optional.empty();
        }
        byte[] changed = changes.isEmpty() ? original : changed(original, changes);
        ReceivedInvoice invoice = ((EInvoice) READER.read(changed, file)).invoice();
        TestCompany company = desk.company();
        if (!invoice.currency().equals(CurrencyCode.PLN)) {
            rates(company, invoice);
        }
        return Optional.of(books(company, desk.details(company, desk.carriedForward(company, invoice))));
    }

    private static byte[] changed(byte[] original, Map<String, String> changes) {
        String text = new String(original, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> change : changes.entrySet()) {
            assertThat(text).contains(change.getKey());
            text = text.replace(change.getKey(), change.getValue());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One unit is four zloty, whenever it is asked for. */
    private void rates(TestCompany company, ReceivedInvoice invoice) {
        LocalDate issued = Objects.requireNonNull(invoice.issueDate());
        company.run(() -> Stream.iterate(issued.minusDays(400), day -> day.plusDays(5))
                .limit(81)
                .forEach(day -> addExchangeRate.add(
                        new AddExchangeRate.Draft(invoice.currency(), day, new BigDecimal("4"), "T/" + day, "NBP"))));
    }

    private String books(TestCompany company, InvoiceDetails details) {
        return company.as(() -> {
            List<String> rows = new ArrayList<>();
            for (JournalEntryDetails entry : postings(details)) {
                rows.add(entry.kind().name());
                for (JournalEntryDetails.Line line : entry.lines()) {
                    rows.add(String.join(
                                    " ",
                                    line.account(),
                                    line.side().name(),
                                    plain(line.amount()),
                                    line.transactionAmount() == null
                                            ? ""
                                            : line.transactionAmount()
                                                    .toString()
                                                    .replace(" ", ""),
                                    party(line, details),
                                    line.openItem() ? "open" : "",
                                    line.splitPayment() ? "split" : "")
                            .replaceAll("\\s+", " ")
                            .strip());
                }
            }
            vatRegister
                    .ofDocument(details.documentId())
                    .forEach(row -> rows.add(String.join(
                            " ",
                            row.direction().name(),
                            row.taxCode(),
                            plain(row.base()),
                            plain(row.tax()),
                            plain(row.deductibleTax()),
                            String.valueOf(row.vatPeriod()))));
            linkedInvoices
                    .of(details.id())
                    .forEach(one ->
                            rows.add(one.advance() ? "advance " + one.ksefNumber() : "original " + one.number()));
            return String.join("\n", rows);
        });
    }

    /** The entry of the posting itself; deferred tax moves by entries of its own. */
    private List<JournalEntryDetails> postings(InvoiceDetails details) {
        return entries.ofDocument(details.documentId()).stream()
                .filter(entry -> entry.idempotencyKey().startsWith("purchase-invoice:"))
                .toList();
    }

    private static String party(JournalEntryDetails.Line line, InvoiceDetails details) {
        if (line.partyId() == null) {
            return "";
        }
        return line.partyId().equals(details.supplierId()) ? "supplier" : "payee";
    }

    private static String plain(Money money) {
        return money.rounded().amount().toPlainString();
    }
}

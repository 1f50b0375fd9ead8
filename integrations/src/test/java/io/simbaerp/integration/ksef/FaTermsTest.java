package io.simbaerp.integration.ksef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.simbaerp.document.Severity;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.integration.content.EInvoiceContentReader;
import io.simbaerp.invoice.received.InvoiceNote;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.polish.Annotations;
import io.simbaerp.invoice.received.polish.Correction;
import io.simbaerp.invoice.received.polish.FurtherParty;
import io.simbaerp.invoice.received.polish.PaymentState;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an FA states beyond EN 16931, each part in a file that keeps the schema. */
class FaTermsTest {

    private static final EInvoiceContentReader READER = new EInvoiceContentReader();
    private static final String LINE =
            "<FaWiersz><NrWierszaFa>1</NrWierszaFa><P_7>Usługa</P_7><P_11>100</P_11><P_12>23</P_12></FaWiersz>";

    @Test
    void readsTheCorrectionOfASettlementWithTheBuyerAsItWas() {
        PolishTerms terms = read(FaXml.invoice().with("<RodzajFaktury>VAT</RodzajFaktury>", """
                                <RodzajFaktury>KOR_ROZ</RodzajFaktury><PrzyczynaKorekty>rabat</PrzyczynaKorekty>\
                                <TypKorekty>2</TypKorekty><DaneFaKorygowanej>\
                                <DataWystFaKorygowanej>2026-10-01</DataWystFaKorygowanej>\
                                <NrFaKorygowanej>FR/1</NrFaKorygowanej><NrKSeFN>1</NrKSeFN></DaneFaKorygowanej>\
                                <Podmiot2K><DaneIdentyfikacyjne><NIP>5261040828</NIP><Nazwa>Dawny nabywca</Nazwa>\
                                </DaneIdentyfikacyjne></Podmiot2K><P_15ZK>500.00</P_15ZK>\
                                <KursWalutyZK>4.25</KursWalutyZK>"""))
                .polish();

        assertThat(terms.kind().settlesAdvances()).isTrue();
        Correction correction = terms.correction();
        assertThat(correction.effect()).isEqualTo(Correction.Effect.CORRECTION_DATE);
        assertThat(correction.totalBefore()).isEqualTo(pln("500.00"));
        assertThat(correction.rateBefore()).isEqualByComparingTo("4.25");
        assertThat(correction.buyersBefore())
                .extracting(FurtherParty::name, FurtherParty::taxId)
                .containsExactly(tuple("Dawny nabywca", "PL5261040828"));
    }

    @Test
    void readsThePaymentsAndTheRateOfAnAdvance() {
        PolishTerms terms = read(FaXml.invoice()
                        .with("</P_15>", "</P_15><KursWalutyZ>4.3</KursWalutyZ>")
                        .with("<RodzajFaktury>VAT</RodzajFaktury>", """
                                <RodzajFaktury>ZAL</RodzajFaktury><ZaliczkaCzesciowa><P_6Z>2026-11-02</P_6Z>\
                                <P_15Z>100.00</P_15Z></ZaliczkaCzesciowa><ZaliczkaCzesciowa><P_6Z>2026-11-05</P_6Z>\
                                <P_15Z>23.00</P_15Z><KursWalutyZW>4.2</KursWalutyZW></ZaliczkaCzesciowa>"""))
                .polish();

        assertThat(terms.advanceRate()).isEqualByComparingTo("4.3");
        assertThat(terms.advancePayments())
                .containsExactly(
                        new PolishTerms.AdvancePayment(LocalDate.of(2026, 11, 2), pln("100.00"), null),
                        new PolishTerms.AdvancePayment(LocalDate.of(2026, 11, 5), pln("23.00"), new BigDecimal("4.2")));
    }

    @Test
    void readsEveryAnnotation() {
        Annotations annotations = read(FaXml.invoice()
                        .with("<P_17>2", "<P_17>1")
                        .with("<P_23>2", "<P_23>1")
                        .with("<P_19N>1</P_19N>", "<P_19>1</P_19><P_19B>art. 135</P_19B>")
                        .with("<P_22N>1</P_22N>", """
                                <P_22>1</P_22><P_42_5>2</P_42_5><NowySrodekTransportu><P_22A>2026-11-01</P_22A>\
                                <P_NrWierszaNST>1</P_NrWierszaNST><P_22BMK>Autex</P_22BMK><P_22B>12 km</P_22B>\
                                </NowySrodekTransportu>""")
                        .with("<P_PMarzyN>1</P_PMarzyN>", "<P_PMarzy>1</P_PMarzy><P_PMarzy_3_3>1</P_PMarzy_3_3>")
                        .with("</RodzajFaktury>", "</RodzajFaktury><FP>1</FP><TP>1</TP>"))
                .polish()
                .annotations();

        assertThat(annotations)
                .isEqualTo(new Annotations(
                        false,
                        true,
                        false,
                        false,
                        new Annotations.Exemption(Annotations.Exemption.Basis.DIRECTIVE, "art. 135"),
                        List.of("Autex, 12 km, 2026-11-01"),
                        true,
                        Annotations.Margin.ANTIQUES,
                        true,
                        true,
                        false));
    }

    @Test
    void readsWhatWasPaidAndFromWhenTheRestIsDue() {
        ReceivedInvoice invoice = read(FaXml.invoice().lines(LINE + """
                <Platnosc><ZnacznikZaplatyCzesciowej>2</ZnacznikZaplatyCzesciowej><ZaplataCzesciowa>\
                <KwotaZaplatyCzesciowej>123.00</KwotaZaplatyCzesciowej>\
                <DataZaplatyCzesciowej>2026-11-10</DataZaplatyCzesciowej><PlatnoscInna>1</PlatnoscInna>\
                <OpisPlatnosci>barter</OpisPlatnosci></ZaplataCzesciowa>\
                <TerminPlatnosci><Termin>2026-12-20</Termin></TerminPlatnosci>\
                <TerminPlatnosci><TerminOpis><Ilosc>14</Ilosc><Jednostka>dni</Jednostka>\
                <ZdarzeniePoczatkowe>odbiór</ZdarzeniePoczatkowe></TerminOpis></TerminPlatnosci>\
                <TerminPlatnosci><Termin>2026-12-04</Termin></TerminPlatnosci>\
                <FormaPlatnosci>6</FormaPlatnosci><RachunekBankowy><NrRB>61109010140000071219812874</NrRB>\
                </RachunekBankowy><Skonto><WarunkiSkonta>7 dni</WarunkiSkonta><WysokoscSkonta>2 %</WysokoscSkonta>\
                </Skonto></Platnosc>"""));

        PaymentState payments = invoice.polish().payments();
        assertThat(payments.paid()).isTrue();
        assertThat(payments.partly())
                .containsExactly(new PaymentState.Partial(pln("123.00"), LocalDate.of(2026, 11, 10), "barter"));
        assertThat(payments.due()).hasSize(3);
        assertThat(payments.due().get(1).description()).isEqualTo("14 dni - odbiór");
        assertThat(payments.discount()).isEqualTo("7 dni: 2 %");
        assertThat(invoice.dueDate()).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThat(invoice.paymentTerms()).isEqualTo("14 dni - odbiór; 7 dni: 2 %");
        assertThat(invoice.totals().due()).isEqualTo(pln("123.00"));
        assertThat(invoice.payment().meansCode()).isEqualTo("30");
    }

    @Test
    void writesTheDataAttachmentDownAsARemark() {
        ReceivedInvoice invoice = read(FaXml.invoice().with("</Fa></Faktura>", """
                </Fa><Zalacznik><BlokDanych><ZNaglowek>Odczyty</ZNaglowek>\
                <MetaDane><ZKlucz>Licznik</ZKlucz><ZWartosc>77</ZWartosc></MetaDane>\
                <Tabela><TNaglowek><Kol Typ="txt"><NKom>Strefa</NKom></Kol><Kol Typ="dec"><NKom>kWh</NKom></Kol>\
                </TNaglowek><Wiersz><WKom>dzień</WKom><WKom>12.5</WKom></Wiersz></Tabela></BlokDanych></Zalacznik>\
                </Faktura>"""));

        assertThat(invoice.notes())
                .extracting(InvoiceNote::text)
                .containsExactly("Odczyty\nLicznik: 77\nStrefa | kWh\ndzień | 12.5");
    }

    private static ReceivedInvoice read(FaXml xml) {
        EInvoice read = (EInvoice) READER.read(xml.bytes(), "faktura.xml");
        assertThat(read.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
        return read.invoice();
    }

    private static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }
}

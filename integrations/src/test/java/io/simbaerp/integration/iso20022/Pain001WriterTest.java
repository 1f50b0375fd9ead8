package io.simbaerp.integration.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.money.Money;
import io.simbaerp.payment.file.PaymentMessage;
import io.simbaerp.payment.file.PaymentMessage.Debtor;
import io.simbaerp.payment.file.PaymentMessage.PostalAddress;
import io.simbaerp.payment.file.PaymentMessage.Transfer;
import io.simbaerp.payment.file.UnwritablePayment;
import io.simbaerp.testing.Corpus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class Pain001WriterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
    private static final String PLN_ACCOUNT = "PL61109010140000071219812874";
    private static final String EUR_ACCOUNT = "DE89370400440532013000";

    @Test
    void oneBatchPerKindCurrencyAndDay() throws Exception {
        Document written = written(message(
                null,
                transfer("DOMESTIC", DAY, "10.00", "PLN"),
                transfer("DOMESTIC", DAY, "20.50", "PLN"),
                transfer("SPLIT", DAY, "5.00", "PLN"),
                transfer("DOMESTIC", DAY.plusDays(1), "7.00", "PLN"),
                transfer("SEPA", DAY, "99.99", "EUR")));
        assertThat(value(written, "count(//PmtInf)")).isEqualTo("4");
        assertThat(value(written, "//GrpHdr/NbOfTxs")).isEqualTo("5");
        assertThat(value(written, "//GrpHdr/CtrlSum")).isEqualTo("142.49");
        assertThat(value(written, "//PmtInf[1]/NbOfTxs")).isEqualTo("2");
        assertThat(value(written, "//PmtInf[1]/CtrlSum")).isEqualTo("30.50");
        assertThat(value(written, "//PmtInf[4]/PmtTpInf/SvcLvl/Cd")).isEqualTo("SEPA");
        assertThat(value(written, "//PmtInf[4]/ChrgBr")).isEqualTo("SLEV");
        assertThat(value(written, "//PmtInf[1]/ChrgBr")).isEqualTo("SHAR");
        assertThat(value(written, "count(//PmtInf[1]/PmtTpInf)")).isEqualTo("0");
        assertThat(value(written, "//PmtInf[3]/ReqdExctnDt/Dt")).isEqualTo("2026-12-04");
    }

    @Test
    void domesticTransfersFollowTheBanksProfile() throws Exception {
        Document written = written(message("NURG", transfer("DOMESTIC", DAY, "10.00", "PLN")));
        assertThat(value(written, "//PmtInf/PmtTpInf/SvcLvl/Cd")).isEqualTo("NURG");
        assertThat(value(written, "//PmtInf/DbtrAgt/FinInstnId/Othr/Id")).isEqualTo("NOTPROVIDED");
        assertThat(value(written, "//CdtTrfTxInf/RmtInf/Ustrd")).isEqualTo("9990011222-20261116-0A1B2C3D4E5F-7A FV/1");
        assertThat(value(written, "//CdtTrfTxInf/PmtId/EndToEndId")).isEqualTo("PAY-2026-000001-0001");
    }

    @ParameterizedTest
    @CsvSource({
        "ul. Tekturowa 8, ul. Tekturowa, 8",
        "ul. 3 Maja 12a, ul. 3 Maja, 12a",
        "Rynek 5/7 lok. 3, Rynek, 5/7 lok. 3",
        "Zielona Góra, Zielona Góra, ''"
    })
    void addressesAreStructured(String street, String name, String house) throws Exception {
        Transfer transfer = new Transfer(
                "DOMESTIC",
                DAY,
                "R-1",
                Money.of("1.00", "PLN"),
                "Tekturo",
                new PostalAddress(street, "85-990", "Bydgoszcz", "PL"),
                PLN_ACCOUNT,
                "FV/1");
        Document written = written(message(null, transfer));
        assertThat(value(written, "//Cdtr/PstlAdr/StrtNm")).isEqualTo(name);
        assertThat(value(written, "//Cdtr/PstlAdr/BldgNb")).isEqualTo(house);
        assertThat(value(written, "//Cdtr/PstlAdr/TwnNm")).isEqualTo("Bydgoszcz");
        assertThat(value(written, "//Cdtr/PstlAdr/Ctry")).isEqualTo("PL");
        assertThat(value(written, "count(//AdrLine)")).isEqualTo("0");
    }

    @Test
    void withoutATownThereIsNoAddress() throws Exception {
        Transfer transfer = new Transfer(
                "DOMESTIC",
                DAY,
                "R-1",
                Money.of("1.00", "PLN"),
                "Tekturo",
                new PostalAddress("ul. Tekturowa 8", null, null, "PL"),
                PLN_ACCOUNT,
                "FV/1");
        assertThat(value(written(message(null, transfer)), "count(//Cdtr/PstlAdr)"))
                .isEqualTo("0");
    }

    @Test
    void theSameOrdersGiveTheSameBytes() {
        PaymentMessage message = message(null, transfer("DOMESTIC", DAY, "10.00", "PLN"));
        assertThat(Pain001Writer.write(message)).isEqualTo(Pain001Writer.write(message));
    }

    @Test
    void whatCannotBeSaidIsRefusedByTheNameOfItsElement() {
        assertThatThrownBy(() -> Pain001Writer.write(message(null)))
                .isInstanceOf(UnwritablePayment.class)
                .hasMessageContaining("PmtInf");
        assertThatThrownBy(() -> Pain001Writer.write(message(null, transfer("DOMESTIC", DAY, "-1.00", "PLN"))))
                .isInstanceOf(UnwritablePayment.class)
                .hasMessageContaining("InstdAmt");
        Transfer nameless = new Transfer(
                "SEPA",
                DAY,
                "R-1",
                Money.of("1.00", "EUR"),
                " ",
                new PostalAddress(null, null, null, "DE"),
                EUR_ACCOUNT,
                "FV/1");
        assertThatThrownBy(() -> Pain001Writer.write(message(null, nameless)))
                .isInstanceOf(UnwritablePayment.class)
                .hasMessageStartingWith("Nm:");
    }

    @Test
    void theOfficialSchemaTakesWhatIsWrittenAndRefusesWhatIsNot() {
        Path folder = Corpus.folder("bank-payments", "payment files against the official schema")
                .map(found -> found.resolve("xsd"))
                .orElse(null);
        if (folder == null) {
            return;
        }
        Iso20022PaymentFiles files = new Iso20022PaymentFiles(folder.toString());
        assertThat(files.checksSchema()).isTrue();
        PaymentMessage message = message(
                "NURG",
                transfer("DOMESTIC", DAY, "10.00", "PLN"),
                transfer("SPLIT", DAY, "5.00", "PLN"),
                transfer("SEPA", DAY, "99.99", "EUR"));
        assertThat(files.write(message).schemaChecked()).isTrue();

        Iso20022Schema schema = Iso20022Schema.load(folder, Pain001Writer.FORMAT);
        String wrong = new String(Pain001Writer.write(message), StandardCharsets.UTF_8)
                .replace("<PmtMtd>TRF</PmtMtd>", "<PmtMtd>NOW</PmtMtd>");
        assertThatThrownBy(() -> schema.check(wrong.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnwritablePayment.class)
                .hasMessageContaining("NOW");
    }

    @Test
    void aFolderWithoutTheSchemaIsSaidAtStart() {
        assertThatThrownBy(() -> new Iso20022PaymentFiles("target"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("simba.iso20022.schemas")
                .hasMessageContaining("pain.001.001.09.xsd");
        assertThat(new Iso20022PaymentFiles("").checksSchema()).isFalse();
    }

    private static PaymentMessage message(@Nullable String serviceLevel, Transfer... transfers) {
        return new PaymentMessage(
                "PAY-2026-000001-0123456789ab",
                OffsetDateTime.parse("2026-11-20T10:47:00+01:00"),
                new Debtor(
                        "Korabia Handel Sp. z o.o.",
                        new PostalAddress("ul. Nabrzeżna 3", "81-340", "Gdynia", "PL"),
                        "PL30109011020000000123456701",
                        "PLN",
                        null,
                        "SHAR",
                        serviceLevel),
                List.of(transfers));
    }

    private static Transfer transfer(String kind, LocalDate day, String amount, String currency) {
        return new Transfer(
                kind,
                day,
                "PAY-2026-000001-0001",
                Money.of(amount, currency),
                "Tekturo Opakowania S.A.",
                new PostalAddress("ul. Tekturowa 8", "85-990", "Bydgoszcz", "PL"),
                currency.equals("EUR") ? EUR_ACCOUNT : PLN_ACCOUNT,
                "9990011222-20261116-0A1B2C3D4E5F-7A FV/1");
    }

    private static Document written(PaymentMessage message) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Pain001Writer.write(message)));
    }

    private static String value(Document document, String path) throws Exception {
        return XPathFactory.newDefaultInstance().newXPath().evaluate(path, document);
    }
}

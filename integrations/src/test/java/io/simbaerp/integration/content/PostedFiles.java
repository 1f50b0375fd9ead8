package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.company.AddExchangeRate;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.invoice.InvoiceDesk;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.registration.LinkedInvoices;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.tax.VatRegister;
import io.simbaerp.testing.Corpus;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Takes files in as they come, carries them to the books and writes down what stands there. */
abstract class PostedFiles {

    static final EInvoiceContentReader READER = new EInvoiceContentReader();
    static final String FACTUR_X = "zugferd-facturx/corpus/ZUGFeRDv2/correct/";
    static final String FA3 = "poland-ksef/samples-fa3-official/FA_3_Przyklad_";

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

    /** Nothing outside CI when the corpus is missing; the output says so. */
    static byte[] bytes(String file) throws IOException {
        Path folder = Corpus.folder(file.split("/")[0], "posting " + file).orElse(null);
        return folder == null
                ? new byte[0]
                : Files.readAllBytes(folder.getParent().resolve(file));
    }

    void posts(String file, String expected) throws IOException {
        posts(file, "", "", expected);
    }

    void posts(String file, String that, String with, String expected) throws IOException {
        posts(file, that.isEmpty() ? Map.of() : Map.of(that, with), expected);
    }

    void posts(String file, Map<String, String> changes, String expected) throws IOException {
        posted(file, changes).ifPresent(books -> assertThat(books).isEqualTo(expected.strip()));
    }

    Optional<String> posted(String file, String that, String with) throws IOException {
        return posted(file, that.isEmpty() ? Map.of() : Map.of(that, with));
    }

    /** What stands in the books after the file was taken in, with each value put for its key; coded as proposed. */
    Optional<String> posted(String file, Map<String, String> changes) throws IOException {
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

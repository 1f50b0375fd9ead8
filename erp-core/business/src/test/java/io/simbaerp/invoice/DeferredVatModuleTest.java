package io.simbaerp.invoice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.booking.DeductDeferredVat;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.money.Money;
import io.simbaerp.tax.VatRegister;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ModuleTest
class DeferredVatModuleTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    DeductDeferredVat deduct;

    @Autowired
    DeductDeferredVat.Preview preview;

    @Autowired
    VatRegister vatRegister;

    @Autowired
    JournalEntries entries;

    @Autowired
    TrialBalance trialBalance;

    InvoiceDesk desk = new InvoiceDesk();
    TestCompany company;

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
        company = desk.company();
    }

    @Test
    void underTheCashMethodTheWholeTaxIsDeductedWithThePayment() {
        DocumentId document = posted(cashMethod());
        assertThat(balance("223-05")).isEqualTo("230.00");
        assertThat(waiting()).containsExactly("230.00");
        assertThat(periods(document)).containsExactly("null 230.00");

        deducted(document, "2026-12-04", null);

        assertThat(balance("223-05")).isEqualTo("0.00");
        assertThat(balance("223-01")).isEqualTo("230.00");
        assertThat(waiting()).isEmpty();
        assertThat(sum("2026-12")).isEqualTo("230.00");
        assertThatThrownBy(() -> deducted(document, "2026-12-05", null))
                .hasMessageContaining("vat-deduction.nothing-waits");
    }

    @Test
    void aPartialPaymentDeductsItsShareAndTheLastOneTheRest() {
        DocumentId document = posted(cashMethod());
        DeductDeferredVat.Deduction would =
                company.as(() -> preview.of(document, LocalDate.of(2026, 11, 25), Money.of("410.00", "PLN")));
        assertThat(would.rows())
                .extracting(row -> row.vatPeriod() + " " + row.deductibleTax())
                .containsExactly("2026-11 76.67 PLN", "null -76.67 PLN");
        assertThat(requireNonNull(would.entry()).lines())
                .extracting(line -> line.account() + " " + line.side() + " " + line.amount())
                .containsExactly("223-01 DEBIT 76.67 PLN", "223-05 CREDIT 76.67 PLN");
        assertThat(balance("223-01")).as("a preview writes nothing").isEqualTo("0.00");
        deducted(document, "2026-11-25", "410.00");
        assertThat(sum("2026-11")).isEqualTo("76.67");
        assertThat(balance("223-01")).isEqualTo("76.67");
        assertThat(waiting()).containsExactly("153.33");

        deducted(document, "2026-12-10", "820.00");
        assertThat(sum("2026-12")).isEqualTo("153.33");
        assertThat(balance("223-05")).isEqualTo("0.00");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void refusesPaymentsThatCannotBe() {
        DocumentId document = posted(cashMethod());
        assertThatThrownBy(() -> deducted(document, "2026-11-01", null))
                .hasMessageContaining("vat-deduction.before-invoice");
        assertThatThrownBy(() -> deducted(document, "2026-11-25", "5000.00"))
                .hasMessageContaining("vat-deduction.payment-wrong");
        assertThatThrownBy(() -> deducted(document, "2026-11-25", "0.00"))
                .hasMessageContaining("vat-deduction.payment-wrong");
    }

    @Test
    void aCreditNoteUnderTheCashMethodMovesInRed() {
        DocumentId document = posted(cashMethod().creditNote());
        assertThat(balance("223-05")).isEqualTo("-230.00");
        deducted(document, "2026-11-30", null);
        assertThat(balance("223-05")).isEqualTo("0.00");
        assertThat(sum("2026-11")).isEqualTo("-230.00");
    }

    @Test
    void taxOfALaterMonthMovesInThatMonthAtOnceWhereItsBooksAreOpen() {
        PurchaseInvoiceId id = desk.received(company, sample().build());
        desk.answerAll(company, id);
        company.run(() -> desk.code.code(id, new CodingDraft(List.of(), "2026-12", null)));
        desk.approve(company, id);
        desk.posted(company, id);

        InvoiceDetails details = desk.details(company, id);
        assertThat(company.as(() -> entries.ofDocument(details.documentId())))
                .hasSize(2)
                .last()
                .satisfies(entry -> assertThat(entry.postingDate()).isEqualTo("2026-12-01"));
        assertThat(balance("223-05")).isEqualTo("0.00");
        assertThat(balance("223-01")).isEqualTo("230.00");
        assertThat(sum("2026-12")).isEqualTo("230.00");
    }

    private static SampleInvoice cashMethod() {
        return SampleInvoice.to(null).line("Usługa", "1000.00", "S", "23").taxPointCode("432");
    }

    private SampleInvoice sample() {
        return SampleInvoice.to("PL" + company.taxId()).line("Usługa", "1000.00", "S", "23");
    }

    private DocumentId posted(SampleInvoice invoice) {
        return new DocumentId(desk.details(company, desk.carriedForward(company, invoice.build()))
                .documentId());
    }

    private void deducted(DocumentId document, String day, @Nullable String paid) {
        company.run(() -> deduct.deduct(document, LocalDate.parse(day), paid == null ? null : Money.of(paid, "PLN")));
    }

    private List<String> waiting() {
        return company.as(() -> vatRegister.waiting(10)).stream()
                .map(row -> row.deductibleTax().amount().toPlainString())
                .toList();
    }

    private List<String> periods(DocumentId document) {
        return company.as(() -> vatRegister.ofDocument(document.value())).stream()
                .map(row -> row.vatPeriod() + " " + row.tax().amount().toPlainString())
                .toList();
    }

    private String sum(String period) {
        return company.as(() -> vatRegister.sums(period)).stream()
                .map(sum -> sum.deductibleTax().amount().toPlainString())
                .findFirst()
                .orElse("none");
    }

    private String balance(String account) {
        return company.as(() -> trialBalance.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))).rows().stream()
                .filter(row -> row.account().equals(account))
                .map(row -> row.closing().rounded().amount().toPlainString())
                .findFirst()
                .orElse("0.00");
    }
}

package io.simbaerp.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.Documents;
import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.duplicate.DuplicateReport;
import io.simbaerp.invoice.duplicate.Duplicates;
import io.simbaerp.invoice.duplicate.Likeness.Agreement;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class DuplicatesModuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String KSEF = "5260250274-20261119-0123456789AB-C1";

    private final InvoiceDesk desk = new InvoiceDesk();

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Duplicates duplicates;

    @Autowired
    DuplicateReport report;

    @Autowired
    Documents documents;

    @Autowired
    RejectPurchaseInvoice reject;

    @Autowired
    JdbcClient jdbc;

    private TestCompany company;

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
        company = desk.company();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            number          | issued     | net     | kind | seller | ksef  | reason
            FV 2026-11-0417 | 2026-11-19 | 9800.00 | I    | same   | -     | SAME_INVOICE
            fv/2026/11/417  | 2026-11-19 | 1.00    | I    | same   | -     | SAME_INVOICE
            FV/2026/11/0417 | 2026-11-19 | 9800.00 | C    | same   | -     | SAME_NUMBER
            FV/2026/11/0417 | 2026-01-05 | 1.00    | I    | same   | -     | SAME_NUMBER
            FV/2026/11/0417 | 2026-11-20 | 9800.00 | I    | same   | -     | SAME_NUMBER
            FV/9            | 2026-11-24 | 9800.00 | I    | same   | -     | SAME_AMOUNT
            FV/9            | 2026-11-26 | 9800.00 | I    | same   | -     | -
            FV/9            | 2026-11-19 | 9800.01 | I    | same   | -     | -
            FV/9            | 2026-11-19 | 9800.00 | C    | same   | -     | -
            FV/2026/11/0417 | 2026-11-19 | 9800.00 | I    | other  | -     | -
            FV/9            | 2026-01-05 | 1.00    | I    | other  | same  | KSEF_NUMBER
            FV/9            | 2026-01-05 | 1.00    | I    | same   | other | -
            """, useHeadersInDisplayName = true)
    void tellsWhyAnInvoiceMayBeADuplicate(
            String number,
            String issued,
            String net,
            String kind,
            String seller,
            @Nullable String ksef,
            @Nullable String reason) {
        desk.received(company, sample().build(), TODAY, KSEF);
        SampleInvoice later = SampleInvoice.to("PL" + company.taxId())
                .number(number)
                .issued(issued)
                .line("Transport", net, "S", "23");
        if (kind.equals("C")) {
            later.creditNote();
        }
        if (seller.equals("other")) {
            later.seller("Transwolta Logistyka Sp. z o.o.", "PL1111111111", "PL");
        }
        PurchaseInvoiceId id = desk.received(
                company,
                later.build(),
                TODAY,
                ksef == null ? null : ksef.equals("same") ? KSEF : KSEF.replace('0', '1'));

        assertThat(alike(id)).isEqualTo(reason == null ? List.of() : List.of(reason));
        assertThat(findings(id)).hasSize(reason == null ? 0 : 1).allSatisfy(finding -> {
            assertThat(finding.rule())
                    .isEqualTo("duplicate." + reason.toLowerCase().replace('_', '-'));
            assertThat(finding.args()).element(0).asString().startsWith("DOC/2026/");
            assertThat(finding.severity())
                    .isEqualTo(
                            reason.startsWith("SAME_N") || reason.startsWith("SAME_A")
                                    ? Severity.WARNING
                                    : Severity.ERROR);
        });
    }

    @Test
    void asksOnlyAboutTheLaterOfTwo() {
        PurchaseInvoiceId first = desk.received(company, sample().build());
        PurchaseInvoiceId second = desk.received(company, sample().build());

        assertThat(alike(first)).isEmpty();
        assertThat(alike(second)).containsExactly("SAME_INVOICE");
    }

    @Test
    void doesNotCountWhatWasRejected() {
        PurchaseInvoiceId first = desk.received(company, sample().build());
        company.run(() -> {
            desk.answerQuestion.answer(first, Question.SUPPLIER, "reject", "not ordered");
            reject.reject(first);
        });

        assertThat(alike(desk.received(company, sample().build()))).isEmpty();
        assertThat(desk.carriedForward(
                        company, sample().number("FV/2").issued("2026-01-01").build()))
                .isNotNull();
    }

    @Test
    void remembersWhatAPersonToldApartAndPostsBoth() {
        PurchaseInvoiceId first = desk.carriedForward(company, sample().build());
        PurchaseInvoiceId second = desk.carriedForward(company, sample().build());

        InvoiceDetails details = desk.details(company, second);
        assertThat(company.as(() -> report.of(details.sample())))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.toldApart()).isTrue();
                    assertThat(row.likeness().invoiceId()).isEqualTo(first.value());
                    assertThat(row.document()).startsWith("DOC/2026/");
                    assertThat(row.likeness().agrees())
                            .containsExactlyInAnyOrder(
                                    Agreement.SUPPLIER,
                                    Agreement.KIND,
                                    Agreement.NUMBER,
                                    Agreement.ISSUE_DATE,
                                    Agreement.AMOUNT);
                });
        assertThat(details.state()).isEqualTo("POSTED");
    }

    @Test
    void isNeitherCodedNorPostedUntilItIsDecided() {
        desk.carriedForward(company, sample().build());
        PurchaseInvoiceId second = desk.received(company, sample().build());
        assertThatThrownBy(() -> company.run(() -> desk.code.code(second, null)))
                .hasMessageContaining("invoice.question-open");

        forgetTheQuestion(second);
        assertThatThrownBy(() -> company.run(() -> desk.code.code(second, null)))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.rule()).isEqualTo("invoice.duplicate-undecided"));
    }

    @Test
    void isNotPostedWhenTheLikenessComesUpAfterItsApproval() {
        PurchaseInvoiceId second = desk.received(company, sample().build());
        desk.answerAll(company, second);
        company.run(() -> desk.code.code(second, null));
        desk.approve(company, second);
        PurchaseInvoiceId other = desk.received(
                company, sample().number("FV/7").issued("2026-11-18").build());
        sql("update invoice.purchase_invoice set registered_at = registered_at - interval '1 day' where id = '"
                + other.value() + "'");

        assertThat(desk.posted(company, second)).isEqualTo(PostOutcome.DUPLICATE_OPEN);
        assertThat(desk.details(company, second).state()).isEqualTo("CODED");
        assertThat(company.as(() -> desk.questions.nextOpen(second))).hasValue(Question.DUPLICATE);

        desk.answerAll(company, second);
        assertThat(desk.posted(company, second)).isEqualTo(PostOutcome.POSTED);
    }

    @Test
    void theDatabaseItselfKeepsAnExactDuplicateOutOfTheBooks() {
        desk.carriedForward(company, sample().build());
        PurchaseInvoiceId second = desk.received(company, sample().build());

        assertThatThrownBy(() ->
                        sql("update invoice.purchase_invoice set state = 'CODED' where id = '" + second.value() + "'"))
                .hasStackTraceContaining("exact_duplicate_is_decided");
    }

    @Test
    void theDatabaseItselfKeepsAKsefNumberOutOfTheBooksTwice() {
        PurchaseInvoiceId first = desk.received(company, sample().build(), TODAY, KSEF);
        desk.answerAll(company, first);
        company.run(() -> desk.code.code(first, null));
        PurchaseInvoiceId second = desk.received(
                company, sample().number("FV/8").issued("2026-03-01").build(), TODAY, KSEF);

        assertThatThrownBy(() ->
                        sql("update invoice.purchase_invoice set state = 'CODED' where id = '" + second.value() + "'"))
                .hasStackTraceContaining("ksef_duplicate_is_decided");
    }

    @Test
    void ofSeveralThatComeInAtOnceExactlyOneIsNotAskedAbout() throws Exception {
        int many = 4;
        CyclicBarrier together = new CyclicBarrier(many);
        ExecutorService channels = Executors.newFixedThreadPool(many);
        try {
            List<Callable<PurchaseInvoiceId>> deliveries = IntStream.range(0, many)
                    .<Callable<PurchaseInvoiceId>>mapToObj(n -> () -> {
                        together.await();
                        return desk.received(company, sample().build(), TODAY, n % 2 == 0 ? KSEF : null);
                    })
                    .toList();
            long free = 0;
            for (Future<PurchaseInvoiceId> one : channels.invokeAll(deliveries)) {
                PurchaseInvoiceId id = one.get();
                free += alike(id).isEmpty() ? 1 : 0;
            }
            assertThat(free).isEqualTo(1);
        } finally {
            channels.shutdownNow();
        }
    }

    private SampleInvoice sample() {
        return SampleInvoice.to("PL" + company.taxId()).line("Transport", "9800.00", "S", "23");
    }

    private List<String> alike(PurchaseInvoiceId id) {
        return company.inTransaction(
                () -> duplicates.of(desk.details(company, id).sample()).stream()
                        .map(one -> one.reason().name())
                        .toList());
    }

    private List<Finding> findings(PurchaseInvoiceId id) {
        DocumentId document = new DocumentId(desk.details(company, id).documentId());
        return company.as(() -> documents.findings(document));
    }

    private void forgetTheQuestion(PurchaseInvoiceId id) {
        sql("update invoice.question set answer = 'x', answered_by = 'x', answered_at = now()"
                + " where purchase_invoice_id = '" + id.value() + "'");
    }

    private void sql(String statement) {
        company.inTransaction(() -> jdbc.sql(statement).update());
    }
}

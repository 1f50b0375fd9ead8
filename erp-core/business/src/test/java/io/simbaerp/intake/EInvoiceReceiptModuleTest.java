package io.simbaerp.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.AuditTrail;
import io.simbaerp.audit.TrailEntry;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.Documents;
import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.invoice.PurchaseInvoices;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.tax.InstallTaxCodes;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestContentReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An e-invoice is registered as document and as purchase invoice together, or not at all. */
@ModuleTest
class EInvoiceReceiptModuleTest {

    private static final Finding FINDING = new Finding("BR-CO-15", Severity.ERROR, "/Invoice", "The sums don't agree");

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts installChartOfAccounts;

    @Autowired
    InstallTaxCodes installTaxCodes;

    @Autowired
    ReceiveDocument receiveDocument;

    @Autowired
    RetryQuarantined retryQuarantined;

    @Autowired
    ValidateEInvoice validateEInvoice;

    @Autowired
    Documents documents;

    @Autowired
    PurchaseInvoices invoices;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestContentReader reader;

    private TestCompany ours;
    private String text;

    @BeforeEach
    void begin() {
        ours = companies.create();
        ours.run(() -> {
            installChartOfAccounts.install();
            installTaxCodes.install();
        });
        text = "invoice " + UUID.randomUUID();
    }

    @Test
    void anEInvoiceBecomesADocumentAndAPurchaseInvoice() {
        reads(invoice().build());
        Receipt receipt = receive();

        assertThat(receipt.added()).isTrue();
        assertThat(receipt.number()).isEqualTo("DOC/2026/000001");
        assertThat(receipt.kind()).isEqualTo("purchase-invoice");
        assertThat(receipt.state()).isEqualTo(DocumentState.IN_PROCESS);
        assertThat(receipt.findings()).contains(FINDING);
        assertThat(ours.as(() -> documents.byId(receipt.id())).orElseThrow().title())
                .isEqualTo("Transwolta Logistyka Sp. z o.o., FV/2026/11/0417");
        assertThat(ours.as(() -> invoices.byDocument(receipt.id()))).isPresent();
        assertThat(ours.as(() -> trail.of(new Subject("document", receipt.id().value()))))
                .extracting(TrailEntry::event)
                .containsSubsequence("document-received", "document-registered", "purchase-invoice-received");
    }

    @Test
    void oneDutyIsEnoughToHandItIn() {
        reads(invoice().build());
        Receipt receipt = ours.asPerson(
                UUID.randomUUID(),
                Set.of(Duty.RECEIVE_DOCUMENT, Duty.BELONG_TO_COMPANY),
                () -> receiveDocument.receive(submission()));
        assertThat(receipt.state()).isEqualTo(DocumentState.IN_PROCESS);
    }

    @Test
    void aCreditNoteIsOne() {
        reads(invoice().creditNote().build());
        assertThat(receive().kind()).isEqualTo("credit-note");
    }

    /** The document is registered before the invoice refuses: number, findings and state go with the transaction. */
    @Test
    void whatFailsAfterTheDocumentWasRegisteredLeavesNothingOfIt() {
        reads(invoice().currency("XXX").build());
        Receipt receipt = receive();

        assertThat(receipt.state()).isEqualTo(DocumentState.QUARANTINED);
        assertThat(receipt.number()).isNull();
        assertThat(receipt.kind()).isEqualTo("unrecognised");
        assertThat(receipt.findings()).isEmpty();
        assertThat(receipt.reason().rule()).isEqualTo("invoice.incomplete");
        assertThat(ours.as(() -> invoices.byDocument(receipt.id()))).isEmpty();
        assertThat(ours.as(() -> trail.of(new Subject("document", receipt.id().value()))))
                .extracting(TrailEntry::event)
                .containsExactly("document-received", "document-quarantined");

        reads(invoice().build());
        Receipt retried = ours.as(() -> retryQuarantined.retry(receipt.id()));
        assertThat(retried.state()).isEqualTo(DocumentState.IN_PROCESS);
        assertThat(retried.number()).isEqualTo("DOC/2026/000001");
        assertThat(ours.as(() -> invoices.byDocument(receipt.id()))).isPresent();
    }

    @Test
    void validationSaysWhatTheRulesSay() {
        reads(invoice().build());
        Validation validation =
                ours.as(() -> validateEInvoice.validate(text.getBytes(StandardCharsets.UTF_8), "invoice.xml"));
        assertThat(validation).isEqualTo(new Validation("UBL", "urn:cen.eu:en16931:2017", false, List.of(FINDING)));
        assertThat(ours.as(() -> documents.list(io.simbaerp.document.DocumentFilter.ALL, null, 1)))
                .isEmpty();
    }

    private SampleInvoice invoice() {
        return SampleInvoice.to("PL" + ours.taxId()).line("Transport", "1000.00", "S", "23");
    }

    private void reads(ReceivedInvoice invoice) {
        reader.when(
                text,
                () -> new ReadContent.EInvoice(
                        "UBL",
                        "urn:cen.eu:en16931:2017",
                        "application/xml",
                        invoice,
                        false,
                        List.of(FINDING),
                        List.of()));
    }

    private Receipt receive() {
        return ours.as(() -> receiveDocument.receive(submission()));
    }

    private Submission submission() {
        return new Submission(
                text.getBytes(StandardCharsets.UTF_8), "invoice.xml", "text/xml", "upload", null, null, null);
    }
}

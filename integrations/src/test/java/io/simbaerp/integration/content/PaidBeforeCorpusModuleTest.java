package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.company.bankaccount.AddOwnAccount;
import io.simbaerp.company.bankaccount.BankProfile;
import io.simbaerp.company.bankaccount.OwnAccountDraft;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.invoice.InvoiceDesk;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.payment.PaymentRunDraft;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.proposal.BlockReason;
import io.simbaerp.payment.proposal.PaymentPlan;
import io.simbaerp.supplier.ApproveBankAccount;
import io.simbaerp.testing.Corpus;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What a supplier says was paid is never proposed for payment again; the debt stays open until somebody clears it. */
@ModuleTest
class PaidBeforeCorpusModuleTest {

    private static final String FA3 = "poland-ksef/samples-fa3-official/FA_3_Przyklad_";
    private static final String FA2 = "poland-ksef/samples-fa2-official/FA_2_Przyklad_";

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    AddOwnAccount addOwnAccount;

    @Autowired
    ProposeBankAccount proposeBankAccount;

    @Autowired
    ApproveBankAccount approveBankAccount;

    @Autowired
    PaymentRuns runs;

    @Autowired
    OpenItems openItems;

    private final InvoiceDesk desk = new InvoiceDesk();
    private TestCompany company;

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
        company = desk.company();
    }

    @Test
    void anInvoiceMarkedAsPaidStaysOpenAndBlocked() throws IOException {
        for (String file : List.of(FA3 + "01.xml", FA3 + "10.xml", FA2 + "01.xml", FA2 + "10.xml")) {
            company = desk.company();
            InvoiceDetails posted = read(file).map(this::posted).orElse(null);
            if (posted == null) {
                continue;
            }
            PaymentPlan plan = plan();
            assertThat(plan.orders()).as(file).isEmpty();
            assertThat(plan.blocked()).as(file).singleElement().satisfies(blocked -> {
                assertThat(blocked.reason()).isEqualTo(BlockReason.PAID_BEFORE);
                assertThat(blocked.item().owed()).isEqualTo(posted.due().rounded());
            });
            assertThat(company.as(() -> openItems.ofDocument(posted.documentId())))
                    .singleElement()
                    .satisfies(item -> {
                        assertThat(item.remaining()).isEqualTo(posted.due().rounded());
                        assertThat(item.paidBefore()).isEqualTo(item.amount());
                    });
        }
    }

    @Test
    void ofAnInvoicePaidInPartOnlyTheRestIsProposed() throws IOException {
        for (String file : List.of(FA3 + "08.xml", FA2 + "08.xml")) {
            company = desk.company();
            InvoiceDetails posted = read(file).map(this::posted).orElse(null);
            if (posted == null) {
                continue;
            }
            confirm(posted);
            assertThat(plan().orders()).as(file).singleElement().satisfies(order -> assertThat(
                            order.amount().amount())
                    .isEqualByComparingTo("5000.00"));
            assertThat(company.as(() -> openItems.ofDocument(posted.documentId())))
                    .singleElement()
                    .satisfies(item -> assertThat(item.amount()
                                    .minus(Objects.requireNonNull(item.paidBefore()))
                                    .amount())
                            .isEqualByComparingTo("5000.00"));
        }
    }

    @Test
    void whatAnInvoiceOfTheStandardCallsPrepaidIsNeverOpen() {
        InvoiceDetails half = posted(SampleInvoice.to("PL" + company.taxId())
                .line("Usługa", "1000.00", "S", "23")
                .prepaid("615.00")
                .build());
        assertThat(company.as(() -> openItems.ofDocument(half.documentId())))
                .singleElement()
                .satisfies(item -> assertThat(item.amount().amount()).isEqualByComparingTo("615.00"));
        InvoiceDetails whole = posted(SampleInvoice.to("PL" + company.taxId())
                .number("FV/ALL")
                .line("Usługa", "1000.00", "S", "23")
                .prepaid("1230.00")
                .build());
        assertThat(company.as(() -> openItems.ofDocument(whole.documentId()))).isEmpty();
    }

    /** Nothing outside CI when the corpus is missing; the output says so. */
    private static Optional<ReceivedInvoice> read(String file) throws IOException {
        Path folder = Corpus.folder("poland-ksef", "paid before: " + file).orElse(null);
        if (folder == null) {
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(folder.getParent().resolve(file));
        return Optional.of(((EInvoice) new EInvoiceContentReader().read(content, file)).invoice());
    }

    private InvoiceDetails posted(ReceivedInvoice invoice) {
        PurchaseInvoiceId id = desk.carriedForward(company, invoice);
        return desk.details(company, id);
    }

    private void confirm(InvoiceDetails posted) {
        PartyId supplier = new PartyId(Objects.requireNonNull(posted.supplierId()));
        UUID account = company.as(() -> proposeBankAccount.propose(
                new BankAccountDraft(supplier, Objects.requireNonNull(posted.account()), null)));
        company.asPerson(UUID.randomUUID(), () -> {
            approveBankAccount.approve(account);
            return null;
        });
    }

    private PaymentPlan plan() {
        UUID own = company.as(() -> addOwnAccount.add(
                new OwnAccountDraft("Main", "PL30109011020000000123456701", "PLN", null, BankProfile.USUAL)));
        return company.as(() -> runs.preview(new PaymentRunDraft(LocalDate.of(2027, 12, 31), own, null)));
    }
}

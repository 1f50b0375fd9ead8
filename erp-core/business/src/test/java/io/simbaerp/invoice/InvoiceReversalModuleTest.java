package io.simbaerp.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.company.bankaccount.AddOwnAccount;
import io.simbaerp.company.bankaccount.BankProfile;
import io.simbaerp.company.bankaccount.OwnAccountDraft;
import io.simbaerp.document.ArchiveDocument;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.Documents;
import io.simbaerp.invoice.booking.DeductDeferredVat;
import io.simbaerp.invoice.booking.ReversalTerms;
import io.simbaerp.invoice.booking.ReversedPostings;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.ledger.ReverseJournalEntry;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.money.Money;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.payment.CancelPaymentRun;
import io.simbaerp.payment.PaymentRunDraft;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.ProposePaymentRun;
import io.simbaerp.supplier.ApproveBankAccount;
import io.simbaerp.tax.VatRegister;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A posted invoice is taken out of the books and goes the whole way again. */
@ModuleTest
class InvoiceReversalModuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ReversePurchaseInvoice reverse;

    @Autowired
    ReverseJournalEntry reverseEntry;

    @Autowired
    ReversedPostings reversedPostings;

    @Autowired
    DeductDeferredVat deduct;

    @Autowired
    Approvals approvals;

    @Autowired
    Documents documents;

    @Autowired
    ArchiveDocument archive;

    @Autowired
    JournalEntries entries;

    @Autowired
    OpenItems openItems;

    @Autowired
    VatRegister vatRegister;

    @Autowired
    TrialBalance trialBalance;

    @Autowired
    AddOwnAccount addOwnAccount;

    @Autowired
    ProposeBankAccount proposeBankAccount;

    @Autowired
    ApproveBankAccount approveBankAccount;

    @Autowired
    ProposePaymentRun propose;

    @Autowired
    CancelPaymentRun cancel;

    @Autowired
    JdbcClient jdbc;

    private final InvoiceDesk desk = new InvoiceDesk();
    private TestCompany company;

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
        company = desk.company();
    }

    @Test
    void takesEntryVatRowsAndDebtBackAndLetsItBeCodedAgain() {
        PurchaseInvoiceId id = desk.carriedForward(company, sample().build());
        InvoiceDetails posted = desk.details(company, id);
        String account = posted.coding().get(0).account();
        reversed(id);

        InvoiceDetails open = desk.details(company, id);
        assertThat(open.state()).isEqualTo("RECEIVED");
        assertThat(open.journalEntryId()).isNull();
        assertThat(open.coding()).isEqualTo(posted.coding());
        assertThat(state(open)).isEqualTo(DocumentState.IN_PROCESS);
        assertThat(balance(account)).isEqualTo("0.00");
        assertThat(balance("223-01")).isEqualTo("0.00");
        assertThat(sum("2026-11")).isEqualTo("0.00");
        assertThat(items(open))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.remaining().isZero()).isTrue());
        assertThat(company.as(() -> approvals.of(new Subject("purchase-invoice", id.value()))))
                .isNotEmpty()
                .noneMatch(ApprovalDecisionView::live);

        desk.coded(company, id, UUID.randomUUID(), otherAccount(posted));
        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.NOT_APPROVED);
        desk.approve(company, id);
        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.POSTED);
        assertThat(balance(account)).isEqualTo("0.00");
        assertThat(balance("409-01")).isEqualTo("1000.00");
        assertThat(balance("223-01")).isEqualTo("230.00");
        assertThat(sum("2026-11")).isEqualTo("230.00");
        assertThat(items(open)).filteredOn(item -> !item.remaining().isZero()).hasSize(1);
        assertThat(entriesOf(open)).hasSize(3);
        assertThat(company.as(() -> reversedPostings.of(id.value())))
                .singleElement()
                .satisfies(past -> {
                    assertThat(past.entry()).isEqualTo(posted.journalEntryId());
                    assertThat(past.reason()).isEqualTo("Wrong account");
                    assertThat(past.postedAt()).isEqualTo(posted.postedAt());
                });
    }

    @Test
    void aSecondReversalKeepsTheHistoryOfBoth() {
        PurchaseInvoiceId id = desk.carriedForward(company, sample().build());
        reversed(id);
        company.run(() -> desk.code.code(id, null));
        desk.approve(company, id);
        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.POSTED);
        reversed(id);
        assertThat(company.as(() -> reversedPostings.of(id.value())))
                .extracting(ReversedPostings.Row::entry)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(sum("2026-11")).isEqualTo("0.00");
        assertThat(balance("223-01")).isEqualTo("0.00");
    }

    @Test
    void aDeductionThatFollowedIsReversedWithItsInvoice() {
        PurchaseInvoiceId id = desk.carriedForward(company, cashMethod().build());
        DocumentId document = new DocumentId(desk.details(company, id).documentId());
        company.run(() -> deduct.deduct(document, LocalDate.of(2026, 11, 25), null));
        assertThat(sum("2026-11")).isEqualTo("230.00");
        reversed(id);
        assertThat(sum("2026-11")).isEqualTo("0.00");
        assertThat(balance("223-01")).isEqualTo("0.00");
        assertThat(balance("223-05")).isEqualTo("0.00");
        assertThat(company.as(() -> vatRegister.waiting(10))).isEmpty();

        company.run(() -> desk.code.code(id, null));
        desk.approve(company, id);
        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.POSTED);
        company.run(() -> deduct.deduct(document, LocalDate.of(2026, 12, 2), Money.of("615.00", "PLN")));
        assertThat(sum("2026-12")).isEqualTo("115.00");
        assertThat(balance("223-05")).isEqualTo("115.00");
    }

    @Test
    void whatWasReversedByHandBeforeOnlyGoesBackToCoding() {
        PurchaseInvoiceId id = desk.carriedForward(company, sample().build());
        InvoiceDetails posted = desk.details(company, id);
        JournalEntryDetails entry = entriesOf(posted).get(0);
        company.run(() -> reverseEntry.reverse(entry.id(), EntryKind.BLACK_REVERSAL, DAY, "2026-11", "By hand"));
        reversed(id);
        assertThat(entriesOf(posted)).hasSize(2);
        assertThat(desk.details(company, id).state()).isEqualTo("RECEIVED");
        assertThat(company.as(() -> reversedPostings.of(id.value())).get(0).reversal())
                .isNotNull();
    }

    @Test
    void staysWhileAPaymentRunHoldsWhatItOwes() {
        PurchaseInvoiceId id = desk.carriedForward(company, sample().build());
        PaymentRunId run = ordered(desk.details(company, id));
        assertThatThrownBy(() -> reversed(id)).isInstanceOfSatisfying(Conflict.class, refused -> {
            assertThat(refused.rule()).isEqualTo("journal-entry.item-ordered");
            assertThat(refused.args()).last().asString().startsWith("PAY/");
        });
        JournalEntryDetails entry = entriesOf(desk.details(company, id)).get(0);
        assertThatThrownBy(() -> company.run(
                        () -> reverseEntry.reverse(entry.id(), EntryKind.RED_REVERSAL, DAY, "2026-11", "By hand")))
                .isInstanceOf(Conflict.class);
        assertThat(desk.details(company, id).state()).isEqualTo("POSTED");

        company.run(() -> cancel.cancel(run, "Wrong invoice", null));
        reversed(id);
        assertThat(desk.details(company, id).state()).isEqualTo("RECEIVED");
    }

    @Test
    void refusesWhatWasSettledArchivedOrIsNotPosted() {
        PurchaseInvoiceId invoice = desk.carriedForward(company, sample().build());
        PurchaseInvoiceId credit = desk.carriedForward(
                company, sample().number("CN/1").creditNote().build());
        settle(desk.details(company, invoice), desk.details(company, credit));
        assertThatThrownBy(() -> reversed(invoice))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        refused -> assertThat(refused.args()).last().isEqualTo("CN/1"))
                .hasMessageContaining("invoice.reversal-settled");

        PurchaseInvoiceId archived =
                desk.carriedForward(company, sample().number("FV/9").build());
        company.run(() ->
                archive.archive(new DocumentId(desk.details(company, archived).documentId())));
        assertThatThrownBy(() -> reversed(archived)).hasMessageContaining("document.move-not-allowed");

        PurchaseInvoiceId open = desk.received(company, sample().number("FV/10").build());
        assertThatThrownBy(() -> reversed(open)).hasMessageContaining("invoice.not-posted");
        assertThatThrownBy(() -> company.run(() -> reverse.reverse(archived, terms(" "))))
                .hasMessageContaining("invoice.reversal-reason-missing");
    }

    @Test
    void aClosedPeriodRefusesItWhole() {
        PurchaseInvoiceId id = desk.carriedForward(company, sample().build());
        assertThatThrownBy(() -> company.run(() ->
                        reverse.reverse(id, new ReversalTerms(EntryKind.RED_REVERSAL, DAY, "2031-01", "Too late"))))
                .isInstanceOf(RuleViolation.class);
        InvoiceDetails details = desk.details(company, id);
        assertThat(details.state()).isEqualTo("POSTED");
        assertThat(state(details)).isEqualTo(DocumentState.POSTED);
        assertThat(entriesOf(details)).hasSize(1);
    }

    @Test
    void takesTheDutyOfPostingEntries() {
        PurchaseInvoiceId id = desk.carriedForward(company, sample().build());
        EnumSet<Duty> coder = EnumSet.of(Duty.CODE_INVOICE, Duty.VIEW_DOCUMENT, Duty.VIEW_LEDGER);
        assertThatThrownBy(() -> company.asPerson(UUID.randomUUID(), coder, () -> {
                    reverse.reverse(id, terms("Wrong account"));
                    return null;
                }))
                .isInstanceOf(MissingDuty.class);
    }

    @Test
    void theDatabaseLetsNothingOutOfTheBooksWithoutItsReversal() {
        PurchaseInvoiceId id = desk.carriedForward(company, sample().build());
        InvoiceDetails details = desk.details(company, id);
        assertThatThrownBy(() -> company.inTransaction(() -> jdbc.sql(
                                "update invoice.purchase_invoice set state = 'RECEIVED', posted_at = null, journal_entry_id = null where id = ?")
                        .param(id.value())
                        .update()))
                .hasMessageContaining("POSTED");
        assertThatThrownBy(() -> company.inTransaction(
                        () -> jdbc.sql("""
                                insert into invoice.reversed_posting
                                       (company_id, purchase_invoice_id, position, posted_at, content_hash,
                                        journal_entry_id, reversal_id, reason, reversed_by, reversed_at)
                                select company_id, id, 0, posted_at, content_hash, journal_entry_id, journal_entry_id,
                                       'forged', 'person:x', now()
                                  from invoice.purchase_invoice where id = ?""").param(id.value()).update()))
                .hasMessageContaining("reversed");
        assertThat(state(details)).isEqualTo(DocumentState.POSTED);
    }

    private static ReversalTerms terms(String reason) {
        return new ReversalTerms(EntryKind.RED_REVERSAL, DAY, "2026-11", reason);
    }

    private void reversed(PurchaseInvoiceId id) {
        company.run(() -> reverse.reverse(id, terms("Wrong account")));
    }

    private static CodingDraft otherAccount(InvoiceDetails posted) {
        return new CodingDraft(
                posted.coding().stream()
                        .map(line -> new CodingDraft.Line(
                                line.line(), "409-01", line.costCentre(), line.taxCode(), line.net()))
                        .toList(),
                null,
                null);
    }

    private SampleInvoice sample() {
        return SampleInvoice.to("PL" + company.taxId()).line("Usługa", "1000.00", "S", "23");
    }

    private SampleInvoice cashMethod() {
        return sample().taxPointCode("432");
    }

    /** Proposes a run that pays the invoice. */
    private PaymentRunId ordered(InvoiceDetails details) {
        PartyId supplier = new PartyId(Objects.requireNonNull(details.supplierId()));
        UUID account = company.as(() -> proposeBankAccount.propose(
                new BankAccountDraft(supplier, Objects.requireNonNull(details.account()), null)));
        company.asPerson(UUID.randomUUID(), () -> {
            approveBankAccount.approve(account);
            return null;
        });
        UUID own = company.as(() -> addOwnAccount.add(
                new OwnAccountDraft("Main", "PL30109011020000000123456701", "PLN", null, BankProfile.USUAL)));
        return company.as(() -> propose.propose(new PaymentRunDraft(LocalDate.of(2027, 3, 31), own, null)))
                .id();
    }

    private void settle(InvoiceDetails invoice, InvoiceDetails credit) {
        company.inTransaction(() -> jdbc.sql("""
                        insert into ledger.allocation
                               (company_id, id, item_id, against_id, amount, recorded_at, recorded_by)
                        select a.company_id, gen_random_uuid(), a.id, b.id, least(abs(a.remaining), abs(b.remaining)),
                               now(), 'person:test'
                          from ledger.open_item a join ledger.open_item b on b.company_id = a.company_id
                         where a.document_id = ? and b.document_id = ?""")
                .param(invoice.documentId())
                .param(credit.documentId())
                .update());
    }

    private DocumentState state(InvoiceDetails details) {
        return company.as(() -> documents.byId(new DocumentId(details.documentId())))
                .orElseThrow()
                .state();
    }

    private List<JournalEntryDetails> entriesOf(InvoiceDetails details) {
        return company.as(() -> entries.ofDocument(details.documentId()));
    }

    private List<OpenItems.OpenItemView> items(InvoiceDetails details) {
        return company.as(() -> openItems.ofDocument(details.documentId()));
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

package io.simbaerp.workflow.purchaseinvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.DrawnProcess;
import io.simbaerp.invoice.PurchaseInvoiceDraft;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskView;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path through the model, once, on the real engine with the real business below it. */
@ModuleTest
class PurchaseInvoiceApprovalModuleTest {

    static final Set<Duty> ACCOUNTANT = EnumSet.of(
            Duty.BELONG_TO_COMPANY,
            Duty.VIEW_DOCUMENT,
            Duty.CODE_INVOICE,
            Duty.VIEW_LEDGER,
            Duty.VIEW_PARTY,
            Duty.MAINTAIN_PARTY,
            Duty.VIEW_EXCHANGE_RATE,
            Duty.MAINTAIN_EXCHANGE_RATE,
            Duty.WORK_ON_TASK);
    static final Set<Duty> MANAGER = EnumSet.of(
            Duty.BELONG_TO_COMPANY,
            Duty.VIEW_DOCUMENT,
            Duty.VIEW_LEDGER,
            Duty.VIEW_PARTY,
            Duty.VIEW_EXCHANGE_RATE,
            Duty.APPROVE_INVOICE,
            Duty.WORK_ON_TASK);
    private static final Set<Duty> DIRECTOR = EnumSet.of(
            Duty.BELONG_TO_COMPANY,
            Duty.VIEW_DOCUMENT,
            Duty.VIEW_LEDGER,
            Duty.VIEW_PARTY,
            Duty.VIEW_EXCHANGE_RATE,
            Duty.APPROVE_INVOICE,
            Duty.APPROVE_INVOICE_ABOVE_LIMIT,
            Duty.WORK_ON_TASK);

    @Autowired
    Business business;

    private final UUID accountant = UUID.randomUUID();
    private final UUID manager = UUID.randomUUID();
    private final UUID director = UUID.randomUUID();
    private TestCompany company;

    @BeforeEach
    void makeCompany() {
        company = business.companies.create();
        company.run(() -> {
            business.installChart.install();
            business.installTaxCodes.install();
        });
    }

    @Test
    void anInvoiceGoesFromReceiptToTheBooks() {
        Received invoice = receive(small());
        decide(accountant, ACCOUNTANT, invoice, "Task_DecideSupplier", "create-supplier");
        decide(accountant, ACCOUNTANT, invoice, "Task_CodeInvoice", "send");
        decide(manager, MANAGER, invoice, "Task_ApproveInvoice", "approve");

        assertThat(state(invoice)).isEqualTo(DocumentState.POSTED);
        assertThat(ended(invoice)).isEqualTo("End_InvoicePosted");
        assertThat(company.as(
                        () -> business.entries.ofDocument(invoice.document().value())))
                .hasSize(1);
        assertThat(openTasks(invoice)).isEmpty();
        assertThat(company.as(() -> business.attachments.of(invoice.document())))
                .singleElement()
                .matches(paper -> paper.fileName().startsWith("Protokół akceptacji DOC-"))
                .matches(paper -> String.valueOf(paper.description()).endsWith("kluczem demo, za który nikt nie ręczy"))
                .matches(paper -> paper.mediaType().equals("application/pdf"));
    }

    @Test
    void anInvoiceForSomebodyElseIsAskedAboutAndRejected() {
        Received invoice = receive(SampleInvoice.to("PL1234563218").line("Transport", "100.00", "S", "23"));
        decide(accountant, ACCOUNTANT, invoice, "Task_DecideBuyer", "not-ours");
        assertRejected(invoice);
    }

    @Test
    void anInvoiceForSomebodyElseThatIsOursGoesOn() {
        Received invoice = receive(SampleInvoice.to("PL1234563218").line("Transport", "100.00", "S", "23"));
        decide(accountant, ACCOUNTANT, invoice, "Task_DecideBuyer", "ours");
        assertThat(task(invoice).key()).isEqualTo("Task_DecideSupplier");
    }

    @Test
    void aSupplierNobodyWantsEndsTheInvoice() {
        Received invoice = receive(small());
        decide(accountant, ACCOUNTANT, invoice, "Task_DecideSupplier", "reject", "Unknown firm");
        assertRejected(invoice);
    }

    @Test
    void aSupplierThatIsOneOfOursGoesOn() {
        UUID party = business.party(company, "Transwolta");
        Received invoice = receive(small());
        TaskView task = task(invoice);
        company.asPerson(
                accountant,
                ACCOUNTANT,
                () -> business.completeTask.complete(new TaskCompletion(
                        task.id(),
                        "use-supplier",
                        null,
                        business.chosen(party),
                        task.facts().contentHash())));
        business.dueJobs.run();
        assertThat(task(invoice).key()).isEqualTo("Task_CodeInvoice");
    }

    @Test
    void aDuplicateEndsTheSecondInvoice() {
        post(receive(small()));
        Received again = receive(small());
        decide(accountant, ACCOUNTANT, again, "Task_DecideDuplicate", "duplicate");
        assertRejected(again);
    }

    @Test
    void whatOnlyLooksLikeADuplicateGoesOn() {
        post(receive(small()));
        Received again = receive(small());
        decide(accountant, ACCOUNTANT, again, "Task_DecideDuplicate", "not-a-duplicate");
        assertThat(task(again).key()).isEqualTo("Task_CodeInvoice");
    }

    @Test
    void aMissingRateWaitsForItsRate() {
        Received invoice = receive(foreign());
        decide(accountant, ACCOUNTANT, invoice, "Task_DecideSupplier", "create-supplier");
        assertThatThrownBy(() -> decide(accountant, ACCOUNTANT, invoice, "Task_ProvideRate", "rate-added"))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("rate.missing");
        company.run(() -> business.addRates());
        decide(accountant, ACCOUNTANT, invoice, "Task_ProvideRate", "rate-added");
        assertThat(task(invoice).key()).isEqualTo("Task_CodeInvoice");
    }

    @Test
    void anInvoiceWhoseRateNobodyFindsIsRejected() {
        Received invoice = receive(foreign());
        decide(accountant, ACCOUNTANT, invoice, "Task_DecideSupplier", "create-supplier");
        decide(accountant, ACCOUNTANT, invoice, "Task_ProvideRate", "reject", "Wrong currency");
        assertRejected(invoice);
    }

    @Test
    void whoeverCodesMayReject() {
        Received invoice = coded(small(), null);
        decide(accountant, ACCOUNTANT, invoice, "Task_CodeInvoice", "reject", "Never ordered");
        assertRejected(invoice);
    }

    @Test
    void anApproverMayReject() {
        Received invoice = coded(small(), "send");
        assertThatThrownBy(() -> decide(manager, MANAGER, invoice, "Task_ApproveInvoice", "reject"))
                .hasMessageContaining("reason-missing");
        decide(manager, MANAGER, invoice, "Task_ApproveInvoice", "reject", "Too dear");
        assertRejected(invoice);
    }

    @Test
    void anApproverMayReturnAndApproveWhatCameBack() {
        Received invoice = coded(small(), "send");
        decide(manager, MANAGER, invoice, "Task_ApproveInvoice", "return", "Cost centre is 210");
        decide(accountant, ACCOUNTANT, invoice, "Task_CodeInvoice", "send");
        decide(manager, MANAGER, invoice, "Task_ApproveInvoice", "approve");
        assertThat(state(invoice)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void aboveTheLimitTheSecondLevelIsAskedTooAndByAnotherPerson() {
        Received invoice =
                coded(SampleInvoice.to("PL" + company.taxId()).line("Machine", "20000.01", "S", "23"), "send");
        assertThat(task(invoice).candidateDuties()).containsExactly(Duty.APPROVE_INVOICE);
        decide(director, DIRECTOR, invoice, "Task_ApproveInvoice", "approve");

        TaskView second = task(invoice);
        assertThat(second.candidateDuties()).containsExactly(Duty.APPROVE_INVOICE_ABOVE_LIMIT);
        assertThat(second.rule()).isEqualTo("ApprovalMatrix.APPROVE_INVOICE_ABOVE_LIMIT");
        assertThatThrownBy(() -> decide(director, DIRECTOR, invoice, "Task_ApproveInvoice", "approve"))
                .hasMessageContaining("approval.already-decided");
        decide(UUID.randomUUID(), DIRECTOR, invoice, "Task_ApproveInvoice", "approve");
        assertThat(state(invoice)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void atTheLimitOneLevelIsEnough() {
        Received invoice =
                coded(SampleInvoice.to("PL" + company.taxId()).line("Machine", "20000.00", "S", "23"), "send");
        decide(manager, MANAGER, invoice, "Task_ApproveInvoice", "approve");
        assertThat(state(invoice)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void aLargeCreditNoteIsAskedAboutLikeALargeInvoice() {
        Received invoice = coded(
                SampleInvoice.to("PL" + company.taxId()).creditNote().line("Returned", "25000.00", "S", "23"), "send");
        decide(manager, MANAGER, invoice, "Task_ApproveInvoice", "approve");
        assertThat(task(invoice).candidateDuties()).containsExactly(Duty.APPROVE_INVOICE_ABOVE_LIMIT);
    }

    @Test
    void whoCodedNeverApproves() {
        Received invoice = coded(small(), "send");
        assertThatThrownBy(
                        () -> decide(accountant, EnumSet.allOf(Duty.class), invoice, "Task_ApproveInvoice", "approve"))
                .hasMessageContaining("approval.own-work");
        assertThat(task(invoice).assignee()).isNull();
    }

    @Test
    void whatChangedAfterItsApprovalIsNotPostedAndComesBack() {
        Received invoice = coded(small(), "send");
        complete(manager, MANAGER, invoice, "Task_ApproveInvoice", "approve", null);
        business.changeContent(company, invoice.id());
        business.dueJobs.run();
        assertThat(state(invoice)).isEqualTo(DocumentState.IN_PROCESS);
        assertThat(task(invoice).key()).isEqualTo("Task_CodeInvoice");
        assertThat(company.as(
                        () -> business.entries.ofDocument(invoice.document().value())))
                .isEmpty();
    }

    @Test
    void whatLostItsApprovalIsNotPostedAndComesBack() {
        Received invoice = coded(small(), "send");
        complete(manager, MANAGER, invoice, "Task_ApproveInvoice", "approve", null);
        company.run(() -> business.voidApprovals.voidApprovals(subject(invoice)));
        business.dueJobs.run();
        assertThat(task(invoice).key()).isEqualTo("Task_CodeInvoice");
    }

    @Test
    void aClosedPeriodSendsTheInvoiceBack() {
        Received invoice = coded(small(), "send");
        complete(manager, MANAGER, invoice, "Task_ApproveInvoice", "approve", null);
        business.sql(company, "update company.fiscal_period set state = 'CLOSED' where code = '2026-11'");
        business.dueJobs.run();
        assertThat(task(invoice).key()).isEqualTo("Task_CodeInvoice");
    }

    @Test
    void aRateThatWentMissingIsAskedForAgain() {
        Received invoice = receive(foreign());
        decide(accountant, ACCOUNTANT, invoice, "Task_DecideSupplier", "create-supplier");
        company.run(() -> business.addRates());
        decide(accountant, ACCOUNTANT, invoice, "Task_ProvideRate", "rate-added");
        decide(accountant, ACCOUNTANT, invoice, "Task_CodeInvoice", "send");
        complete(manager, MANAGER, invoice, "Task_ApproveInvoice", "approve", null);
        business.forgetRates(company, invoice.id());
        business.approveAsItStands(company, invoice.id());
        business.dueJobs.run();
        assertThat(task(invoice).key()).isEqualTo("Task_ProvideRate");
    }

    @Test
    void aDuplicateThatShowsOnlyWhenItIsToBePostedIsAskedAbout() {
        Received invoice = coded(small(), "send");
        business.backdate(company, receive(small()).id());
        decide(manager, MANAGER, invoice, "Task_ApproveInvoice", "approve");
        assertThat(task(invoice).key()).isEqualTo("Task_DecideDuplicate");
        decide(accountant, ACCOUNTANT, invoice, "Task_DecideDuplicate", "not-a-duplicate");
        assertThat(task(invoice).key()).isEqualTo("Task_CodeInvoice");
    }

    @Test
    void anOrdinaryInvoiceOfATouchlessSupplierGoesStraightToItsApproverAndNeverToItsCoder() {
        UUID coder = business.accountant(company);
        for (int n = 1; n <= 3; n++) {
            Received before = receive(monthly(n));
            if (n == 1) {
                decide(coder, ACCOUNTANT, before, "Task_DecideSupplier", "create-supplier");
            }
            decide(coder, ACCOUNTANT, before, "Task_CodeInvoice", "send");
            decide(manager, MANAGER, before, "Task_ApproveInvoice", "approve");
        }
        company.asPerson(coder, ACCOUNTANT, () -> {
            business.switchTouchless.to(
                    business.parties.search("Transwolta", null, 1).get(0).id(), true);
            return true;
        });

        Received invoice = receive(monthly(4));
        assertThat(task(invoice).key()).isEqualTo("Task_ApproveInvoice");
        assertThatThrownBy(() -> decide(coder, EnumSet.allOf(Duty.class), invoice, "Task_ApproveInvoice", "approve"))
                .hasMessageContaining("approval.own-work");
        decide(manager, MANAGER, invoice, "Task_ApproveInvoice", "approve");
        assertThat(state(invoice)).isEqualTo(DocumentState.POSTED);

        Received dear = receive(monthly(5).line("Transport krajowy", "9000.00", "S", "23"));
        assertThat(task(dear).key()).isEqualTo("Task_CodeInvoice");
    }

    private SampleInvoice monthly(int month) {
        return SampleInvoice.to("PL" + company.taxId())
                .number("FV/" + month)
                .issued("2026-0" + month + "-10")
                .account(null)
                .line("Transport krajowy", "10" + month + "0.00", "S", "23");
    }

    @Test
    void anInvoiceTakesOneProcessHoweverOftenItIsToldOf() {
        Received invoice = receive(small());
        assertThat(business.history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(invoice.id().value().toString())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void thePictureShowsWhatIsDoneWhereItStandsAndWhatIsPlanned() {
        Received invoice = coded(small(), "send");
        DrawnProcess picture =
                company.as(() -> business.picture.of(invoice.document())).orElseThrow();
        assertThat(picture.processId()).isEqualTo("PurchaseInvoiceApproval");
        assertThat(progress(picture, "Task_CodeInvoice")).isEqualTo(DrawnProcess.Progress.DONE);
        assertThat(progress(picture, "Task_ApproveInvoice")).isEqualTo(DrawnProcess.Progress.CURRENT);
        assertThat(progress(picture, "Step_PostInvoice")).isEqualTo(DrawnProcess.Progress.PLANNED);
        assertThat(taken(picture, "Flow_Coded")).isTrue();
        assertThat(taken(picture, "Flow_Posted")).isFalse();
        assertThat(picture.shapes()).allSatisfy(shape -> {
            assertThat(shape.x()).isBetween(picture.left(), picture.left() + picture.width());
            assertThat(shape.y()).isBetween(picture.top(), picture.top() + picture.height());
        });
        TestCompany other = business.companies.create();
        assertThat(other.as(() -> business.picture.of(invoice.document()))).isEmpty();
    }

    /** A received invoice of a test. */
    record Received(PurchaseInvoiceId id, DocumentId document) {}

    private SampleInvoice small() {
        return SampleInvoice.to("PL" + company.taxId()).line("Transport krajowy", "8600.00", "S", "23");
    }

    private SampleInvoice foreign() {
        return SampleInvoice.to("PL" + company.taxId())
                .currency("EUR")
                .seller("Hanzavia Spedition GmbH", "DE811907980", "DE")
                .line("Fracht", "2615.00", "AE", "0");
    }

    private Received receive(SampleInvoice sample) {
        DocumentView document = business.document(company);
        PurchaseInvoiceId id = company.as(() -> business.register.register(new PurchaseInvoiceDraft(
                document.id(), sample.build(), List.of(), LocalDate.of(2026, 11, 20), null, document.sha256())));
        business.dueJobs.run();
        return new Received(id, document.id());
    }

    private Received coded(SampleInvoice sample, @Nullable String outcome) {
        Received invoice = receive(sample);
        decide(accountant, ACCOUNTANT, invoice, "Task_DecideSupplier", "create-supplier");
        if (outcome != null) {
            decide(accountant, ACCOUNTANT, invoice, "Task_CodeInvoice", outcome);
        }
        return invoice;
    }

    private void post(Received invoice) {
        decide(accountant, ACCOUNTANT, invoice, "Task_DecideSupplier", "create-supplier");
        decide(accountant, ACCOUNTANT, invoice, "Task_CodeInvoice", "send");
        decide(manager, MANAGER, invoice, "Task_ApproveInvoice", "approve");
    }

    private void decide(UUID person, Set<Duty> duties, Received invoice, String key, String outcome) {
        decide(person, duties, invoice, key, outcome, null);
    }

    private void decide(
            UUID person, Set<Duty> duties, Received invoice, String key, String outcome, @Nullable String comment) {
        complete(person, duties, invoice, key, outcome, comment);
        business.dueJobs.run();
    }

    private void complete(
            UUID person, Set<Duty> duties, Received invoice, String key, String outcome, @Nullable String comment) {
        TaskView task = task(invoice);
        assertThat(task.key()).isEqualTo(key);
        company.asPerson(
                person,
                duties,
                () -> business.completeTask.complete(new TaskCompletion(task.id(), outcome, comment, null, null)));
    }

    private TaskView task(Received invoice) {
        List<TaskView> open = openTasks(invoice);
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private List<TaskView> openTasks(Received invoice) {
        return company.as(() -> business.tasks
                .list(TaskSelection.ofDocument(invoice.document().value()))
                .items());
    }

    private DocumentState state(Received invoice) {
        return company.as(() -> business.documents.byId(invoice.document()))
                .orElseThrow()
                .state();
    }

    private void assertRejected(Received invoice) {
        assertThat(state(invoice)).isEqualTo(DocumentState.REJECTED);
        assertThat(ended(invoice)).isEqualTo("End_InvoiceRejected");
        assertThat(openTasks(invoice)).isEmpty();
        assertThat(company.as(
                        () -> business.entries.ofDocument(invoice.document().value())))
                .isEmpty();
    }

    private String ended(Received invoice) {
        return business
                .history
                .createHistoricActivityInstanceQuery()
                .activityType("noneEndEvent")
                .processInstanceId(business.history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(invoice.id().value().toString())
                        .finished()
                        .singleResult()
                        .getId())
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .findFirst()
                .orElseThrow();
    }

    private static Subject subject(Received invoice) {
        return new Subject("purchase-invoice", invoice.id().value());
    }

    private static DrawnProcess.Progress progress(DrawnProcess picture, String id) {
        return picture.shapes().stream()
                .filter(shape -> shape.id().equals(id))
                .findFirst()
                .orElseThrow()
                .progress();
    }

    private static boolean taken(DrawnProcess picture, String id) {
        return picture.flows().stream()
                .filter(flow -> flow.id().equals(id))
                .findFirst()
                .orElseThrow()
                .taken();
    }
}

package io.simbaerp.workflow.purchaseinvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.added.AddApprover;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.approval.why.WhyAsked;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.identity.role.People;
import io.simbaerp.invoice.CorrectReceiptDate;
import io.simbaerp.invoice.PurchaseInvoiceDraft;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.undo.TakeBackDecision;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.workflow.model.OwnModels;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rounds as a company's own matrix asks them, every way they can end, on the real engine. */
@ModuleTest
class ApprovalRoundsModuleTest {

    @Autowired
    Business business;

    @Autowired
    OwnModels own;

    @Autowired
    People people;

    @Autowired
    CorrectReceiptDate correctReceiptDate;

    @Autowired
    Approvals approvals;

    @Autowired
    AddApprover addApprover;

    @Autowired
    TakeBackDecision takeBack;

    private final UUID accountant = UUID.randomUUID();
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
    void allAreAskedAtOnceAndAllMustAgree() {
        matrix("\"APPROVE_INVOICE\",\"both\",,,", "\"APPROVE_INVOICE_ABOVE_LIMIT\",\"both\",,,");
        DocumentView document = coded();
        assertThat(open(document)).hasSize(2);
        assertThat(open(document)).extracting(TaskView::key).containsOnly("Task_ApproveTogether");
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE_ABOVE_LIMIT, "approve");
        assertThat(open(document)).hasSize(1);
        assertThat(state(document)).isEqualTo(DocumentState.IN_PROCESS);
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void oneNoEndsARoundOfAllAndWithdrawsTheOthers() {
        matrix("\"APPROVE_INVOICE x 3\",\"all\",\"ALL\",,");
        DocumentView document = coded();
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "reject");
        assertThat(state(document)).isEqualTo(DocumentState.REJECTED);
        assertThat(open(document)).isEmpty();
    }

    @Test
    void soManyOfThemAreEnoughAndASingleNoIsNot() {
        matrix("\"APPROVE_INVOICE x 3\",\"two\",\"K_OF_N\",2,");
        DocumentView document = coded();
        assertThat(open(document)).hasSize(3);
        UUID first = UUID.randomUUID();
        vote(first, document, Duty.APPROVE_INVOICE, "approve");
        assertThatThrownBy(() -> vote(first, document, Duty.APPROVE_INVOICE, "approve"))
                .as("nobody sits twice")
                .hasMessageContaining("approval.already-decided");
        assertThatThrownBy(() -> vote(accountant, document, Duty.APPROVE_INVOICE, "approve"))
                .as("nor decides their own")
                .hasMessageContaining("approval.own-work");
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "reject");
        assertThat(state(document)).isEqualTo(DocumentState.IN_PROCESS);
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
        assertThat(open(document)).isEmpty();
    }

    @Test
    void tooManyNoesRefuseAQuorum() {
        matrix("\"APPROVE_INVOICE x 3\",\"two\",\"K_OF_N\",2,");
        DocumentView document = coded();
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "reject");
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "reject");
        assertThat(state(document)).isEqualTo(DocumentState.REJECTED);
    }

    @Test
    void whoeverIsFirstDecidesAndTheNextLevelFollows() {
        matrix("\"APPROVE_INVOICE x 2\",\"first\",\"FIRST\",,", "\"APPROVE_INVOICE_ABOVE_LIMIT\",,,,");
        DocumentView document = coded();
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        assertThat(open(document)).singleElement().matches(task -> task.key().equals("Task_ApproveInvoice"));
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE_ABOVE_LIMIT, "approve");
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void aCommitteeWaitsForItsChairWhoseVoteTipsTheScales() {
        UUID chair = business.accountant(company);
        matrix(
                "\"PERSON %s\",\"board\",\"COMMITTEE\",,true".formatted(login(chair)),
                "\"APPROVE_INVOICE x 1\",\"board\",,,");
        DocumentView document = coded();
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "reject");
        assertThat(state(document)).isEqualTo(DocumentState.IN_PROCESS);
        assertThat(open(document)).as("nobody else sees the chair's task").isEmpty();
        List<UUID> ids = openIds(document);
        TaskView ofChair =
                company.asPerson(chair, () -> business.tasks.byIds(ids)).get(0);
        assertThat(ofChair.assignee()).isEqualTo(chair);
        assertThat(ofChair.candidateDuties()).isEmpty();
        assertThatThrownBy(() -> complete(UUID.randomUUID(), ofChair, "approve"))
                .as("a named person is no decoration")
                .hasMessageContaining("task");
        complete(chair, ofChair, "approve");
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void aCommitteeThatOutvotesItsChairRefusesAndSaysWhy() {
        UUID chair = business.accountant(company);
        matrix(
                "\"PERSON %s\",\"board\",\"COMMITTEE\",,true".formatted(login(chair)),
                "\"APPROVE_INVOICE x 2\",\"board\",,,");
        DocumentView document = coded();
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "reject");
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "reject");
        assertThat(state(document)).isEqualTo(DocumentState.IN_PROCESS);
        List<UUID> ids = openIds(document);
        complete(chair, company.asPerson(chair, () -> business.tasks.byIds(ids)).get(0), "approve");
        assertThat(state(document)).isEqualTo(DocumentState.REJECTED);
        assertThat(openIds(document)).isEmpty();
    }

    @Test
    void whoHasASeatOfTheirOwnTakesNoOther() {
        UUID anna = business.accountant(company);
        matrix("\"APPROVE_INVOICE\",,,,", "\"PERSON %s\",,,,".formatted(login(anna)));
        DocumentView document = coded();
        assertThatThrownBy(() -> vote(anna, document, Duty.APPROVE_INVOICE, "approve"))
                .hasMessageContaining("approval.own-seat");
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        List<UUID> ids = openIds(document);
        complete(anna, company.asPerson(anna, () -> business.tasks.byIds(ids)).get(0), "approve");
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void moreSeatsOfALevelAreAskedBesideTheOneBefore() {
        matrix("\"APPROVE_INVOICE\",,,,", "\"APPROVE_INVOICE x 2\",\"two\",\"K_OF_N\",2,");
        DocumentView document = coded();
        assertThat(open(document)).hasSize(1);
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        assertThat(open(document)).hasSize(2);
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void aReturnEndsARoundAtOnceAndItBeginsAnew() {
        matrix("\"APPROVE_INVOICE x 3\",\"two\",\"K_OF_N\",2,");
        DocumentView document = coded();
        UUID first = UUID.randomUUID();
        vote(first, document, Duty.APPROVE_INVOICE, "approve");
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "return");
        TaskView coding = open(document).get(0);
        assertThat(coding.key()).isEqualTo("Task_CodeInvoice");
        complete(accountant, coding, "send");
        assertThat(open(document)).hasSize(3);
        vote(first, document, Duty.APPROVE_INVOICE, "approve");
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void whatChangesDuringARoundIsAskedAnew() {
        matrix("\"APPROVE_INVOICE x 2\",\"both\",,,");
        DocumentView document = coded();
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        PurchaseInvoiceId invoice = new PurchaseInvoiceId(company.as(() -> business.invoices.byDocument(document.id()))
                .orElseThrow()
                .id());
        company.asPerson(accountant, () -> {
            correctReceiptDate.correct(invoice, LocalDate.of(2026, 11, 19), "Found in the post");
            return true;
        });
        assertThat(open(document)).hasSize(2);
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        assertThat(state(document)).isEqualTo(DocumentState.IN_PROCESS);
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void whereVotesAreEqualTheChairsEarlierVoteStands() {
        UUID chair = business.accountant(company);
        matrix(
                "\"PERSON %s\",\"board\",\"COMMITTEE\",,true".formatted(login(chair)),
                "\"APPROVE_INVOICE x 3\",\"board\",,,");
        DocumentView document = coded();
        complete(chair, ownTask(chair, document), "approve");
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "reject");
        assertThat(state(document)).isEqualTo(DocumentState.IN_PROCESS);
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "reject");
        assertThat(state(document)).as("two against two").isEqualTo(DocumentState.POSTED);
    }

    @Test
    void theCardNamesTheRoundAndTheVotesSoFar() {
        UUID chair = business.accountant(company);
        matrix(
                "\"PERSON %s\",\"board\",\"COMMITTEE\",,true".formatted(login(chair)),
                "\"APPROVE_INVOICE x 3\",\"board\",,,",
                "\"APPROVE_INVOICE_ABOVE_LIMIT\",,,,");
        DocumentView document = coded();
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "reject");
        UUID task = ownTask(chair, document).id();
        TaskFacts.RoundSoFar round =
                company.asPerson(chair, () -> business.tasks.background(task)).round();
        assertThat(round).isEqualTo(new TaskFacts.RoundSoFar(1, 2, "board", "COMMITTEE", 0, 4, 1, 1, true, null));
    }

    @Test
    void aNamedSeatKnowsWhyItIsAskedAndMayAddAnApprover() {
        UUID anna = business.accountant(company);
        matrix("\"PERSON %s\",,,,".formatted(login(anna)), "\"APPROVE_INVOICE_ABOVE_LIMIT\",,,,");
        DocumentView document = coded();
        TaskView task = ownTask(anna, document);
        Subject subject = task.subject();
        WhyAsked why = company.as(
                        () -> approvals.why(subject, Seat.ofRule(task.rule()).orElseThrow()))
                .orElseThrow();
        assertThat(why.rows()).extracting(WhyAsked.Row::id).containsExactly("Rule_0");

        UUID adviser = business.accountant(company);
        company.asPerson(anna, () -> addApprover.add(task.id(), adviser, "You know the contract"));
        assertThatThrownBy(() -> complete(anna, task, "approve")).hasMessageContaining("approval.added-missing");
        TaskView besides = ownTask(adviser, document);
        assertThat(company.asPerson(adviser, () -> business.tasks.page(besides.id(), Map.of())))
                .as("the matter as the one with the seat sees it")
                .isPresent();
        complete(adviser, besides, "agree");
        complete(anna, task, "approve");
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE_ABOVE_LIMIT, "approve");
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void whoeverSentItWithdrawsItFromARoundOfSeveral() {
        matrix("\"APPROVE_INVOICE x 3\",\"all\",\"ALL\",,");
        DocumentView document = received();
        TaskView coding = open(document).get(0);
        complete(accountant, coding, "send");
        vote(UUID.randomUUID(), document, Duty.APPROVE_INVOICE, "approve");
        company.asPerson(accountant, () -> {
            takeBack.takeBack(coding.id());
            return true;
        });
        business.dueJobs.run();
        assertThat(open(document)).singleElement().matches(task -> task.key().equals("Task_CodeInvoice"));
        complete(accountant, open(document).get(0), "send");
        assertThat(open(document)).as("all are asked anew").hasSize(3);
    }

    private TaskView ownTask(UUID person, DocumentView document) {
        List<UUID> ids = openIds(document);
        return company.asPerson(person, () -> business.tasks.byIds(ids)).stream()
                .filter(task -> person.equals(task.assignee()))
                .findFirst()
                .orElseThrow();
    }

    private String login(UUID person) {
        return company.as(() -> people.byId(person)).orElseThrow().login();
    }

    private void vote(UUID person, DocumentView document, Duty duty, String outcome) {
        TaskView task = open(document).stream()
                .filter(one -> one.candidateDuties().contains(duty))
                .findFirst()
                .orElseThrow();
        complete(person, task, outcome);
    }

    private void complete(UUID person, TaskView task, String outcome) {
        String comment = outcome.equals("approve") ? null : "Not like this";
        company.asPerson(
                person,
                () -> business.completeTask.complete(new TaskCompletion(task.id(), outcome, comment, null, null)));
        business.dueJobs.run();
    }

    private DocumentView coded() {
        DocumentView document = received();
        complete(accountant, open(document).get(0), "send");
        return document;
    }

    private DocumentView received() {
        DocumentView document = business.document(company);
        company.as(() -> business.register.register(new PurchaseInvoiceDraft(
                document.id(),
                SampleInvoice.to("PL" + company.taxId())
                        .line("Transport krajowy", "8600.00", "S", "23")
                        .build(),
                List.of(),
                LocalDate.of(2026, 11, 20),
                null,
                document.sha256())));
        business.dueJobs.run();
        complete(accountant, open(document).get(0), "create-supplier");
        return document;
    }

    private List<TaskView> open(DocumentView document) {
        List<UUID> ids = openIds(document);
        return company.as(() -> business.tasks.byIds(ids));
    }

    private List<UUID> openIds(DocumentView document) {
        return company.inTransaction(() -> business.jdbc
                .sql("select id from task.task where document_id = :document and state = 'OPEN' order by id")
                .param("document", document.id().value())
                .query(UUID.class)
                .list());
    }

    private DocumentState state(DocumentView document) {
        return company.as(() -> business.documents.byId(document.id()))
                .orElseThrow()
                .state();
    }

    private void matrix(String... rows) {
        CompanyMatrix.deploy(own, company, rows);
    }
}

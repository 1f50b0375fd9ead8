package io.simbaerp.workflow.expense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.approval.added.AddApprover;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.expense.ClaimState;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.OpenItems.OpenItemView;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.delegation.DelegateTask;
import io.simbaerp.task.question.AskQuestion;
import io.simbaerp.task.question.TaskQuestions;
import io.simbaerp.testing.ModuleTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through the model of expense claims, on the real engine. */
@ModuleTest
class ExpenseClaimModuleTest extends ExpenseDesk {

    private static final Set<Duty> MOVED = EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK);

    @Autowired
    AddApprover addApprover;

    @Autowired
    DelegateTask delegate;

    @Autowired
    AskQuestion askQuestion;

    @Autowired
    TaskQuestions questions;

    @Test
    void whatTheSuperiorApprovedIsCodedPostedAndOwedToTheEmployee() {
        ClaimView claim = claim("Trip to Kraków");
        assertThat(claim.number()).isEqualTo("EX/2026/00001");
        refused("expense.no-lines", () -> send(claim));
        refused("expense.receipt-missing", () -> add(claim, expense("TRAVEL", "Train", "120.00", null)));
        UUID line = add(claim, expense("TRAVEL", "Train", "120.00", "ticket.pdf"));
        assertThat(asEmployee(() -> openReceipt.open(claim.id(), line)).content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("ticket.pdf");
        assertThatThrownBy(() -> company.asPerson(other, APPROVER, () -> claims.byId(claim.id())))
                .as("a draft is its claimant's alone")
                .isInstanceOf(NotFound.class);
        send(claim);
        refused("expense.not-a-draft", () -> add(claim, expense("TRAVEL", "Train", "5.00", "x")));

        TaskView task = task();
        assertThat(task.key()).isEqualTo("Task_ApproveClaim");
        assertThat(task.assignee()).as("it is the superior's own").isEqualTo(superior);
        assertThat(task.facts().amount()).isEqualTo(Money.of("120.00", "PLN"));
        decide(superior, APPROVER, "approve", null, null);
        assertThat(now(claim).state()).isEqualTo(ClaimState.APPROVED);

        TaskView coding = task();
        assertThat(coding.key()).isEqualTo("Task_CodeClaim");
        assertThat(coding.candidateDuties()).containsExactly(Duty.CODE_EXPENSE);
        decide(accountant, ACCOUNTANT, "post", null, null);
        ClaimView posted = now(claim);
        assertThat(posted.state()).isEqualTo(ClaimState.POSTED);
        assertThat(ended(claim)).contains("End_ClaimPosted");
        assertThat(open()).isEmpty();
        JournalEntryDetails entry =
                company.as(() -> entries.byId(new JournalEntryId(Objects.requireNonNull(posted.entryId())))
                        .orElseThrow());
        assertThat(entry.lines()).hasSize(2);
        OpenItemView item = company.as(() -> openItems.payableUntil(LocalDate.of(2027, 1, 1)))
                .get(0);
        assertThat(item.account()).isEqualTo("234");
        assertThat(item.side()).isEqualTo(Side.CREDIT);
        assertThat(item.owed()).isEqualTo(Money.of("120.00", "PLN"));
    }

    @Test
    void whatIsReturnedIsChangedAndAskedAboutAnewWithWhatIsDifferent() {
        ClaimView claim = sent("Returned", "100.00");
        refused("approval.reason-missing", () -> decide(superior, APPROVER, "return", " ", null));
        decide(superior, APPROVER, "return", "Wrong amount", null);
        ClaimView back = now(claim);
        assertThat(back.state()).isEqualTo(ClaimState.DRAFT);
        assertThat(back.note()).isEqualTo("Wrong amount");
        assertThat(ended(claim)).contains("End_ClaimReturned");
        UUID line = back.lines().get(0).id();
        refused(
                "expense.changed-meanwhile",
                () -> asEmployee(() -> keep(claim, 1, line, expense("TRAVEL", "Train", "90.00", "again"))));
        asEmployee(() -> keep(claim, back.edition(), line, expense("TRAVEL", "Train", "90.00", null)));
        assertThat(now(claim).lines().get(0).receipt())
                .as("the receipt of before stays")
                .isEqualTo(back.lines().get(0).receipt());
        send(claim);
        UUID again = task().id();
        assertThat(company.asPerson(superior, APPROVER, () -> tasks.background(again))
                        .changes())
                .singleElement()
                .satisfies(changed -> {
                    assertThat(changed.key()).isEqualTo("expense.field.gross");
                    assertThat(changed.before()).isEqualTo("100 PLN");
                    assertThat(changed.after()).isEqualTo("90 PLN");
                });
        decide(superior, APPROVER, "reject", "Private", null);
        assertThat(now(claim).state()).isEqualTo(ClaimState.REJECTED);
        assertThat(ended(claim)).contains("End_ClaimRejected");
    }

    @Test
    void theSuperiorHasSomebodyApproveBesidesAndHandsTheirOwnSeatToNobody() {
        ClaimView claim = sent("Trade fair", "100.00");
        UUID task = task().id();
        refused("delegation.directed", () -> asSuperior(() -> delegate.delegate(task, other, null)));
        refused("approval.added-cannot", () -> asSuperior(() -> addApprover.add(task, stranger(), "Who are you?")));
        refused("delegation.own-work", () -> asSuperior(() -> addApprover.add(task, employee, "Was it so?")));
        asSuperior(() -> addApprover.add(task, other, "You were there"));
        refused("approval.added-missing", () -> complete(superior, APPROVER, task, "approve"));
        UUID besides = ownTask(other);
        refused(
                "approval.not-asked",
                () -> company.asPerson(
                        other, APPROVER, () -> addApprover.add(besides, director, "Was not asked on a seat")));
        complete(other, APPROVER, besides, "agree");
        complete(superior, APPROVER, task, "approve");
        assertThat(now(claim).state()).isEqualTo(ClaimState.APPROVED);
    }

    @Test
    void whoMaySeeTheClaimIsAskedAboutItAndAnswersAlsoWhenTheyNoLongerMay() {
        sent("Trade fair", "100.00");
        UUID task = task().id();
        refused("question.may-not-see", () -> asSuperior(() -> askQuestion.ask(task, stranger(), "Were you there?")));
        asSuperior(() -> askQuestion.ask(task, employee, "What did you do there?"));
        assertThat(company.asPerson(employee, EMPLOYEE, () -> tasks.page(ownTask(employee), Map.of())))
                .as("whose own matter it is may be asked")
                .isPresent();
        asSuperior(() -> askQuestion.ask(task, other, "Were you there?"));
        UUID answer = ownTask(other);
        assertThat(company.asPerson(other, APPROVER, () -> tasks.page(answer, Map.of()))
                        .orElseThrow()
                        .paper())
                .isNotNull();
        assertThat(company.asPerson(other, MOVED, () -> tasks.page(answer, Map.of()))
                        .orElseThrow()
                        .paper())
                .as("the question alone")
                .isNull();
        assertThat(company.asPerson(other, MOVED, () -> tasks.byId(answer)).key())
                .isEqualTo("Task_AnswerQuestion");
        complete(other, MOVED, answer, "answer");
        assertThat(company.as(() -> questions.ofAnswerTask(answer))
                        .orElseThrow()
                        .answer())
                .isEqualTo("Yes");
    }

    private UUID stranger() {
        UUID stranger = UUID.randomUUID();
        company.<@Nullable Void>inTransaction(() -> {
            person(stranger, "r" + stranger, Duty.VIEW_PARTY);
            return null;
        });
        return stranger;
    }

    private UUID ownTask(UUID person) {
        return company.asPerson(person, MOVED, () -> tasks.list(TaskSelection.open(TaskSelection.View.MINE, 50)))
                .items()
                .get(0)
                .id();
    }

    private void complete(UUID person, Set<Duty> duties, UUID task, String outcome) {
        company.asPerson(
                person, duties, () -> completeTask.complete(new TaskCompletion(task, outcome, "Yes", null, null)));
        dueJobs.run();
    }

    private <T> T asSuperior(Supplier<T> work) {
        return company.asPerson(superior, APPROVER, work);
    }
}

package io.simbaerp.workflow.expense;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.Duty;
import io.simbaerp.expense.ClaimApprovers;
import io.simbaerp.expense.ClaimState;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.identity.superior.SuperiorDraft;
import io.simbaerp.task.TaskView;
import io.simbaerp.testing.ModuleTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A claim goes to somebody whose limit reaches so far; no task waits for one whose limit doesn't. */
@ModuleTest
class ExpenseReachModuleTest extends ExpenseDesk {

    @Autowired
    ClaimApprovers approvers;

    @Test
    void aboveTheSuperiorsLimitTheNextOneUpDecidesAndThePageSaysSo() {
        UUID chief = UUID.randomUUID();
        company.inTransaction(() -> {
            person(chief, "chief", Duty.APPROVE_EXPENSE);
            return limit("superior", "10000");
        });
        company.run(() -> setSuperior.set(superior, new SuperiorDraft(chief, null)));
        ClaimView within = sent("Within", "100.00");
        assertThat(task().assignee()).as("so far the limit reaches").isEqualTo(superior);
        decide(superior, APPROVER, "approve", null, null);
        assertThat(now(within).state()).isEqualTo(ClaimState.APPROVED);
        decide(accountant, ACCOUNTANT, "post", null, null);

        ClaimView beyond = sent("Beyond", "100.01");
        assertThat(open()).as("nobody below the chief is asked").isEmpty();
        TaskView task = ofChief(chief);
        assertThat(task.assignee()).isEqualTo(chief);
        assertThat(company.asPerson(chief, APPROVER, () -> tasks.page(task.id(), Map.of()))
                        .orElseThrow()
                        .form()
                        .model()
                        .toString())
                .contains("The limit of superior does not reach")
                .contains("so chief decides first");
        company.asPerson(chief, APPROVER, () -> {
            completeTask.complete(new io.simbaerp.task.TaskCompletion(task.id(), "approve", null, null, null));
            return true;
        });
        dueJobs.run();
        assertThat(now(beyond).state()).isEqualTo(ClaimState.APPROVED);
    }

    @Test
    void whereNobodyAboveReachesAnybodyDoesWhoseLimitDoesAndElseItIsNotSent() {
        company.inTransaction(() -> limit("superior", "10000"));
        ClaimView beyond = sent("Beyond", "150.00");
        TaskView task = task();
        assertThat(task.assignee()).isNull();
        assertThat(task.candidateDuties()).containsExactly(Duty.APPROVE_EXPENSE);
        assertThat(company.as(() -> approvers.passedOver(now(beyond))))
                .isEqualTo(new ClaimApprovers.PassedOver(java.util.List.of("superior"), null));
        decide(other, APPROVER, "approve", null, null);
        decide(accountant, ACCOUNTANT, "post", null, null);

        company.inTransaction(() -> limit("other", "14999"));
        ClaimView byDirector = sent("Nobody else", "150.00");
        assertThat(task().candidateDuties())
                .as("the duty above reaches")
                .containsExactly(Duty.APPROVE_EXPENSE_ABOVE_LIMIT);
        decide(director, DIRECTOR, "reject", "Private", null);
        assertThat(now(byDirector).state()).isEqualTo(ClaimState.REJECTED);

        company.inTransaction(() -> limit("director", "14999"));
        ClaimView unsent = claim("Too much for everybody");
        add(unsent, expense("TRAVEL", "Train", "150.00", "too much"));
        refused("expense.nobody-approves", () -> send(unsent));
        assertThat(now(unsent).state()).isEqualTo(ClaimState.DRAFT);
    }

    private int limit(String role, String hundredths) {
        return jdbc.sql("update identity.role_duty set amount_limit = cast(? as bigint) where duty like 'APPROVE%'"
                        + " and role_id in (select id from identity.role where code = ?)")
                .params(hundredths, role)
                .update();
    }

    private TaskView ofChief(UUID chief) {
        return company.asPerson(
                        chief,
                        APPROVER,
                        () -> tasks.list(
                                io.simbaerp.task.TaskSelection.open(io.simbaerp.task.TaskSelection.View.MINE, 10)))
                .items()
                .get(0);
    }
}

package io.simbaerp.demo;

import io.simbaerp.company.BusinessDay;
import io.simbaerp.expense.BeginClaim;
import io.simbaerp.expense.ClaimDraft;
import io.simbaerp.expense.ClaimState;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.ExpenseClaims;
import io.simbaerp.expense.KeepLine;
import io.simbaerp.expense.KeepReceipt;
import io.simbaerp.expense.LineDraft;
import io.simbaerp.expense.SendClaim;
import io.simbaerp.money.Money;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.Tasks;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets an employee of the demo claim a trip that is posted, one that waits for the manager, and one that is being written. */
@Component
class DemoExpenses {

    private static final String EMPLOYEE = "employee";
    private static final String MANAGER = "manager";

    private final DemoPeople people;
    private final Claiming claiming;
    private final ExpenseClaims claims;
    private final Tasks tasks;
    private final CompleteTask completeTask;
    private final BusinessDay businessDay;

    DemoExpenses(
            DemoPeople people,
            Claiming claiming,
            ExpenseClaims claims,
            Tasks tasks,
            CompleteTask completeTask,
            BusinessDay businessDay) {
        this.people = people;
        this.claiming = claiming;
        this.claims = claims;
        this.tasks = tasks;
        this.completeTask = completeTask;
        this.businessDay = businessDay;
    }

    /** What an employee does. */
    @Component
    record Claiming(BeginClaim begin, KeepReceipt keepReceipt, KeepLine keepLine, SendClaim send) {}

    /** Claims them, each once; what is marked so is approved and posted. */
    void claim() {
        if (!people.isThere(EMPLOYEE) || !people.isThere(MANAGER)) {
            return;
        }
        Map<String, List<CSVRecord>> all = DemoTable.rows("expenses.csv").stream()
                .collect(Collectors.groupingBy(row -> row.get("claim"), LinkedHashMap::new, Collectors.toList()));
        all.forEach((key, rows) -> {
            ClaimView claim = people.as(EMPLOYEE, () -> claiming.begin().begin(draft(rows.get(0)), "demo-" + key));
            if (claim.state() == ClaimState.DRAFT && claim.lines().isEmpty()) {
                follow(claim.id(), rows);
            }
        });
    }

    private void follow(UUID claim, List<CSVRecord> rows) {
        people.<@Nullable Void>as(EMPLOYEE, () -> {
            rows.forEach(
                    row -> claiming.keepLine().keep(claim, claims.byId(claim).edition(), null, line(claim, row)));
            if (!rows.get(0).get("way").equals("draft")) {
                claiming.send().send(claim, claims.byId(claim).edition());
            }
            return null;
        });
        if (rows.get(0).get("way").equals("post")) {
            decide(MANAGER, claim, "approve");
            decide(DemoPeople.ACCOUNTANT, claim, "post");
        }
    }

    /** A task that the engine hasn't opened yet is left to whoever looks at the demo. */
    private void decide(String person, UUID claim, String outcome) {
        people.<@Nullable Void>as(person, () -> {
            tasks.list(TaskSelection.open(TaskSelection.View.ALL, 100)).items().stream()
                    .filter(task -> task.subject().id().equals(claim))
                    .findFirst()
                    .ifPresent(task -> completeTask.complete(new TaskCompletion(task.id(), outcome, null, null, null)));
            return null;
        });
    }

    private ClaimDraft draft(CSVRecord row) {
        return new ClaimDraft(row.get("purpose"), day(row, 0), day(row, 1), "200");
    }

    /** So many days ago. */
    private LocalDate day(CSVRecord row, int place) {
        return businessDay.today().minusDays(Integer.parseInt(row.get("days").split(" ")[place]));
    }

    private LineDraft line(UUID claim, CSVRecord row) {
        String merchant = row.get("merchant");
        LocalDate day = day(row, 0);
        Money gross = Money.of(row.get("gross"), row.get("currency"));
        boolean receipt = row.get("receipt").equals("yes");
        return new LineDraft(
                day,
                row.get("category"),
                row.get("description"),
                merchant,
                null,
                null,
                gross,
                LineDraft.PaidBy.valueOf(row.get("paid_by")),
                null,
                receipt
                        ? claiming.keepReceipt()
                                .keep(
                                        claim,
                                        "paragon-" + row.getRecordNumber() + ".png",
                                        DemoPaper.receipt(
                                                merchant,
                                                List.of(day.toString(), row.get("description"), "SUMA " + gross)))
                                .sha256()
                        : null,
                receipt ? null : "Automat nie wydał paragonu",
                null,
                null);
    }
}

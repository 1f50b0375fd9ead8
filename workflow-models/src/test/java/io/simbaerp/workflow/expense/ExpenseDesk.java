package io.simbaerp.workflow.expense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.AddExchangeRate;
import io.simbaerp.company.ClosePeriod;
import io.simbaerp.expense.BeginClaim;
import io.simbaerp.expense.ChangeClaim;
import io.simbaerp.expense.ClaimDraft;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.ExpenseClaims;
import io.simbaerp.expense.KeepLine;
import io.simbaerp.expense.KeepReceipt;
import io.simbaerp.expense.LineDraft;
import io.simbaerp.expense.OpenReceipt;
import io.simbaerp.expense.RemoveLine;
import io.simbaerp.expense.SendClaim;
import io.simbaerp.expense.WithdrawClaim;
import io.simbaerp.expense.reckoning.Drive;
import io.simbaerp.expense.reckoning.Trip;
import io.simbaerp.identity.superior.SetSuperior;
import io.simbaerp.identity.superior.SuperiorDraft;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.money.Money;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.tax.InstallTaxCodes;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.workflow.engine.DueJobs;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who claims, approves and codes in the tests of expenses, and what they do. */
abstract class ExpenseDesk {

    static final Set<Duty> EMPLOYEE = EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK, Duty.CLAIM_EXPENSE);
    static final Set<Duty> APPROVER = EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK, Duty.APPROVE_EXPENSE);
    static final Set<Duty> DIRECTOR =
            EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK, Duty.APPROVE_EXPENSE_ABOVE_LIMIT);
    static final Set<Duty> ACCOUNTANT = EnumSet.of(
            Duty.BELONG_TO_COMPANY,
            Duty.WORK_ON_TASK,
            Duty.CODE_EXPENSE,
            Duty.CLAIM_EXPENSE,
            Duty.POST_JOURNAL_ENTRY,
            Duty.MAINTAIN_PARTY);
    static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    @Autowired
    TestCompanies companies;

    @Autowired
    TestClock clock;

    @Autowired
    TestDatabase database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InstallChartOfAccounts chart;

    @Autowired
    InstallTaxCodes taxCodes;

    @Autowired
    SetSuperior setSuperior;

    @Autowired
    AddExchangeRate addRate;

    @Autowired
    ClosePeriod closePeriod;

    @Autowired
    BeginClaim begin;

    @Autowired
    ChangeClaim change;

    @Autowired
    KeepReceipt keepReceipt;

    @Autowired
    KeepLine keepLine;

    @Autowired
    RemoveLine removeLine;

    @Autowired
    SendClaim send;

    @Autowired
    WithdrawClaim withdraw;

    @Autowired
    OpenReceipt openReceipt;

    @Autowired
    ExpenseClaims claims;

    @Autowired
    JournalEntries entries;

    @Autowired
    OpenItems openItems;

    @Autowired
    Tasks tasks;

    @Autowired
    CompleteTask completeTask;

    @Autowired
    DueJobs dueJobs;

    @Autowired
    HistoryService history;

    final UUID employee = UUID.randomUUID();
    final UUID superior = UUID.randomUUID();
    final UUID other = UUID.randomUUID();
    final UUID director = UUID.randomUUID();
    final UUID accountant = UUID.randomUUID();
    TestCompany company;

    @BeforeEach
    void people() {
        company = companies.create();
        company.<@Nullable Void>inTransaction(() -> {
            chart.install();
            taxCodes.install();
            person(employee, "employee", Duty.CLAIM_EXPENSE);
            person(superior, "superior", Duty.APPROVE_EXPENSE);
            person(other, "other", Duty.APPROVE_EXPENSE);
            person(director, "director", Duty.APPROVE_EXPENSE_ABOVE_LIMIT);
            person(accountant, "accountant", Duty.CODE_EXPENSE);
            return null;
        });
        company.run(() -> setSuperior.set(employee, new SuperiorDraft(superior, null)));
    }

    void person(UUID id, String role, Duty duty) {
        UUID roleId = UUID.randomUUID();
        jdbc.sql("insert into identity.user_account (id, login, display_name, password_hash, created_at)"
                        + " values (?, ?, ?, 'x', now())")
                .params(id, "u" + id, role)
                .update();
        jdbc.sql("insert into identity.role (company_id, id, code, name_en, name_pl) values (?, ?, ?, ?, ?)")
                .params(company.id().value(), roleId, role, role, role)
                .update();
        for (Duty held : EnumSet.of(duty, Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK)) {
            jdbc.sql("insert into identity.role_duty (company_id, role_id, duty) values (?, ?, ?)")
                    .params(company.id().value(), roleId, held.name())
                    .update();
        }
        jdbc.sql("insert into identity.membership (company_id, user_id, role_id, granted_by, granted_at)"
                        + " values (?, ?, ?, 'system:test', now())")
                .params(company.id().value(), id, roleId)
                .update();
    }

    ClaimView claim(String purpose) {
        return asEmployee(() -> begin.begin(new ClaimDraft(purpose, DAY, DAY.plusDays(1), "200"), null));
    }

    static LineDraft expense(String category, String description, String amount, @Nullable String receipt) {
        return expense(category, description, amount, "PLN", receipt, LineDraft.PaidBy.OWN);
    }

    static LineDraft expense(
            String category,
            String description,
            String amount,
            String currency,
            @Nullable String receipt,
            LineDraft.PaidBy paidBy) {
        return new LineDraft(
                DAY,
                category,
                description,
                "PKP",
                null,
                null,
                Money.of(amount, currency),
                paidBy,
                null,
                receipt,
                null,
                null,
                null);
    }

    static LineDraft invoice(String description, String amount, String taxId, String number) {
        return new LineDraft(
                DAY,
                "LODGING",
                description,
                "Hotel",
                taxId,
                number,
                Money.of(amount, "PLN"),
                LineDraft.PaidBy.OWN,
                null,
                number,
                null,
                null,
                null);
    }

    static LineDraft reckoned(String category, @Nullable Drive drive, @Nullable Trip trip) {
        return new LineDraft(
                DAY, category, category, null, null, null, null, LineDraft.PaidBy.OWN, null, null, null, drive, trip);
    }

    UUID add(ClaimView claim, LineDraft line) {
        return asEmployee(() -> keep(claim, now(claim).edition(), null, line));
    }

    static LineDraft referring(LineDraft draft, String receipt) {
        return new LineDraft(
                draft.spentOn(),
                draft.category(),
                draft.description(),
                draft.merchant(),
                draft.merchantTaxId(),
                draft.documentNumber(),
                draft.gross(),
                draft.paidBy(),
                draft.costCentre(),
                receipt,
                draft.noReceiptReason(),
                draft.drive(),
                draft.trip());
    }

    /** What stands as the receipt is the text of the file that is handed in with the line. */
    UUID keep(ClaimView claim, int edition, @Nullable UUID line, LineDraft draft) {
        return keepLine.keep(claim.id(), edition, line, handedIn(claim, draft));
    }

    LineDraft handedIn(ClaimView claim, LineDraft draft) {
        String paper = draft.receipt();
        return paper == null
                ? draft
                : referring(
                        draft,
                        keepReceipt
                                .keep(claim.id(), "scan/" + paper, paper.getBytes(StandardCharsets.UTF_8))
                                .sha256());
    }

    ClaimView now(ClaimView claim) {
        return company.as(() -> claims.byId(claim.id()));
    }

    void send(ClaimView claim) {
        asEmployee(() -> {
            send.send(claim.id(), now(claim).edition());
            return true;
        });
        dueJobs.run();
    }

    ClaimView sent(String purpose, String amount) {
        ClaimView claim = claim(purpose);
        add(claim, expense("TRAVEL", "Train", amount, purpose));
        send(claim);
        return claim;
    }

    ClaimView approved(String purpose) {
        ClaimView claim = sent(purpose, "120.00");
        decide(superior, APPROVER, "approve", null, null);
        return claim;
    }

    void decide(UUID person, Set<Duty> duties, String outcome, @Nullable String comment, @Nullable String coding) {
        UUID task = task().id();
        JsonNode given = coding == null ? null : JsonMapper.shared().readTree(coding);
        company.asPerson(person, duties, () -> {
            completeTask.complete(new TaskCompletion(task, outcome, comment, given, null));
            return true;
        });
        dueJobs.run();
    }

    void decide(UUID person, Set<Duty> duties, UUID task) {
        company.asPerson(person, duties, () -> {
            completeTask.complete(new TaskCompletion(task, "approve", null, null, null));
            return true;
        });
        dueJobs.run();
    }

    List<TaskView> tasks(UUID person) {
        return company.asPerson(person, person.equals(accountant) ? ACCOUNTANT : APPROVER, () -> tasks.list(
                        TaskSelection.open(TaskSelection.View.ALL, 50))
                .items());
    }

    /** Whatever waits for any of them: a task somebody was given is seen by them alone. */
    List<TaskView> open() {
        return Stream.of(
                        Map.entry(superior, APPROVER),
                        Map.entry(other, APPROVER),
                        Map.entry(director, DIRECTOR),
                        Map.entry(accountant, ACCOUNTANT))
                .flatMap(who -> company
                        .asPerson(who.getKey(), who.getValue(), () -> tasks.list(
                                        TaskSelection.open(TaskSelection.View.ALL, 50))
                                .items())
                        .stream())
                .collect(Collectors.toMap(TaskView::id, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .toList();
    }

    TaskView task() {
        List<TaskView> open = open();
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    <T> T asEmployee(java.util.function.Supplier<T> work) {
        return company.asPerson(employee, EMPLOYEE, work);
    }

    static void refused(String rule, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }

    List<String> ended(ClaimView claim) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(claim.id().toString())
                .finished()
                .list()
                .stream()
                .flatMap(instance -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityType("noneEndEvent")
                        .list()
                        .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}

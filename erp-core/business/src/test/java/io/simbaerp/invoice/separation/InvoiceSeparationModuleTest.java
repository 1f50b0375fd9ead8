package io.simbaerp.invoice.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.approval.Decision;
import io.simbaerp.approval.RequestApproval;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.invoice.ApprovalFacts;
import io.simbaerp.invoice.InvoiceDesk;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.supplier.ApproveBankAccount;
import io.simbaerp.task.OpenTask;
import io.simbaerp.task.TaskDraft;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskSelection.View;
import io.simbaerp.task.Tasks;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.util.LinkedMultiValueMap;

/** Who had a hand in an invoice doesn't approve it, and whose limit is lower than it isn't even asked. */
@ModuleTest
class InvoiceSeparationModuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final InvoiceDesk desk = new InvoiceDesk();
    private final UUID accountant = UUID.randomUUID();
    private final UUID manager = UUID.randomUUID();
    private final UUID substitute = UUID.randomUUID();

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    InvoiceApproval approval;

    @Autowired
    ApprovalFacts approvalFacts;

    @Autowired
    RequestApproval requestApproval;

    @Autowired
    ProposeBankAccount proposeBankAccount;

    @Autowired
    ApproveBankAccount approveBankAccount;

    @Autowired
    OpenTask openTask;

    @Autowired
    Tasks tasks;

    @Autowired
    TestDatabase database;

    private TestCompany company;
    private PurchaseInvoiceId invoice;
    private String hash;
    private UUID task;

    @BeforeEach
    void askForApproval() {
        beans.autowireBean(desk);
        company = desk.company();
        invoice = desk.received(
                company,
                SampleInvoice.to("PL" + company.taxId())
                        .line("Transport krajowy", "9800.00", "S", "23")
                        .build());
        desk.answerAll(company, invoice);
        desk.coded(company, invoice, accountant, null);
        hash = company.as(() -> approvalFacts.of(invoice)).contentHash();
        Subject subject = new Subject("purchase-invoice", invoice.value());
        company.run(() -> requestApproval.request(subject, List.of(Duty.APPROVE_INVOICE), hash));
        task = company.as(() -> openTask.open(new TaskDraft(
                UUID.randomUUID().toString(),
                "Task_ApproveInvoice",
                "invoice/approval",
                desk.details(company, invoice).documentId(),
                subject,
                Set.of(Duty.APPROVE_INVOICE),
                null,
                List.of("approve", "return", "reject"),
                "PurchaseInvoiceApproval",
                null)));
    }

    @Test
    void whoCodedItIsToldWhen() {
        assertThat(refusal(person(accountant))).isEqualTo("approval.own-work-coded");
        assertThatThrownBy(() -> decide(person(accountant)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.args())
                        .containsExactly(TODAY));
        assertThat(refusal(person(manager))).isNull();
    }

    @Test
    void whoChangedOrConfirmedTheSuppliersAccountIsTold() {
        UUID account = company.asPerson(
                manager, () -> proposeBankAccount.propose(new BankAccountDraft(supplier(), iban(), null)));
        company.asPerson(substitute, () -> {
            approveBankAccount.approve(account);
            return null;
        });
        assertThat(refusal(person(manager))).isEqualTo("approval.own-work-changed-account");
        assertThat(refusal(person(substitute))).isEqualTo("approval.own-work-confirmed-account");
        assertThatThrownBy(() -> decide(person(manager))).isInstanceOf(RuleViolation.class);
        decide(person(UUID.randomUUID()));
    }

    @Test
    void bothAreJudgedWhereOneActsForAnother() {
        assertThat(refusal(person(substitute).onBehalfOf(accountant))).isEqualTo("approval.own-work-coded-by-other");
        assertThat(refusal(person(accountant).onBehalfOf(manager))).isEqualTo("approval.own-work-coded");
        assertThatThrownBy(() -> decide(person(substitute).onBehalfOf(accountant)))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.args()).first().isEqualTo(TODAY));
        decide(person(substitute).onBehalfOf(manager));
    }

    @Test
    void theCardSaysItInPlaceOfTheButtons() {
        assertThat(shownRefusal(accountant)).isEqualTo("approval.own-work-coded");
        assertThat(shownRefusal(manager)).isNull();
    }

    @Test
    void postgresRefusesThemToo() throws SQLException {
        company.asPerson(manager, () -> proposeBankAccount.propose(new BankAccountDraft(supplier(), iban(), null)));
        assertThat(attack(accountant, null)).isEqualTo("decider_did_not_code_the_invoice");
        assertThat(attack(manager, null)).isEqualTo("decider_did_not_change_the_account");
        assertThat(attack(substitute, accountant)).isEqualTo("decider_did_not_code_the_invoice");
        assertThat(attack(substitute, manager)).isEqualTo("decider_did_not_change_the_account");
        assertThat(attack(substitute, substitute)).isEqualTo("approval_is_for_somebody_else");
        assertThat(attack(substitute, null)).isNull();
    }

    @Test
    void whoseLimitIsLowerIsNoCandidate() {
        long net = desk.details(company, invoice).net().hundredths();
        assertThat(seesTask(limited(net, Set.of(), Set.of()))).isTrue();
        assertThat(seesTask(limited(net - 1, Set.of(), Set.of()))).isFalse();
        assertThat(seesTask(limited(null, Set.of("999"), Set.of())))
                .isEqualTo(costCentres().isEmpty());
        assertThat(seesTask(limited(null, costCentres(), Set.of()))).isTrue();
        assertThat(seesTask(limited(null, Set.of(), Set.of("purchase-invoice"))))
                .isTrue();
        assertThat(seesTask(limited(null, Set.of(), Set.of("credit-note")))).isFalse();
        assertThat(seesTask(person(manager))).isTrue();
    }

    @Test
    void whoseLimitIsLowerMayNotDecideEither() {
        Acting low = limited(100L, Set.of(), Set.of());
        assertThatThrownBy(() -> decide(low))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("duty.beyond-limit"));
        decide(limited(desk.details(company, invoice).net().hundredths(), Set.of(), Set.of()));
    }

    private boolean seesTask(Acting acting) {
        return company.currentActor().as(acting, () -> {
            boolean listed = tasks.list(TaskSelection.open(View.MINE, 50)).items().stream()
                    .anyMatch(item -> item.id().equals(task));
            boolean inGroup = tasks.list(TaskSelection.open(View.GROUP, 50)).items().stream()
                    .anyMatch(item -> item.id().equals(task));
            boolean ofDocument = !tasks.list(TaskSelection.ofDocument(
                            desk.details(company, invoice).documentId()))
                    .items()
                    .isEmpty();
            boolean forPrograms =
                    !tasks.page(new LinkedMultiValueMap<>(), 50).items().isEmpty();
            boolean counted = tasks.counts().get(View.MINE) > 0;
            boolean opened = opens();
            assertThat(new HashSet<>(List.of(listed, inGroup, ofDocument, forPrograms, counted, opened)))
                    .as("every way to the task says the same")
                    .hasSize(1);
            return listed;
        });
    }

    private boolean opens() {
        try {
            tasks.byId(task);
            return true;
        } catch (NotFound none) {
            return false;
        }
    }

    private @Nullable String shownRefusal(UUID person) {
        RuleViolation shown = company.asPerson(person, () -> tasks.page(task, Map.of()))
                .orElseThrow()
                .refusal();
        return shown == null ? null : shown.rule();
    }

    private @Nullable String refusal(Acting acting) {
        return company.currentActor().as(acting, () -> approval.refusal(desk.details(company, invoice))
                .map(RuleViolation::rule)
                .orElse(null));
    }

    private void decide(Acting acting) {
        company.currentActor()
                .run(
                        acting,
                        () -> approval.decide(
                                SeatMatter.whole(desk.details(company, invoice)),
                                Seat.of(Duty.APPROVE_INVOICE),
                                new InvoiceApproval.Said(Decision.APPROVE, hash, null, List.of())));
    }

    /** What an insert past the application meets; nothing if it is taken. It is rolled back. */
    private @Nullable String attack(UUID person, @Nullable UUID onBehalfOf) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.APPLICATION);
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('simba.company', '" + company.id() + "', true)");
            sql.execute(
                    "insert into approval.approval_decision (company_id, id, request_id, level, decision,"
                            + " content_hash, decided_by, on_behalf_of, decided_at) select company_id, gen_random_uuid(), id,"
                            + " 'APPROVE_INVOICE', 'APPROVE', content_hash, '" + person + "', "
                            + (onBehalfOf == null ? "null" : "'" + onBehalfOf + "'")
                            + ", now() from approval.approval_request where voided_at is null and subject_kind = 'purchase-invoice'");
            connection.rollback();
            return null;
        } catch (PSQLException refused) {
            return refused.getServerErrorMessage() == null
                    ? refused.getMessage()
                    : refused.getServerErrorMessage().getConstraint();
        }
    }

    private Acting person(UUID user) {
        return new Acting(Actor.person(user), company.id(), EnumSet.allOf(Duty.class));
    }

    private Acting limited(@Nullable Long hundredths, Set<String> costCentres, Set<String> types) {
        return new Acting(
                Actor.person(manager),
                company.id(),
                EnumSet.allOf(Duty.class),
                Map.of(Duty.APPROVE_INVOICE, List.of(new DutyLimit(hundredths, costCentres, types))),
                null);
    }

    private Set<String> costCentres() {
        return company.as(() -> approvalFacts.of(invoice)).costCentres();
    }

    private PartyId supplier() {
        return new PartyId(desk.details(company, invoice).supplierId());
    }

    private static String iban() {
        return "DE89370400440532013000";
    }
}

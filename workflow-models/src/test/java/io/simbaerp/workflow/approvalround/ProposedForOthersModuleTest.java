package io.simbaerp.workflow.approvalround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.controlled.BeginControlledDocument;
import io.simbaerp.controlled.ControlledDraft;
import io.simbaerp.controlled.ControlledKind;
import io.simbaerp.controlled.SubmitVersion;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.policy.SetEntryLimit;
import io.simbaerp.ledger.proposal.CorrectProposedEntry;
import io.simbaerp.ledger.proposal.EntryProposals;
import io.simbaerp.ledger.proposal.ProposeEntry;
import io.simbaerp.ledger.proposal.WithdrawProposedEntry;
import io.simbaerp.money.Money;
import io.simbaerp.party.PartyId;
import io.simbaerp.payment.Payables;
import io.simbaerp.payment.PaymentRunDraft;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.ProposePaymentRun;
import io.simbaerp.payment.SendPaymentRun;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.Tasks;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.workflow.engine.DueJobs;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a deputy proposes is the work of whom they act for as well: neither of them approves it, nor does anybody for them. */
@ModuleTest
class ProposedForOthersModuleTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    SetEntryLimit setLimit;

    @Autowired
    ProposeEntry proposeEntry;

    @Autowired
    CorrectProposedEntry correctEntry;

    @Autowired
    WithdrawProposedEntry withdrawEntry;

    @Autowired
    EntryProposals entries;

    @Autowired
    ProposePaymentRun proposeRun;

    @Autowired
    SendPaymentRun sendRun;

    @Autowired
    BeginControlledDocument beginDocument;

    @Autowired
    SubmitVersion submitVersion;

    @Autowired
    Tasks tasks;

    @Autowired
    CompleteTask completeTask;

    @Autowired
    DueJobs dueJobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    private final Payables payables = new Payables();
    private final UUID deputy = UUID.randomUUID();
    private final UUID principal = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();
    private TestCompany company;

    @BeforeEach
    void books() {
        beans.autowireBean(payables);
        company = payables.company();
        company.run(() -> setLimit.set(Money.of("1000.00", "PLN")));
    }

    @Test
    void anEntryProposedOrCorrectedForSomebodyIsNotApprovedByThem() throws SQLException {
        UUID entry = asDeputy(() -> proposeEntry.propose(entry("1200.00")));
        neitherDecides(
                "entry-proposal", entry, "approval.own-work-proposed-entry", "decider_did_not_propose_the_entry");
        decide("entry-proposal", entry, approver, "return", "Which account?");
        UUID second = UUID.randomUUID();
        company.currentActor()
                .run(
                        new Acting(Actor.person(deputy), company.id(), EnumSet.allOf(Duty.class)).onBehalfOf(second),
                        () -> correctEntry.correct(entry, entry("1300.00")));
        dueJobs.run();
        assertThat(refusalOf("entry-proposal", entry, second)).startsWith("approval.own-work-proposed-entry");
        assertThat(attack(entry, second, null)).isEqualTo("decider_did_not_propose_the_entry");
        company.asPerson(principal, () -> {
            withdrawEntry.withdraw(entry, "Mine too");
            return true;
        });
        assertThat(company.as(() -> entries.byId(entry)).state()).isEqualTo(EntryProposals.State.WITHDRAWN);
    }

    @Test
    void aRunProposedAndSentForSomebodyIsNotApprovedByThem() throws SQLException {
        UUID own = payables.ownAccount(company);
        PartyId supplier = payables.supplier(company, "Tekturo");
        payables.owed(company, supplier, "120.00");
        PaymentRunView run =
                asDeputy(() -> proposeRun.propose(new PaymentRunDraft(Payables.DAY.plusDays(30), own, null)));
        asDeputy(() -> {
            sendRun.send(run.id(), null);
            return true;
        });
        neitherDecides("payment-run", run.id().value(), "approval.own-work-", "decider_did_not_propose_the_run");
        decide("payment-run", run.id().value(), approver, "approve", null);
        assertThat(open("payment-run", run.id().value())).isEmpty();
    }

    @Test
    void aTextWrittenForSomebodyIsNotReviewedByThem() throws SQLException {
        company.inTransaction(this::reviewer);
        VersionView version = asDeputy(() -> beginDocument.begin(
                new ControlledDraft("Travel", ControlledKind.POLICY, "By train.", null, null, List.of(), 7, 12, null),
                null));
        asDeputy(() -> {
            submitVersion.submit(version.id(), version.edition());
            return true;
        });
        neitherDecides("controlled-version", version.id(), "approval.own-work-wrote-text", "reviewer_did_not_write_it");
    }

    /** Somebody else who could review it. */
    private int reviewer() {
        UUID role = UUID.randomUUID();
        jdbc.sql("insert into identity.user_account (id, login, display_name, password_hash, created_at)"
                        + " values (?, ?, 'Reviewer', 'x', now())")
                .params(approver, "u" + approver)
                .update();
        jdbc.sql("insert into identity.role (company_id, id, code, name_en, name_pl) values (?, ?, 'r', 'r', 'r')")
                .params(company.id().value(), role)
                .update();
        jdbc.sql("insert into identity.role_duty (company_id, role_id, duty) values (?, ?, ?)")
                .params(company.id().value(), role, Duty.REVIEW_CONTROLLED_DOCUMENT.name())
                .update();
        return jdbc.sql("insert into identity.membership (company_id, user_id, role_id, granted_by, granted_at)"
                        + " values (?, ?, ?, 'system:test', now())")
                .params(company.id().value(), approver, role)
                .update();
    }

    private void neitherDecides(String kind, UUID subject, String rule, String constraint) throws SQLException {
        for (UUID person : List.of(deputy, principal)) {
            assertThat(refusalOf(kind, subject, person)).startsWith(rule);
            assertThat(attack(subject, person, null)).isEqualTo(constraint);
            assertThat(attack(subject, approver, person)).isEqualTo(constraint);
        }
    }

    private @Nullable String attack(UUID subject, UUID person, @Nullable UUID forWhom) throws SQLException {
        return new Attack(database, company.id())
                .refusal(
                        TestDatabase.APPLICATION,
                        "insert into approval.approval_decision (company_id, id, request_id, level, decision, content_hash,"
                                + " decided_by, decided_at, on_behalf_of) select company_id, gen_random_uuid(), id,"
                                + " levels[1], 'APPROVE', content_hash, '" + person + "', now(), "
                                + (forWhom == null ? "null" : "'" + forWhom + "'")
                                + " from approval.approval_request where subject_id = '" + subject
                                + "' and voided_at is null");
    }

    private String refusalOf(String kind, UUID subject, UUID person) {
        var refused = new String[1];
        assertThatThrownBy(() -> decide(kind, subject, person, "approve", null))
                .isInstanceOfSatisfying(RuleViolation.class, rule -> refused[0] = rule.rule());
        return refused[0];
    }

    private void decide(String kind, UUID subject, UUID person, String outcome, @Nullable String comment) {
        UUID task = open(kind, subject).get(0);
        company.asPerson(person, () -> completeTask.complete(new TaskCompletion(task, outcome, comment, null, null)));
        dueJobs.run();
    }

    private List<UUID> open(String kind, UUID subject) {
        return company.as(() -> tasks.openAbout(new Subject(kind, subject))).stream()
                .map(task -> task.id())
                .toList();
    }

    private <T> T asDeputy(Supplier<T> work) {
        Acting acting = new Acting(Actor.person(deputy), company.id(), EnumSet.allOf(Duty.class));
        T done = company.currentActor().as(acting.onBehalfOf(principal), work);
        dueJobs.run();
        return done;
    }

    private static JournalEntryDraft entry(String amount) {
        return new JournalEntryDraft(
                "PK",
                Payables.DAY,
                Payables.DAY,
                Payables.DAY,
                "2026-11",
                EntryKind.ORDINARY,
                "Provision",
                null,
                null,
                "for-somebody",
                List.of(
                        LineDraft.of("100-01", Side.DEBIT, Money.of(amount, "PLN")),
                        LineDraft.of("130-01", Side.CREDIT, Money.of(amount, "PLN"))));
    }
}

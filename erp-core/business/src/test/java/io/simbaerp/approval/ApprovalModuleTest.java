package io.simbaerp.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class ApprovalModuleTest {

    private static final Duty FIRST = Duty.APPROVE_INVOICE;
    private static final Duty SECOND = Duty.APPROVE_INVOICE_ABOVE_LIMIT;

    @Autowired
    TestCompanies companies;

    @Autowired
    RequestApproval requestApproval;

    @Autowired
    AskForApproval askForApproval;

    @Autowired
    DecideApproval decideApproval;

    @Autowired
    VoidApprovals voidApprovals;

    @Autowired
    Approvals approvals;

    @Autowired
    TestDatabase database;

    private TestCompany company;
    private final Subject invoice = new Subject("purchase-invoice", UUID.randomUUID());
    private final UUID manager = UUID.randomUUID();
    private final UUID director = UUID.randomUUID();
    private final UUID coder = UUID.randomUUID();

    @BeforeEach
    void makeCompany() {
        company = companies.create();
    }

    @Test
    void levelsAreAskedInTheirOrderUntilAllAgree() {
        request("h1", FIRST, SECOND);
        assertThat(next()).isEqualTo(FIRST);
        assertThat(granted("h1")).isFalse();

        decide(manager, FIRST, Decision.APPROVE, "h1", null);
        assertThat(next()).isEqualTo(SECOND);
        assertThat(granted("h1")).isFalse();

        decide(director, SECOND, Decision.APPROVE, "h1", null);
        assertThat(next()).isNull();
        assertThat(granted("h1")).isTrue();
        assertThat(granted("h2")).as("another content was never approved").isFalse();
    }

    @Test
    void aLevelBeforeItsTurnIsRefused() {
        request("h1", FIRST, SECOND);
        assertRefused("approval.not-asked", () -> decide(director, SECOND, Decision.APPROVE, "h1", null));
    }

    @Test
    void nobodyApprovesTheirOwnWork() {
        request("h1", FIRST);
        assertRefused("approval.own-work-coded", () -> decide(coder, FIRST, Decision.APPROVE, "h1", null));
        assertThat(granted("h1")).isFalse();
    }

    @Test
    void nobodyApprovesOnTwoLevels() {
        request("h1", FIRST, SECOND);
        decide(manager, FIRST, Decision.APPROVE, "h1", null);
        assertRefused("approval.already-decided", () -> decide(manager, SECOND, Decision.APPROVE, "h1", null));
    }

    @Test
    void whoLacksTheLevelsDutyIsRefused() {
        request("h1", FIRST);
        assertThatThrownBy(() -> company.asPerson(
                        manager,
                        Set.of(Duty.WORK_ON_TASK, SECOND),
                        () -> run(() -> decideApproval.decide(draft(FIRST, Decision.APPROVE, "h1", null)))))
                .isInstanceOf(MissingDuty.class);
    }

    @Test
    void aDecisionAboutOtherContentIsAConflict() {
        request("h1", FIRST);
        assertThatThrownBy(() -> decide(manager, FIRST, Decision.APPROVE, "h2", null))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("approval.content-changed");
    }

    @Test
    void returningAndRejectingDemandAReason() {
        request("h1", FIRST);
        assertRefused("approval.reason-missing", () -> decide(manager, FIRST, Decision.RETURN, "h1", " "));
        assertRefused("approval.reason-missing", () -> decide(manager, FIRST, Decision.REJECT, "h1", null));
        decide(manager, FIRST, Decision.RETURN, "h1", "Cost centre is 210");
        assertThat(next()).as("nobody is next after a no").isNull();
        assertThat(granted("h1")).isFalse();
    }

    @Test
    void aNewContentVoidsEarlierApprovals() {
        request("h1", FIRST);
        decide(manager, FIRST, Decision.APPROVE, "h1", null);
        request("h2", FIRST);
        assertThat(granted("h1")).isFalse();
        assertThat(granted("h2")).isFalse();
        assertThat(next()).isEqualTo(FIRST);
        decide(manager, FIRST, Decision.APPROVE, "h2", null);
        assertThat(granted("h2")).isTrue();
        List<ApprovalDecisionView> all = company.as(() -> approvals.of(invoice));
        assertThat(all).extracting(ApprovalDecisionView::live).containsExactly(false, true);
    }

    @Test
    void whatWasDecidedOnBeforeStaysThereToBeComparedWith() {
        String first = ask("{\"account\":\"402-03\"}");
        assertThat(company.as(() -> approvals.decidedBefore(invoice))).isEmpty();
        decide(manager, FIRST, Decision.RETURN, first, "Not this account");
        ask("{\"account\":\"402-05\"}");
        DecidedContent before =
                company.as(() -> approvals.decidedBefore(invoice)).orElseThrow();
        assertThat(before.content()).isEqualTo("{\"account\":\"402-03\"}");
        assertThat(before.decision().decision()).isEqualTo(Decision.RETURN);
        assertThat(before.decision().decidedBy()).isEqualTo(manager);
    }

    /** Asks about a content that is kept; returns its hash. */
    private String ask(String content) {
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
            company.run(() -> askForApproval.ask(ApprovalQuestion.ofLevels(invoice, List.of(FIRST), hash, content)));
            return hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void askingForTheSameAgainKeepsApprovalsGiven() {
        request("h1", FIRST, SECOND);
        decide(manager, FIRST, Decision.APPROVE, "h1", null);
        request("h1", FIRST, SECOND);
        assertThat(next()).isEqualTo(SECOND);
    }

    @Test
    void askingForTheSameAfterANoStartsAnew() {
        request("h1", FIRST);
        decide(manager, FIRST, Decision.RETURN, "h1", "Why twice?");
        request("h1", FIRST);
        assertThat(next()).isEqualTo(FIRST);
    }

    @Test
    void voidedApprovalsGrantNothing() {
        request("h1", FIRST);
        decide(manager, FIRST, Decision.APPROVE, "h1", null);
        company.run(() -> voidApprovals.voidApprovals(invoice));
        assertThat(granted("h1")).isFalse();
        assertRefused("approval.not-asked", () -> decide(director, FIRST, Decision.APPROVE, "h1", null));
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsRefused() {
        request("h1", FIRST);
        CompletableFuture<Void> one =
                CompletableFuture.runAsync(() -> decide(manager, FIRST, Decision.APPROVE, "h1", null));
        CompletableFuture<Void> two =
                CompletableFuture.runAsync(() -> decide(director, FIRST, Decision.APPROVE, "h1", null));
        assertThatThrownBy(() -> CompletableFuture.allOf(one, two).join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("approval.level-decided");
        assertThat(company.as(() -> approvals.of(invoice))).hasSize(1);
    }

    /** As the application's role with SQL of its own: what the database itself refuses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update approval.approval_decision set decision = 'REJECT', comment = 'x'",
                "update approval.approval_decision set content_hash = 'h9'",
                "delete from approval.approval_decision",
                "truncate approval.approval_decision",
                "delete from approval.approval_request",
                "update approval.approval_request set content_hash = 'h9'",
                "update approval.approval_request set levels = array['APPROVE_INVOICE']",
                "update approval.approval_request set content = 'other'",
                "update approval.approval_request set content = 'other', voided_at = now()",
                "insert into approval.approval_request (company_id, id, subject_kind, subject_id, levels, content_hash, requested_at, requested_by, content) select company_id, gen_random_uuid(), 'purchase-invoice', gen_random_uuid(), levels, repeat('0', 64), now(), 'x', 'not what was hashed' from approval.approval_request",
                "insert into approval.approval_decision select company_id, gen_random_uuid(), id, 'APPROVE_INVOICE', 'APPROVE', content_hash, null, gen_random_uuid(), now() from approval.approval_request",
                "insert into approval.approval_decision select company_id, gen_random_uuid(), id, 'APPROVE_INVOICE_ABOVE_LIMIT', 'APPROVE', 'h9', null, gen_random_uuid(), now() from approval.approval_request",
                "insert into approval.approval_decision select company_id, gen_random_uuid(), id, 'POST_INVOICE', 'APPROVE', content_hash, null, gen_random_uuid(), now() from approval.approval_request",
                "insert into approval.approval_decision select company_id, gen_random_uuid(), request_id, 'APPROVE_INVOICE_ABOVE_LIMIT', 'APPROVE', content_hash, null, decided_by, now() from approval.approval_decision",
                "insert into approval.approval_decision select company_id, gen_random_uuid(), id, 'APPROVE_INVOICE_ABOVE_LIMIT', 'RETURN', content_hash, ' ', gen_random_uuid(), now() from approval.approval_request"
            })
    void theDatabaseRefusesWhatTheApplicationWould(String attack) throws SQLException {
        request("h1", FIRST, SECOND);
        decide(manager, FIRST, Decision.APPROVE, "h1", null);
        assertThatThrownBy(() -> sql(TestDatabase.APPLICATION, attack)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> sql(TestDatabase.OWNER, attack))
                .as("even as the owner of the tables")
                .isInstanceOf(SQLException.class);
    }

    @Test
    void theDatabaseRefusesASecondDecisionOutOfTurn() {
        request("h1", FIRST, SECOND);
        assertThatThrownBy(() -> sql(
                        TestDatabase.APPLICATION,
                        "insert into approval.approval_decision select company_id, gen_random_uuid(), id,"
                                + " 'APPROVE_INVOICE_ABOVE_LIMIT', 'APPROVE', content_hash, null, gen_random_uuid(),"
                                + " now() from approval.approval_request"))
                .hasMessageContaining("turn");
    }

    @Test
    void theDatabaseRefusesADecisionOnAVoidRequest() {
        request("h1", FIRST);
        company.run(() -> voidApprovals.voidApprovals(invoice));
        assertThatThrownBy(() -> sql(
                        TestDatabase.APPLICATION,
                        "insert into approval.approval_decision select company_id, gen_random_uuid(), id,"
                                + " 'APPROVE_INVOICE', 'APPROVE', content_hash, null, gen_random_uuid(), now()"
                                + " from approval.approval_request"))
                .hasMessageContaining("void");
        assertThatThrownBy(() -> sql(TestDatabase.APPLICATION, "update approval.approval_request set voided_at = null"))
                .hasMessageContaining("voided once");
    }

    @Test
    void otherCompaniesSeeNothing() {
        request("h1", FIRST);
        TestCompany other = companies.create();
        assertThat(other.as(() -> approvals.nextLevel(invoice))).isEmpty();
        assertThat(other.as(() -> approvals.of(invoice))).isEmpty();
    }

    private void sql(String role, String statement) throws SQLException {
        try (Connection connection = database.connect(role);
                Statement sql = connection.createStatement()) {
            sql.execute("select set_config('simba.company', '" + company.id() + "', false)");
            sql.execute(statement);
        }
    }

    private void request(String hash, Duty... levels) {
        company.run(() -> requestApproval.request(invoice, List.of(levels), hash));
    }

    private @Nullable Duty next() {
        return company.as(() -> approvals.nextLevel(invoice).orElse(null));
    }

    private boolean granted(String hash) {
        return company.as(() -> approvals.granted(invoice, hash));
    }

    private void decide(UUID person, Duty level, Decision decision, String hash, @Nullable String comment) {
        company.asPerson(person, () -> run(() -> decideApproval.decide(draft(level, decision, hash, comment))));
    }

    private ApprovalDecisionDraft draft(Duty level, Decision decision, String hash, @Nullable String comment) {
        return new ApprovalDecisionDraft(
                invoice,
                level,
                decision,
                hash,
                comment,
                List.of(new PriorAct(coder, PriorAct.Kind.CODED_INVOICE, Instant.parse("2026-11-03T09:00:00Z"))),
                Extent.NONE);
    }

    private static boolean run(Runnable work) {
        work.run();
        return true;
    }

    private static void assertRefused(String rule, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(RuleViolation.class).hasMessageContaining(rule);
    }
}

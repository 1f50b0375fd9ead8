package io.simbaerp.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.approval.added.DecideAddedApproval;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Written past the application: approvals that don't wait for whoever was added, and approvals nobody gave. */
@ModuleTest
class HandsAttackModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    RequestApproval requestApproval;

    @Autowired
    VoidApprovals voidApprovals;

    @Autowired
    DecideAddedApproval decideAdded;

    @Autowired
    JdbcClient jdbc;

    private final Subject invoice = new Subject("purchase-invoice", UUID.randomUUID());
    private final UUID manager = UUID.randomUUID();
    private final UUID director = UUID.randomUUID();
    private final UUID expert = UUID.randomUUID();
    private UUID task = UUID.randomUUID();
    private TestCompany company;

    @BeforeEach
    void ask() {
        company = companies.create();
        company.run(() -> requestApproval.request(
                invoice, List.of(Duty.APPROVE_INVOICE, Duty.APPROVE_INVOICE_ABOVE_LIMIT), "h1"));
    }

    @Test
    void nobodyApprovesBeforeWhoeverWasAdded() {
        UUID addition = add();
        refused("approval_waits_for_added", () -> decide(manager, Duty.APPROVE_INVOICE, null));
        refused("added_approval_stays", () -> update(addition, "person = gen_random_uuid()"));
        refused(
                "added_approval_is_of_somebody_else",
                () -> update(addition, "decision = 'APPROVE', decided_at = now(), decided_by = asked_by"));
        refused(
                "added_approval_refusal_has_reason",
                () -> update(addition, "decision = 'REJECT', decided_at = now(), decided_by = person"));
        update(addition, "decision = 'APPROVE', decided_at = now(), decided_by = person");
        refused(
                "added_approval_stays",
                () -> update(addition, "decision = null, decided_at = null, decided_by = null"));
        refused("added_approval_stays", () -> update(addition, "ended_at = now()"));
        refused("approval_person_decides_once", () -> decide(expert, Duty.APPROVE_INVOICE, null));
        assertThatCode(() -> decide(manager, Duty.APPROVE_INVOICE, null)).doesNotThrowAnyException();
    }

    @Test
    void nobodyAgreesTwiceByActingForSomebody() {
        UUID addition = add();
        agreeing(manager, "approval.already-decided");
        String agreed = "decision = 'APPROVE', decided_at = now(), decided_by = '%s', on_behalf_of = '%s'";
        UUID substitute = UUID.randomUUID();
        company.inTransaction(() -> jdbc.sql("update approval.added_approval set ended_at = now() where id = ?")
                .param(addition)
                .update());
        decide(substitute, Duty.APPROVE_INVOICE, null);
        UUID second = add();
        agreeing(substitute, "approval.already-decided");
        refused("added_approval_person_decides_once", () -> update(second, agreed.formatted(substitute, expert)));
        refused("added_approval_person_decides_once", () -> update(second, agreed.formatted(expert, substitute)));
        assertThatCode(() -> update(second, agreed.formatted(director, expert))).doesNotThrowAnyException();
    }

    /** As somebody who acts for the expert that was added. */
    private void agreeing(UUID substitute, String rule) {
        Acting acting = new Acting(
                        Actor.person(substitute), company.id(), EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK))
                .onBehalfOf(expert);
        assertThatThrownBy(() -> company.currentActor()
                        .run(acting, () -> decideAdded.decide(task, invoice, Decision.APPROVE, null, null)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(rule));
    }

    @Test
    void nothingIsCarriedThatNobodyGave() {
        UUID given = decide(manager, Duty.APPROVE_INVOICE, null);
        refused("approval_is_carried_as_given", () -> decide(director, Duty.APPROVE_INVOICE_ABOVE_LIMIT, given));
        company.run(() -> {
            voidApprovals.voidApprovals(invoice);
            requestApproval.request(invoice, List.of(Duty.APPROVE_INVOICE, Duty.APPROVE_INVOICE_ABOVE_LIMIT), "h1");
        });
        refused("approval_is_carried_as_given", () -> decide(director, Duty.APPROVE_INVOICE, given));
        refused("approval_is_carried_as_given", () -> decide(manager, Duty.APPROVE_INVOICE, given));
    }

    private UUID decide(UUID person, Duty level, @Nullable UUID carriedFrom) {
        UUID id = UUID.randomUUID();
        company.inTransaction(() -> jdbc.sql("""
                        insert into approval.approval_decision (company_id, id, request_id, level, decision, content_hash,
                                                                decided_by, decided_at, carried_from)
                        select company_id, :id, id, :level, 'APPROVE', 'h1', :person, clock_timestamp(), :from
                          from approval.approval_request where voided_at is null and subject_id = :subject""")
                .param("id", id)
                .param("level", level.name())
                .param("person", person)
                .param("from", carriedFrom, java.sql.Types.OTHER)
                .param("subject", invoice.id())
                .update());
        return id;
    }

    private int update(UUID addition, String change) {
        return company.inTransaction(() -> jdbc.sql("update approval.added_approval set " + change + " where id = ?")
                .param(addition)
                .update());
    }

    private UUID add() {
        UUID id = UUID.randomUUID();
        task = UUID.randomUUID();
        company.inTransaction(() ->
                jdbc.sql("""
                        insert into task.task (company_id, id, engine_task_id, task_key, form, process, subject_kind,
                                               subject_id, candidate_duties, outcomes, opened_at, sort_at)
                        values (simba.current_company(), :id, 'direct:' || :id, 'Task_ApproveInvoice', 'invoice/approval',
                                'PurchaseInvoiceApproval', 'purchase-invoice', :subject, '{APPROVE_INVOICE}', '{approve}',
                                now(), now())""").param("id", task).param("subject", invoice.id()).update());
        company.inTransaction(() -> jdbc.sql("""
                        insert into approval.added_approval (company_id, id, request_id, task_id, own_task_id, asked_by,
                                                             person, asked_at, reason, content_hash)
                        select company_id, :id, id, :task, :task, :by, :person, now(), 'knows it', 'h1'
                          from approval.approval_request where voided_at is null and subject_id = :subject""")
                .param("id", id)
                .param("task", task)
                .param("by", manager)
                .param("person", expert)
                .param("subject", invoice.id())
                .update());
        return id;
    }

    private static void refused(String constraint, Runnable attack) {
        assertThatThrownBy(attack::run).rootCause().isInstanceOfSatisfying(PSQLException.class, refused -> assertThat(
                        refused.getServerErrorMessage())
                .extracting(ServerErrorMessage::getConstraint)
                .isEqualTo(constraint));
    }
}

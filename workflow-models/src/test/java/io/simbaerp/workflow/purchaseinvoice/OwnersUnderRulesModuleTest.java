package io.simbaerp.workflow.purchaseinvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.limit.LimitScope;
import io.simbaerp.approval.limit.RollingLimitDraft;
import io.simbaerp.approval.limit.SetRollingLimit;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.identity.role.GrantRole;
import io.simbaerp.money.Money;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.undo.TakeBackDecision;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Where decisions about lines meet what else holds: limits, changes of the rest, and who may stand where. */
@ModuleTest
class OwnersUnderRulesModuleTest extends CostOwnersDesk {

    private static final String ABOVE = "\"APPROVE_INVOICE_ABOVE_LIMIT\",,,,";

    @Autowired
    SetRollingLimit setLimit;

    @Autowired
    GrantRole grantRole;

    @Autowired
    TakeBackDecision takeBack;

    @Autowired
    TestDatabase database;

    @Test
    void anApprovalOfLinesFallsWithTheMonthOfDeduction() {
        CompanyMatrix.deploy(own, company, OWNERS);
        DocumentView document = coded();
        complete(anna, taskOf(anna, document), "approve", null);
        complete(bert, taskOf(bert, document), "return", null);
        ObjectNode december = (ObjectNode) coding(lines());
        complete(accountant, open(document).get(0), "send", december.put("vatPeriod", "2026-12"));
        TaskView ofAnna = taskOf(anna, document);
        assertThat(company.asPerson(anna, () -> business.tasks.background(ofAnna.id()))
                        .changes())
                .extracting(TaskFacts.ChangedField::key)
                .containsExactly("invoice.content.vat-period");
        complete(anna, ofAnna, "approve", null);
        complete(bert, taskOf(bert, document), "approve", null);
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void ownersMustAllAgreeWhateverTheKindOfTheirRound() {
        for (String kind : List.of("\"FIRST\",,", "\"K_OF_N\",9,", "\"COMMITTEE\",,true")) {
            CompanyMatrix.deploy(own, company, "\"COST_OWNER\",\"owners\"," + kind);
            DocumentView document = coded();
            complete(anna, taskOf(anna, document), "approve", null);
            assertThat(state(document)).as(kind).isEqualTo(DocumentState.IN_PROCESS);
            complete(bert, taskOf(bert, document), "approve", null);
            assertThat(state(document)).as(kind).isEqualTo(DocumentState.POSTED);
        }
    }

    @Test
    void whatCouldNotBeGivenAnyMoreIsAskedAgain() {
        CompanyMatrix.deploy(own, company, OWNERS);
        DocumentView document = coded();
        complete(anna, taskOf(anna, document), "approve", null);
        complete(bert, taskOf(bert, document), "return", null);
        limit("1000");
        code(document, line("1", "402-03", "310"), line("2", "402-05", "320"), line("3", "402-04", "310"));
        TaskView again = taskOf(anna, document);
        assertThatThrownBy(() -> complete(anna, again, "approve", null))
                .hasMessageContaining("approval.beyond-rolling-limit");
        complete(bert, taskOf(bert, document), "approve", null);
        assertThat(state(document)).isEqualTo(DocumentState.IN_PROCESS);
    }

    @Test
    void whoeverGoesBeyondALimitWithTheLinesOfOthersIsToldSo() {
        CompanyMatrix.deploy(own, company, OWNERS);
        DocumentView document = coded();
        limit("1400");
        complete(anna, taskOf(anna, document), "approve", null);
        assertThatThrownBy(() -> complete(bert, taskOf(bert, document), "approve", null))
                .as("1300 and 200, and nobody stands above")
                .hasMessageContaining("approval.beyond-rolling-limit");
    }

    @Test
    void forAnOwnerWhoseDutyDoesNotReachSoFarSomebodyStandsIn() {
        CompanyMatrix.deploy(own, company, OWNERS);
        UUID small = company.as(() -> business.registerUser.register(
                new UserDraft("s" + UUID.randomUUID(), "Small", "password", "en", Set.of())));
        company.run(() -> grantRole.grant(small, "manager", new DutyLimit(50_000L, Set.of(), Set.of())));
        company.run(() -> nameOwner.name("310", small, null));
        DocumentView document = coded();
        TaskView standIn = open(document).get(0);
        assertThat(standIn.candidateDuties()).containsExactly(Duty.APPROVE_INVOICE);
        assertThat(standIn.facts().amount()).hasToString("1300.00 PLN");
        complete(UUID.randomUUID(), standIn, "approve", null);
        complete(bert, taskOf(bert, document), "approve", null);
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void aStandInTakesTheirOwnApprovalBack() {
        CompanyMatrix.deploy(own, company, OWNERS);
        DocumentView document =
                codedByAnOwner(line("1", "402-03", "310"), line("2", "402-03", "310"), line("3", "310-01", ""));
        TaskView standIn = open(document).get(0);
        UUID person = UUID.randomUUID();
        complete(person, standIn, "approve", null);
        assertThat(open(document).get(0).rule()).endsWith("APPROVE_INVOICE");
        company.asPerson(person, () -> {
            takeBack.takeBack(standIn.id());
            return true;
        });
        business.dueJobs.run();
        assertThat(decisions(document)).noneMatch(ApprovalDecisionView::live);
        assertThat(open(document)).singleElement().matches(task -> String.valueOf(task.rule())
                .endsWith("APPROVE_INVOICE#1000"));
    }

    @Test
    void nobodyNamesThemselvesTheMissingOwner() {
        CompanyMatrix.deploy(own, company, OWNERS);
        company.run(() -> nameOwner.name("320", null, null));
        UUID keeper = manager("Keeper");
        DocumentView document = coded();
        TaskView missing = open(document).get(0);
        assertThat(missing.key()).isEqualTo("Task_NameOwner");
        assertThatThrownBy(() -> complete(keeper, missing, "owner-named", named("320", keeper)))
                .hasMessageContaining("cost-centre.owner-oneself");
        complete(keeper, missing, "owner-named", named("320", bert));
        assertThat(taskOf(bert, document).assignee()).isEqualTo(bert);
    }

    @Test
    void aTaskOfAPersonMadeBeforeRulesNamedSeatsIsDecided() {
        CompanyMatrix.deploy(own, company, OWNERS);
        DocumentView document = coded();
        business.sql(company, "update task.task set rule = 'ApprovalMatrix.APPROVE_INVOICE' where state = 'OPEN'");
        complete(anna, taskOf(anna, document), "approve", null);
        complete(bert, taskOf(bert, document), "approve", null);
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    /** As the application's role with SQL of its own. */
    @Test
    void postgresPostsTheContentThatWasAskedAboutAlone() throws SQLException {
        CompanyMatrix.deploy(own, company, OWNERS, ABOVE);
        DocumentView document = coded();
        complete(anna, taskOf(anna, document), "approve", null);
        complete(bert, taskOf(bert, document), "approve", null);
        Attack attack = new Attack(database, company.id());
        String post = "update invoice.purchase_invoice set state = 'POSTED', posted_at = now(), content_hash = '%s'";
        assertThat(attack.refusal(TestDatabase.APPLICATION, post.formatted("0".repeat(64))))
                .isEqualTo("posted_lines_are_covered");
        complete(UUID.randomUUID(), open(document).get(0), "approve", null);
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    private DocumentView coded() {
        DocumentView document = received();
        code(document, lines());
        return document;
    }

    /** 1300 złoty of Anna's, 200 of Bert's. */
    @SuppressWarnings("unchecked")
    private static Map<String, String>[] lines() {
        return new Map[] {line("1", "402-03", "310"), line("2", "402-03", "320"), line("3", "402-04", "310")};
    }

    /** Of all approvers, with all suppliers. */
    private void limit(String amount) {
        company.run(() -> setLimit.set(new RollingLimitDraft(
                Duty.APPROVE_INVOICE,
                LimitScope.TOGETHER,
                null,
                LimitScope.TOGETHER,
                null,
                LimitScope.TOGETHER,
                null,
                30,
                Money.of(amount, "PLN"),
                "Nobody splits invoices")));
    }
}

package io.simbaerp.workflow.purchaseinvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.approval.round.Standing;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.identity.role.People;
import io.simbaerp.ledger.budget.BudgetFile;
import io.simbaerp.ledger.budget.Budgets;
import io.simbaerp.ledger.budget.SaveBudgets;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.risk.RateSupplier;
import io.simbaerp.party.risk.Risk;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskView;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestDatabase;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Owners of cost centres decide about their lines of an invoice, every way it can go, on the real engine. */
@ModuleTest
class CostOwnersModuleTest extends CostOwnersDesk {

    @Autowired
    BudgetFile budgetFile;

    @Autowired
    RateSupplier rateSupplier;

    @Autowired
    SaveBudgets saveBudgets;

    @Autowired
    Budgets budgets;

    @Autowired
    People people;

    @Autowired
    TestDatabase database;

    private final MockMvc web;

    @Autowired
    CostOwnersModuleTest(WebApplicationContext context) {
        this.web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void eachOwnerSeesAndDecidesTheirLinesAndAnApprovalOutlivesAnothersChange() {
        CompanyMatrix.deploy(own, company, OWNERS);
        DocumentView document = received();
        code(document, line("1", "402-03", "310"), line("2", "402-03", "320"), line("3", "402-04", "310"));
        TaskView ofAnna = taskOf(anna, document);
        TaskFacts facts = ofAnna.facts();
        assertThat(facts.amount()).hasToString("1300.00 PLN");
        List<TaskFacts.ShownField> shown = company.asPerson(anna, () -> business.tasks.byId(ofAnna.id()))
                .facts()
                .shown();
        assertThat(shown)
                .extracting(TaskFacts.ShownField::value)
                .anyMatch(value -> value.contains("402-03 310"))
                .anyMatch(value -> value.contains("PL61109010140000071219812874"))
                .noneMatch(value -> value.contains("402-03 320"));
        assertThat(company.asPerson(anna, () -> business.tasks.background(ofAnna.id()))
                        .round())
                .as("two owners side by side")
                .matches(round -> round.seats() == 2 && "owners".equals(round.name()));
        assertThat(page(anna, "/tasks/" + ofAnna.id()))
                .contains("value=\"1 310\"", "value=\"3 310\"", "Transport krajowy")
                .doesNotContain("2 320", "Magazyn");
        assertThatThrownBy(() -> complete(bert, ofAnna, "approve", null)).hasMessageContaining("task");
        assertThatThrownBy(() -> complete(bert, taskOf(bert, document), "return", lines("1 310")))
                .hasMessageContaining("approval.lines-unknown");

        complete(anna, ofAnna, "approve", null);
        complete(bert, taskOf(bert, document), "return", lines("2 320"));
        assertThat(decisions(document))
                .extracting(ApprovalDecisionView::lines)
                .containsExactly(List.of("1 310", "3 310"), List.of("2 320"));
        code(document, line("1", "402-03", "310"), line("2", "402-05", "320"), line("3", "402-04", "310"));
        assertThat(openIds(document))
                .as("nobody asks Anna again: her lines are as they were")
                .hasSize(1);
        TaskView again = taskOf(bert, document);
        assertThat(company.asPerson(bert, () -> business.tasks.background(again.id()))
                        .changes())
                .singleElement()
                .matches(change -> change.key().equals("invoice.changed.line-account")
                        && change.before().equals("402-03")
                        && change.after().equals("402-05"));
        complete(bert, again, "approve", null);
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void aChangeOfTheirLinesVoidsTheirApproval() {
        CompanyMatrix.deploy(own, company, OWNERS);
        DocumentView document = received();
        code(document, line("1", "402-03", "310"), line("2", "402-03", "320"), line("3", "402-04", "310"));
        complete(anna, taskOf(anna, document), "approve", null);
        complete(bert, taskOf(bert, document), "return", null);
        code(document, line("1", "402-05", "310"), line("2", "402-03", "320"), line("3", "402-04", "310"));
        complete(bert, taskOf(bert, document), "approve", null);
        assertThat(state(document)).isEqualTo(DocumentState.IN_PROCESS);
        TaskView ofAnna = taskOf(anna, document);
        assertThat(company.asPerson(anna, () -> business.tasks.background(ofAnna.id()))
                        .changes())
                .extracting(TaskFacts.ChangedField::place)
                .containsExactly("1");
        complete(anna, ofAnna, "reject", lines("1 310"));
        assertThat(state(document)).isEqualTo(DocumentState.REJECTED);
    }

    @Test
    void whereAnOwnerIsMissingWhoeverKeepsTheCentresNamesOne() {
        CompanyMatrix.deploy(own, company, OWNERS, "\"APPROVE_INVOICE_ABOVE_LIMIT\",,,,");
        company.run(() -> nameOwner.name("320", null, null));
        DocumentView document = received();
        code(document, line("1", "402-03", "310"), line("2", "402-03", "320"), line("3", "402-03", "400"));
        TaskView missing = open(document).get(0);
        assertThat(missing.key()).isEqualTo("Task_NameOwner");
        assertThat(missing.candidateDuties()).containsExactly(Duty.MAINTAIN_LEDGER);
        UUID keeper = UUID.randomUUID();
        assertThat(page(keeper, "/tasks/" + missing.id()))
                .contains("name=\"owner.320\"", "name=\"owner.400\"", "Magazyn")
                .doesNotContain("name=\"owner.310\"");
        assertThatThrownBy(() -> complete(keeper, missing, "owner-named", named("320", bert)))
                .hasMessageContaining("invoice.owner-missing");
        assertThatThrownBy(() -> complete(keeper, missing, "owner-named", named("320", UUID.randomUUID())))
                .hasMessageContaining("cost-centre.owner-may-not-approve");
        assertThatThrownBy(() -> company.run(() -> nameOwner.name("400", bert, LocalDate.of(2026, 1, 1))))
                .hasMessageContaining("cost-centre.owner-from-past");
        company.run(() -> nameOwner.name("400", bert, null));
        complete(keeper, missing, "owner-named", named("320", bert));
        assertThat(company.as(() -> owners.today())).containsEntry("320", bert);
        complete(anna, taskOf(anna, document), "approve", null);
        complete(bert, taskOf(bert, document), "approve", null);
        complete(UUID.randomUUID(), open(document).get(0), "approve", null);
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void nobodyDecidesLinesOfTheirOwnInvoiceAndSomebodyStandsIn() {
        CompanyMatrix.deploy(own, company, OWNERS);
        DocumentView document =
                codedByAnOwner(line("1", "402-03", "310"), line("2", "402-03", "320"), line("3", "402-03", "310"));
        UUID coder = company.as(() -> owners.today()).get("310");
        TaskView standIn = open(document).stream()
                .filter(task -> task.candidateDuties().contains(Duty.APPROVE_INVOICE))
                .findFirst()
                .orElseThrow();
        assertThat(standIn.facts().amount()).hasToString("1300.00 PLN");
        assertThatThrownBy(() -> complete(coder, standIn, "approve", null)).hasMessageContaining("approval.own-work");
        assertThatThrownBy(() -> complete(bert, standIn, "approve", null)).hasMessageContaining("approval.own-seat");
        complete(UUID.randomUUID(), standIn, "approve", null);
        Acting substitute =
                new Acting(Actor.person(UUID.randomUUID()), company.id(), EnumSet.allOf(Duty.class)).onBehalfOf(bert);
        TaskView ofBert = taskOf(bert, document);
        company.currentActor()
                .run(
                        substitute,
                        () -> business.completeTask.complete(
                                new TaskCompletion(ofBert.id(), "approve", null, null, null)));
        business.dueJobs.run();
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void linesWithoutACostCentreAreDecidedAboutWithTheWhole() {
        CompanyMatrix.deploy(own, company, OWNERS);
        DocumentView document = received();
        code(document, line("1", "402-03", "310"), line("2", "402-03", "320"), line("3", "310-01", ""));
        complete(anna, taskOf(anna, document), "approve", null);
        complete(bert, taskOf(bert, document), "approve", null);
        assertThat(state(document)).isEqualTo(DocumentState.IN_PROCESS);
        complete(UUID.randomUUID(), open(document).get(0), "approve", null);
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void theMatrixKnowsRiskBudgetAndOwners() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("\"APPROVE_INVOICE\",,,,", "netAmount &gt; 0");
        rows.put("\"APPROVE_INVOICE_ABOVE_LIMIT\",,,,", "supplierRisk = \"HIGH\"");
        rows.put("\"PERSON %s\",,,,".formatted(login(anna)), "overBudget");
        rows.put(
                "\"PERSON %s\",,,,".formatted(login(bert)), "list contains(costOwners, \"%s\")".formatted(login(bert)));
        CompanyMatrix.deploy(own, company, rows);
        DocumentView document = received();
        code(document, line("1", "402-03", "310"), line("2", "402-03", "310"), line("3", "402-04", "310"));
        assertThat(standing(document).rounds()).hasSize(1);
        TaskView first = open(document).get(0);
        assertThat(company.as(() -> business.tasks.background(first.id())).budgets())
                .as("no budget is set")
                .isEmpty();
        complete(UUID.randomUUID(), first, "return", null);

        UUID supplier = company.as(() -> business.invoices.byDocument(document.id()))
                .orElseThrow()
                .supplierId();
        company.run(() -> rateSupplier.rate(new PartyId(supplier), Risk.HIGH, "In a restructuring"));
        company.run(() -> saveBudgets.save(budgetFile.read("""
                cost_centre;account;from;to;amount
                310;402-03;2026-01;2026-12;1 500,00
                320;;2026-11;2026-11;199.99
                400;;2026-11;2026-11;0
                """.getBytes(StandardCharsets.UTF_8))));
        DocumentView other = received();
        code(other, line("1", "402-03", "310"), line("2", "402-03", "310"), line("3", "402-04", "310"));
        code(document, line("1", "402-03", "310"), line("2", "402-03", "320"), line("3", "402-04", "310"));
        assertThat(standing(document).rounds()).as("all four rows hold").hasSize(4);
        TaskView again = open(document).get(0);
        assertThat(company.as(() -> business.tasks.background(again.id())).budgets())
                .extracting(
                        TaskFacts.BudgetSoFar::costCentre,
                        one -> one.committed().toString(),
                        one -> one.left().toString())
                .containsExactly(tuple("310", "1200.00 PLN", "-700.00 PLN"), tuple("320", "0.00 PLN", "-0.01 PLN"));
        assertThat(company.as(() -> approvals.why(again.subject(), Seat.of(Duty.APPROVE_INVOICE)))
                        .orElseThrow()
                        .inputs())
                .containsEntry("supplier-risk", "HIGH")
                .containsEntry("over-budget", "true")
                .containsEntry(
                        "cost-owners",
                        Stream.of(login(anna), login(bert)).sorted().collect(Collectors.joining(", ")));
        assertThat(page(UUID.randomUUID(), "/tasks/" + again.id())).contains("700");
        assertThat(page(anna, "/ledger/budgets")).contains("402-03", "2026-12");
        assertThat(page(anna, "/ledger/cost-centre-owners")).contains("Anna", "Bert", "400");
        assertThat(page(anna, "/parties/" + supplier + "/risk")).contains("In a restructuring");
        complete(UUID.randomUUID(), again, "approve", null);
        complete(UUID.randomUUID(), open(document).get(0), "approve", null);
        complete(anna, taskOf(anna, document), "approve", null);
        complete(bert, taskOf(bert, document), "approve", null);
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
        assertThat(company.as(() -> budgets.all()))
                .extracting(Budgets.Budget::costCentre, one -> one.used().toString())
                .containsExactly(tuple("310", "1000.00 PLN"), tuple("320", "200.00 PLN"), tuple("400", "0.00 PLN"));
        for (Map.Entry<String, String> wrong : Map.of(
                        "999;;2026-01;2026-12;1", "centre-unknown",
                        "310;9Z;2026-01;2026-12;1", "account-unknown",
                        "310;;2026-13;2026-12;1", "month-wrong",
                        "310;;2026-02;2026-01;1", "months-out-of-order",
                        "310;;2026-01;2026-02;-1", "amount-wrong",
                        "310;;2026-01;2026-02;1.234", "amount-wrong",
                        "310;;2026-01;2026-02;x", "amount-wrong",
                        "310;2026-01", "columns-wrong",
                        "", "none")
                .entrySet()) {
            assertThatThrownBy(() -> company.run(() ->
                            saveBudgets.save(budgetFile.read(wrong.getKey().getBytes(StandardCharsets.UTF_8)))))
                    .hasMessageContaining("budget." + wrong.getValue());
        }
    }

    /** As the application's role with SQL of its own. */
    @Test
    void postgresHoldsItToo() throws SQLException {
        CompanyMatrix.deploy(own, company, OWNERS);
        DocumentView document = received();
        code(document, line("1", "402-03", "310"), line("2", "402-03", "320"), line("3", "402-04", "310"));
        Attack attack = new Attack(database, company.id());
        String seat = "APPROVE_INVOICE@" + anna;
        String decision = "insert into approval.approval_decision (company_id, id, request_id, level, decision,"
                + " content_hash, decided_by, decided_at, lines) select company_id, gen_random_uuid(), id, '" + seat
                + "', 'APPROVE', %s, '%s', now(), %s from approval.approval_request"
                + " where voided_at is null and lines is not null";
        String hash = "lines -> '" + seat + "' ->> 'hash'";
        String whole = "array['1 310', '3 310']";
        assertThat(attack.refusal(TestDatabase.APPLICATION, decision.formatted(hash, bert, whole)))
                .isEqualTo("approval_seat_is_a_persons");
        assertThat(attack.refusal(TestDatabase.APPLICATION, decision.formatted("content_hash", anna, whole)))
                .isEqualTo("approval_is_about_the_content_asked");
        for (String lines : List.of("null", "array['1 310']", "array['1 310', '2 320', '3 310']", "array[]::text[]")) {
            assertThat(attack.refusal(TestDatabase.APPLICATION, decision.formatted(hash, anna, lines)))
                    .as(lines)
                    .isEqualTo("approval_is_about_its_lines");
        }
        assertThat(attack.refusal(
                        TestDatabase.APPLICATION,
                        "update approval.approval_request set lines = '{}', voided_at = now()"))
                .isEqualTo("request_is_only_voided");
        complete(anna, taskOf(anna, document), "approve", null);
        assertThat(attack.refusal(
                        TestDatabase.APPLICATION,
                        "update invoice.purchase_invoice set state = 'POSTED', posted_at = now()"))
                .as("line 2 is covered by nobody")
                .isEqualTo("posted_lines_are_covered");
        assertThat(attack.refusal(
                        TestDatabase.APPLICATION, "update ledger.cost_centre_owner set active_from = '2020-01-01'"))
                .isEqualTo("cost_centre_owner_stays");
        assertThat(attack.refusal(TestDatabase.OWNER, "delete from ledger.cost_centre_owner"))
                .isEqualTo("cost_centre_owner_is_never_removed");
    }

    /** As somebody sees it, in both languages. */
    private String page(UUID person, String path) {
        StringBuilder pages = new StringBuilder();
        for (String language : List.of("en", "pl")) {
            MockHttpServletResponse response = company.asPerson(person, () -> {
                try {
                    return web.perform(get(path).cookie(new Cookie("simba-language", language)))
                            .andReturn()
                            .getResponse();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
            assertThat(response.getStatus()).as(text).isEqualTo(200);
            assertThat(text).as(path + " in " + language).doesNotContain("??", " style=", "onclick");
            pages.append(text);
        }
        return pages.toString();
    }

    private String login(UUID person) {
        return company.as(() -> people.byId(person)).orElseThrow().login();
    }

    private Standing standing(DocumentView document) {
        UUID invoice = company.as(() -> business.invoices.byDocument(document.id()))
                .orElseThrow()
                .id();
        return company.as(() -> approvals.standing(new Subject("purchase-invoice", invoice)))
                .orElseThrow();
    }
}

package io.simbaerp.workflow.expense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.expense.ClaimState;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.reckoning.Trip;
import io.simbaerp.page.list.Lists;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.CountedStatements;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;

/** Who sees a claim when, what is kept of it whatever happens, and that PostgreSQL asks for every seat. */
@ModuleTest
class ExpenseGuardsModuleTest extends ExpenseDesk {

    private static final String ON = "update expense.claim set state = 'APPROVED'";

    @Autowired
    Lists lists;

    @Test
    void postgresqlAsksForEverySeatThatWasAsked() throws Exception {
        ClaimView claim = sent("Above the limit", "3500.00");
        Attack attack = new Attack(database, company.id());
        String voided = "update approval.approval_request set voided_at = now()";
        List<String> nobody = List.of();
        for (String role : List.of(TestDatabase.OWNER, TestDatabase.APPLICATION)) {
            assertThat(refusal(attack, role, nobody, ON)).isEqualTo("claim_is_posted_as_approved");
            assertThat(refusal(attack, role, nobody, decided("APPROVE_EXPENSE_ABOVE_LIMIT", director, null)))
                    .as("the superior comes first")
                    .isEqualTo("approval_levels_decide_in_turn");
            assertThat(refusal(attack, role, nobody, decided("APPROVE_EXPENSE@" + superior, other, employee)))
                    .as("nobody decides for the claimant")
                    .isEqualTo("approver_did_not_claim");
            assertThat(refusal(
                            attack,
                            role,
                            List.of(voided, asked("array['BELONG_TO_COMPANY']", "null")),
                            decided("BELONG_TO_COMPANY", other, null),
                            ON))
                    .as("a question that asks for no duty of expenses")
                    .isEqualTo("claim_is_posted_as_approved");
            assertThat(refusal(
                            attack,
                            role,
                            List.of(voided, asked("array['APPROVE_EXPENSE', 'APPROVE_EXPENSE_ABOVE_LIMIT']", "'[]'")),
                            ON))
                    .as("rounds without the seats that are asked")
                    .isEqualTo("claim_is_posted_as_approved");
        }
        decide(superior, APPROVER, "approve", null, null);
        assertThat(now(claim).state()).isEqualTo(ClaimState.SENT);
        for (String role : List.of(TestDatabase.OWNER, TestDatabase.APPLICATION)) {
            assertThat(attack.refusal(role, ON)).as("one of two").isEqualTo("claim_is_posted_as_approved");
            assertThat(refusal(attack, role, nobody, decided("APPROVE_EXPENSE_ABOVE_LIMIT", other, superior), ON))
                    .as("one person on two seats")
                    .isEqualTo("approval_person_decides_once");
            assertThat(refusal(attack, role, nobody, decided("APPROVE_EXPENSE_ABOVE_LIMIT", director, null), ON))
                    .as("the honest way")
                    .isNull();
        }
        decide(director, DIRECTOR, "approve", null, null);
        assertThat(now(claim).state()).isEqualTo(ClaimState.APPROVED);
        String coded =
                "insert into expense.coding (company_id, line_id, account, tax_code, coded_by, coded_for, coded_at)"
                        + " select company_id, id, '409-01', 'NP', 'person:" + other + "', '" + employee
                        + "', now() from expense.line";
        assertThat(attack.refusal(TestDatabase.APPLICATION, coded)).isEqualTo("claim_is_coded_by_others");
    }

    @Test
    void nobodyWritesInSomebodyElsesName() throws Exception {
        ClaimView claim = claim("Mine");
        add(claim, expense("TRAVEL", "Train", "9.00", "mine"));
        Attack attack = new Attack(database, company.id());
        String line = "insert into expense.line (company_id, id, claim_id, position, spent_on, category, description,"
                + " currency, gross, paid_by, base, written_by, reckoning, receipt_sha256, receipt_name, receipt_size)"
                + " select company_id, gen_random_uuid(), claim_id, 9, spent_on, 'PER_DIEM', 'x', currency, 5, 'OWN', 5,"
                + " '%s', '{\"until\": \"%s\"}', %s from expense.line";
        for (String role : List.of(TestDatabase.OWNER, TestDatabase.APPLICATION)) {
            assertThat(attack.refusal(
                            role,
                            "insert into expense.claim (company_id, id, number, claimant, purpose, first_day, last_day,"
                                    + " state, created_by, created_at) select company_id, gen_random_uuid(), 'X', claimant,"
                                    + " 'x', first_day, last_day, 'DRAFT', 'person:" + other
                                    + "', now() from expense.claim"))
                    .isEqualTo("claim_is_made_by_its_claimant");
            assertThat(attack.refusal(role, line.formatted("person:" + other, "2026-11-18T10:00", "null, null, null")))
                    .isEqualTo("line_is_written_by_its_claimant");
            assertThat(attack.refusal(role, "update expense.line set gross = 5, written_by = null"))
                    .isEqualTo("line_is_written_by_its_claimant");
            assertThat(attack.refusal(
                            role, line.formatted("person:" + employee, "2026-11-18T10:00", "'ab', 'forged.pdf', 1")))
                    .as("a receipt nobody handed in")
                    .isEqualTo("line_refers_to_a_kept_receipt");
            assertThat(attack.refusal(
                            role,
                            line.formatted("person:" + employee, "2026-11-20T10:00", "null, null, null"),
                            "update expense.claim set state = 'SENT', sent_at = '2026-11-20T08:00:00Z'"))
                    .as("the trip ends at ten in Warsaw")
                    .isEqualTo("claimed_trip_is_over");
            assertThat(attack.refusal(
                            role,
                            line.formatted("person:" + employee, "2026-11-20T10:00", "null, null, null"),
                            "update expense.claim set state = 'SENT', sent_at = '2026-11-20T09:00:00Z'"))
                    .isNull();
        }
        assertThat(attack.refusal(TestDatabase.OWNER, "update expense.receipt set name = 'other.pdf'"))
                .isEqualTo("receipt_is_kept");
        assertThat(attack.refusal(TestDatabase.APPLICATION, "delete from expense.receipt"))
                .isEqualTo(Attack.PERMISSION);
    }

    @Test
    void aDraftThatCameBackIsItsClaimantsAlone() {
        ClaimView claim = sent("Came back", "100.00");
        UUID task = task().id();
        UUID line = now(claim).lines().get(0).id();
        assertThat(company.asPerson(other, APPROVER, () -> claims.byId(claim.id()))
                        .id())
                .isEqualTo(claim.id());
        assertThat(company.asPerson(other, APPROVER, this::listed)).containsExactly(claim.id());
        assertThat(company.asPerson(other, APPROVER, () -> openReceipt.open(claim.id(), line))
                        .content())
                .isNotEmpty();
        decide(superior, APPROVER, "return", "Wrong amount", null);
        for (UUID person : List.of(superior, other)) {
            notFound(() -> company.asPerson(person, APPROVER, () -> claims.byId(claim.id())));
            notFound(() -> company.asPerson(person, APPROVER, () -> claims.content(claim.id())));
            notFound(() -> company.asPerson(person, APPROVER, () -> openReceipt.open(claim.id(), line)));
            assertThat(company.asPerson(person, APPROVER, this::listed)).isEmpty();
            assertThat(company.asPerson(person, APPROVER, () -> claims.byIds(List.of(claim.id()))))
                    .isEmpty();
        }
        assertThat(company.asPerson(superior, APPROVER, () -> tasks.byId(task)).key())
                .as("what they decided stays theirs to read")
                .isEqualTo("Task_ApproveClaim");
        assertThat(asEmployee(() -> claims.byId(claim.id())).sentAt()).isNull();
        assertThat(asEmployee(this::listed)).containsExactly(claim.id());
        asEmployee(() -> {
            withdraw.withdraw(claim.id(), null);
            return true;
        });
        notFound(() -> company.asPerson(other, APPROVER, () -> claims.byId(claim.id())));
    }

    @Test
    void aReceiptIsKeptWhateverComesOfItsLine() {
        ClaimView claim = claim("Kept");
        byte[] photo = "photo of a ticket".getBytes(StandardCharsets.UTF_8);
        ClaimView.ReceiptView kept = asEmployee(() -> keepReceipt.keep(claim.id(), "c:\\photos\\ticket.jpg", photo));
        assertThat(kept.name()).isEqualTo("ticket.jpg");
        refused(
                "expense.category-unknown",
                () -> asEmployee(() -> keepLine.keep(
                        claim.id(), 0, null, referring(expense("NOTHING", "Train", "12.00", null), kept.sha256()))));
        assertThat(asEmployee(() -> claims.receiptsWithoutLine(claim.id()))).containsExactly(kept);
        assertThat(asEmployee(() -> keepReceipt.keep(claim.id(), "again.jpg", photo)))
                .as("the same photo is kept once")
                .isEqualTo(kept);
        refused(
                "expense.receipt-unknown",
                () -> asEmployee(() -> keepLine.keep(
                        claim.id(), 0, null, referring(expense("TRAVEL", "Train", "12.00", null), "ab"))));
        notFound(() -> company.asPerson(other, () -> keepReceipt.keep(claim.id(), "theirs.jpg", photo)));
        notFound(() -> company.asPerson(other, () -> claims.receiptsWithoutLine(claim.id())));
        UUID line = asEmployee(() -> keepLine.keep(
                claim.id(), 0, null, referring(expense("TRAVEL", "Train", "12.00", null), kept.sha256())));
        assertThat(asEmployee(() -> claims.receiptsWithoutLine(claim.id()))).isEmpty();
        assertThat(asEmployee(() -> openReceipt.open(claim.id(), line)).content())
                .isEqualTo(photo);
        asEmployee(() -> {
            removeLine.remove(claim.id(), now(claim).edition(), line);
            return true;
        });
        assertThat(asEmployee(() -> claims.receiptsWithoutLine(claim.id()))).containsExactly(kept);
    }

    @Test
    void anAllowanceIsClaimedWhenTheTripIsOver() {
        ClaimView claim = claim("On the way");
        // It is 10:47 in Warsaw.
        refused(
                "expense.trip-not-over",
                () -> add(
                        claim,
                        reckoned(
                                "PER_DIEM",
                                null,
                                new Trip(DAY.atTime(8, 0), DAY.plusDays(2).atTime(10, 48), 0, 0, 0))));
        add(
                claim,
                reckoned(
                        "PER_DIEM",
                        null,
                        new Trip(DAY.atTime(8, 0), DAY.plusDays(2).atTime(10, 47), 0, 0, 0)));
        assertThat(now(claim).lines()).hasSize(1);
    }

    @Test
    void twoFirstClaimsCodedAtOnceMakeOnePartner() throws Exception {
        for (String purpose : List.of("One", "Two")) {
            sent(purpose, purpose.equals("One") ? "11.00" : "12.00");
            decide(
                    superior,
                    APPROVER,
                    tasks(superior).stream()
                            .filter(task -> task.key().equals("Task_ApproveClaim"))
                            .findFirst()
                            .orElseThrow()
                            .id());
        }
        List<UUID> coding = tasks(accountant).stream().map(task -> task.id()).toList();
        assertThat(coding).hasSize(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> both = new ArrayList<>();
            for (UUID task : coding) {
                both.add(two.submit(() -> company.asPerson(accountant, ACCOUNTANT, () -> {
                    completeTask.complete(new io.simbaerp.task.TaskCompletion(task, "post", null, null, null));
                    return true;
                })));
            }
            for (Future<Boolean> one : both) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            two.shutdown();
        }
        dueJobs.run();
        assertThat(company.<Long>inTransaction(() -> jdbc.sql(
                                "select count(*) from party.party where name = 'employee'" + " and company_id = ?")
                        .param(company.id().value())
                        .query(Long.class)
                        .single()))
                .isEqualTo(1);
        assertThat(company.as(() -> openItems.payableUntil(java.time.LocalDate.of(2027, 1, 1))))
                .hasSize(2);
    }

    @Test
    void manyClaimsAreReadInAsManyStatementsAsOne() {
        List<UUID> ids = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            ClaimView claim = claim("Claim " + n);
            add(claim, expense("TRAVEL", "Train " + n, "1" + n + ".00", "ticket " + n));
            ids.add(claim.id());
        }
        int one = CountedStatements.of(() -> asEmployee(() -> claims.byIds(ids.subList(0, 1))));
        int four = CountedStatements.of(() -> assertThat(asEmployee(() -> claims.byIds(ids)))
                .extracting(ClaimView::id)
                .isEqualTo(ids));
        assertThat(four).isEqualTo(one);
        assertThat(asEmployee(() -> claims.byIds(ids)))
                .allSatisfy(claim -> assertThat(claim.lines()).hasSize(1));
    }

    private List<UUID> listed() {
        return lists.ids("expense-claims", new LinkedMultiValueMap<>(), 50).items();
    }

    private static void notFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(NotFound.class);
    }

    private static String refusal(Attack attack, String role, List<String> before, String... statements)
            throws Exception {
        List<String> all = new ArrayList<>(before);
        all.addAll(List.of(statements));
        return Objects.toString(attack.refusal(role, all.toArray(String[]::new)), null);
    }

    private static String decided(String level, UUID by, @org.jspecify.annotations.Nullable UUID forWhom) {
        return "insert into approval.approval_decision (company_id, id, request_id, level, decision, content_hash,"
                + " decided_by, on_behalf_of, decided_at) select company_id, gen_random_uuid(), id, '" + level
                + "', 'APPROVE', content_hash, '" + by + "', " + (forWhom == null ? "null" : "'" + forWhom + "'")
                + ", now() from approval.approval_request where voided_at is null and subject_kind = 'expense-claim'";
    }

    private static String asked(String levels, String rounds) {
        return "insert into approval.approval_request (company_id, id, subject_kind, subject_id, levels, content_hash,"
                + " requested_at, requested_by, rounds) select company_id, gen_random_uuid(), subject_kind, subject_id, "
                + levels + ", content_hash, now(), 'system:test', " + rounds
                + "::jsonb from approval.approval_request";
    }
}

package io.simbaerp.workflow.expense;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.company.AddExchangeRate;
import io.simbaerp.expense.ClaimState;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.LineDraft;
import io.simbaerp.expense.policy.Finding;
import io.simbaerp.expense.reckoning.Drive;
import io.simbaerp.expense.reckoning.Trip;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What claims are worth, what speaks against them, who may do what, and that PostgreSQL holds it too. */
@ModuleTest
class ExpenseRulesModuleTest extends ExpenseDesk {

    @Autowired
    RegisterParty registerParty;

    @Test
    void drivesAllowancesAndForeignAmountsAreWorthWhatTheRatesOfTheirDaySay() {
        ClaimView claim = claim("Worth");
        add(claim, reckoned("MILEAGE", new Drive(Drive.Vehicle.CAR, new BigDecimal("120.5"), "A to B"), null));
        add(
                claim,
                reckoned(
                        "PER_DIEM",
                        null,
                        new Trip(DAY.minusDays(2).atTime(6, 0), DAY.minusDays(1).atTime(15, 0), 1, 0, 0)));
        refused(
                "expense.rate-missing",
                () -> add(claim, expense("LODGING", "Hotel", "100.00", "EUR", "a", LineDraft.PaidBy.OWN)));
        for (int day = 13; day <= 18; day++) {
            String mid = "4.2" + day;
            int on = day;
            company.run(() -> addRate.add(new AddExchangeRate.Draft(
                    CurrencyCode.EUR, DAY.withDayOfMonth(on), new BigDecimal(mid), on + "/A/NBP/2026", "NBP")));
        }
        add(claim, expense("LODGING", "Hotel", "100.00", "EUR", "a", LineDraft.PaidBy.CARD));
        List<ClaimView.LineView> lines = now(claim).lines();
        assertThat(lines.get(0).base()).isEqualTo(Money.of("138.58", "PLN"));
        assertThat(lines.get(1).base())
                .as("33 hours: two allowances less a quarter")
                .isEqualTo(Money.of("78.75", "PLN"));
        assertThat(lines.get(2).base())
                .as("the rate of the day before, never of the day")
                .isEqualTo(Money.of("421.70", "PLN"));
        assertThat(Objects.requireNonNull(lines.get(2).rate()).table()).isEqualTo("17/A/NBP/2026");
        refused(
                "expense.trip-too-short",
                () -> add(claim, reckoned("PER_DIEM", null, new Trip(DAY.atTime(8, 0), DAY.atTime(15, 59), 0, 0, 0))));
        send(claim);
        decide(superior, APPROVER, "approve", null, null);
        decide(accountant, ACCOUNTANT, "post", null, null);
        JournalEntryDetails entry = entry(claim);
        assertThat(amounts(entry, "234")).containsExactly(Money.of("217.33", "PLN"));
        assertThat(amounts(entry, "240-05")).as("what the card paid").containsExactly(Money.of("421.70", "PLN"));
    }

    @Test
    void whatSpeaksAgainstALineIsSaidAndAReceiptClaimedTwiceIsLookedAtTwice() {
        sent("First", "120.00");
        decide(superior, APPROVER, "approve", null, null);
        ClaimView again = claim("Second");
        add(again, expense("TRAVEL", "Train", "120.00", "First"));
        add(again, expense("TAXI", "Far", "350.00", "taxi"));
        add(again, expense("TAXI", "Far again", "350.00", "taxi on paper"));
        assertThat(now(again).findings())
                .extracting(Finding::kind)
                .contains(Finding.Kind.SAME_RECEIPT, Finding.Kind.SAME_EXPENSE, Finding.Kind.ABOVE_LIMIT);
        decide(accountant, ACCOUNTANT, "post", null, null);
        company.inTransaction(
                () -> jdbc.sql("delete from identity.role_duty where duty = 'APPROVE_EXPENSE_ABOVE_LIMIT'")
                        .update());
        refused("expense.nobody-approves", () -> send(again));
        company.inTransaction(() -> jdbc.sql(
                        "insert into identity.role_duty (company_id, role_id, duty)"
                                + " select company_id, id, 'APPROVE_EXPENSE_ABOVE_LIMIT' from identity.role where code = 'director'")
                .update());
        send(again);
        decide(superior, APPROVER, "approve", null, null);
        assertThat(task().candidateDuties()).containsExactly(Duty.APPROVE_EXPENSE_ABOVE_LIMIT);
        decide(director, DIRECTOR, "approve", null, null);
        assertThat(now(again).state()).isEqualTo(ClaimState.APPROVED);
    }

    @Test
    void taxIsDeductedFromInvoicesOfPartnersAlone() {
        ClaimView claim = claim("Hotel");
        UUID line = add(claim, invoice("Hotel", "246.00", "5260250274", "FV/7"));
        send(claim);
        decide(superior, APPROVER, "approve", null, null);
        String coding = "{\"lines\":[{\"line\":\"" + line
                + "\",\"account\":\"409-01\",\"costCentre\":\"200\",\"taxCode\":\"Z23\"}]}";
        refused("expense.vat-needs-partner", () -> decide(accountant, ACCOUNTANT, "post", null, coding));
        company.run(() -> registerParty.register(new PartyDraft(
                "Hotel Sp. z o.o.",
                List.of("5260250274"),
                new Address("Prosta 1", null, "00-001", "Warszawa", null, "PL"),
                true,
                false)));
        refused(
                "expense.coding-control-account",
                () -> decide(accountant, ACCOUNTANT, "post", null, coding.replace("409-01", "202")));
        decide(accountant, ACCOUNTANT, "post", null, coding);
        JournalEntryDetails entry = entry(claim);
        assertThat(amounts(entry, "409-01")).containsExactly(Money.of("200.00", "PLN"));
        assertThat(amounts(entry, "223-01")).containsExactly(Money.of("46.00", "PLN"));
        assertThat(company.inTransaction(() -> jdbc.sql("""
                                select document_number || ' ' || base || ' ' || tax || ' ' || vat_period
                                  from tax.vat_register_row where company_id = ?""")
                        .param(company.id().value())
                        .query(String.class)
                        .single()))
                .startsWith("FV/7 200.0000 46.0000 2026-11");
    }

    @Test
    void whatTheBooksRefuseComesBackToWhoeverCodesAndAClaimantMayTakeItBack() {
        ClaimView claim = approved("Refused");
        UUID task = task().id();
        company.asPerson(accountant, ACCOUNTANT, () -> {
            completeTask.complete(new io.simbaerp.task.TaskCompletion(task, "post", null, null, null));
            return true;
        });
        company.run(() -> closePeriod.close("2026-11"));
        dueJobs.run();
        assertThat(now(claim).state()).isEqualTo(ClaimState.APPROVED);
        assertThat(task().key()).isEqualTo("Task_CodeClaim");
        assertThat(company.asPerson(accountant, () -> tasks.page(task().id(), java.util.Map.of()))
                        .orElseThrow()
                        .form()
                        .model()
                        .toString())
                .contains("2026-11");
        refused("period.closed", () -> decide(accountant, ACCOUNTANT, "post", null, null));
        decide(accountant, ACCOUNTANT, "post", null, "{\"postingDate\":\"2026-12-01\"}");
        assertThat(now(claim).state()).isEqualTo(ClaimState.POSTED);

        takeBack(sent("Taken back", "10.00"));
        takeBack(approved("Taken back later"));
        assertThat(open()).isEmpty();
        ClaimView sentBack = approved("Sent back");
        refused("approval.reason-missing", () -> decide(accountant, ACCOUNTANT, "return", null, null));
        decide(accountant, ACCOUNTANT, "return", "Unreadable receipt", null);
        assertThat(now(sentBack).state()).isEqualTo(ClaimState.DRAFT);
        assertThat(ended(sentBack)).contains("End_ClaimSentBack");
        send(sentBack);
        decide(superior, APPROVER, "approve", null, null);
        decide(accountant, ACCOUNTANT, "reject", "Private", null);
        assertThat(now(sentBack).state()).isEqualTo(ClaimState.REJECTED);
        assertThat(ended(sentBack)).contains("End_ClaimRefused");
    }

    @Test
    void nobodyDecidesAboutTheirOwnAndWhatWasSentStands() throws Exception {
        company.run(() -> setSuperior.set(accountant, new io.simbaerp.identity.superior.SuperiorDraft(superior, null)));
        ClaimView own = company.asPerson(
                accountant, () -> begin.begin(new io.simbaerp.expense.ClaimDraft("Mine", DAY, DAY, "200"), null));
        Acting deputy = new Acting(Actor.person(superior), company.id(), EnumSet.allOf(Duty.class));
        refused("expense.own-name-only", () -> company.currentActor()
                .as(
                        deputy.onBehalfOf(accountant),
                        () -> begin.begin(new io.simbaerp.expense.ClaimDraft("Theirs", DAY, DAY, "200"), null)));
        refused("expense.own-name-only", () -> company.currentActor()
                .as(
                        deputy.onBehalfOf(accountant),
                        () -> keep(own, own.edition(), null, expense("TRAVEL", "Bus", "5.00", "theirs"))));
        company.asPerson(accountant, () -> keep(own, own.edition(), null, expense("TRAVEL", "Train", "9.00", "mine")));
        company.asPerson(accountant, () -> {
            send.send(own.id(), now(own).edition());
            return true;
        });
        dueJobs.run();
        decide(superior, APPROVER, "approve", null, null);
        refused("approval.own-work-claimed-expense", () -> decide(accountant, ACCOUNTANT, "post", null, null));

        Attack attack = new Attack(database, company.id());
        String claim = "(select id from expense.claim)";
        String line = "(select id from expense.line)";
        String code = "insert into expense.coding (company_id, line_id, account, tax_code, coded_by, coded_at)"
                + " select company_id, id, '409-01', 'NP', 'person:%s', now() from expense.line";
        String post = "update expense.claim set state = 'POSTED', posted_at = now(), entry_id = gen_random_uuid()";
        String voided = "update approval.approval_request set voided_at = now()";
        for (String role : List.of(TestDatabase.OWNER, TestDatabase.APPLICATION)) {
            assertThat(attack.refusal(role, "update expense.claim set purpose = 'Other'"))
                    .isEqualTo("sent_claim_stands");
            assertThat(attack.refusal(role, "update expense.line set gross = 900, base = 900"))
                    .isEqualTo("line_of_a_sent_claim_stands");
            assertThat(attack.refusal(role, "delete from expense.line where id = " + line))
                    .isEqualTo("line_of_a_sent_claim_stands");
            assertThat(attack.refusal(role, "update expense.claim set claimant = gen_random_uuid()"))
                    .isEqualTo("claim_keeps_its_claimant");
            assertThat(attack.refusal(role, code.formatted(accountant))).isEqualTo("claim_is_coded_by_others");
            assertThat(attack.refusal(role, post)).isEqualTo("claim_is_coded_by_others");
            assertThat(attack.refusal(role, code.formatted(other), voided, post))
                    .isEqualTo("claim_is_posted_as_approved");
            assertThat(attack.refusal(
                            role,
                            "update expense.claim set state = 'SENT'",
                            "update expense.claim set"
                                    + " state = 'POSTED', posted_at = now(), entry_id = gen_random_uuid()"))
                    .isEqualTo("claim_takes_its_way");
            assertThat(attack.refusal(role, code.formatted(other), post))
                    .as("the honest way")
                    .isNull();
            assertThat(attack.refusal(
                            role,
                            "insert into expense.claim (company_id, id, number, claimant, purpose, first_day, last_day,"
                                    + " state, created_by, created_at, content, content_hash, sent_at) select company_id,"
                                    + " gen_random_uuid(), 'X', claimant, 'x', first_day, last_day, 'SENT', 'x', now(),"
                                    + " 'x', 'x', now() from expense.claim where id = " + claim))
                    .isEqualTo("claim_begins_as_a_draft");
        }
        assertThat(attack.refusal(
                        TestDatabase.APPLICATION,
                        "insert into approval.approval_decision (company_id, id, request_id, level, decision,"
                                + " content_hash, decided_by, decided_at) select company_id, gen_random_uuid(), id,"
                                + " 'APPROVE_EXPENSE', 'APPROVE', content_hash, '" + accountant
                                + "', now() from approval.approval_request"))
                .isEqualTo("approver_did_not_claim");
    }

    private void takeBack(ClaimView claim) {
        asEmployee(() -> {
            withdraw.withdraw(claim.id(), "Paid by the client");
            return true;
        });
        dueJobs.run();
        assertThat(now(claim).state()).isEqualTo(ClaimState.WITHDRAWN);
        assertThat(ended(claim)).contains("End_ClaimWithdrawn");
    }

    private JournalEntryDetails entry(ClaimView claim) {
        return company.as(() -> entries.byId(
                        new JournalEntryId(Objects.requireNonNull(now(claim).entryId())))
                .orElseThrow());
    }

    private static List<Money> amounts(JournalEntryDetails entry, String account) {
        return entry.lines().stream()
                .filter(line -> line.account().equals(account))
                .map(line -> line.debit() == null ? line.credit() : line.debit())
                .filter(Objects::nonNull)
                .toList();
    }
}

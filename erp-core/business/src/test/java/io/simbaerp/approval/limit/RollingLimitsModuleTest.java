package io.simbaerp.approval.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.ApprovalQuestion;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.AskForApproval;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.RequestApproval;
import io.simbaerp.approval.VoidApprovals;
import io.simbaerp.approval.round.Round;
import io.simbaerp.approval.round.RoundKind;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.money.Money;
import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class RollingLimitsModuleTest {

    private static final Duty LEVEL = Duty.APPROVE_INVOICE;
    private static final Duty ABOVE = Duty.APPROVE_INVOICE_ABOVE_LIMIT;
    private static final String HASH = "0".repeat(64);

    @Autowired
    TestCompanies companies;

    @Autowired
    SetRollingLimit setLimit;

    @Autowired
    AskToEndRollingLimit askToEnd;

    @Autowired
    EndRollingLimit endLimit;

    @Autowired
    RollingLimits limits;

    @Autowired
    ReachedLimits reachedLimits;

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
    RegisterParty registerParty;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    TestDatabase database;

    @Autowired
    TestClock clock;

    private TestCompany company;
    private UUID supplier;
    private final UUID manager = UUID.randomUUID();
    private final UUID director = UUID.randomUUID();

    @BeforeEach
    void makeCompany() {
        company = companies.create();
        supplier = supplier("Wózkomir");
    }

    @AfterEach
    void resetClock() {
        clock.set(TestClock.START);
    }

    @Test
    void splittingAnInvoiceDoesNotHelp() {
        set(LimitScope.EACH, LimitScope.EACH, LimitScope.TOGETHER);
        assertThat(reached(manager, "8000"))
                .singleElement()
                .matches(limit -> limit.left().equals(pln("20000.00")) && !limit.exceeded());
        assertThat(approved(manager, "8000")).isEmpty();
        assertThat(approved(manager, "12000")).as("exactly up to the limit").isEmpty();
        assertThat(reached(manager, "0.01"))
                .singleElement()
                .matches(limit -> limit.left().isZero() && limit.exceeded());

        Subject third = asked(LEVEL);
        approve(manager, third, "0.01");
        assertThat(next(third)).as("the level above is asked too").isEqualTo(ABOVE);
        assertThat(granted(third)).isFalse();
        assertThat(company.as(() -> approvals.of(third))).singleElement().matches(decision -> decision.beyondLimit());
        assertThatThrownBy(() -> decide(manager, third, ABOVE, commitment("0.01", supplier, Map.of())))
                .hasMessageContaining("approval.already-decided");
        decide(director, third, ABOVE, commitment("0.01", supplier, Map.of()));
        assertThat(granted(third)).isTrue();
    }

    @Test
    void everySupplierAndEveryPersonIsCountedApartWhereTheLimitSaysSo() {
        set(LimitScope.EACH, LimitScope.EACH, LimitScope.TOGETHER);
        assertThat(approved(manager, "20000")).isEmpty();
        assertThat(approved(director, "20000")).isEmpty();
        UUID other = supplier("Drugi");
        Subject elsewhere = asked(LEVEL);
        decide(manager, elsewhere, LEVEL, commitment("20000", other, Map.of()));
        assertThat(granted(elsewhere)).isTrue();
    }

    @Test
    void allTogetherCountsWhatOthersApproved() {
        set(LimitScope.TOGETHER, LimitScope.TOGETHER, LimitScope.TOGETHER);
        assertThat(approved(director, "15000")).isEmpty();
        assertThat(approved(manager, "5000.01")).contains(ABOVE);
        assertThat(approved(manager, "5000")).as("what went above didn't count").isEmpty();
    }

    @Test
    void aCostCentreIsCountedByItsPart() {
        set(LimitScope.TOGETHER, LimitScope.TOGETHER, LimitScope.EACH);
        Subject first = asked(LEVEL);
        decide(manager, first, LEVEL, commitment("38000", supplier, Map.of("310", pln("19000"), "320", pln("19000"))));
        assertThat(granted(first)).isTrue();
        Subject second = asked(LEVEL);
        decide(manager, second, LEVEL, commitment("2000", supplier, Map.of("310", pln("1500"), "330", pln("500"))));
        assertThat(next(second)).isEqualTo(ABOVE);
        Subject third = asked(LEVEL);
        decide(manager, third, LEVEL, commitment("2000", supplier, Map.of("310", pln("1000"), "330", pln("1000"))));
        assertThat(granted(third)).isTrue();
    }

    /** Each approver uses up their own limit; a limit of all together counts the matter once, however many approved it. */
    @Test
    void aMatterThatSeveralApproveInTheLastRoundCountsOnce() {
        UUID limit = set(LimitScope.TOGETHER, LimitScope.EACH, LimitScope.TOGETHER);
        Subject matter = askedOf(3);
        approve(manager, matter, "12000");
        approve(director, matter, "12000");
        assertThat(company.asPerson(
                        UUID.randomUUID(),
                        () -> reachedLimits.of(LEVEL, commitment("12000", supplier, Map.of()), matter.id(), true)))
                .as("what counts of the matter itself is no more than it will be")
                .singleElement()
                .matches(one -> one.used().isZero() && !one.exceeded());
        approve(UUID.randomUUID(), matter, "12000");
        assertThat(granted(matter)).as("none of the three went beyond").isTrue();
        assertThat(reached(manager, "8000"))
                .singleElement()
                .matches(one -> one.used().equals(pln("12000.00")) && !one.exceeded());
        assertThat(approved(manager, "8000.01")).contains(ABOVE);
        as(manager, () -> askToEnd.ask(limit, "Each apart from now on"));
        as(director, () -> endLimit.end(limit));

        set(LimitScope.EACH, LimitScope.EACH, LimitScope.TOGETHER);
        assertThat(approved(manager, "8000.01")).as("12 000 of their own").contains(ABOVE);
        assertThat(approved(director, "8000")).isEmpty();
    }

    @Test
    void whatIsRefusedSentBackOrDecidedAboveUsesUpNothing() {
        set(LimitScope.TOGETHER, LimitScope.EACH, LimitScope.TOGETHER);
        for (Decision no : List.of(Decision.REJECT, Decision.RETURN)) {
            Subject matter = askedOf(2);
            approve(manager, matter, "20000");
            assertThat(reached(director, "0")).singleElement().matches(one -> one.left()
                    .isZero());
            as(
                    director,
                    () -> decideApproval.decide(new ApprovalDecisionDraft(
                            matter, LEVEL, no, HASH, "Not like this", List.of(), Extent.NONE)));
            assertThat(reached(director, "0")).as(no.name()).singleElement().matches(one -> one.used()
                    .isZero());
        }
        Subject outvoted = new Subject(MatrixOfTheTest.KIND, UUID.randomUUID());
        company.run(() -> askForApproval.ask(
                new ApprovalQuestion(outvoted, List.of(new Round(RoundKind.K_OF_N, 2, null, seats(3))), HASH, null)));
        approve(manager, outvoted, "20000");
        as(director, () -> decideApproval.decide(no(outvoted)));
        assertThat(reached(director, "0"))
                .as("one no of three refuses nothing yet")
                .singleElement()
                .matches(one -> one.left().isZero());
        as(UUID.randomUUID(), () -> decideApproval.decide(no(outvoted)));
        assertThat(reached(director, "0")).singleElement().matches(one -> one.used()
                .isZero());

        Subject beyond = askedOf(2);
        approve(manager, beyond, "15000");
        assertThat(approved(director, "5000")).isEmpty();
        decide(director, beyond, LEVEL, commitment("15000.01", supplier, Map.of()));
        assertThat(next(beyond)).isEqualTo(ABOVE);
        assertThat(reached(manager, "0"))
                .as("somebody above answers for all of it")
                .singleElement()
                .matches(one -> one.used().equals(pln("5000.00")));
    }

    @Test
    void aCreditNoteUsesItUpByItsSize() {
        set(LimitScope.EACH, LimitScope.EACH, LimitScope.TOGETHER);
        assertThat(approved(manager, "-15000")).isEmpty();
        assertThat(approved(manager, "6000")).contains(ABOVE);
    }

    @Test
    void theLimitComesBackAfterItsDaysAndWhenAnApprovalFalls() {
        set(LimitScope.EACH, LimitScope.EACH, LimitScope.TOGETHER);
        Subject first = asked(LEVEL);
        approve(manager, first, "20000");
        assertThat(approved(manager, "1")).contains(ABOVE);
        company.run(() -> voidApprovals.voidApprovals(first));
        assertThat(approved(manager, "20000")).isEmpty();
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(approved(manager, "1")).contains(ABOVE);
        clock.advance(Duration.ofSeconds(1));
        assertThat(approved(manager, "1")).isEmpty();
    }

    @Test
    void whoDecidesForSomebodyUsesUpThatPersonsLimit() {
        set(LimitScope.EACH, LimitScope.EACH, LimitScope.TOGETHER);
        assertThat(approved(manager, "15000")).isEmpty();
        UUID substitute = UUID.randomUUID();
        Subject next = asked(LEVEL);
        Acting acting =
                new Acting(Actor.person(substitute), company.id(), EnumSet.allOf(Duty.class)).onBehalfOf(manager);
        currentActor.run(
                acting, () -> decideApproval.decide(draft(next, LEVEL, commitment("6000", supplier, Map.of()))));
        assertThat(next(next)).isEqualTo(ABOVE);
    }

    @Test
    void whereNobodyStandsAboveItIsRefusedAndNothingIsWritten() {
        set(LimitScope.EACH, LimitScope.EACH, LimitScope.TOGETHER);
        Subject matter = new Subject(MatrixOfTheTest.KIND, UUID.randomUUID());
        company.run(() -> requestApproval.request(matter, List.of(ABOVE), HASH));
        company.run(() -> setLimit.set(draft(ABOVE, LimitScope.EACH, LimitScope.EACH, LimitScope.TOGETHER)));
        assertThatThrownBy(() -> decide(manager, matter, ABOVE, commitment("20000.01", supplier, Map.of())))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("approval.beyond-rolling-limit");
        assertThat(company.as(() -> approvals.of(matter))).isEmpty();
    }

    @Test
    void whereAnotherLevelIsAskedAnywayTheFirstUsesUpNothing() {
        set(LimitScope.EACH, LimitScope.EACH, LimitScope.TOGETHER);
        Subject large = new Subject(MatrixOfTheTest.KIND, UUID.randomUUID());
        company.run(() -> requestApproval.request(large, List.of(LEVEL, ABOVE), HASH));
        assertThat(company.as(() -> approvals.standing(large)).orElseThrow().isLast(Seat.of(LEVEL)))
                .isFalse();
        approve(manager, large, "90000");
        assertThat(approved(manager, "20000")).isEmpty();
    }

    @Test
    void ofTwoAtOnceOneGoesBeyond() {
        set(LimitScope.EACH, LimitScope.EACH, LimitScope.TOGETHER);
        Subject one = asked(LEVEL);
        Subject two = asked(LEVEL);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> approve(manager, one, "12000")),
                        CompletableFuture.runAsync(() -> approve(manager, two, "12000")))
                .join();
        assertThat(List.of(granted(one), granted(two))).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aLimitEndsByTwoPeopleOnly() {
        UUID id = set(LimitScope.EACH, LimitScope.EACH, LimitScope.TOGETHER);
        assertThatThrownBy(() -> as(director, () -> endLimit.end(id))).hasMessageContaining("end-not-asked");
        assertThatThrownBy(() -> as(manager, () -> askToEnd.ask(id, " "))).hasMessageContaining("reason-missing");
        as(manager, () -> askToEnd.ask(id, "Too low for the season"));
        assertThatThrownBy(() -> as(manager, () -> endLimit.end(id))).hasMessageContaining("end-own");
        assertThat(approved(manager, "20001"))
                .as("it counts until somebody else agrees")
                .contains(ABOVE);
        as(director, () -> endLimit.end(id));
        assertThat(company.as(() -> limits.byId(id)).inForce()).isFalse();
        assertThat(approved(manager, "20001")).isEmpty();
        assertThatThrownBy(() -> as(manager, () -> askToEnd.ask(id, "again"))).hasMessageContaining("ended");
    }

    @Test
    void whatMakesNoSenseIsRefusedByItsField() {
        assertThatThrownBy(() -> company.run(() ->
                        setLimit.set(draft(Duty.APPROVE_PAYMENT, LimitScope.EACH, LimitScope.EACH, LimitScope.EACH))))
                .hasMessageContaining("level-unknown");
        assertThatThrownBy(() -> set(LimitScope.ONE, LimitScope.EACH, LimitScope.EACH))
                .hasMessageContaining("person-unknown");
        assertThatThrownBy(() -> set(LimitScope.EACH, LimitScope.ONE, LimitScope.EACH))
                .hasMessageContaining("supplier-unknown");
        assertThatThrownBy(() -> set(LimitScope.EACH, LimitScope.EACH, LimitScope.ONE))
                .hasMessageContaining("cost-centre-missing");
    }

    /** As the application's role with SQL of its own. */
    @Test
    void theDatabaseRefusesWhatTheApplicationWould() throws SQLException {
        UUID id = set(LimitScope.EACH, LimitScope.EACH, LimitScope.TOGETHER);
        assertThat(approved(manager, "20000")).isEmpty();
        Subject open = asked(LEVEL);
        Attack attack = new Attack(database, company.id());
        String decision = "insert into approval.approval_decision (company_id, id, request_id, level, decision,"
                + " content_hash, decided_by, decided_at, supplier_id, net, centres, counts, beyond)"
                + " select company_id, gen_random_uuid(), id, 'APPROVE_INVOICE', 'APPROVE', content_hash, '" + manager
                + "', '" + clock.instant() + "', '" + supplier + "', %s, '{}', false, null"
                + " from approval.approval_request where subject_id = '" + open.id() + "'";
        assertThat(attack.refusal(TestDatabase.APPLICATION, decision.formatted("0.01")))
                .isEqualTo("approval_beyond_a_limit_asks_above");
        assertThat(attack.refusal(TestDatabase.APPLICATION, decision.formatted("null")))
                .isEqualTo("approval_under_limits_names_its_amount");
        assertThat(attack.refusal(TestDatabase.APPLICATION, "update approval.rolling_limit set amount = 1000000"))
                .isEqualTo("rolling_limit_only_ends");
        assertThat(attack.refusal(
                        TestDatabase.OWNER, "update approval.rolling_limit set days = 1 where id = '" + id + "'"))
                .isEqualTo("rolling_limit_only_ends");
        assertThat(attack.refusal(
                        TestDatabase.APPLICATION,
                        "update approval.rolling_limit set ended_by = 'person:x', ended_at = now()"))
                .isEqualTo("rolling_limit_is_ended_by_two");
        assertThat(attack.refusal(
                        TestDatabase.APPLICATION,
                        "update approval.rolling_limit set end_asked_by = 'person:x', end_asked_at = now(),"
                                + " end_reason = 'x', ended_by = 'person:x', ended_at = now()"))
                .isEqualTo("rolling_limit_is_ended_by_two");
        assertThat(attack.refusal(TestDatabase.APPLICATION, "delete from approval.rolling_limit"))
                .isEqualTo(Attack.PERMISSION);
        assertThat(attack.refusal(TestDatabase.OWNER, "delete from approval.rolling_limit"))
                .isEqualTo("rolling_limit_is_never_removed");
        assertThat(attack.refusal(TestDatabase.OWNER, "update approval.approval_decision set net = 0"))
                .isEqualTo("decision_is_never_changed");
    }

    private UUID set(LimitScope persons, LimitScope suppliers, LimitScope centres) {
        return company.as(() -> setLimit.set(draft(LEVEL, persons, suppliers, centres)));
    }

    private static RollingLimitDraft draft(Duty duty, LimitScope persons, LimitScope suppliers, LimitScope centres) {
        return new RollingLimitDraft(
                duty, persons, null, suppliers, null, centres, null, 30, pln("20000"), "Nobody splits invoices");
    }

    private UUID supplier(String name) {
        return company.as(() -> registerParty.register(
                        new PartyDraft(name, List.of(), new Address(null, null, null, null, null, "PL"), true, false)))
                .value();
    }

    private List<ReachedLimit> reached(UUID person, String net) {
        return company.asPerson(
                person, () -> reachedLimits.of(LEVEL, commitment(net, supplier, Map.of()), UUID.randomUUID(), true));
    }

    /** Asked of so many at once, all of whom must agree. */
    private Subject askedOf(int seats) {
        Subject matter = new Subject(MatrixOfTheTest.KIND, UUID.randomUUID());
        company.run(() -> askForApproval.ask(
                new ApprovalQuestion(matter, List.of(new Round(RoundKind.ALL, 0, null, seats(seats))), HASH, null)));
        return matter;
    }

    private static List<Seat> seats(int seats) {
        return IntStream.rangeClosed(1, seats)
                .mapToObj(place -> new Seat(LEVEL, null, place))
                .toList();
    }

    private static ApprovalDecisionDraft no(Subject matter) {
        return new ApprovalDecisionDraft(matter, LEVEL, Decision.REJECT, HASH, "Not like this", List.of(), Extent.NONE);
    }

    private Subject asked(Duty level) {
        Subject matter = new Subject(MatrixOfTheTest.KIND, UUID.randomUUID());
        company.run(() -> requestApproval.request(matter, List.of(level), HASH));
        return matter;
    }

    /** Approves so much of another matter; says who else is asked then. */
    private Optional<Duty> approved(UUID person, String net) {
        Subject matter = asked(LEVEL);
        approve(person, matter, net);
        return company.as(() -> approvals.nextLevel(matter));
    }

    private void approve(UUID person, Subject matter, String net) {
        decide(person, matter, LEVEL, commitment(net, supplier, Map.of()));
    }

    private void decide(UUID person, Subject matter, Duty level, Commitment commitment) {
        as(person, () -> decideApproval.decide(draft(matter, level, commitment)));
    }

    private static ApprovalDecisionDraft draft(Subject matter, Duty level, Commitment commitment) {
        return new ApprovalDecisionDraft(
                matter, level, Decision.APPROVE, HASH, null, List.of(), Extent.NONE, commitment, null);
    }

    private static Commitment commitment(String net, UUID supplier, Map<String, Money> centres) {
        return new Commitment(supplier, pln(net), centres);
    }

    private void as(UUID person, Runnable work) {
        company.asPerson(person, () -> {
            work.run();
            return true;
        });
    }

    private @Nullable Duty next(Subject matter) {
        return company.as(() -> approvals.nextLevel(matter).orElse(null));
    }

    private boolean granted(Subject matter) {
        return company.as(() -> approvals.granted(matter, HASH));
    }

    private static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }
}

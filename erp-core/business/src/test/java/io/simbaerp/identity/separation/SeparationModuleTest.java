package io.simbaerp.identity.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.Staff;
import io.simbaerp.identity.StandardRoles;
import io.simbaerp.identity.role.GrantLimits;
import io.simbaerp.identity.role.GrantRole;
import io.simbaerp.identity.role.People;
import io.simbaerp.identity.role.PersonView;
import io.simbaerp.identity.role.RevokeRole;
import io.simbaerp.identity.role.Roles;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Roles in people's hands: limits, conflicts that are refused, and exceptions that end. */
@ModuleTest
class SeparationModuleTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    GrantRole grantRole;

    @Autowired
    RevokeRole revokeRole;

    @Autowired
    People people;

    @Autowired
    Roles roles;

    @Autowired
    DutyConflicts conflicts;

    @Autowired
    RequestDutyException request;

    @Autowired
    ApproveDutyException approve;

    @Autowired
    WithdrawDutyException withdraw;

    @Autowired
    Memberships memberships;

    @Autowired
    TestClock clock;

    @Autowired
    TestDatabase database;

    private Staff staff;
    private TestCompany company;
    private UUID admin;
    private UUID director;
    private UUID manager;

    @BeforeEach
    void people() {
        staff = Staff.of(beans);
        company = staff.company();
        admin = staff.person("admin");
        director = staff.person("director");
        manager = staff.person("manager");
    }

    @AfterEach
    void today() {
        clock.set(TestClock.START);
    }

    @Test
    void noStandardRoleConflictsWithinItself() {
        StandardRoles.all().forEach(role -> {
            UUID somebody = staff.person(role.code());
            assertThat(acting(somebody).duties()).as(role.code()).containsAll(role.duties());
        });
        assertThat(company.as(conflicts::present)).isEmpty();
        assertThat(company.as(conflicts::rules)).hasSizeGreaterThan(15);
        assertThat(company.as(roles::all)).hasSize(StandardRoles.all().size());
    }

    @Test
    void aGrantHasLimitsAndSaysWhyADutyIsHeld() {
        UUID somebody = staff.person("auditor");
        as(
                admin,
                () -> grantRole.grant(
                        somebody, "manager", GrantLimits.of("10 000,00", "320, 400", "purchase-invoice")));

        Acting acting = acting(somebody);
        assertThat(acting.may(Duty.APPROVE_INVOICE, Extent.of(1_000_000, Set.of("320"), "purchase-invoice")))
                .isTrue();
        assertThat(acting.may(Duty.APPROVE_INVOICE, Extent.of(1_000_001, Set.of("320"), "purchase-invoice")))
                .isFalse();
        assertThat(acting.may(Duty.APPROVE_INVOICE, Extent.of(1, Set.of("500"), "purchase-invoice")))
                .isFalse();
        PersonView view = company.as(() -> people.byId(somebody)).orElseThrow();
        assertThat(view.duties())
                .filteredOn(held -> held.duty() == Duty.APPROVE_INVOICE)
                .extracting(PersonView.HeldDuty::role)
                .containsExactly("manager");
        assertThat(view.duties())
                .filteredOn(held -> held.duty() == Duty.VIEW_LEDGER)
                .extracting(PersonView.HeldDuty::role)
                .containsExactly("auditor", "manager");
        assertThat(acting.limits())
                .as("the auditor's role opens viewing without limits")
                .doesNotContainKey(Duty.VIEW_LEDGER);
    }

    @Test
    void aWrongLimitIsToldByItsField() {
        assertThatThrownBy(() -> GrantLimits.of("ten", null, null))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("role.limit-amount-wrong"));
        assertThatThrownBy(() -> GrantLimits.of(null, "320|400", null))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("role.limit-code-wrong"));
    }

    @Test
    void conflictingDutiesComeIntoOneHandOnlyByAnotherPersonsWord() {
        List<DutyConflict> created = company.as(() -> conflicts.preview(manager, "treasurer"));
        assertThat(created)
                .extracting(DutyConflict::one, DutyConflict::other)
                .contains(org.assertj.core.groups.Tuple.tuple(Duty.APPROVE_PAYMENT, Duty.PROPOSE_PAYMENT));
        assertRefused("role.conflicts", () -> grant(admin, manager, "treasurer"));

        List<UUID> asked = created.stream()
                .map(conflict -> ask(manager, conflict.id(), LAST_DAY))
                .toList();
        assertRefused("role.conflicts", () -> grant(admin, manager, "treasurer"));
        asked.forEach(exception -> as(director, () -> approve.approve(exception)));
        grant(admin, manager, "treasurer");

        assertThat(acting(manager).may(Duty.PROPOSE_PAYMENT)).isTrue();
        assertThat(company.as(conflicts::present)).hasSize(created.size()).allMatch(HeldConflict::excepted);
    }

    @Test
    void anAdministratorGrantsThemselvesNothingThatConflicts() {
        assertRefused("role.conflicts", () -> grant(admin, admin, "treasurer"));
        UUID conflict =
                company.as(() -> conflicts.preview(admin, "treasurer")).get(0).id();
        UUID exception = ask(admin, conflict, LAST_DAY);
        assertThatThrownBy(() -> as(admin, () -> approve.approve(exception))).isInstanceOf(MissingDuty.class);
        assertThatThrownBy(() -> company.asPerson(admin, () -> {
                    approve.approve(exception);
                    return null;
                }))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("duty-exception.own"));
        as(director, () -> approve.approve(exception));
    }

    @Test
    void afterItsLastDayAnExceptionStopsTheGrant() {
        excepted(manager, "treasurer");
        assertThat(acting(manager).may(Duty.PROPOSE_PAYMENT)).isTrue();

        clock.set(LAST_DAY.atTime(22, 30).toInstant(java.time.ZoneOffset.UTC));
        assertThat(acting(manager).may(Duty.PROPOSE_PAYMENT)).isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(acting(manager).may(Duty.PROPOSE_PAYMENT))
                .as("in Warsaw the next day has begun")
                .isFalse();
        assertThat(acting(manager).may(Duty.APPROVE_PAYMENT))
                .as("the role held before goes on")
                .isTrue();
        assertThat(company.as(conflicts::present)).noneMatch(HeldConflict::excepted);
        assertThat(company.as(conflicts::exceptions))
                .extracting(DutyException::state)
                .containsOnly(DutyException.State.ENDED);
        assertThat(company.as(() -> people.byId(manager)).orElseThrow().roles())
                .filteredOn(role -> !role.working())
                .extracting(PersonView.HeldRole::code)
                .containsExactly("treasurer");
    }

    @Test
    void aWithdrawnExceptionStopsTheGrantAtOnce() {
        excepted(manager, "treasurer");
        DutyException one = company.as(conflicts::exceptions).get(0);
        as(admin, () -> withdraw.withdraw(one.id()));
        assertThat(acting(manager).may(Duty.PROPOSE_PAYMENT)).isFalse();
        assertRefused("duty-exception.withdrawn-already", () -> as(admin, () -> withdraw.withdraw(one.id())));
    }

    @Test
    void anExceptionNeedsAReasonAndADayToCome() {
        UUID conflict = company.as(conflicts::rules).get(0).id();
        assertRefused(
                "duty-exception.reason-missing",
                () -> as(admin, () -> request.request(manager, conflict, " ", LAST_DAY)));
        assertRefused(
                "duty-exception.end-missing", () -> as(admin, () -> request.request(manager, conflict, "why", null)));
        assertRefused(
                "duty-exception.end-past",
                () -> as(admin, () -> request.request(manager, conflict, "why", LocalDate.of(2026, 1, 1))));
    }

    @Test
    void theLastAdministratorStaysOne() {
        assertRefused("role.last-administrator", () -> as(admin, () -> revokeRole.revoke(admin, "admin")));
        staff.person("admin");
        as(admin, () -> revokeRole.revoke(admin, "admin"));
        assertThat(memberships.acting(admin, company.id())).isEmpty();
    }

    @Test
    void postgresKeepsExceptionsHonest() throws SQLException {
        excepted(manager, "treasurer");
        UUID waiting = ask(manager, company.as(conflicts::rules).get(0).id(), LAST_DAY);
        assertThat(attack("update identity.duty_exception set ends_on = '2099-12-31'"))
                .isEqualTo("duty_exception_stays_what_it_is");
        assertThat(attack("update identity.duty_exception set approved_by = 'person:" + admin
                        + "', approved_at = now() where id = '" + waiting + "'"))
                .isEqualTo("duty_exception_is_approved_by_another_person");
        assertThat(attack("update identity.duty_exception set approved_by = 'person:" + manager
                        + "', approved_at = now() where id = '" + waiting + "'"))
                .isEqualTo("duty_exception_is_approved_by_another_person");
        assertThat(attack(
                        "insert into identity.duty_exception select company_id, gen_random_uuid(), user_id, conflict_id,"
                                + " reason, requested_by, requested_at, ends_on, approved_by, approved_at, null, null"
                                + " from identity.duty_exception where approved_by is not null limit 1"))
                .isEqualTo("duty_exception_begins_as_a_request");
        assertThat(attack("delete from identity.duty_exception")).isNotNull();
    }

    @Test
    void aMembershipWrittenPastTheApplicationDoesNotWork() throws SQLException {
        assertThat(attack("insert into identity.membership (company_id, user_id, role_id, granted_by, granted_at)"
                        + " select company_id, '" + manager + "', id, 'person:" + admin + "', '2026-11-21'"
                        + " from identity.role where code = 'treasurer'"))
                .isNull();
        assertThat(acting(manager).may(Duty.PROPOSE_PAYMENT)).isFalse();
        assertThat(acting(manager).may(Duty.APPROVE_PAYMENT)).isTrue();
    }

    @Test
    void whoBelongsToAnotherCompanyIsAsUnknownAsNobody() {
        UUID theirs = Staff.of(beans).person("auditor");
        for (UUID stranger : List.of(theirs, UUID.randomUUID())) {
            assertThatThrownBy(() -> grant(admin, stranger, "auditor"))
                    .isInstanceOf(NotFound.class)
                    .hasMessage("user " + stranger);
        }
    }

    @Test
    void whoLostEveryRoleMayBeGivenOneAgain() {
        UUID somebody = staff.person("auditor");
        as(admin, () -> revokeRole.revoke(somebody, "auditor"));
        assertThat(memberships.acting(somebody, company.id())).isEmpty();
        grant(admin, somebody, "manager");
        assertThat(acting(somebody).may(Duty.APPROVE_INVOICE)).isTrue();
    }

    private void excepted(UUID user, String role) {
        company.as(() -> conflicts.preview(user, role)).forEach(conflict -> {
            UUID exception = ask(user, conflict.id(), LAST_DAY);
            as(director, () -> approve.approve(exception));
        });
        grant(admin, user, role);
    }

    private UUID ask(UUID user, UUID conflict, LocalDate endsOn) {
        return company.currentActor().as(acting(admin), () -> request.request(user, conflict, "Holiday", endsOn));
    }

    private void grant(UUID by, UUID user, String role) {
        as(by, () -> grantRole.grant(user, role, DutyLimit.NONE));
    }

    /** As the person is, with the duties their roles give. */
    private void as(UUID user, Runnable work) {
        company.currentActor().run(acting(user), work);
    }

    private Acting acting(UUID user) {
        Acting acting = staff.acting(user);
        assertThat(acting.actor()).isEqualTo(Actor.person(user));
        return acting;
    }

    private @Nullable String attack(String statement) throws SQLException {
        return new Attack(database, company.id()).refusal(TestDatabase.APPLICATION, statement);
    }

    private static void assertRefused(String rule, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }
}

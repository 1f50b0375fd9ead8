package io.simbaerp.identity.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.AuditTrail;
import io.simbaerp.audit.TrailEntry;
import io.simbaerp.identity.DefineRole;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.Role;
import io.simbaerp.identity.Staff;
import io.simbaerp.identity.role.GrantRole;
import io.simbaerp.identity.role.RevokeRole;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What a substitute may do, for how long, and what ends it. */
@ModuleTest
class SubstitutionModuleTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    DefineRole defineRole;

    @Autowired
    GrantRole grantRole;

    @Autowired
    RevokeRole revokeRole;

    @Autowired
    ArrangeSubstitution arrange;

    @Autowired
    EndSubstitution end;

    @Autowired
    ArrangeForColleague arrangeForColleague;

    @Autowired
    EndForColleague endForColleague;

    @Autowired
    SubstitutionsOfPeople ofPeople;

    @Autowired
    WebApplicationContext context;

    @Autowired
    ActForColleague actForColleague;

    @Autowired
    Substitutions substitutions;

    @Autowired
    Memberships memberships;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestClock clock;

    @Autowired
    TestDatabase database;

    private Staff staff;
    private TestCompany company;
    private UUID manager;
    private UUID director;
    private UUID accountant;
    private UUID admin;

    @BeforeEach
    void people() {
        staff = Staff.of(beans);
        company = staff.company();
        manager = staff.person("manager");
        director = staff.person("director");
        accountant = staff.person("accountant");
        admin = staff.person("admin");
    }

    @AfterEach
    void today() {
        clock.set(TestClock.START);
    }

    @Test
    void aSubstituteActsWithWhatIsLentAndInBothNames() {
        UUID id = arrange(manager, director, null);
        Acting acting = memberships.onBehalf(director, manager, company.id()).orElseThrow();
        assertThat(acting.actor().userId()).contains(director);
        assertThat(acting.onBehalfOf()).isEqualTo(manager);
        assertThat(acting.people()).containsExactly(director, manager);
        assertThat(acting.duties())
                .contains(Duty.APPROVE_INVOICE, Duty.WORK_ON_TASK)
                .as("one's own are put aside meanwhile")
                .doesNotContain(Duty.APPROVE_INVOICE_ABOVE_LIMIT);
        assertThat(memberships.onBehalf(manager, director, company.id()))
                .as("it goes one way")
                .isEmpty();
        company.currentActor().run(own(director), () -> actForColleague.begin(id));
        assertThat(company.as(() -> trail.of(new Subject("user", manager))))
                .extracting(TrailEntry::event)
                .contains("substitution-arranged", "acting-for-colleague-begun");
        company.currentActor().run(acting, () -> {
            assertThat(refusal(() -> arrange.arrange(draft(accountant, null))))
                    .isEqualTo("substitution.acting-for-another");
            assertThat(refusal(() -> end.end(id))).isEqualTo("substitution.acting-for-another");
        });
    }

    @Test
    void neitherControlNorConfidentialDocumentsAreLent() {
        arrange(director, manager, null);
        assertThat(memberships
                        .onBehalf(manager, director, company.id())
                        .orElseThrow()
                        .duties())
                .contains(Duty.APPROVE_INVOICE_ABOVE_LIMIT)
                .doesNotContain(
                        Duty.APPROVE_DUTY_EXCEPTION,
                        Duty.GRANT_PERIOD_EXCEPTION,
                        Duty.SEE_LEGAL_DOCUMENT,
                        Duty.SEE_BOARD_DOCUMENT);
    }

    @Test
    void whatIsLentReachesNoFurtherThanThePersonAndTheSubstitutionAllow() {
        company.run(() -> grantRole.grant(manager, "manager", new DutyLimit(1_000_000L, Set.of(), Set.of())));
        UUID id = arrange(manager, director, null);
        assertThat(reaches(9_999)).isTrue();
        assertThat(reaches(10_001)).as("the manager's own limit").isFalse();
        company.currentActor().run(own(manager), () -> end.end(id));
        arrange(manager, director, "500");
        assertThat(reaches(500)).isTrue();
        assertThat(reaches(501)).isFalse();
    }

    @Test
    void conflictsAreJudgedOverWhatBothHoldWhenItIsArrangedAndEverAfter() {
        assertThatThrownBy(() -> arrange(manager, accountant, null))
                .isInstanceOf(RuleViolation.class)
                .hasMessageStartingWith("substitution.conflicts");
        arrange(manager, director, null);
        company.run(() -> defineRole.define(new Role("coder", "Coder", "Koder", Set.of(Duty.CODE_INVOICE))));
        UUID assistant = staff.person("auditor");
        UUID id = arrange(manager, assistant, null);
        assertThat(memberships.onBehalf(assistant, manager, company.id())).isPresent();
        company.run(() -> grantRole.grant(assistant, "coder", DutyLimit.NONE));
        assertThat(memberships.onBehalf(assistant, manager, company.id()))
                .as("a role granted later stops it")
                .isEmpty();
        company.currentActor().run(own(assistant), () -> {
            assertThat(substitutions.byId(id).orElseThrow().state()).isEqualTo(SubstitutionView.State.STOPPED);
            assertThat(refusal(() -> actForColleague.begin(id))).isEqualTo("substitution.does-not-work");
        });
    }

    @Test
    void itWorksOnItsDaysOnlyAndEndsWithThePersonsRole() {
        LocalDate tomorrow = day().plusDays(1);
        UUID id = company.currentActor()
                .as(
                        own(manager),
                        () -> arrange.arrange(new SubstitutionDraft(director, tomorrow, tomorrow, null, "Holiday")));
        assertThat(memberships.onBehalf(director, manager, company.id())).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(memberships.onBehalf(director, manager, company.id())).isPresent();
        clock.advance(Duration.ofDays(1));
        assertThat(memberships.onBehalf(director, manager, company.id())).isEmpty();
        company.currentActor()
                .run(own(manager), () -> assertThat(refusal(() -> end.end(id))).isEqualTo("substitution.over"));
        UUID other = arrange(manager, director, null);
        company.run(() -> revokeRole.revoke(manager, "manager"));
        assertThat(memberships.onBehalf(director, manager, company.id())).isEmpty();
        company.currentActor().run(own(director), () -> end.end(other));
    }

    @Test
    void refusesWhatIsWrongAndNamesTheField() {
        LocalDate today = day();
        company.currentActor().run(own(manager), () -> {
            assertThat(refusal(() -> arrange.arrange(new SubstitutionDraft(null, today, today, null, "x"))))
                    .isEqualTo("substitution.substitute-missing");
            assertThat(refusal(() -> arrange.arrange(new SubstitutionDraft(manager, today, today, null, "x"))))
                    .isEqualTo("substitution.oneself");
            assertThat(refusal(() -> arrange.arrange(new SubstitutionDraft(director, null, today, null, "x"))))
                    .isEqualTo("substitution.day-missing");
            assertThat(refusal(() ->
                            arrange.arrange(new SubstitutionDraft(director, today.minusDays(1), today, null, "x"))))
                    .isEqualTo("substitution.day-past");
            assertThat(refusal(() ->
                            arrange.arrange(new SubstitutionDraft(director, today.plusDays(1), today, null, "x"))))
                    .isEqualTo("substitution.days-turned");
            assertThat(refusal(() -> arrange.arrange(new SubstitutionDraft(
                            director, today, today.plusYears(1).plusDays(1), null, "x"))))
                    .isEqualTo("substitution.too-long");
            assertThat(refusal(() -> arrange.arrange(new SubstitutionDraft(director, today, today, null, " "))))
                    .isEqualTo("substitution.reason-missing");
            assertThat(refusal(() -> arrange.arrange(new SubstitutionDraft(director, today, today, "x", "y"))))
                    .isEqualTo("role.limit-amount-wrong");
            arrange.arrange(draft(director, null));
            assertThat(refusal(() -> arrange.arrange(draft(director, null)))).isEqualTo("substitution.already");
            assertThatThrownBy(() -> arrange.arrange(draft(Staff.of(beans).person("manager"), null)))
                    .isInstanceOf(NotFound.class);
        });
        company.currentActor().run(own(accountant), () -> {
            assertThat(substitutions.all()).as("others' are not seen").isEmpty();
            assertThatThrownBy(() -> end.end(UUID.randomUUID())).isInstanceOf(NotFound.class);
        });
    }

    @Test
    void theDatabaseKeepsASubstitutionAsItWasArranged() throws SQLException {
        arrange(manager, director, "500");
        assertThat(attack("update identity.substitution set last_day = last_day + 1"))
                .isEqualTo("substitution_stays_what_it_is");
        assertThat(attack("update identity.substitution set amount_limit = null"))
                .isEqualTo("substitution_stays_what_it_is");
        assertThat(attack("delete from identity.substitution")).isEqualTo(Attack.PERMISSION);
    }

    @Test
    void anAdministratorArrangesForSomebodyIllAndNeverNamesThemself() {
        Acting administrator = own(admin);
        UUID id = company.currentActor()
                .as(administrator, () -> arrangeForColleague.arrange(manager, draft(director, "5000")));

        assertThat(reaches(5000)).isTrue();
        assertThat(reaches(5001)).isFalse();
        for (UUID either : List.of(manager, director)) {
            assertThat(company.currentActor().as(own(either), () -> substitutions.byId(id)))
                    .hasValueSatisfying(view -> assertThat(view.arrangedBy()).isEqualTo("Somebody admin"));
        }
        assertThat(refusal(() -> company.currentActor()
                        .run(administrator, () -> arrangeForColleague.arrange(accountant, draft(admin, null)))))
                .isEqualTo("substitution.administrator");
        UUID stranger = Staff.of(beans).person("manager");
        assertThatThrownBy(() -> company.currentActor()
                        .run(administrator, () -> arrangeForColleague.arrange(stranger, draft(director, null))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> company.currentActor()
                        .run(own(director), () -> arrangeForColleague.arrange(manager, draft(accountant, null))))
                .isInstanceOf(MissingDuty.class);

        company.currentActor().run(administrator, () -> endForColleague.end(manager, id));
        assertThat(memberships.onBehalf(director, manager, company.id())).isEmpty();
    }

    @Test
    void thePageOfAColleagueArrangesAndEnds() {
        MockMvc pages = MockMvcBuilders.webAppContextSetup(context).build();
        TestReader reader = TestReader.of(pages, company, admin, EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.ADMINISTER));
        String address = "/people/" + manager + "/substitutions";
        assertThat(reader.page(get(address), "pl")).contains("Kto zastępuje: Somebody manager");
        assertThat(reader.ask(post(address)
                                .param("substitute", director.toString())
                                .param("firstDay", day().toString())
                                .param("lastDay", day().plusDays(3).toString()))
                        .getStatus())
                .isEqualTo(422);
        assertThat(reader.ask(post(address)
                                .param("substitute", director.toString())
                                .param("firstDay", day().toString())
                                .param("lastDay", day().plusDays(3).toString())
                                .param("reason", "Influenza"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(reader.page(get(address), "en"))
                .contains("Somebody director", "Influenza", "arranged by Somebody admin");
        UUID id = company.as(() -> ofPeople.of(manager)).get(0).id();
        reader.ask(post(address + "/" + id + "/end"));
        assertThat(memberships.onBehalf(director, manager, company.id())).isEmpty();
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private boolean reaches(int amount) {
        Acting acting = memberships.onBehalf(director, manager, company.id()).orElseThrow();
        return acting.may(Duty.APPROVE_INVOICE, Extent.of(amount * 100L, Set.of(), null));
    }

    private UUID arrange(UUID person, UUID substitute, @Nullable String upTo) {
        return company.currentActor().as(own(person), () -> arrange.arrange(draft(substitute, upTo)));
    }

    private SubstitutionDraft draft(UUID substitute, @Nullable String upTo) {
        return new SubstitutionDraft(substitute, day(), day().plusDays(7), upTo, "Holiday");
    }

    private Acting own(UUID user) {
        return staff.acting(user);
    }

    private static @Nullable String refusal(Runnable act) {
        try {
            act.run();
            return null;
        } catch (RuleViolation refused) {
            return refused.rule();
        }
    }

    private @Nullable String attack(String statement) throws SQLException {
        return new Attack(database, company.id()).refusal(TestDatabase.APPLICATION, statement);
    }
}

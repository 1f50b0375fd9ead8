package io.simbaerp.identity.superior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.Staff;
import io.simbaerp.identity.substitution.ActForColleague;
import io.simbaerp.identity.substitution.ArrangeForReport;
import io.simbaerp.identity.substitution.ArrangeSubstitution;
import io.simbaerp.identity.substitution.EndForReport;
import io.simbaerp.identity.substitution.SubstitutionDraft;
import io.simbaerp.identity.substitution.SubstitutionMode;
import io.simbaerp.identity.substitution.Substitutions;
import io.simbaerp.identity.substitution.SubstitutionsOfReports;
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
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who reports to whom on which day, and what a superior arranges for their people. */
@ModuleTest
class SuperiorModuleTest {

    @Autowired
    Substitutions substitutions;

    @Autowired
    ActForColleague actForColleague;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    WebApplicationContext context;

    @Autowired
    SetSuperior setSuperior;

    @Autowired
    ReportingLines lines;

    @Autowired
    MyPeople myPeople;

    @Autowired
    ArrangeForReport arrangeForReport;

    @Autowired
    EndForReport endForReport;

    @Autowired
    SubstitutionsOfReports ofReports;

    @Autowired
    ArrangeSubstitution arrange;

    @Autowired
    Memberships memberships;

    @Autowired
    TestClock clock;

    @Autowired
    TestDatabase database;

    private Staff staff;
    private TestCompany company;
    private UUID manager;
    private UUID director;
    private UUID accountant;
    private UUID auditor;

    @BeforeEach
    void people() {
        staff = Staff.of(beans);
        company = staff.company();
        manager = staff.person("manager");
        director = staff.person("director");
        accountant = staff.person("accountant");
        auditor = staff.person("auditor");
    }

    @AfterEach
    void today() {
        clock.set(TestClock.START);
    }

    @Test
    void aLineHoldsFromItsDayOnUntilTheNext() {
        set(accountant, manager, null);
        set(manager, director, null);
        set(accountant, director, day().plusDays(2));
        assertThat(below(director)).containsExactlyInAnyOrder(accountant, manager);
        assertThat(below(manager)).containsExactly(accountant);
        assertThat(below(accountant)).isEmpty();
        clock.advance(Duration.ofDays(2));
        assertThat(below(manager)).isEmpty();
        assertThat(below(director)).containsExactlyInAnyOrder(accountant, manager);
        set(accountant, null, null);
        assertThat(below(director)).as("replaced on the same day").containsExactly(manager);
        assertThat(company.as(() -> lines.of(accountant)))
                .extracting(ReportingLineView::superior)
                .containsExactly(null, manager);
    }

    @Test
    void nobodyReportsToThemselfOnAnyDay() throws SQLException {
        set(accountant, manager, null);
        set(manager, director, day().plusDays(10));
        assertThat(refusal(() -> set(director, director, null))).isEqualTo("superior.oneself");
        assertThat(refusal(() -> set(manager, accountant, null))).isEqualTo("superior.circle");
        assertThat(refusal(() -> set(director, accountant, null)))
                .as("in ten days it would be one")
                .isEqualTo("superior.circle");
        assertThat(refusal(() -> set(accountant, manager, day().minusDays(1)))).isEqualTo("superior.day-past");
        assertThat(refusal(() -> set(accountant, manager, day().plusYears(3)))).isEqualTo("superior.day-far");
        assertThatThrownBy(() -> set(Staff.of(beans).person("manager"), director, null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> company.currentActor()
                        .run(own(director), () -> setSuperior.set(manager, new SuperiorDraft(director, null))))
                .isInstanceOf(MissingDuty.class);

        Attack attack = new Attack(database, company.id());
        assertThat(attack.refusal(TestDatabase.APPLICATION, line(manager, accountant, 0)))
                .isEqualTo("reporting_makes_no_circle");
        assertThat(attack.refusal(TestDatabase.APPLICATION, line(director, accountant, 3)))
                .isEqualTo("reporting_makes_no_circle");
        assertThat(attack.refusal(TestDatabase.APPLICATION, line(director, director, 0)))
                .as("the shortest circle")
                .isEqualTo("reporting_makes_no_circle");
        assertThat(attack.refusal(
                        TestDatabase.APPLICATION, "update identity.reporting_line set from_day = from_day + 1"))
                .isEqualTo("reporting_line_stays");
        assertThat(attack.refusal(TestDatabase.APPLICATION, "delete from identity.reporting_line"))
                .isEqualTo(Attack.PERMISSION);
        assertThat(attack.refusal(TestDatabase.APPLICATION, line(auditor, accountant, 0)))
                .isNull();
    }

    @Test
    void twoAtOnceMakeNoCircleTogether() {
        List<CompletableFuture<@Nullable String>> both = List.of(
                CompletableFuture.supplyAsync(() -> refusal(() -> set(manager, director, null))),
                CompletableFuture.supplyAsync(() -> refusal(() -> set(director, manager, null))));
        assertThat(both.stream().map(CompletableFuture::join).toList())
                .containsExactlyInAnyOrder(null, "superior.circle");
    }

    @Test
    void aSuperiorArrangesForTheirPeopleAloneAndNeverNamesThemself() {
        set(accountant, manager, null);
        set(manager, director, null);
        Acting above = own(director);
        UUID id = company.currentActor()
                .as(above, () -> arrangeForReport.arrange(accountant, draft(auditor, null, null)));
        assertThat(memberships.onBehalf(auditor, accountant, company.id())).isPresent();
        company.currentActor().run(above, () -> {
            assertThat(ofReports.of(accountant)).first().satisfies(view -> assertThat(view.arrangedBy())
                    .isEqualTo("Somebody director"));
            assertThat(refusal(() -> arrangeForReport.arrange(manager, draft(director, null, null))))
                    .isEqualTo("substitution.superior");
            assertThatThrownBy(() -> arrangeForReport.arrange(auditor, draft(accountant, null, null)))
                    .isInstanceOf(NotFound.class);
        });
        company.currentActor().run(own(accountant), () -> {
            assertThatThrownBy(() -> arrangeForReport.arrange(manager, draft(auditor, null, null)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> ofReports.of(manager)).isInstanceOf(NotFound.class);
        });
        company.currentActor().run(own(manager), () -> endForReport.end(accountant, id));
        assertThat(memberships.onBehalf(auditor, accountant, company.id())).isEmpty();
    }

    @Test
    void aSubstitutionOfTasksLendsNoRightAndOneOfSomeTypesNoOtherType() {
        company.currentActor()
                .run(own(director), () -> arrange.arrange(draft(auditor, SubstitutionMode.TASKS, List.of())));
        assertThat(memberships.onBehalf(auditor, director, company.id()))
                .as("tasks alone")
                .isEmpty();
        company.currentActor().run(own(auditor), () -> {
            assertThat(substitutions.open()).isEmpty();
            UUID id = substitutions.all().get(0).id();
            assertThat(refusal(() -> actForColleague.begin(id))).isEqualTo("substitution.does-not-work");
        });

        company.currentActor().run(own(manager), () -> arrange.arrange(draft(auditor, null, List.of("payment-run"))));
        Acting acting = memberships.onBehalf(auditor, manager, company.id()).orElseThrow();
        assertThat(acting.may(Duty.APPROVE_INVOICE, Extent.of(100, Set.of(), "payment-run")))
                .isTrue();
        assertThat(acting.may(Duty.APPROVE_INVOICE, Extent.of(100, Set.of(), "purchase-invoice")))
                .isFalse();
        company.currentActor().run(own(manager), () -> assertThat(
                        refusal(() -> arrange.arrange(draft(auditor, null, List.of("invoices")))))
                .isEqualTo("substitution.type-unknown"));
        company.currentActor().run(own(manager), () -> assertThat(
                        refusal(() -> arrange.arrange(draft(auditor, null, Collections.singletonList(null)))))
                .isEqualTo("substitution.type-unknown"));
    }

    @Test
    void thePagesSetAndShowIt() {
        TestReader admin = TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(),
                company,
                staff.person("admin"),
                EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.ADMINISTER));
        String address = "/people/" + accountant + "/superior";
        assertThat(admin.page(get(address), "pl")).contains("Komu podlega: Somebody accountant", "Nie wskazano");
        assertThat(admin.ask(post(address).param("superior", accountant.toString()))
                        .getStatus())
                .isEqualTo(422);
        assertThat(admin.ask(post(address).param("superior", manager.toString()).param("from", ""))
                        .getStatus())
                .isEqualTo(302);
        assertThat(admin.page(get(address), "en")).contains("Somebody manager", "today");
        TestReader superior = TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(),
                company,
                manager,
                EnumSet.of(Duty.BELONG_TO_COMPANY));
        assertThat(superior.page(get("/my-people"), "en")).contains("Somebody accountant");
        String substitutions = "/my-people/" + accountant + "/substitutions";
        assertThat(superior.page(get(substitutions), "pl")).contains("tylko zadania");
        assertThat(superior.ask(post(substitutions)
                                .param("substitute", auditor.toString())
                                .param("firstDay", day().toString())
                                .param("lastDay", day().toString())
                                .param("mode", "TASKS")
                                .param("documentTypes", "purchase-invoice", "credit-note")
                                .param("reason", "Influenza"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(superior.page(get(substitutions), "en")).contains("tasks only", "credit notes, invoices");
        assertThat(superior.ask(get("/my-people/" + auditor + "/substitutions")).getStatus())
                .isEqualTo(404);
    }

    private static String line(UUID person, UUID superior, int inDays) {
        return "insert into identity.reporting_line (company_id, id, person_id, from_day, superior_id, set_by, set_at)"
                + " values (simba.current_company(), gen_random_uuid(), '" + person + "', date '2026-11-20' + " + inDays
                + ", '" + superior + "', 'attack', now())";
    }

    private void set(UUID person, @Nullable UUID superior, @Nullable LocalDate from) {
        company.run(() -> setSuperior.set(person, new SuperiorDraft(superior, from)));
    }

    private List<UUID> below(UUID superior) {
        return company.currentActor().as(own(superior), () -> myPeople.all().stream()
                .map(ReportingLineView::person)
                .toList());
    }

    private SubstitutionDraft draft(
            UUID substitute, @Nullable SubstitutionMode mode, @Nullable List<String> documentTypes) {
        return new SubstitutionDraft(substitute, day(), day(), null, "Ill", mode, documentTypes);
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Acting own(UUID user) {
        return staff.acting(user);
    }

    private static @Nullable String refusal(Runnable work) {
        try {
            work.run();
            return null;
        } catch (RuleViolation refused) {
            return refused.rule();
        }
    }
}

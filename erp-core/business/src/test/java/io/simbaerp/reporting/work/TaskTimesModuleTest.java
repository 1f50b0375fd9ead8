package io.simbaerp.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.simbaerp.architecture.Duty;
import io.simbaerp.identity.DefineRole;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.Role;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.identity.parttime.PartTimeDraft;
import io.simbaerp.identity.parttime.SetPartTime;
import io.simbaerp.identity.superior.SetSuperior;
import io.simbaerp.identity.superior.SuperiorDraft;
import io.simbaerp.task.sla.SlaFilter;
import io.simbaerp.task.sla.SlaReport;
import io.simbaerp.task.sla.SlaRow;
import io.simbaerp.testing.CountedStatements;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** How long tasks took in working hours, to the tenth. It is 20 November 2026 in Warsaw; work is from eight to four. */
@ModuleTest
class TaskTimesModuleTest {

    private static final Set<Duty> MEMBER = EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK, Duty.VIEW_LEDGER);
    private static final Set<Duty> OWNER =
            EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK, Duty.VIEW_LEDGER, Duty.VIEW_MODEL);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final SlaFilter AUTUMN = new SlaFilter(OCTOBER, LocalDate.of(2026, 11, 20), null, null, null, null);
    private static final String ADDRESS = "?from=2026-10-01&to=2026-11-20";

    @Autowired
    TestCompanies companies;

    @Autowired
    DefineRole defineRole;

    @Autowired
    RegisterUser registerUser;

    @Autowired
    SetSuperior setSuperior;

    @Autowired
    SetPartTime setPartTime;

    @Autowired
    SlaReport sla;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    private TestCompany company;
    private UUID anna;
    private UUID boris;
    private UUID chief;

    @BeforeEach
    void work() {
        company = companies.create();
        company.run(() -> defineRole.define(new Role("member", "Member", "Członek", Set.of())));
        anna = person("Anna");
        boris = person("Boris");
        chief = person("Chief");
        company.run(() -> setSuperior.set(anna, new SuperiorDraft(chief, null)));
        task(anna, "2026-10-05 08:00", "2026-10-06 16:00", "2026-10-05 12:00");
        task(anna, "2026-10-30 14:00", "2026-11-02 09:00", "2026-11-02 10:00");
        task(anna, "2026-11-10 15:00", "2026-11-12 16:00", "2026-11-12 09:00");
        task(anna, "2026-11-12 08:00", "2026-11-13 16:00", null);
        task(anna, "2026-11-19 08:00", "2026-11-25 16:00", null);
        task(boris, "2026-11-02 08:00", "2026-11-04 16:00", "2026-11-03 10:00");
        task(null, "2026-11-02 08:00", "2026-11-04 16:00", null);
    }

    @Test
    void timeIsCountedInWorkingHoursByMonthAndPerson() {
        List<SlaRow> rows = company.asPerson(chief, OWNER, () -> sla.rows(AUTUMN, true, true));
        assertThat(rows)
                .extracting(
                        SlaRow::month,
                        SlaRow::person,
                        SlaRow::count,
                        SlaRow::inTime,
                        SlaRow::late,
                        SlaRow::openLate,
                        SlaRow::medianHours,
                        SlaRow::ninetiethHours)
                .as("over a weekend and Independence Day; what isn't due yet counts nowhere")
                .containsExactlyInAnyOrder(
                        tuple(OCTOBER, anna, 1L, 1L, 0L, 0L, new BigDecimal("4.0"), new BigDecimal("4.0")),
                        tuple(november(), anna, 3L, 1L, 1L, 1L, new BigDecimal("3.0"), new BigDecimal("3.8")),
                        tuple(november(), boris, 1L, 1L, 0L, 0L, new BigDecimal("10.0"), new BigDecimal("10.0")),
                        tuple(november(), null, 1L, 0L, 0L, 1L, null, null));
        assertThat(company.asPerson(chief, OWNER, () -> sla.rows(AUTUMN, false, false)))
                .singleElement()
                .satisfies(row -> assertThat(row.count()).isEqualTo(6));
    }

    @Test
    void aSuperiorSeesTheirPeopleAndEverybodyThemself() {
        assertThat(company.asPerson(chief, MEMBER, () -> sla.rows(AUTUMN, false, true)))
                .extracting(SlaRow::person)
                .containsExactly(anna);
        assertThat(company.asPerson(boris, MEMBER, () -> sla.rows(AUTUMN, false, true)))
                .extracting(SlaRow::person)
                .containsExactly(boris);
        assertThat(company.asPerson(UUID.randomUUID(), MEMBER, () -> sla.rows(AUTUMN, false, true)))
                .isEmpty();
        assertThat(companies.create().asPerson(chief, OWNER, () -> sla.rows(AUTUMN, false, true)))
                .isEmpty();
        SlaFilter ofBoris = new SlaFilter(OCTOBER, AUTUMN.until(), null, null, boris, null);
        assertThat(company.asPerson(chief, MEMBER, () -> sla.tasks(ofBoris, null, 10)))
                .as("asking for somebody by name opens nothing")
                .isEmpty();
    }

    @Test
    void whoeverWorksPartTimeIsCountedInTheirOwnHours() {
        company.run(() -> setPartTime.set(
                boris,
                new PartTimeDraft(
                        LocalTime.of(8, 0), LocalTime.of(12, 0), Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY))));
        SlaFilter ofBoris = new SlaFilter(OCTOBER, AUTUMN.until(), null, null, boris, null);
        assertThat(company.asPerson(chief, OWNER, () -> sla.rows(ofBoris, false, true)))
                .singleElement()
                .satisfies(row -> assertThat(row.medianHours()).isEqualTo(new BigDecimal("6.0")));
        task(anna, "2020-02-03 08:00", "2020-02-03 16:00", "2020-02-04 10:00");
        task(anna, "2020-02-03 08:00", "2020-02-03 16:00", "2026-11-02 10:00");
        SlaFilter longAgo = new SlaFilter(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 2, 29), null, null, null, null);
        assertThat(company.asPerson(chief, OWNER, () -> sla.tasks(longAgo, null, 10)))
                .as("what took years is counted for one after its month")
                .extracting(task -> task.hoursTaken().intValue())
                .satisfiesExactlyInAnyOrder(hours -> assertThat(hours).isEqualTo(10), hours -> assertThat(hours)
                        .isBetween(2000, 2400));
        assertThat(company.asPerson(chief, OWNER, () -> sla.tasks(AUTUMN, null, 50)))
                .filteredOn(task -> anna.equals(task.person()))
                .first()
                .satisfies(task -> assertThat(task.hoursTaken()).isEqualTo(new BigDecimal("4.0")));
    }

    @Test
    void theStatementsStayTheSameHoweverManyTasksThereAre() {
        statements();
        int few = statements();
        for (int more = 0; more < 40; more++) {
            task(person("P" + more), "2026-11-02 08:00", "2026-11-04 16:00", "2026-11-03 10:00");
        }
        assertThat(statements()).isEqualTo(few);
    }

    @Test
    void pageFilesAndTheTasksBehindThemSayTheSame() throws Exception {
        TestReader reader = TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(), company, chief, EnumSet.copyOf(OWNER));
        assertThat(reader.page(get("/reports/task-times" + ADDRESS + "&per=all"), "pl"))
                .contains("Zadania: czy w terminie?", "Anna", "Boris", "3,8 h", "/reports/timed-tasks?");
        assertThat(reader.page(get("/reports/task-times" + ADDRESS), "en")).contains("Median", "50");
        String csv = reader.ask(get("/reports/task-times/export.csv" + ADDRESS + "&per=person"))
                .getContentAsString();
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv).contains("Anna").doesNotContain("3.8 h");
        assertThat(reader.ask(get("/reports/task-times/export.xlsx" + ADDRESS)).getStatus())
                .isEqualTo(200);
        assertThat(reader.page(get("/reports/timed-tasks" + ADDRESS + "&person=" + anna), "en"))
                .contains("/tasks/", "Anna", "open")
                .doesNotContain("Boris");
        String first = reader.ask(get("/api/v1/reports/timed-tasks" + ADDRESS + "&limit=2"))
                .getContentAsString();
        assertThat(first).contains("\"next\":\"");
        for (String wrong : List.of("?from=2026-11-20&to=2026-10-01", "?from=2020-01-01", "?person=x")) {
            assertThat(reader.ask(get("/api/v1/reports/task-times" + wrong)).getStatus())
                    .as(wrong)
                    .isEqualTo(422);
        }
        for (String far : List.of(
                "?from=+999999999-12-31&to=+999999999-12-31",
                "?from=-999999999-01-01",
                "?to=+999999999-12-31",
                "?from=0001-01-01&to=0001-02-01",
                "?from=2027-11-01&to=2027-11-21")) {
            assertThat(reader.ask(get("/api/v1/reports/task-times" + far)).getContentAsString())
                    .as(far)
                    .contains("report.days-too-far");
            assertThat(reader.ask(get("/reports/timed-tasks" + far)).getStatus())
                    .as(far)
                    .isEqualTo(422);
        }
    }

    private static LocalDate november() {
        return OCTOBER.plusMonths(1);
    }

    private int statements() {
        return CountedStatements.of(() -> company.asPerson(chief, OWNER, () -> sla.rows(AUTUMN, true, true)));
    }

    private UUID person(String name) {
        return company.as(() -> registerUser.register(
                new UserDraft("p" + UUID.randomUUID(), name, "password", "en", Set.of("member"))));
    }

    private void task(@Nullable UUID person, String opened, String due, @Nullable String ended) {
        company.inTransaction(() -> jdbc.sql("""
                        insert into task.task (company_id, id, engine_task_id, task_key, form, process, subject_kind,
                                               subject_id, candidate_duties, outcomes, state, assignee, due_at, opened_at,
                                               ended_at, sort_at, outcome)
                        select :company, gen_random_uuid(), gen_random_uuid(), 'Task_ApproveInvoice', 'invoice/approval',
                               'PurchaseInvoiceApproval', 'purchase-invoice', gen_random_uuid(), '{APPROVE_INVOICE}',
                               '{approve,return}', case when w.ended is null then 'OPEN' else 'DONE' end,
                               :person, w.due, w.opened, w.ended, coalesce(w.ended, w.due),
                               case when w.ended is not null then 'approve' end
                          from (select cast(:opened as timestamp) at time zone 'Europe/Warsaw' as opened,
                                       cast(:due as timestamp) at time zone 'Europe/Warsaw' as due,
                                       cast(:ended as timestamp) at time zone 'Europe/Warsaw' as ended) w""")
                .param("company", company.id().value())
                .param("person", person, java.sql.Types.OTHER)
                .param("opened", opened)
                .param("due", due)
                .param("ended", ended)
                .update());
    }
}

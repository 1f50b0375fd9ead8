package io.simbaerp.identity.parttime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.company.workingday.KeepSpecialDay;
import io.simbaerp.company.workingday.SpecialDayDraft;
import io.simbaerp.company.workingday.WorkingDays;
import io.simbaerp.identity.DefineRole;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.Role;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Whoever works part-time is counted so. It is Friday, 20 November 2026, 10:47 in Warsaw. */
@ModuleTest
class PartTimeModuleTest {

    private static final PartTimeDraft MORNINGS = new PartTimeDraft(
            LocalTime.of(8, 0), LocalTime.of(12, 0), Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY));

    @Autowired
    TestCompanies companies;

    @Autowired
    DefineRole defineRole;

    @Autowired
    RegisterUser registerUser;

    @Autowired
    SetPartTime set;

    @Autowired
    EndPartTime end;

    @Autowired
    KeepSpecialDay keepDay;

    @Autowired
    WorkingDays days;

    @Autowired
    TestClock clock;

    @Autowired
    WebApplicationContext context;

    private TestCompany company;
    private UUID anna;

    @BeforeEach
    void makeCompany() {
        company = companies.create();
        company.run(() -> defineRole.define(new Role("member", "Member", "Członek", Set.of())));
        anna = company.as(() -> registerUser.register(
                new UserDraft("a" + UUID.randomUUID(), "Anna", "password", "en", Set.of("member"))));
    }

    @AfterEach
    void today() {
        clock.set(TestClock.START);
    }

    @Test
    void dueTimesCountThePersonsHoursAndHolidaysStayFree() {
        company.run(() -> {
            set.set(anna, MORNINGS);
            keepDay.keep(new SpecialDayDraft(LocalDate.of(2026, 11, 24), false, "Bridge day"));
            keepDay.keep(new SpecialDayDraft(LocalDate.of(2026, 11, 21), true, "Stocktaking"));
            assertThat(days.hoursFromNow(6, anna))
                    .as("Monday and, over the bridge day, Wednesday until ten")
                    .isEqualTo(Instant.parse("2026-11-25T09:00:00Z"));
            assertThat(days.hoursFromNow(6, UUID.randomUUID()))
                    .as("all others work on the Saturday of the stocktaking")
                    .isEqualTo(Instant.parse("2026-11-21T07:47:00Z"));
            assertThat(days.dayAfter(2, anna)).isEqualTo(LocalDate.of(2026, 11, 25));
            assertThat(days.endOf(LocalDate.of(2026, 11, 25), anna)).isEqualTo(Instant.parse("2026-11-25T11:00:00Z"));
            end.end(anna);
            assertThat(days.endOf(LocalDate.of(2026, 11, 25), anna)).isEqualTo(Instant.parse("2026-11-25T15:00:00Z"));
            assertThatThrownBy(() -> end.end(anna)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> set.set(UUID.randomUUID(), MORNINGS)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> set.set(anna, new PartTimeDraft(LocalTime.NOON, LocalTime.of(8, 0), Set.of())))
                    .hasMessageStartingWith("working-week.hours-turned");
            assertThatThrownBy(() -> set.set(anna, new PartTimeDraft(LocalTime.of(8, 0), LocalTime.NOON, null)))
                    .hasMessageStartingWith("working-week.days-missing");
        });
    }

    @Test
    void aChangeCountsOnceItIsCommittedAndNotBefore() {
        company.run(() -> assertThat(days.partTimers()).isEmpty());
        company.inTransaction(() -> {
            set.set(anna, MORNINGS);
            Set<UUID> others = java.util.concurrent.CompletableFuture.supplyAsync(
                            () -> company.as(() -> days.partTimers()))
                    .join();
            assertThat(others).as("read meanwhile, and kept").isEmpty();
            return others;
        });
        assertThat(company.as(() -> days.partTimers())).containsExactly(anna);
    }

    @Test
    void administratorsKeepItOnThePage() {
        TestReader admin = reader(EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.ADMINISTER));
        assertThat(admin.page(get("/part-time"), "en")).contains("Everybody works as the company does", "Anna");
        assertThat(admin.ask(post("/part-time")
                                .param("person", anna.toString())
                                .param("opens", "08:00")
                                .param("closes", "12:00")
                                .param("days", "MONDAY", "TUESDAY"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(admin.ask(post("/part-time").param("person", anna.toString()).param("opens", "08:00"))
                        .getStatus())
                .isEqualTo(422);
        TestReader member = reader(EnumSet.of(Duty.BELONG_TO_COMPANY));
        assertThat(member.page(get("/part-time"), "pl"))
                .contains("Anna", "08:00 – 12:00", "wtorek")
                .doesNotContain("name=\"opens\"");
        assertThat(member.ask(post("/part-time/" + anna + "/end")).getStatus()).isEqualTo(403);
        assertThat(admin.ask(post("/part-time/" + anna + "/end")).getStatus()).isEqualTo(302);
    }

    private TestReader reader(Set<Duty> duties) {
        return TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(),
                company,
                UUID.randomUUID(),
                EnumSet.copyOf(duties));
    }
}

package io.simbaerp.company.workingday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** In which days and hours the company counts. The company is Polish; it is Friday, 20 November 2026, 10:47 there. */
@ModuleTest
class WorkingCalendarModuleTest {

    private static final LocalDate EPIPHANY = LocalDate.of(2027, 1, 6);
    private static final LocalDate CORPUS_CHRISTI = LocalDate.of(2027, 5, 27);

    @Autowired
    TestCompanies companies;

    @Autowired
    WorkingDays days;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    SetWorkingWeek setWeek;

    @Autowired
    KeepSpecialDay keepDay;

    @Autowired
    RemoveSpecialDay removeDay;

    @Autowired
    WebApplicationContext context;

    @Autowired
    TestClock clock;

    private TestCompany company;

    @BeforeEach
    void makeCompany() {
        company = companies.create();
    }

    @AfterEach
    void today() {
        clock.set(TestClock.START);
    }

    @Test
    void publicHolidaysOfTheCountryAreFree() {
        company.run(() -> {
            assertThat(days.works(EPIPHANY)).isFalse();
            assertThat(days.works(CORPUS_CHRISTI)).as("moves with Easter").isFalse();
            assertThat(days.works(LocalDate.of(2026, 12, 24)))
                    .as("free since 2025")
                    .isFalse();
            assertThat(days.works(LocalDate.of(2024, 12, 24)))
                    .as("worked until then")
                    .isTrue();
            assertThat(days.works(LocalDate.of(2026, 11, 23))).isTrue();
            assertThat(days.works(LocalDate.of(2026, 11, 22))).isFalse();
            assertThat(calendar.holidays(2027, Locale.forLanguageTag("pl")))
                    .extracting(SpecialDay::day)
                    .contains(EPIPHANY, CORPUS_CHRISTI);
        });
    }

    @Test
    void dueTimesAreCountedInWorkingDaysAndHours() {
        clock.set(Instant.parse("2026-12-23T12:00:00Z"));
        company.run(() -> {
            assertThat(days.dayAfter(1)).as("over Christmas").isEqualTo(LocalDate.of(2026, 12, 28));
            assertThat(days.endOf(LocalDate.of(2026, 12, 28))).isEqualTo(Instant.parse("2026-12-28T15:00:00Z"));
            assertThat(days.hoursFromNow(2)).isEqualTo(Instant.parse("2026-12-23T14:00:00Z"));
            assertThat(days.hoursFromNow(5)).isEqualTo(Instant.parse("2026-12-28T09:00:00Z"));
            assertThat(days.between(Instant.parse("2026-12-23T12:00:00Z"), Instant.parse("2026-12-28T09:00:00Z")))
                    .isEqualTo(Duration.ofHours(5));
        });
    }

    @Test
    void daysOfTheCompanysOwnWinAndTheWeekIsItsOwn() {
        LocalDate bridge = LocalDate.of(2026, 11, 23);
        LocalDate saturday = LocalDate.of(2026, 11, 21);
        company.run(() -> {
            keepDay.keep(new SpecialDayDraft(bridge, false, "Bridge day"));
            keepDay.keep(new SpecialDayDraft(saturday, true, "Stocktaking"));
            assertThat(days.works(saturday)).isTrue();
            assertThat(days.dayAfter(2)).isEqualTo(LocalDate.of(2026, 11, 24));
            removeDay.remove(bridge);
            assertThat(days.works(bridge)).isTrue();
            assertThatThrownBy(() -> removeDay.remove(bridge)).isInstanceOf(NotFound.class);
            setWeek.set(new WorkingWeekDraft(
                    "de", LocalTime.of(7, 0), LocalTime.of(15, 30), Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)));
            assertThat(days.works(LocalDate.of(2026, 11, 22))).isTrue();
            assertThat(days.works(LocalDate.of(2026, 11, 24))).isFalse();
            assertThat(days.works(EPIPHANY)).isFalse();
            assertThat(days.endOf(bridge)).isEqualTo(Instant.parse("2026-11-23T14:30:00Z"));
            refused("working-week.country-unknown", () -> week("??", "08:00", "16:00", DayOfWeek.MONDAY));
            refused("working-week.hours-turned", () -> week("PL", "16:00", "08:00", DayOfWeek.MONDAY));
            refused("working-week.country-unknown", () -> week("NYSE", "08:00", "16:00", DayOfWeek.MONDAY));
            refused("working-week.days-missing", () -> week("PL", "08:00", "16:00"));
            refused(
                    "working-week.days-missing",
                    () -> setWeek.set(new WorkingWeekDraft(
                            "PL", LocalTime.of(8, 0), LocalTime.of(16, 0), Collections.singleton(null))));
            refused("working-calendar.year-unknown", () -> calendar.holidays(Integer.MAX_VALUE, Locale.ENGLISH));
            refused("working-calendar.year-unknown", () -> calendar.holidays(1899, Locale.ENGLISH));
            assertThat(days.works(LocalDate.of(9999, 12, 27)))
                    .as("a Monday in a year of no known holidays")
                    .isTrue();
            refused("special-day.name-missing", () -> keepDay.keep(new SpecialDayDraft(bridge, false, " ")));
            refused("special-day.day-missing", () -> keepDay.keep(new SpecialDayDraft(null, false, "x")));
        });
        TestCompany other = companies.create();
        other.run(() -> assertThat(calendar.ownDays()).isEmpty());
    }

    @Test
    void everybodySeesItAndAdministratorsChangeItOnThePage() {
        TestReader member = reader(EnumSet.of(Duty.BELONG_TO_COMPANY));
        assertThat(member.page(get("/working-calendar"), "pl"))
                .contains("Kalendarz pracy", "25.12.2026", "poniedziałek")
                .doesNotContain("name=\"opens\"", "??");
        assertThat(member.ask(post("/working-calendar/days")
                                .param("day", "2026-12-31")
                                .param("name", "x"))
                        .getStatus())
                .isEqualTo(403);
        TestReader admin = reader(EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.ADMINISTER));
        assertThat(admin.ask(post("/working-calendar/days")
                                .param("day", "2026-12-31")
                                .param("works", "false")
                                .param("name", "New Year's Eve"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(admin.ask(post("/working-calendar/week")
                                .param("country", "PL")
                                .param("opens", "09:00")
                                .param("closes", "08:00")
                                .param("days", "MONDAY"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(admin.ask(post("/working-calendar/week")
                                .param("country", "PL")
                                .param("opens", "09:00")
                                .param("closes", "17:00")
                                .param("days", "MONDAY", "TUESDAY"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(admin.page(get("/working-calendar"), "en")).contains("New Year", "17:00", "31.12.2026");
        assertThat(admin.ask(post("/working-calendar/days/2026-12-31/remove")).getStatus())
                .isEqualTo(302);
    }

    private TestReader reader(Set<Duty> duties) {
        return TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(),
                company,
                UUID.randomUUID(),
                EnumSet.copyOf(duties));
    }

    private void week(String country, String opens, String closes, DayOfWeek... days) {
        setWeek.set(new WorkingWeekDraft(country, LocalTime.parse(opens), LocalTime.parse(closes), Set.of(days)));
    }

    private static void refused(String rule, Runnable change) {
        assertThatThrownBy(change::run).isInstanceOf(RuleViolation.class).hasMessageStartingWith(rule);
    }
}

package io.simbaerp.task.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** When mail may come. 20 November 2026 is a Friday. */
class NoticeTimesTest {

    private static final Predicate<LocalDate> MONDAY_TO_FRIDAY =
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;

    @Test
    void mailComesAtOnceOutsideTheQuietHours() {
        assertThat(mail(NoticeTimes.USUAL, "2026-11-20T10:47")).isEqualTo("2026-11-20T10:47");
        assertThat(mail(NoticeTimes.USUAL, "2026-11-20T06:30")).isEqualTo("2026-11-20T06:30");
    }

    @Test
    void quietHoursReachOverMidnight() {
        assertThat(mail(NoticeTimes.USUAL, "2026-11-19T20:00")).isEqualTo("2026-11-20T06:30");
        assertThat(mail(NoticeTimes.USUAL, "2026-11-20T06:29")).isEqualTo("2026-11-20T06:30");
        NoticeTimes noon = new NoticeTimes(LocalTime.of(8, 0), LocalTime.of(12, 0), LocalTime.of(14, 0), false);
        assertThat(mail(noon, "2026-11-20T13:59")).isEqualTo("2026-11-20T14:00");
        assertThat(mail(noon, "2026-11-20T11:59")).isEqualTo("2026-11-20T11:59");
        assertThat(mail(noon, "2026-11-20T14:00")).isEqualTo("2026-11-20T14:00");
    }

    @Test
    void nothingComesOnFreeDays() {
        assertThat(mail(NoticeTimes.USUAL, "2026-11-20T20:10"))
                .as("Friday night")
                .isEqualTo("2026-11-23T06:30");
        assertThat(mail(NoticeTimes.USUAL, "2026-11-21T12:00")).as("Saturday").isEqualTo("2026-11-23T06:30");
        NoticeTimes always = new NoticeTimes(LocalTime.of(8, 0), null, null, false);
        assertThat(mail(always, "2026-11-21T03:00")).isEqualTo("2026-11-21T03:00");
        assertThat(mail(new NoticeTimes(LocalTime.of(8, 0), null, null, true), "2026-11-21T03:00"))
                .isEqualTo("2026-11-23T00:00");
    }

    @Test
    void theSummaryComesOnceADayAtItsTime() {
        assertThat(digest("2026-11-19T07:59")).isEqualTo("2026-11-19T08:00");
        assertThat(digest("2026-11-19T08:00")).isEqualTo("2026-11-20T08:00");
        assertThat(digest("2026-11-20T08:01")).as("after the weekend").isEqualTo("2026-11-23T08:00");
    }

    @Test
    void theSummaryWaitsForTheEndOfTheQuietHoursToo() {
        NoticeTimes late = new NoticeTimes(LocalTime.of(22, 0), LocalTime.of(20, 0), LocalTime.of(6, 30), true);
        assertThat(at(late, "2026-11-18T21:00", NoticeWay.DIGEST)).isEqualTo("2026-11-19T06:30");
        assertThat(at(late, "2026-11-20T21:00", NoticeWay.DIGEST))
                .as("Friday night")
                .isEqualTo("2026-11-23T06:30");
    }

    private static String mail(NoticeTimes times, String now) {
        return at(times, now, NoticeWay.MAIL);
    }

    private static String digest(String now) {
        return at(NoticeTimes.USUAL, now, NoticeWay.DIGEST);
    }

    private static String at(NoticeTimes times, String now, NoticeWay way) {
        return times.from(
                        ZonedDateTime.parse(now + ":00+01:00[Europe/Warsaw]")
                                .withZoneSameInstant(ZoneId.of("Europe/Warsaw")),
                        way,
                        MONDAY_TO_FRIDAY)
                .toLocalDateTime()
                .toString();
    }
}

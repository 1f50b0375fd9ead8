package io.simbaerp.task.notice;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.workingday.WorkingDays;
import io.simbaerp.task.mail.MailBook;
import io.simbaerp.task.notice.ToldByKind.Telling;
import io.simbaerp.task.notice.ToldByKind.Told;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells people of one thing that happened: a notice for each who wants to be told, and mail for those who want mail. Each
 * is told once, however many nodes do it.
 */
@UseCase(Duty.RUN_PROCESS)
class GiveNotices {

    private final ToldByKind people;
    private final SettingRows settings;
    private final MailBook mail;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Moments moments;

    GiveNotices(
            ToldByKind people,
            SettingRows settings,
            MailBook mail,
            JdbcClient jdbc,
            CurrentActor currentActor,
            Moments moments) {
        this.people = people;
        this.settings = settings;
        this.mail = mail;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.moments = moments;
    }

    /** What moments are reckoned by. */
    @org.springframework.stereotype.Component
    record Moments(Clock clock, WorkingDays workingDays, CurrentCompany currentCompany) {

        OffsetDateTime now() {
            return clock.instant().atOffset(ZoneOffset.UTC);
        }

        Instant mayCome(NoticeTimes times, NoticeWay way, UUID person) {
            ZonedDateTime now = clock.instant().atZone(currentCompany.get().timeZone());
            return times.from(now, way, day -> works(day, person)).toInstant();
        }

        private boolean works(LocalDate day, UUID person) {
            return workingDays.worked(day, day, person).stream()
                    .anyMatch(worked -> worked.opens().isBefore(worked.closes()));
        }
    }

    /** Nothing if another node tells of it, or has. */
    public void give(UUID id) {
        people.locked(id).ifPresent(telling -> {
            people.of(telling).forEach(told -> give(telling, told));
            jdbc.sql("update task.telling set told_at = :now where company_id = :company and id = :id")
                    .param("now", moments.now())
                    .param("company", company())
                    .param("id", id)
                    .update();
        });
    }

    private void give(Telling telling, Told told) {
        NoticeWay way = settings.ways(told.person()).getOrDefault(telling.kind(), NoticeWay.NOTHING);
        if (way == NoticeWay.NOTHING) {
            return;
        }
        UUID notice = told.notice() == null ? add(telling, told) : told.notice();
        if (way.isMail()) {
            Instant when = moments.mayCome(settings.times(told.person()), way, told.person());
            mail.tell(told.person(), notice, way == NoticeWay.DIGEST, when);
        }
    }

    private UUID add(Telling telling, Told told) {
        UUID id = NewId.at(moments.clock());
        jdbc.sql("""
                        insert into task.notice (company_id, id, telling_id, task_id, person, for_whom, given_at)
                        values (:company, :id, :telling, :task, :person, :for, :now)""")
                .param("company", company())
                .param("id", id)
                .param("telling", telling.id())
                .param("task", telling.taskId())
                .param("person", told.person())
                .param("for", told.forWhom(), Types.OTHER)
                .param("now", moments.now())
                .update();
        return id;
    }

    private UUID company() {
        return currentActor.company().value();
    }
}

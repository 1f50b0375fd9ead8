package io.simbaerp.task.notice;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.task.mail.MailBook;
import io.simbaerp.task.notice.ToldByKind.Telling;
import io.simbaerp.task.notice.ToldByKind.Told;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells people of what happened: a notice for each who wants to be told, and mail for those who want mail. Each is told
 * once, however many nodes do it.
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
    record Moments(Clock clock, CurrentCompany currentCompany) {

        OffsetDateTime now() {
            return clock.instant().atOffset(ZoneOffset.UTC);
        }

        /** What is collected waits for its hour; the quiet of its reader is judged when it goes. */
        Instant notBefore(NoticeTimes times, NoticeWay way) {
            ZonedDateTime now = clock.instant().atZone(currentCompany.get().timeZone());
            return way == NoticeWay.DIGEST ? times.from(now, way, day -> true).toInstant() : now.toInstant();
        }
    }

    /** A person, how they are told, and by which notice. */
    private record Given(Told told, NoticeWay way, UUID notice) {

        boolean isNew() {
            return told.notice() == null;
        }
    }

    /**
     * All of these, or none; nothing of what another node tells, or has told. However many people one of them concerns,
     * it takes the same few statements.
     */
    public void give(List<UUID> ids) {
        List<Telling> waiting = people.locked(ids);
        if (waiting.isEmpty()) {
            return;
        }
        waiting.forEach(this::give);
        jdbc.sql("update task.telling set told_at = :now where company_id = :company and id = any (:ids)")
                .param("now", moments.now())
                .param("company", company())
                .param("ids", waiting.stream().map(Telling::id).toArray(UUID[]::new))
                .update();
    }

    private void give(Telling telling) {
        List<Given> given = given(telling.kind(), people.of(telling));
        add(telling, given.stream().filter(Given::isNew).toList());
        mail(given.stream().filter(one -> one.way().isMail()).toList());
    }

    private List<Given> given(NoticeKind kind, List<Told> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        Map<UUID, NoticeWay> ways =
                settings.ways(kind, people.stream().map(Told::person).toList());
        return people.stream()
                .filter(told -> ways.getOrDefault(told.person(), NoticeWay.NOTHING) != NoticeWay.NOTHING)
                .map(told -> new Given(
                        told,
                        ways.getOrDefault(told.person(), NoticeWay.NOTHING),
                        told.notice() == null ? NewId.at(moments.clock()) : told.notice()))
                .toList();
    }

    private void mail(List<Given> given) {
        if (given.isEmpty()) {
            return;
        }
        Map<UUID, NoticeTimes> times =
                settings.times(given.stream().map(one -> one.told().person()).toList());
        mail.tell(given.stream()
                .map(one -> new MailBook.Told(
                        one.told().person(),
                        one.notice(),
                        one.way() == NoticeWay.DIGEST,
                        moments.notBefore(times.getOrDefault(one.told().person(), NoticeTimes.USUAL), one.way())))
                .toList());
    }

    private void add(Telling telling, List<Given> given) {
        if (given.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into task.notice (company_id, id, telling_id, task_id, person, for_whom, given_at)
                        select :company, told.id, :telling, :task, told.person, told.for_whom, :now
                          from unnest(cast(:ids as uuid[]), cast(:people as uuid[]), cast(:for as uuid[]))
                               told (id, person, for_whom)""")
                .param("company", company())
                .param("ids", given.stream().map(Given::notice).toArray(UUID[]::new))
                .param("telling", telling.id())
                .param("task", telling.taskId())
                .param("people", given.stream().map(one -> one.told().person()).toArray(UUID[]::new))
                .param("for", given.stream().map(one -> one.told().forWhom()).toArray(UUID[]::new))
                .param("now", moments.now())
                .update();
    }

    private UUID company() {
        return currentActor.company().value();
    }
}

package io.simbaerp.task.mail;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the mail that is due next, so that no other node sends it meanwhile. What isn't ended after this is due again later:
 * after five minutes, then twice as long each time.
 */
@UseCase(Duty.RUN_PROCESS)
class TakeMail {

    private static final String TAKE = """
            with first as (
                select id, person, purpose from task.mail
                 where company_id = :company and state = 'WAITING' and next_at <= :now
                 order by next_at, id limit 1 for update skip locked)
            update task.mail m
               set attempts = m.attempts + 1, next_at = :now + interval '5 minutes' * (1 << m.attempts)
              from first f
             where m.company_id = :company and m.state = 'WAITING' and m.next_at <= :now
               and (m.id = f.id or (f.purpose = 'DIGEST' and m.purpose = 'DIGEST' and m.person = f.person))
            returning m.id, m.person, m.purpose, m.notice_id, m.attempts""";

    /** In one transaction. */
    private static final int MOST_PUT_OFF = 100;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final MailTimes times;

    TakeMail(JdbcClient jdbc, CurrentActor currentActor, Clock clock, MailTimes times) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.times = times;
    }

    private record Row(
            UUID id, UUID person, String purpose, @Nullable UUID notice, int attempts) {}

    /** Nothing if none is due. What is due while its reader wants no mail waits until they do. */
    public Optional<DueMail> next() {
        Instant now = clock.instant();
        for (int waiting = 0; waiting < MOST_PUT_OFF; waiting++) {
            Optional<DueMail> due = take(now);
            Instant mayCome = due.filter(mail -> mail.purpose() != DueMail.Purpose.CODE)
                    .map(mail -> times.mayCome(mail.person(), mail.purpose(), now))
                    .orElse(now);
            if (!mayCome.isAfter(now)) {
                return due;
            }
            putOff(due.get().ids(), mayCome);
        }
        return Optional.empty();
    }

    /** As if it had not been taken: waiting is no attempt. */
    private void putOff(List<UUID> ids, Instant until) {
        jdbc.sql("""
                        update task.mail set attempts = attempts - 1, next_at = :until
                         where company_id = :company and id = any (:ids)""")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("company", currentActor.company().value())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private Optional<DueMail> take(Instant now) {
        List<Row> rows = jdbc
                .sql(TAKE)
                .param("company", currentActor.company().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getString("purpose"),
                        row.getObject("notice_id", UUID.class),
                        row.getInt("attempts")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Row::id))
                .toList();
        return rows.stream()
                .findFirst()
                .map(first -> new DueMail(
                        rows.stream().map(Row::id).toList(),
                        first.person(),
                        DueMail.Purpose.valueOf(first.purpose()),
                        rows.stream()
                                .map(Row::notice)
                                .filter(java.util.Objects::nonNull)
                                .toList(),
                        rows.stream().mapToInt(Row::attempts).max().orElse(1)));
    }
}

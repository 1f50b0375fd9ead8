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

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    TakeMail(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    private record Row(
            UUID id, UUID person, String purpose, @Nullable UUID notice, int attempts) {}

    /** Nothing if none is due. */
    public Optional<DueMail> next() {
        Instant now = clock.instant();
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

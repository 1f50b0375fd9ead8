package io.simbaerp.task.link;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.task.TaskView;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the link by which whoever acts may decide a task about the content it has now. */
@UseCase(Duty.WORK_ON_TASK)
public class MakeMailLink {

    /** How long a link lives. */
    public static final Duration LIFE = Duration.ofHours(72);

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final LinkKeys keys;
    private final Clock clock;

    MakeMailLink(JdbcClient jdbc, CurrentActor currentActor, LinkKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.keys = keys;
        this.clock = clock;
    }

    /** @return the part of the address that is the link's own */
    public String make(TaskView task, String contentHash) {
        Acting acting = currentActor.get();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        MailLink link = new MailLink(
                acting.company(),
                NewId.at(clock),
                task.id(),
                acting.actor().userId().orElseThrow(),
                contentHash,
                now.plus(LIFE),
                false);
        jdbc.sql("""
                        insert into task.mail_link (company_id, id, task_id, person, content_hash, made_at, expires_at)
                        values (:company, :id, :task, :person, :hash, :now, :expires)""")
                .param("company", link.company().value())
                .param("id", link.id())
                .param("task", link.taskId())
                .param("person", link.person())
                .param("hash", link.contentHash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", link.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
        keys.make();
        return written(link.company().value(), link.id(), keys.signature(link));
    }

    private static String written(UUID company, UUID id, byte[] signature) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(2 * 2 * Long.BYTES + LinkKeys.BYTES)
                        .putLong(company.getMostSignificantBits())
                        .putLong(company.getLeastSignificantBits())
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .put(signature)
                        .array());
    }
}

package io.simbaerp.archive;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.architecture.digest.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes an original into the archive, byte for byte. Content that is there already is kept once. */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class StoreOriginal {

    private final OriginalsFolder folder;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    StoreOriginal(
            OriginalsFolder folder,
            JdbcClient jdbc,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.folder = folder;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Keeps the content; when this returns, it is on the disk.
     *
     * @throws RuleViolation original.empty
     */
    public StoredOriginal store(byte[] content) {
        if (content.length == 0) {
            throw new RuleViolation("original.empty");
        }
        CompanyId company = currentActor.company();
        String sha256 = Sha256.of(content);
        folder.keep(company, sha256, content);
        UUID id = NewId.at(clock);
        Instant now = clock.instant();
        int added = jdbc.sql("""
                        insert into archive.original (company_id, id, sha256, size, stored_at)
                        values (:company, :id, :sha256, :size, :now)
                        on conflict on constraint original_is_kept_once do nothing""")
                .param("company", company.value())
                .param("id", id)
                .param("sha256", sha256)
                .param("size", content.length)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (added == 1) {
            events.publishEvent(new OriginalStored(company, currentActor.actor(), now, id));
        }
        return new StoredOriginal(sha256, content.length);
    }
}

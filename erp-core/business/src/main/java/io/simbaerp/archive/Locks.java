package io.simbaerp.archive;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NotFound;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which originals are locked. */
@Component
class Locks {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    Locks(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    Optional<Lock> of(String sha256) {
        return jdbc.sql("""
                        select scanner, threat from archive.lock
                         where company_id = :company and sha256 = :sha256 and released_at is null""")
                .param("company", currentActor.company().value())
                .param("sha256", sha256)
                .query((row, n) -> new Lock(row.getString("scanner"), row.getString("threat")))
                .optional();
    }

    /** The id of the original with this hash. */
    UUID original(String sha256) {
        return jdbc.sql("select id from archive.original where company_id = :company and sha256 = :sha256")
                .param("company", currentActor.company().value())
                .param("sha256", sha256)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("original", sha256));
    }

    void keep(String sha256, Lock lock) {
        jdbc.sql("""
                        insert into archive.lock (company_id, sha256, scanner, threat, scanned_at)
                        values (:company, :sha256, :scanner, :threat, :now)
                        on conflict (company_id, sha256) do update
                           set scanner = excluded.scanner, threat = excluded.threat,
                               scanned_at = excluded.scanned_at, released_at = null""")
                .param("company", currentActor.company().value())
                .param("sha256", sha256)
                .param("scanner", lock.scanner())
                .param("threat", lock.threat())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Found to be harmless once the scanner could be asked. */
    void release(String sha256) {
        jdbc.sql("""
                        update archive.lock set released_at = :now
                         where company_id = :company and sha256 = :sha256 and threat is null""")
                .param("company", currentActor.company().value())
                .param("sha256", sha256)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}

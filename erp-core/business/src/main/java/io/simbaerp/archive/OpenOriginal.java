package io.simbaerp.archive;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads an original of the company acted for, and makes sure that it is what once came in. */
@Query(Duty.VIEW_DOCUMENT)
public class OpenOriginal {

    private final OriginalsFolder folder;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Locks locks;

    OpenOriginal(OriginalsFolder folder, JdbcClient jdbc, CurrentActor currentActor, Locks locks) {
        this.locks = locks;
        this.folder = folder;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Why nobody may download the original with this hash, or nothing. */
    public Optional<Lock> lock(String sha256) {
        return locks.of(sha256);
    }

    /**
     * The content of the original with this hash.
     *
     * @throws NotFound if this company has no such original
     * @throws DamagedOriginal if it is missing on the disk or doesn't have its hash any more
     */
    public byte[] content(String sha256) {
        return jdbc.sql("select sha256 from archive.original where company_id = :company and sha256 = :sha256")
                .param("company", currentActor.company().value())
                .param("sha256", sha256)
                .query(String.class)
                .optional()
                .map(kept -> folder.read(currentActor.company(), kept))
                .orElseThrow(() -> new NotFound("original", sha256));
    }
}

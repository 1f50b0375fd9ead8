package io.simbaerp.archive;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** The originals in the integrity log, sealed protocols among them, by the hash of their bytes. */
@Component
class ArchiveLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(LeafKind.added("original", "archive.original"));
    }
}

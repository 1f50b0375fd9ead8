package io.simbaerp.controlled;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** In the integrity log: what was published, who confirmed it, who was reminded, and what became of it. */
@Component
class ControlledLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(
                LeafKind.added("controlled-document", "controlled.document"),
                LeafKind.added(
                        "controlled-version",
                        "select x.id, to_jsonb(x) as record from controlled.version x"
                                + " where x.company_id = :company and x.state in ('PUBLISHED', 'REJECTED')",
                        false),
                LeafKind.added("controlled-acknowledgement", "controlled.acknowledgement"),
                LeafKind.added("controlled-reminder", "controlled.reminder"),
                LeafKind.added("controlled-periodic-review", "controlled.periodic_review"),
                LeafKind.addedWithKey("controlled-withdrawal", "controlled.withdrawal", "controlled_id"));
    }
}

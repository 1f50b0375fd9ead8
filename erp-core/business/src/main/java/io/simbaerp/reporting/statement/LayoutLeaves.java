package io.simbaerp.reporting.statement;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** A company's own layouts in the integrity log: what its statements were made by. */
@Component
class LayoutLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(
                LeafKind.settings("reporting.statement_layout", "id", "id"),
                LeafKind.settings("reporting.statement_position", "layout_id", "layout_id", "part", "code"));
    }
}

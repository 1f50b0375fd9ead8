package io.simbaerp.approval.added;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** In the integrity log: what was decided besides. */
@Component
class AdditionLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(LeafKind.added(
                "added-approval",
                "select x.id, to_jsonb(x) as record from approval.added_approval x"
                        + " where x.company_id = :company and x.decision is not null",
                false));
    }
}

package io.simbaerp.supplier;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** In the integrity log: on whose word an account was paid to before its cool-off ended, and why. */
@Component
class SupplierLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(LeafKind.addedWithKey("cool-off-waiver", "party.cool_off_waiver", "account_id"));
    }
}

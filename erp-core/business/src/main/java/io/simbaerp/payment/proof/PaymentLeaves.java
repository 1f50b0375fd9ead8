package io.simbaerp.payment.proof;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Payment files by the hash of their bytes, and answers of the White List, in the integrity log. */
@Component
class PaymentLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(
                LeafKind.addedWithKey("payment-file", "payment.payment_file", "run_id"),
                LeafKind.added("white-list-proof", "payment.white_list_proof"));
    }
}

package io.simbaerp.tax;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** The VAT register in the integrity log, and the codes it is kept by. */
@Component
class TaxLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(
                LeafKind.added("vat-register-row", "tax.vat_register_row"),
                LeafKind.settings("tax.tax_code", "id", "id"),
                LeafKind.settings("tax.deduction_proportion", "company_id", "company_id", "year"));
    }
}

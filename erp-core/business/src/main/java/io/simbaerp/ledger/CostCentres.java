package io.simbaerp.ledger;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.List;
import java.util.Optional;

/** The places where costs arise. */
@Query(Duty.VIEW_LEDGER)
public class CostCentres {

    /** A cost centre, such as 310 Transport. */
    public record CostCentreView(String code, String nameEn, String namePl, boolean active) {

        /** Its name in one of the two languages. */
        public String name(String language) {
            return "pl".equals(language) ? namePl : nameEn;
        }
    }

    CostCentres() {}

    public Optional<CostCentreView> find(String code) {
        throw new UnsupportedOperationException();
    }

    public List<CostCentreView> all() {
        throw new UnsupportedOperationException();
    }
}

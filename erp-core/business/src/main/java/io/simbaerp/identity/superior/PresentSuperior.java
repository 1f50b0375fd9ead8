package io.simbaerp.identity.superior;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.Optional;
import java.util.UUID;

/** To whom a colleague reports today. */
@Query(Duty.BELONG_TO_COMPANY)
public class PresentSuperior {

    private final ReportingRows rows;

    PresentSuperior(ReportingRows rows) {
        this.rows = rows;
    }

    /** Nothing if the person reports to no one. */
    public Optional<UUID> of(UUID person) {
        return rows.of(person).stream()
                .filter(ReportingLineView::present)
                .findFirst()
                .flatMap(line -> Optional.ofNullable(line.superior()));
    }
}

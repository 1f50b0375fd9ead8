package io.simbaerp.identity.superior;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import java.util.List;
import java.util.UUID;

/** Who reports to the reader today, directly or over others. */
@Query(Duty.BELONG_TO_COMPANY)
public class MyPeople {

    private final ReportingRows rows;
    private final CurrentActor currentActor;

    MyPeople(ReportingRows rows, CurrentActor currentActor) {
        this.rows = rows;
        this.currentActor = currentActor;
    }

    /** By name; nobody's for a program. */
    public List<ReportingLineView> all() {
        return currentActor.actor().userId().map(rows::below).orElse(List.of());
    }

    /**
     * One of them.
     *
     * @throws NotFound of anybody who doesn't report to the reader
     */
    public ReportingLineView require(UUID person) {
        return all().stream()
                .filter(line -> line.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new NotFound("user", person));
    }
}

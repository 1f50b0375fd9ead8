package io.simbaerp.party.risk;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How risky suppliers are. */
@Query(Duty.VIEW_PARTY)
public class SupplierRisks {

    /**
     * A rating.
     *
     * @param from the day it holds from
     * @param ratedBy who rated
     */
    public record Rating(Risk risk, String reason, LocalDate from, String ratedBy) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    SupplierRisks(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Nothing where nobody rated it. */
    public Optional<Rating> rating(UUID party) {
        return jdbc.sql("""
                        select risk, reason, first_day, set_by from party.supplier_risk
                         where company_id = :company and party_id = :party""")
                .param("company", currentActor.company().value())
                .param("party", party)
                .query((row, n) -> new Rating(
                        Risk.valueOf(row.getString("risk")),
                        row.getString("reason"),
                        row.getObject("first_day", LocalDate.class),
                        row.getString("set_by")))
                .optional();
    }

    /** Normal where nobody rated it. */
    public Risk of(UUID party) {
        return rating(party).map(Rating::risk).orElse(Risk.NORMAL);
    }
}

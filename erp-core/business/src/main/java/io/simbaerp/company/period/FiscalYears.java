package io.simbaerp.company.period;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The fiscal years of the company. */
@Query(Duty.BELONG_TO_COMPANY)
public class FiscalYears {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    FiscalYears(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /**
     * A fiscal year.
     *
     * @param lockedAt since when it is locked for good, or nothing
     */
    public record FiscalYearView(
            UUID id,
            String code,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable Instant lockedAt) {}

    /** All of them, the latest first. */
    public List<FiscalYearView> all() {
        return jdbc.sql(
                        "select id, code, first_day, last_day, locked_at from company.fiscal_year where company_id = :company"
                                + " order by first_day desc")
                .param("company", currentActor.company().value())
                .query((row, n) -> new FiscalYearView(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        Optional.ofNullable(row.getObject("locked_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .list();
    }
}

package io.simbaerp.company;

import io.simbaerp.architecture.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gap-free numbers per series and year. Taken last in a transaction, since the row stays locked until its end. */
@Component
public class NumberSeries {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    NumberSeries(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The next number of the series; given back if the transaction rolls back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String series, int year) {
        return jdbc.sql("""
                        insert into company.number_series as s (company_id, series, year, last_number)
                        values (:company, :series, :year, 1)
                        on conflict (company_id, series, year) do update set last_number = s.last_number + 1
                        returning last_number""")
                .param("company", currentActor.company().value())
                .param("series", series)
                .param("year", year)
                .query(Long.class)
                .single();
    }
}

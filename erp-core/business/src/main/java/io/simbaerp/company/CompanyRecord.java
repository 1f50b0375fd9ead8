package io.simbaerp.company;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.money.CurrencyCode;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the row of the company acted for. */
@Query(Duty.BELONG_TO_COMPANY)
class CompanyRecord {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    CompanyRecord(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @throws NotFound if it isn't set up yet */
    public CompanyView read() {
        CompanyId company = currentActor.company();
        return jdbc.sql("""
                        select id, name, tax_id, country, street, postal_code, city, base_currency, time_zone
                          from company.company where company_id = :company""")
                .param("company", company.value())
                .query((row, n) -> new CompanyView(
                        new CompanyId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("tax_id"),
                        row.getString("country"),
                        row.getString("street"),
                        row.getString("postal_code"),
                        row.getString("city"),
                        CurrencyCode.of(row.getString("base_currency")),
                        ZoneId.of(row.getString("time_zone"))))
                .optional()
                .orElseThrow(() -> new NotFound("company", company));
    }
}

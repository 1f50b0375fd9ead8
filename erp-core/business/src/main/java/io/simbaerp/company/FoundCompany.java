package io.simbaerp.company;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens a company under the id acted for: itself, its entry in the directory, three fiscal years in calendar months.
 *
 * @throws RuleViolation company.name-missing, company.tax-id-missing, company.tax-id-taken
 */
@UseCase(Duty.ADMINISTER)
public class FoundCompany {

    private static final int YEARS = 3;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FoundCompany(JdbcClient jdbc, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    public void found(CompanyDraft draft) {
        String taxId = TaxIdText.digits(draft.taxId());
        if (draft.name().isBlank()) {
            throw RuleViolation.ofField("name", "company.name-missing");
        }
        if (taxId.isEmpty()) {
            throw RuleViolation.ofField("taxId", "company.tax-id-missing");
        }
        UUID company = currentActor.company().value();
        int listed = jdbc.sql("insert into company.directory (company_id, tax_id, short_name) values (?, ?, ?)"
                        + " on conflict (tax_id) do nothing")
                .params(company, taxId, draft.shortName())
                .update();
        if (listed == 0) {
            throw RuleViolation.ofField("taxId", "company.tax-id-taken", taxId);
        }
        jdbc.sql("""
                        insert into company.company (company_id, id, name, tax_id, country, street, postal_code, city,
                                                     base_currency, time_zone)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        company,
                        company,
                        draft.name(),
                        taxId,
                        draft.country(),
                        draft.street(),
                        draft.postalCode(),
                        draft.city(),
                        draft.baseCurrency().code(),
                        draft.timeZone().getId())
                .update();
        for (int year = draft.firstFiscalYear(); year < draft.firstFiscalYear() + YEARS; year++) {
            layOut(company, year);
        }
        events.publishEvent(new CompanyFounded(currentActor.company(), currentActor.actor(), clock.instant()));
    }

    private void layOut(UUID company, int year) {
        UUID yearId = NewId.at(clock);
        jdbc.sql("insert into company.fiscal_year (company_id, id, code, first_day, last_day) values (?, ?, ?, ?, ?)")
                .params(company, yearId, String.valueOf(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .update();
        for (int month = 1; month <= 12; month++) {
            YearMonth period = YearMonth.of(year, month);
            jdbc.sql("""
                            insert into company.fiscal_period
                                   (company_id, id, fiscal_year_id, code, number, first_day, last_day)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            company,
                            NewId.at(clock),
                            yearId,
                            period.toString(),
                            month,
                            period.atDay(1),
                            period.atEndOfMonth())
                    .update();
        }
    }
}

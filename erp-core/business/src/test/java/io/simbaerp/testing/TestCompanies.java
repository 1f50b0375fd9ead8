package io.simbaerp.testing;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes companies for tests: each with the fiscal years 2025 to 2027 in calendar months, in PLN, in Warsaw. */
public class TestCompanies {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final PlatformTransactionManager transactions;

    TestCompanies(JdbcClient jdbc, CurrentActor currentActor, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.transactions = transactions;
    }

    /** A new company nobody else uses. */
    public TestCompany create() {
        UUID id = UUID.randomUUID();
        String taxId = anyTaxId();
        CompanyId company = new CompanyId(id);
        currentActor.run(Acting.system("test", company), () -> new TransactionTemplate(transactions)
                .executeWithoutResult(status -> insert(id, taxId)));
        return new TestCompany(company, taxId, currentActor, transactions);
    }

    /** Ten digits as a NIP has them: those after the first are never both zero. */
    private static String anyTaxId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "%d%02d%07d".formatted(random.nextInt(1, 10), random.nextInt(1, 100), random.nextInt(10_000_000));
    }

    private void insert(UUID id, String taxId) {
        jdbc.sql("insert into company.directory (company_id, tax_id, short_name) values (?, ?, ?)")
                .params(id, taxId, "Test " + taxId)
                .update();
        jdbc.sql("""
                        insert into company.company (company_id, id, name, tax_id, country, street, postal_code, city,
                                                     base_currency, time_zone)
                        values (?, ?, ?, ?, 'PL', 'ul. Próbna 1', '00-001', 'Warszawa', 'PLN', 'Europe/Warsaw')""").params(id, id, "Test " + taxId + " Sp. z o.o.", taxId).update();
        for (int year = 2025; year <= 2027; year++) {
            UUID yearId = UUID.randomUUID();
            jdbc.sql(
                            "insert into company.fiscal_year (company_id, id, code, first_day, last_day) values (?, ?, ?, ?, ?)")
                    .params(id, yearId, String.valueOf(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                    .update();
            for (int month = 1; month <= 12; month++) {
                LocalDate first = LocalDate.of(year, month, 1);
                jdbc.sql("""
                                insert into company.fiscal_period
                                       (company_id, id, fiscal_year_id, code, number, first_day, last_day)
                                values (?, ?, ?, ?, ?, ?, ?)""")
                        .params(
                                id,
                                UUID.randomUUID(),
                                yearId,
                                "%d-%02d".formatted(year, month),
                                month,
                                first,
                                first.plusMonths(1).minusDays(1))
                        .update();
            }
        }
    }
}

package io.simbaerp.company;

import io.simbaerp.architecture.CompanyId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds a company before anybody acts for it: by tax id from a header or folder, or all of them for a job that goes
 * through the companies one by one. Reads the one table about companies that stands before the wall.
 */
@Component
public class CompanyDirectory {

    private final JdbcClient jdbc;

    CompanyDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every company, in a fixed order. */
    public List<CompanyId> all() {
        return jdbc.sql("select company_id from company.directory order by short_name, company_id")
                .query((row, n) -> new CompanyId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The company with this tax id, written with or without its country's prefix and separators. */
    public Optional<CompanyId> byTaxId(String taxId) {
        return jdbc.sql("select company_id from company.directory where tax_id = :taxId")
                .param("taxId", TaxIdText.digits(taxId))
                .query((row, n) -> new CompanyId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** The short name shown where a company is chosen. */
    public Optional<String> nameOf(CompanyId company) {
        return jdbc.sql("select short_name from company.directory where company_id = :company")
                .param("company", company.value())
                .query(String.class)
                .optional();
    }
}

package io.simbaerp.identity;

import io.simbaerp.company.CompanyView;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.page.PageReader;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a person reads what is written to them while they are not there: mail. */
@Component
public class PersonReaders {

    private final JdbcClient jdbc;
    private final CurrentCompany currentCompany;

    PersonReaders(JdbcClient jdbc, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentCompany = currentCompany;
    }

    /** In their own language, with figures and times as in the company acted for. */
    public PageReader of(UUID person) {
        CompanyView company = currentCompany.get();
        return jdbc.sql("select display_name, language from identity.user_account where id = ?")
                .param(person)
                .query((row, number) -> new PageReader(
                        row.getString(1),
                        company.name(),
                        Locale.forLanguageTag(row.getString(2)),
                        format(company),
                        company.timeZone()))
                .single();
    }

    static Locale format(CompanyView company) {
        return company.country().equals("PL")
                ? Locale.forLanguageTag("pl-PL")
                : new Locale.Builder()
                        .setLanguage("en")
                        .setRegion(company.country())
                        .build();
    }
}
